"""A document as the page draws it: paragraphs and tables with their marks, or the pages of a PDF file with boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linter.model.document import Cell, Document, Paragraph, Row, Table
from linter.model.span import Location, PdfSpan
from linter.presentation.grids import is_label, laid_out
from linter.web.places import Spot, marked_at

Marks = Mapping[Location, Sequence[tuple[int, str, int, int]]]
"""Text of the document → (finding, role, offset, length) of what is marked in it; length 0 is the whole text."""


def as_blocks(document: Document, spots: Sequence[Spot], headings: frozenset[int]) -> dict[str, Any]:
    """The blocks of a document that has a text: the page builds elements of them, and never reads them as markup."""
    marks: dict[Location, list[tuple[int, str, int, int]]] = {}
    for spot in spots:
        at = marked_at(spot.span)
        marks.setdefault(at.whole, []).append((spot.finding, spot.role, at.offset, at.length))
    blocks = [
        _paragraph(block, number, marks, number in headings)
        if isinstance(block, Paragraph)
        else _table(block, number, marks)
        for number, block in enumerate(document.blocks)
    ]
    return {"kind": "blocks", "blocks": blocks}


def _paragraph(block: Paragraph, number: int, marks: Marks, heading: bool) -> dict[str, Any]:
    found = marks.get(Location(number), ())
    return {"text": block.text.value, "label": block.label, "heading": heading or block.level > 0, "marks": found}


def _table(table: Table, number: int, marks: Marks) -> dict[str, Any]:
    rows = [
        [_cell(row, place.cell, place.columns, place.rows, marks, Location(number, line)) for place in places]
        for line, (row, places) in enumerate(zip(table.rows, laid_out(table), strict=True))
    ]
    return {"rows": rows, "width": max(row.width for row in table.rows)}


def _cell(row: Row, index: int | None, columns: int, rows: int, marks: Marks, at: Location) -> dict[str, Any]:
    if index is None:
        return {"text": "", "gap": True, "columns": columns, "rows": rows, "marks": ()}
    cell: Cell = row.cells[index]
    value = cell.text.value
    found = marks.get(at._replace(cell=index), ())
    return {"text": value, "head": is_label(value), "columns": columns, "rows": rows, "marks": found}


def as_pages(data: bytes, spots: Sequence[Spot]) -> dict[str, Any]:
    """The pages of a PDF file with the boxes of its marks, in fractions of a page. Raises `ReadFailure`."""
    from linter.readers.pdf.pictures import sheets

    found, boxes = sheets(data, [spot.span for spot in spots if isinstance(spot.span, PdfSpan)])
    pages: list[dict[str, Any]] = [{"width": one.width, "height": one.height, "marks": []} for one in found]
    for spot in spots:
        if isinstance(spot.span, PdfSpan) and spot.span in boxes:
            pages[spot.span.page - 1]["marks"].append((spot.finding, spot.role, *boxes[spot.span]))
    return {"kind": "pages", "pages": pages}
