"""Words of a report made safe to show, and numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

from linter.text.regex import regex

REPLACEMENT = "\ufffd"

LONGEST_QUOTE = 400
"""Characters that a message quotes at most. Labels and titles are far shorter; a file that was misread is not."""

UNSAFE = regex(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1: escape sequences of a terminal begin with these
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    "\u2028\u2029\ud800-\udfff\ufff9-\ufffb]"  # separators of lines, halves of characters, annotations
)
_WHITE = regex("[\t\n\r\v\f\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """`text` on one line, with every character that could steer a terminal shown as `�`."""
    if text.isprintable():
        return text
    return UNSAFE.sub(REPLACEMENT, _WHITE.sub(" ", text))


def quoted(text: str) -> str:
    """`text` made safe, and cut where it is too long to be read in a sentence."""
    return printable(text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…")


def plain(number: Decimal | int) -> str:
    """`number` without exponent, and without zeros at the end that say nothing: 12.50 is `12.5`."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
