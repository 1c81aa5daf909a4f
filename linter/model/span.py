"""Places in a file: where a text stands, in the coordinates that the file's own editor shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from linter.model.records import Record


class Location(Record):
    """Where in its document a text stands, or a part of one: the block, and in a table the row and the cell in it, all
    from 0; -1 for what there is not. The part begins `offset` characters in; a `length` of 0 stands for the whole text.
    """

    block: int = -1
    row: int = -1
    cell: int = -1
    offset: int = 0
    length: int = 0

    @property
    def whole(self) -> Location:
        """That of the whole text."""
        return Location(self.block, self.row, self.cell)

    def narrow(self, start: int, length: int) -> Location:
        """That of a part, as for spans. A part of what is in no document yet is in none either."""
        if self.block < 0:
            return self
        return Location(self.block, self.row, self.cell, self.offset + start, length)


NOWHERE = Location()
"""That of what was read without asking for locations."""


class Span(Protocol):
    """A concrete place. Each reader has its own kind; all of them can be narrowed and written out."""

    @property
    def at(self) -> Location:
        """Where in the document that was read this place is."""
        ...

    def located(self, at: Location) -> Span:
        """The same place, which in the document is `at`."""
        ...

    def narrow(self, start: int, length: int, /) -> Span:
        """The part of this span that begins `start` characters in and is `length` characters long."""
        ...

    def location(self) -> Mapping[str, float]:
        """The keys that the JSON format prints under `location`."""
        ...

    def order(self) -> tuple[int, ...]:
        """A sort key: reading order within one document."""
        ...


class TextSpan(Record):
    """A place in a text file, on one line.

    `line` and `column` count from 1, the column in characters, as editors do; a byte order mark counts as nothing.
    `offset` counts characters from the start of the decoded text, `length` is the number of characters.
    """

    line: int
    column: int
    offset: int
    length: int = 0
    at: Location = NOWHERE

    def located(self, at: Location) -> TextSpan:
        return TextSpan(self.line, self.column, self.offset, self.length, at)

    def narrow(self, start: int, length: int) -> TextSpan:
        at = self.at if self.at is NOWHERE else self.at.narrow(start, length)
        return TextSpan(self.line, self.column + start, self.offset + start, length, at)

    def location(self) -> Mapping[str, float]:
        return {"line": self.line, "column": self.column}

    def order(self) -> tuple[int, ...]:
        return (self.offset,)


class DocxSpan(Record):
    """A place in a word-processor file. All numbers count from 1; 0 says that there is none.

    `block` is the paragraph or table among those read, `row` and `cell` the table row and the cell in it as stored.
    `paragraph` counts the `w:p` elements of the document part in the order of the file, and `run` the `w:r` elements
    within that paragraph, both those not read included: so the place is found again without reading the report.
    `start` and `length` are characters of the run's text; the number that a list gives a cell has a place without run.
    """

    block: int
    row: int = 0
    cell: int = 0
    paragraph: int = 0
    run: int = 0
    start: int = 0
    length: int = 0
    at: Location = NOWHERE

    def located(self, at: Location) -> DocxSpan:
        return DocxSpan(*self[:-1], at)

    def narrow(self, start: int, length: int) -> DocxSpan:
        return self._replace(start=self.start + start, length=length, at=self.at.narrow(start, length))

    def location(self) -> Mapping[str, float]:
        place = {
            "block": self.block,
            "row": self.row,
            "cell": self.cell,
            "paragraph": self.paragraph,
            "run": self.run,
        }
        return {key: number for key, number in place.items() if number}

    def order(self) -> tuple[int, ...]:
        return (self.block, self.row, self.cell, self.paragraph, self.run, self.start)


class PdfSpan(Record):
    """A place on a page: `page` counts from 1, the box is in points in the page's own coordinates, whose origin is as a
    rule its lower left corner. A page that is shown turned has them unturned, as annotations in the file do.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    at: Location = NOWHERE

    def located(self, at: Location) -> PdfSpan:
        return PdfSpan(*self[:-1], at)

    def narrow(self, start: int, length: int) -> PdfSpan:
        return self.located(self.at.narrow(start, length))

    def location(self) -> Mapping[str, float]:
        return {"page": self.page, "left": self.left, "bottom": self.bottom, "right": self.right, "top": self.top}

    def order(self) -> tuple[int, ...]:
        return (self.page, -round(self.top * 100), round(self.left * 100))
