"""Places in a file: where a text stands, in the coordinates that the file's own editor shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Span(Protocol):
    """A concrete place. Each reader has its own kind; all of them can be narrowed and written out."""

    def narrow(self, start: int, length: int) -> Span:
        """The part of this span that begins `start` characters in and is `length` characters long."""
        ...

    def location(self) -> Mapping[str, int]:
        """The keys that the JSON format prints under `location`."""
        ...

    def order(self) -> tuple[int, ...]:
        """A sort key: reading order within one document."""
        ...


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A place in a text file, on one line.

    `line` and `column` count from 1, the column in characters, as editors do; a byte order mark counts as nothing.
    `offset` counts characters from the start of the decoded text, `length` is the number of characters.
    """

    line: int
    column: int
    offset: int
    length: int = 0

    def narrow(self, start: int, length: int) -> TextSpan:
        return TextSpan(self.line, self.column + start, self.offset + start, length)

    def location(self) -> Mapping[str, int]:
        return {"line": self.line, "column": self.column}

    def order(self) -> tuple[int, ...]:
        return (self.offset,)
