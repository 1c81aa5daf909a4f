"""Sentences of running text, and what lies between two marks of it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.model.prose import Passage
from linter.text.punctuation import SENTENCE

_SENTENCE = re.compile(rf"[^{SENTENCE}\n]+[{SENTENCE}]?[”’）》]*")


class Sentence(NamedTuple):
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
