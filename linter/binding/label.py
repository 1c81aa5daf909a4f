"""Labels as they are compared: the words without spaces, punctuation, numbering and notes, and the number apart.

A draft prints `（二) 部分公开 (区分处理的, …)` where the form prints `（二）部分公开（区分处理的，…）`, breaks `规 章`
over cells and puts `１．` for `1.`. What is compared is therefore reduced to letters and digits. The numbering is
kept as a number: it tells `3.其他` from a heading `其他`, and is not trusted alone. Case does not count.
"""

from __future__ import annotations

from functools import lru_cache

from linter.model.records import Record
from linter.text.numerals import COUNTING, ONES, whole
from linter.text.punctuation import ITEM
from linter.text.regex import regex
from linter.text.widths import squeeze

_NUMERAL = rf"[0-9]{{1,3}}|[{COUNTING}]{{1,3}}"
_NUMBERING = regex(rf"\(({_NUMERAL})\)[.{ITEM},:]?|({_NUMERAL})[.{ITEM},:)](?![0-9])")
_NOTE = regex(r"\([^()]*\)?$")
_NO_WORDS = regex(r"[\W_]+")


class LabelForm(Record):
    """A label in the form in which it is compared.

    `words` are the letters and digits without numbering, `brief` the same without a trailing note in brackets,
    `number` the value of the numbering or None, `mark` the numbering's shape: `(1)`, `1.`, `一` or empty.
    """

    words: str
    brief: str
    number: int | None = None
    mark: str = ""


@lru_cache(maxsize=4096)
def form_of(text: str) -> LabelForm:
    """The compared form of a label as printed."""
    squeezed = squeeze(text)
    number, mark, rest = _numbering(squeezed)
    words = _NO_WORDS.sub("", rest).casefold()
    brief = _NO_WORDS.sub("", _NOTE.sub("", rest)).casefold() or words
    return LabelForm(words, brief, number, mark)


def _numbering(squeezed: str) -> tuple[int | None, str, str]:
    match = _NUMBERING.match(squeezed)
    if match is None:
        return None, "", squeezed
    bracketed, plain = match.groups()
    rest = squeezed[match.end() :]
    if bracketed:
        return whole(bracketed), "(1)", rest
    return whole(plain), "1." if plain.isdecimal() else ONES[0], rest


def label_letters(text: str) -> str:
    """The letters and digits of a label, its number among them."""
    return _NO_WORDS.sub("", squeeze(text))


def printed_number(text: str) -> str:
    """The numbering at the start of `text`, compatibility forms folded (`一、`, `1.`), or empty."""
    match = _NUMBERING.match(squeeze(text))
    return match[0] if match else ""
