"""Printed figures: from the text of a cell to an exact number that remembers how it was printed."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

LONGEST = 60
"""Digits a figure may have. Longer ones are no figures of a report and are left unread."""

_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"  # signs that web pages leave between characters
_SIGNS = str.maketrans({"−": "-", "－": "-", "﹣": "-", "–": "-", "＋": "+"}) | dict.fromkeys(map(ord, _NO_WIDTH))
_FIGURE = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([^0-9].*)?", re.DOTALL)
_TWO_FIGURES = re.compile(r"[0-9]\s+[0-9]")


class Notation(NamedTuple):
    """How a kind of report writes figures: the units that may follow one, and words that stand for a sign."""

    units: tuple[str, ...] = ()
    signs: Mapping[str, str] | None = None


class Figure(NamedTuple):
    """A number as printed. `places` counts decimals, `unit` is what stood behind it, `grouped` says that thousands
    were separated, `sign_word` is the word that stood for the sign (增, 减), or empty.
    """

    value: Decimal
    places: int = 0
    unit: str = ""
    grouped: bool = False
    sign_word: str = ""


def plain_digits(text: str) -> str:
    """`text` with compatibility forms folded (full-width digits, signs, letters) and white space taken out, with it
    signs of no width.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return "".join(text.split())


def parse_figure(text: str, notation: Notation) -> Figure | None:
    """The figure that `text` prints, or None where it prints none or more than one.

    `1,036`, `＋461`, `8808257.32元` and `减4` are read; `1 2`, `12-13`, `1,03` and `十二` are not.
    """
    squeezed = plain_digits(text)
    if len(squeezed) > LONGEST or _TWO_FIGURES.search(unicodedata.normalize("NFKC", text)):
        return None
    sign_word = next((word for word in notation.signs or {} if squeezed.startswith(word)), "")
    if sign_word:
        squeezed = (notation.signs or {})[sign_word] + squeezed[len(sign_word) :]
    match = _FIGURE.fullmatch(squeezed)
    if match is None:
        return None
    sign, whole, fraction, unit = match[1], match[2], match[3] or "", match[4] or ""
    if unit and unit not in notation.units:
        return None
    value = Decimal(sign + whole.replace(",", "") + fraction)
    return Figure(value, max(len(fraction) - 1, 0), unit, "," in whole, sign_word)
