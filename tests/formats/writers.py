"""Writes a report as text, as Markdown, as a web page, as a Word file and as a PDF file: the same bytes every time."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.table import CT_Tbl
from docx.shared import Pt
from docx.table import Table as WordTable
from sources import Report, Title

from pdf_cells import Drawn, Sheet  # isort: skip (its folder is known since `sources`)
from pdf_paper import Paper  # isort: skip

_LATENT = "stylesWithEffects"
_DAY = (2024, 1, 15, 9, 30, 0)


def grid(sheet: Sheet) -> list[list[Drawn | None]]:
    """The rows of a table, place by place: a cell at its upper left place, None where a cell covers another."""
    rows: list[list[Drawn | None]] = [[None] * sheet.columns for _ in range(sheet.rows)]
    for cell in sheet.cells:
        rows[cell.row][cell.column] = cell
    return rows


def texts(sheet: Sheet) -> Iterator[list[str]]:
    for row in grid(sheet):
        yield [cell.text if cell else "" for cell in row]


def as_text(report: Report) -> bytes:
    """Cells apart by tabs, merged ones empty, as text comes out of a word processor."""
    lines: list[str] = []
    for part in report.parts:
        if isinstance(part, Sheet):
            lines += ["\t".join(row) for row in texts(part)]
        else:
            lines.append(part.text if isinstance(part, Title) else part)
        lines.append("")
    return "\n".join(lines).encode()


def as_markdown(report: Report) -> bytes:
    """Tables with pipes, whose first row is a header whatever it holds."""
    lines: list[str] = []
    for part in report.parts:
        if isinstance(part, Sheet):
            rows = [f"| {' | '.join(row)} |" for row in texts(part)]
            lines += [rows[0], "|" + " --- |" * part.columns, *rows[1:]]
        else:
            lines.append(f"# {part.text}" if isinstance(part, Title) else part)
        lines.append("")
    return "\n".join(lines).encode()


def as_page(report: Report) -> bytes:
    """A web page with a table per table, its cells merged by `rowspan` and `colspan`."""
    body: list[str] = []
    for part in report.parts:
        if isinstance(part, Sheet):
            body += ["<table border='1'>", *map(_page_row, grid(part)), "</table>"]
        elif isinstance(part, Title):
            body.append(f"<h1>{html.escape(part.text)}</h1>")
        else:
            body.append(f"<p>{html.escape(part)}</p>")
    head = "<!DOCTYPE html>\n<html lang='zh'><head><meta charset='utf-8'><title>年度报告</title></head><body>"
    return "\n".join([head, *body, "</body></html>"]).encode()


def _page_row(row: Sequence[Drawn | None]) -> str:
    cells = [
        f"<td rowspan='{cell.row_span}' colspan='{cell.column_span}'>{html.escape(cell.text)}</td>"
        for cell in row
        if cell
    ]
    return f"<tr>{''.join(cells)}</tr>"


def as_word(report: Report) -> bytes:
    """A Word file with merged tables, as python-docx writes one."""
    document = new_document()
    _pruned(document)
    for part in report.parts:
        if isinstance(part, Sheet):
            _draw(document.add_table(part.rows, part.columns, style="Table Grid"), part)
        elif isinstance(part, Title):
            title = document.add_paragraph()
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
            title.add_run(part.text).font.size = Pt(22)
        else:
            document.add_paragraph(part)
    buffer = io.BytesIO()
    document.save(buffer)
    return _dated(buffer.getvalue())


def _pruned(document: WordDocument) -> None:
    """Leave out what makes the file ten times as large as one of Word: a hundred looks for tables, given twice."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    for part in (document.part, document.part.package):
        for id, relation in list(part.rels.items()):
            if relation.reltype.endswith((_LATENT, "/thumbnail")):
                del part.rels[id]


def _dated(package: bytes) -> bytes:
    """The package with the same time for all its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _draw(table: WordTable, sheet: Sheet) -> None:
    """Fill the cells and merge them, by the table's own element: `Table.cell` counts all cells every time."""
    element: CT_Tbl = table._tbl
    places = [list(row.tc_lst) for row in element.tr_lst]
    for cell in sheet.cells:
        place = places[cell.row][cell.column]
        place.p_lst[0].add_r().text = cell.text
        if cell.row_span > 1 or cell.column_span > 1:
            place.merge(places[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1])


def as_paper(report: Report) -> bytes:
    """A PDF file with ruled tables that go on over the pages."""
    paper = Paper(**report.page)
    for part in report.parts:
        if isinstance(part, Sheet):
            paper.table(part)
        elif isinstance(part, Title):
            paper.title(part.text)
        else:
            paper.prose(part)
    return paper.finish()


WRITERS: Mapping[str, Callable[[Report], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_page,
    "docx": as_word,
    "pdf": as_paper,
}
