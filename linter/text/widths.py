"""Text in one width: compatibility forms folded, spaces and signs of no width taken out."""

from __future__ import annotations

import re
import unicodedata

from linter.text.punctuation import COMMA, NARROW, WIDE

NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs that web pages leave between characters."""

_FOLDED = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in WIDE},
    **{ord(narrow): wide for wide, narrow in zip(WIDE, NARROW, strict=True) if wide != COMMA},
    **dict.fromkeys(map(ord, "～−–"), "-"),
    **dict.fromkeys(map(ord, NO_WIDTH + "\u00ad\\"), " "),
}
_FOLDABLE = re.compile("[" + "".join(re.escape(chr(code)) for code in _FOLDED) + "]")
_COMMA_OF_TEXT = re.compile(r",(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
_CIRCLED = {0x2460 + index: f"{index + 1}." for index in range(20)}  # ① to ⑳, which NFKC would turn into bare digits
_NO_DIGITS = str.maketrans({"−": "-", "–": "-"} | dict.fromkeys(NO_WIDTH))
_SPACES = re.compile(rf"[\s{NO_WIDTH}\u200e\u200f]+")


def folded(text: str) -> str:
    """`text` with compatibility forms folded: full-width digits, signs and letters."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def squeeze(text: str) -> str:
    """`text` with compatibility forms folded and white space and Markdown emphasis taken out."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_CIRCLED))
    return _SPACES.sub("", plain).replace("**", "").replace("\\", "")


def plain_digits(text: str) -> str:
    """`text` with compatibility forms and strokes folded and white space and signs of no width taken out."""
    return "".join((text if text.isascii() else folded(text).translate(_NO_DIGITS)).split())


def in_one_width(text: str) -> str:
    """`text` as it is searched, as long as before: digits, letters and signs narrow, the marks of sentences wide."""
    plain = text.translate(_FOLDED) if _FOLDABLE.search(text) else text
    return _COMMA_OF_TEXT.sub(COMMA, plain) if "," in plain else plain
