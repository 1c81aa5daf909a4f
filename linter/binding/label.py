"""Labels as they are compared: the words without spaces, punctuation, numbering and notes, and the number apart.

A draft prints `（二) 部分公开 (区分处理的, …)` where the form prints `（二）部分公开（区分处理的，…）`, breaks `规 章`
over cells and puts `１．` for `1.`. What is compared is therefore reduced to letters and digits. The numbering is
kept as a number: it tells `3.其他` from a heading `其他`, and is not trusted alone.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_NUMERAL = r"[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_NUMBERING = re.compile(rf"\(({_NUMERAL})\)[.、,:]?|({_NUMERAL})[.、,:)](?![0-9])")
_CIRCLED = {0x2460 + index: f"{index + 1}." for index in range(20)}  # ① to ⑳, which NFKC would turn into bare digits
_NUMERALS = {character: value for value, character in enumerate("一二三四五六七八九", 1)}
_NOTE = re.compile(r"\([^()]*\)?$")
_NO_WORDS = re.compile(r"[\W_]+")
_SPACES = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


class LabelForm(NamedTuple):
    """A label in the form in which it is compared.

    `words` are the letters and digits without numbering, `brief` the same without a trailing note in brackets,
    `number` the value of the numbering or None, `mark` the numbering's shape: `(1)`, `1.`, `一` or empty.
    """

    words: str
    brief: str
    number: int | None = None
    mark: str = ""


def squeeze(text: str) -> str:
    """`text` with compatibility forms folded and white space and Markdown emphasis taken out."""
    return _SPACES.sub("", _fold(text)).replace("**", "").replace("\\", "")


def _fold(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(_CIRCLED))


def numeral(text: str) -> int:
    """The value of an Arabic or a Chinese numeral up to 99; 0 for what is none."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


@lru_cache(maxsize=4096)
def form_of(text: str) -> LabelForm:
    """The compared form of a label as printed."""
    squeezed = squeeze(text)
    number, mark, rest = _numbering(squeezed)
    words = _NO_WORDS.sub("", rest)
    brief = _NO_WORDS.sub("", _NOTE.sub("", rest)) or words
    return LabelForm(words, brief, number, mark)


def _numbering(squeezed: str) -> tuple[int | None, str, str]:
    match = _NUMBERING.match(squeezed)
    if match is None:
        return None, "", squeezed
    bracketed, plain = match.groups()
    rest = squeezed[match.end() :]
    if bracketed:
        return numeral(bracketed), "(1)", rest
    return numeral(plain), "1." if plain.isdecimal() else "一", rest


def printed_number(text: str) -> str:
    """The numbering at the start of `text`, compatibility forms folded (`一、`, `1.`), or empty."""
    match = _NUMBERING.match(squeeze(text))
    return match[0] if match else ""
