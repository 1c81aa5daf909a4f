"""Text in one width: compatibility forms folded, spaces and signs of no width taken out."""

from __future__ import annotations

import re
import unicodedata

from linter.text.marks import RAISED, label_alone
from linter.text.punctuation import COMMA, NARROW, WIDE, WIDE_TILDE
from linter.text.regex import regex

NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs that web pages leave between characters."""

UNSEEN = (
    NO_WIDTH
    + "\u00ad\u034f\u061c\u180e\u200e\u200f"
    + "".join(chr(code) for bounds in ((0x202A, 0x202F), (0x2061, 0x2070), (0xFE00, 0xFE10)) for code in range(*bounds))
)
"""All signs that are not seen and part nothing: those, soft hyphens, and what turns the direction of writing."""

NARROW_SPACES = "\xa0\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
"""Spaces that no line breaks at or that are too thin to part words: between thousands they part nothing else."""

THIN_SPACES = "\u2005\u2006\u2008\u2009\u200a\u202f"
"""Those of them that are thinner than a digit: between all digits of a figure they space its letters."""

_FOLDED = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in WIDE},
    **{ord(narrow): wide for wide, narrow in zip(WIDE, NARROW, strict=True) if wide != COMMA},
    **dict.fromkeys(map(ord, f"{WIDE_TILDE}−–"), "-"),
    **dict.fromkeys(map(ord, UNSEEN + RAISED), NO_WIDTH[0]),
    ord("\\"): " ",
}
_FOLDABLE = frozenset(map(chr, _FOLDED))
_COMMA_OF_TEXT = regex(r",(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
_CIRCLED = {0x2460 + index: f"{index + 1}." for index in range(20)}  # ① to ⑳, which NFKC would turn into bare digits
_RAISED = dict.fromkeys(map(ord, RAISED))
_ABOVE_OR_CIRCLED = frozenset(map(chr, (*_RAISED, *_CIRCLED)))
_NO_DIGITS = str.maketrans({"−": "-", "–": "-"} | dict.fromkeys(UNSEEN))
_CONCEALED = regex(rf"[\n{UNSEEN}{NARROW_SPACES}]")
_SPACES = regex(rf"[\s{UNSEEN}]+")


def folded(text: str) -> str:
    """`text` with compatibility forms folded: full-width digits, signs and letters."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def squeeze(text: str) -> str:
    """`text` with compatibility forms folded; white space, Markdown emphasis and footnote marks are taken out."""
    plain = text
    if not text.isascii():
        plain = label_alone(text)
        if not _ABOVE_OR_CIRCLED.isdisjoint(plain):
            plain = (plain.translate(_RAISED) or text).translate(_CIRCLED)
        plain = unicodedata.normalize("NFKC", plain)
    return _SPACES.sub("", plain).replace("**", "").replace("\\", "")


def plain_digits(text: str) -> str:
    """`text` with compatibility forms and strokes folded and white space and signs of no width taken out."""
    return "".join((text if text.isascii() else folded(text).translate(_NO_DIGITS)).split())


def visible(text: str) -> str:
    """`text` with what is not seen in it shown by its code, and ends of lines by an arrow."""
    return text if text.isascii() and "\n" not in text else _CONCEALED.sub(_code, text)


def _code(found: re.Match[str]) -> str:
    return "↵" if found[0] == "\n" else f"<U+{ord(found[0]):04X}>"


def in_one_width(text: str) -> str:
    """`text` as it is searched, as long as before: digits, letters and signs narrow, the marks of sentences wide, and
    what is not seen or stands above the line as signs of no width.
    """
    plain = text if _FOLDABLE.isdisjoint(text) else text.translate(_FOLDED)
    return _COMMA_OF_TEXT.sub(COMMA, plain) if "," in plain else plain
