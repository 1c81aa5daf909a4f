"""Sentences of running text, and what lies between two marks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.model.prose import Passage
from linter.model.records import Record
from linter.text.punctuation import CLOSING, COLON, FULL_STOPS, SENTENCE
from linter.text.regex import regex

_END = regex(rf"[{FULL_STOPS}]|(?<![{COLON}{SENTENCE[-1]}])\n")
_SENTENCE = regex(rf"[^{SENTENCE}\n]+[{SENTENCE}]?[{re.escape(CLOSING)}]*")


LONGEST_SENTENCE = 2_000
"""Characters on either side of a hit that its sentence is looked for in: one of a megabyte is not read for each hit."""

FARTHEST = 400
"""Characters that are looked at before a place and after it: a paragraph of a megabyte is not read for each figure."""


class Sentence(Record):
    """A sentence: `start` and `end` are offsets in `passage.plain`. A semicolon ends one too."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.passage.plain[self.start : self.end]


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, in order."""
    for match in _SENTENCE.finditer(passage.plain):
        yield Sentence(passage, match.start(), match.end())


def after_last(text: str, marks: Iterable[str], start: int, end: int) -> int:
    """The offset after the last of `marks` in `text[start:end]`, or `start`."""
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in marks))


def to_next(text: str, marks: Iterable[str], start: int, end: int) -> int:
    """The offset of the first of `marks` in `text[start:end]`, or `end`."""
    return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)


def sentence_around(plain: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence around `plain[start:end]`; a semicolon ends one too."""
    earliest, latest = max(start - LONGEST_SENTENCE, 0), min(end + LONGEST_SENTENCE, len(plain))
    return after_last(plain, SENTENCE, earliest, start), to_next(plain, SENTENCE, max(end - 1, start), latest)


def around(plain: str, start: int, end: int, ends: Iterable[str]) -> tuple[int, int]:
    """The offsets of what lies between two of `ends` and holds `plain[start:end]`; marks at its own ends are none.

    What is farther away than `FARTHEST` is not looked at.
    """
    while start < end and plain[start] in ends:
        start += 1
    while end > start and plain[end - 1] in ends:
        end -= 1
    first, last = max(start - FARTHEST, 0), min(end + FARTHEST, len(plain))
    return after_last(plain, ends, first, start), to_next(plain, ends, end, last)


def sentence_start(text: str, first: int, position: int) -> int:
    """Where the sentence around `position` begins, not before `first`."""
    return after_last(text, (*FULL_STOPS, "\n"), first, position)


def sentence_end(text: str, position: int) -> int:
    """Where the sentence around `position` ends. A line that ends with a colon or semicolon goes on in the next."""
    end = _END.search(text, position)
    return end.start() if end else len(text)


def sentences_with(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in which `pattern` is found, in order."""
    at = 0
    while match := pattern.search(text, at):
        end = sentence_end(text, match.start())
        yield sentence_start(text, at, match.start()), end
        at = end + 1
