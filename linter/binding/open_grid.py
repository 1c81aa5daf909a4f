"""The rows of a table as a grid: which cell covers which grid column, also where one reaches down from a row above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.model.document import Cell, Row, Table
from linter.model.records import Record
from linter.model.span import Span

MOST_COLUMNS = 500
"""Grid columns that are looked at."""


class GridRow(Record):
    """A physical row of the block `block`. `own` has the cells that begin in it by every grid column that they cover,
    `above` those that reach into it from rows above.
    """

    block: int
    own: Mapping[int, Cell]
    above: Mapping[int, Cell]
    width: int

    @property
    def span(self) -> Span:
        cells = self.own or self.above
        filled = [cell for cell in cells.values() if cell.text.value.strip()]
        return (filled or list(cells.values()))[0].text.span

    def cell(self, column: int) -> Cell | None:
        return self.own.get(column) or self.above.get(column)

    def text(self, column: int) -> str:
        """What stands in a column in this row or reaches into it."""
        cell = self.cell(column)
        return cell.text.value.strip() if cell is not None else ""

    def texts(self, columns: Iterable[int]) -> list[Cell]:
        """The filled cells that begin in this row within `columns`, each once, from left to right."""
        cells = {id(cell): cell for column in columns if (cell := self.own.get(column)) is not None}
        return [cell for cell in cells.values() if cell.text.value.strip()]


def grid_rows(table: Table, block: int) -> list[GridRow]:
    """The rows of one block of a document."""
    rows: list[GridRow] = []
    reaching: dict[int, tuple[int, Cell]] = {}
    for row in table.rows:
        own = _covered(row)
        above = {column: cell for column, (_, cell) in reaching.items() if column not in own}
        width = max((*own, *above), default=-1) + 1
        rows.append(GridRow(block, own, dict(sorted(above.items())), width))
        reaching = {column: (left - 1, cell) for column, (left, cell) in reaching.items() if left > 1}
        for column, cell in own.items():
            if cell.row_span > 1:
                reaching[column] = (cell.row_span - 1, cell)
    return rows


def _covered(row: Row) -> dict[int, Cell]:
    covered: dict[int, Cell] = {}
    for cell in row.cells:
        for column in range(cell.column, min(cell.column + cell.column_span, MOST_COLUMNS)):
            covered.setdefault(column, cell)
    return covered
