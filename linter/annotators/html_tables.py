"""Tables of a document as HTML, on their true grid."""

from __future__ import annotations

from collections.abc import Sequence

from linter.annotators.html_marks import Mark, Marks, marked_text, worst
from linter.annotators.html_markup import element, lines
from linter.annotators.places import Spot
from linter.model.document import Cell, Table

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
        cells = []
        column = 0
        for index, cell in enumerate(row.cells):
            gap, column = _gap(column, cell.column, covered, number)
            cells += gap
            span = _free(cell, column, covered, number)
            if not span:
                continue
            depth = min(cell.row_span, len(table.rows) - number)
            cells.append(_cell(cell, span, depth, marks.get(Spot(block, number, index), ()), language))
            covered.update(dict.fromkeys(range(column, column + span), number + depth))
            column += span
        gap, _ = _gap(column, width, covered, number)
        rows.append(element("tr", "".join(cells + gap)))
    body = element("table", "\n" + lines(rows) + "\n")
    kind = "table wide" if width > WIDE else "table"
    return element("div", body, class_=kind, tabindex=0, role="region", aria_label=name)


def _gap(column: int, until: int, covered: dict[int, int], row: int) -> tuple[list[str], int]:
    """Empty cells for the grid columns from `column` to `until` that nothing covers, and the column after them."""
    gaps = [element("td", class_="none") for free in range(column, until) if covered.get(free, 0) <= row]
    column = max(column, until)
    while covered.get(column, 0) > row:
        column += 1
    return gaps, column


def _free(cell: Cell, column: int, covered: dict[int, int], row: int) -> int:
    """How many of the columns that a cell claims are free from `column` on."""
    end = max(cell.column + cell.column_span, column + 1)
    return next((other - column for other in range(column, end) if covered.get(other, 0) > row), end - column)


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
