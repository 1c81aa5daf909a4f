"""Tables on their true grid: which cells a page draws in a row, how far each reaches, and where it leaves gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from linter.model.document import Cell, Table
from linter.model.records import Record


class Place(Record):
    """A place in a row that is drawn: the index of its cell, None for a gap, and how many columns and rows it takes."""

    cell: int | None
    columns: int = 1
    rows: int = 1


def laid_out(table: Table) -> list[list[Place]]:
    """The places of each row, from left to right, so that every row fills the width of the table. Where cells claim
    what another hangs into, they are moved on.
    """
    width = max(row.width for row in table.rows)
    covered: dict[int, int] = {}  # grid column → the row at which the cell that hangs into it ends
    rows = []
    for number, row in enumerate(table.rows):
        covered = {column: end for column, end in covered.items() if end > number}
        places: list[Place] = []
        column = 0
        hanging: dict[int, int] = {}
        for index, cell in enumerate(row.cells):
            places += _gaps(column, cell.column, covered)
            column = _first_free(max(column, cell.column), covered)
            span = _free(cell, column, covered)
            depth = min(cell.row_span, len(table.rows) - number)
            places.append(Place(index, span, depth))
            if depth > 1:
                hanging.update(dict.fromkeys(range(column, column + span), number + depth))
            column += span
        places += _gaps(column, width, covered)
        covered |= hanging
        rows.append(places)
    return rows


def _gaps(column: int, until: int, covered: Mapping[int, int]) -> Iterator[Place]:
    """Gaps for the grid columns from `column` to `until` that nothing hangs into, one for all that adjoin."""
    edges = [column - 1, *sorted(other for other in covered if column <= other < until), until]
    return (Place(None, right - left - 1) for left, right in pairwise(edges) if right - left > 1)


def _first_free(column: int, covered: Mapping[int, int]) -> int:
    while column in covered:
        column += 1
    return column


def _free(cell: Cell, column: int, covered: Mapping[int, int]) -> int:
    """How many of the columns that a cell claims are free from `column` on, which is: one at least."""
    end = max(cell.column + cell.column_span, column + 1)
    return next((other - column for other in range(column, end) if other in covered), end - column)


def is_label(value: str) -> bool:
    """Whether the text of a cell heads something: words do, figures and blanks do not."""
    return sum(map(str.isalpha, value)) > sum(map(str.isdecimal, value))
