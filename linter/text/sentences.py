"""Sentences of running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.prose import Passage

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’）》]*")


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
