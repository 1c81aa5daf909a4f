"""A table as a full grid: every place has the text of the cell that covers it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.mining.readings import Reading, Sort, is_year, reading
from linter.model.document import Row, Table
from linter.model.records import Record


class Place(Record):
    """One place of a grid: the text of the cell that covers it, and the row and column at which that cell begins."""

    text: str
    row: int
    column: int

    @property
    def reading(self) -> Reading:
        return reading(self.text)


GridRow = tuple[Place, ...]


def grid_of(table: Table) -> tuple[GridRow, ...]:
    """The rows of a table, all of one width, in which cells stand wherever they reach to."""
    width = max(row.width for row in table.rows)
    reaching: dict[tuple[int, int], Place] = {}
    for number, row in enumerate(table.rows):
        for place, down, column in _covered(row, number):
            reaching.setdefault((number + down, column), place)
    return tuple(
        tuple(reaching.get((number, column), Place("", number, column)) for column in range(width))
        for number in range(len(table.rows))
    )


def _covered(row: Row, number: int) -> Iterator[tuple[Place, int, int]]:
    for cell in row.cells:
        place = Place(" ".join(cell.text.value.split()), number, cell.column)
        for down in range(cell.row_span):
            for right in range(cell.column_span):
                yield place, down, cell.column + right


def texts_of(row: GridRow) -> list[Place]:
    """The cells of a row that hold anything, each once."""
    once = {(place.row, place.column): place for place in row}
    return [place for place in once.values() if place.reading.sort is not Sort.BLANK]


def is_of_figures(row: GridRow) -> bool:
    """Whether a row has figures that are not the years over columns."""
    counting = [place for place in texts_of(row) if place.reading.counts]
    return bool(counting) and not all(is_year(place.text) for place in counting)
