"""The tables of a report as they were read: labels and what is printed beside the ids of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.model.message import Localised
from linter.model.records import Record
from linter.model.span import Span


class Line(Record):
    """A row or a column: its id, its name in messages, and its labels in the form, outermost first."""

    id: str
    name: str
    labels: tuple[str, ...]


class PrintedCell(Record):
    """What is printed in a cell, and the number that it was read as; None for one without a figure. `span` is where."""

    text: str
    value: Decimal | None
    span: Span | None = None


class PrintedBlock(Record):
    """A part of a table with a header of its own; `cells` by the ids of row and column, those that were found."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: Mapping[tuple[str, str], PrintedCell]


class PrintedTable(Record):
    """A table with its id and its title in the form."""

    id: str
    title: Localised
    blocks: tuple[PrintedBlock, ...]

    def each(self) -> Iterator[tuple[Line, Line, PrintedCell]]:
        """All cells of the form, row by row; one that was not found has no text and no value."""
        for block in self.blocks:
            for row in block.rows:
                for column in block.columns:
                    yield row, column, block.cells.get((row.id, column.id), PrintedCell("", None))
