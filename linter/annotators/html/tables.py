"""Tables of a document as HTML, on their true grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from linter.annotators.html.marks import Mark, Marks, marked_text, worst
from linter.annotators.html.markup import element, lines
from linter.model.document import Cell, Table
from linter.model.span import Location

WIDE = 6
"""A table of more columns than this is scrolled on a narrow screen, and not squeezed into it."""


def drawn_table(block: int, table: Table, marks: Marks, language: str, name: str) -> str:
    """The `block`-th block of the document, a table. Places of the grid that no cell covers are drawn empty.

    The frame around it can be scrolled by keyboard, hence it needs a `name`.
    """
    width = max(row.width for row in table.rows)
    covered: dict[int, int] = {}  # grid column → the row at which the cell that hangs into it ends
    rows = []
    for number, row in enumerate(table.rows):
        covered = {column: end for column, end in covered.items() if end > number}
        cells = []
        column = 0
        hanging: dict[int, int] = {}
        for index, cell in enumerate(row.cells):
            cells += _gaps(column, cell.column, covered)
            column = _first_free(max(column, cell.column), covered)
            span = _free(cell, column, covered)
            depth = min(cell.row_span, len(table.rows) - number)
            cells.append(_cell(cell, span, depth, marks.get(Location(block, number, index), ()), language))
            if depth > 1:
                hanging.update(dict.fromkeys(range(column, column + span), number + depth))
            column += span
        cells += _gaps(column, width, covered)
        covered |= hanging
        rows.append(element("tr", "".join(cells)))
    body = element("table", "\n" + lines(rows) + "\n")
    kind = "table wide" if width > WIDE else "table"
    return element("div", body, class_=kind, tabindex=0, role="region", aria_label=name)


def _gaps(column: int, until: int, covered: Mapping[int, int]) -> list[str]:
    """Empty cells for the grid columns from `column` to `until` that nothing hangs into, one for all that adjoin."""
    edges = [column - 1, *sorted(other for other in covered if column <= other < until), until]
    return [
        element("td", class_="none", colspan=right - left - 1 if right - left > 2 else None)
        for left, right in pairwise(edges)
        if right - left > 1
    ]


def _first_free(column: int, covered: Mapping[int, int]) -> int:
    while column in covered:
        column += 1
    return column


def _free(cell: Cell, column: int, covered: Mapping[int, int]) -> int:
    """How many of the columns that a cell claims are free from `column` on, which is: one at least."""
    end = max(cell.column + cell.column_span, column + 1)
    return next((other - column for other in range(column, end) if other in covered), end - column)


def _cell(cell: Cell, span: int, depth: int, marks: Sequence[Mark], language: str) -> str:
    """A cell: words head something, figures and blanks do not."""
    severity = worst(marks)
    return element(
        "th" if _is_label(cell.text.value) else "td",
        marked_text(cell.text.value, marks, language),
        class_=f"marked {severity}" if severity else None,
        colspan=span if span > 1 else None,
        rowspan=depth if depth > 1 else None,
    )


def _is_label(value: str) -> bool:
    return sum(map(str.isalpha, value)) > sum(map(str.isdecimal, value))
