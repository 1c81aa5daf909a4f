"""Tables of a document as HTML, on their true grid."""

from __future__ import annotations

from collections.abc import Sequence

from linter.annotators.html.marks import Mark, Marks, marked_text, worst
from linter.annotators.html.markup import element, lines
from linter.model.document import Cell, Table
from linter.model.span import Location
from linter.presentation.grids import Place, is_label, laid_out

WIDE = 6
"""A table of more columns than this is scrolled on a narrow screen, and not squeezed into it."""


def drawn_table(block: int, table: Table, marks: Marks, language: str, name: str) -> str:
    """The `block`-th block of the document, a table. Places of the grid that no cell covers are drawn empty.

    The frame around it can be scrolled by keyboard, hence it needs a `name`.
    """
    width = max(row.width for row in table.rows)
    rows = []
    for number, (row, places) in enumerate(zip(table.rows, laid_out(table), strict=True)):
        at = Location(block, number)
        cells = (
            _gap(place)
            if place.cell is None
            else _cell(row.cells[place.cell], place, marks.get(at._replace(cell=place.cell), ()), language)
            for place in places
        )
        rows.append(element("tr", "".join(cells)))
    body = element("table", "\n" + lines(rows) + "\n")
    kind = "table wide" if width > WIDE else "table"
    return element("div", body, class_=kind, tabindex=0, role="region", aria_label=name)


def _gap(place: Place) -> str:
    return element("td", class_="none", colspan=place.columns if place.columns > 1 else None)


def _cell(cell: Cell, place: Place, marks: Sequence[Mark], language: str) -> str:
    """A cell: words head something, figures and blanks do not."""
    severity = worst(marks)
    return element(
        "th" if is_label(cell.text.value) else "td",
        marked_text(cell.text.value, marks, language),
        class_=f"marked {severity}" if severity else None,
        colspan=place.columns if place.columns > 1 else None,
        rowspan=place.rows if place.rows > 1 else None,
    )
