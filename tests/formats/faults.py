"""What goes wrong with tables in drafts: rows and columns that are lost, added, moved or merged by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pdf_cells import Drawn, Sheet


def row_of(sheet: Sheet, label: str) -> int:
    """The grid row in which a cell of one row has this text."""
    rows = [cell.row for cell in sheet.cells if cell.text == label and cell.row_span == 1]
    if len(rows) != 1:
        raise ValueError(f"{len(rows)} rows are labelled {label}")
    return rows[0]


def without_row(sheet: Sheet, label: str) -> Sheet:
    gone = row_of(sheet, label)
    cells = tuple(
        replace(cell, row=start, row_span=span)
        for cell in sheet.cells
        for start, span in [_without(cell.row, cell.row_span, gone)]
        if span
    )
    return replace(sheet, cells=cells, rows=sheet.rows - 1)


def without_column(sheet: Sheet, label: str) -> Sheet:
    (gone,) = [cell.column for cell in sheet.cells if cell.text == label and cell.column_span == 1]
    cells = tuple(
        replace(cell, column=start, column_span=span)
        for cell in sheet.cells
        for start, span in [_without(cell.column, cell.column_span, gone)]
        if span
    )
    return replace(sheet, cells=cells, columns=sheet.columns - 1)


def _without(start: int, span: int, gone: int) -> tuple[int, int]:
    """A stretch of rows or columns (first, how many) once the one numbered `gone` is taken out."""
    return start - (start > gone), span - (start <= gone < start + span)


def with_row(sheet: Sheet, after: str, texts: Sequence[str]) -> Sheet:
    """A row more below a row that ends its groups: a label over all label columns, then figures."""
    new = row_of(sheet, after) + 1
    cells = [replace(cell, row=cell.row + (cell.row >= new)) for cell in sheet.cells]
    cells.append(Drawn(new, 0, texts[0], column_span=sheet.labels))
    cells += [Drawn(new, column, text) for column, text in enumerate(texts[1:], sheet.labels)]
    return replace(sheet, cells=tuple(cells), rows=sheet.rows + 1)


def with_rows_swapped(sheet: Sheet, one: str, other: str) -> Sheet:
    """Two rows, label and figures, each in the other's place; both stand in the same group."""
    first, second = row_of(sheet, one), row_of(sheet, other)
    groups = [cell for cell in sheet.cells if cell.row_span > 1]
    places = {first: second, second: first}
    moved = [replace(cell, row=places.get(cell.row, cell.row)) for cell in sheet.cells if cell.row_span == 1]
    return replace(sheet, cells=(*groups, *moved))


def with_texts(sheet: Sheet, texts: Iterable[tuple[str, str]]) -> Sheet:
    cells = sheet.cells
    for old, new in texts:
        cells = tuple(replace(cell, text=cell.text.replace(old, new)) for cell in cells)
    return replace(sheet, cells=cells)
