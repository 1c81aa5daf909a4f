"""Official documents in running text: their numbers, in brackets of whatever shape, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.binding.prose import passage_of
from linter.model.document import Text
from linter.model.prose import Joined, Passage
from linter.model.records import Record
from linter.model.template import OfficialDocument
from linter.prose.patterns import compiled
from linter.text.numerals import ORDINAL
from linter.text.punctuation import CLOSING_BRACKETS, INNER_TITLES, OPENING_BRACKETS, TITLES
from linter.text.regex import regex

_BRACKET = f"[{re.escape(OPENING_BRACKETS + CLOSING_BRACKETS)}]"
_BRACKETS = regex(_BRACKET)
_DIGITS = regex(r"[0-9]+")
_PIECES = regex(rf"{ORDINAL}?[0-9]+| +|(?:(?!{ORDINAL}?[0-9])[^ ])+")


LONGEST_TITLE = 300
"""Characters within which the mark that opens a title is closed."""


class Citation(Record):
    """Where a document is cited: `start` and `end` are offsets in `passage.plain`."""

    passage: Passage
    start: int
    end: int


@lru_cache(maxsize=1024)
def plain(written: str) -> str:
    """A name or number of a pack in the spelling in which running text is searched."""
    return passage_of("", Text(written, ())).plain


def cited_numbers(document: OfficialDocument, joined: Joined) -> Iterator[Citation]:
    """Every place at which one of the document's numbers stands."""
    for number in map(plain, document.numbers):
        if all(digits in joined.text for digits in _DIGITS.findall(number)):
            for match in compiled(_number_pattern(number)).finditer(joined.text):
                yield from _citation(joined, *match.span())


def cited_names(document: OfficialDocument, joined: Joined) -> Iterator[Citation]:
    """Every place at which one of the document's names stands in full, shorter names within longer ones left out."""
    names = [name for name in sorted(map(plain, document.names), key=len, reverse=True) if name in joined.text]
    if names:
        for match in compiled("|".join(map(re.escape, names))).finditer(joined.text):
            yield from _citation(joined, *match.span())


def _citation(joined: Joined, start: int, end: int) -> Iterator[Citation]:
    passage, line = joined.at(start)
    if end - line <= len(passage.plain):
        yield Citation(passage, start - line, end - line)


@lru_cache(maxsize=256)
def _number_pattern(number: str) -> str:
    """An RE2 pattern for a number as people print it: brackets of any shape or none around its digits, 第 or not."""
    brackets = f"{_BRACKET}*"
    lenient = ""
    for piece in _PIECES.findall(_BRACKETS.sub(" ", number)):
        if piece[-1].isdigit():
            ordinal = f"{ORDINAL}?" if piece.startswith(ORDINAL) else ""
            lenient += f"{brackets}{ordinal}{piece.removeprefix(ORDINAL)}{brackets}"
        elif piece.isspace():
            lenient += " ?"
        else:
            lenient += re.escape(piece)
    return lenient


def quoted_titles(joined: Joined) -> Iterator[Citation]:
    """What stands in the marks of a title, 《…》, and in those of a title within it, 〈…〉 or <…>."""
    text, (opening, closing) = joined.text, TITLES
    start = text.find(opening)
    while start >= 0:
        stop = text.find(closing, start, start + LONGEST_TITLE)
        if stop >= 0 and text.find("\n", start, stop) < 0:
            yield from _citation(joined, start + 1, stop)
            yield from _inner_titles(joined, start + 1, stop)
        start = text.find(opening, start + 1)


def _inner_titles(joined: Joined, start: int, stop: int) -> Iterator[Citation]:
    for opening, closing in INNER_TITLES:
        first = joined.text.find(opening, start, stop)
        last = joined.text.find(closing, first, stop) if first >= 0 else -1
        if last >= 0:
            yield from _citation(joined, first + 1, last)
