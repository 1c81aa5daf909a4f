"""Draws reports as office programs print them to PDF: wrapped text, ruled tables over several pages, page numbers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdf_cells import Drawn, Sheet, sheet_of
from pdf_font import FONT, register
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from linter.model.address import Address
from linter.model.template import Template

register()

_KEPT = 5  # rows of a header that programs keep together

Ruling = Callable[[Any, float, float, float, float], None]


def _dashes(canvas: Any, x: float, y: float, x2: float, y2: float) -> None:
    length = max(abs(x2 - x), abs(y2 - y))
    steps = int(length // 5)
    for step in range(steps + 1):
        one, other = step * 5 / length, min((step * 5 + 3) / length, 1)
        canvas.line(x + (x2 - x) * one, y + (y2 - y) * one, x + (x2 - x) * other, y + (y2 - y) * other)


def _double(canvas: Any, x: float, y: float, x2: float, y2: float) -> None:
    shift = (0.0, 1.2) if y == y2 else (1.2, 0.0)
    canvas.line(x, y, x2, y2)
    canvas.line(x + shift[0], y + shift[1], x2 + shift[0], y2 + shift[1])


def _fill(canvas: Any, x: float, y: float, x2: float, y2: float) -> None:
    canvas.rect(min(x, x2) - 0.25, min(y, y2) - 0.25, abs(x2 - x) + 0.5, abs(y2 - y) + 0.5, stroke=0, fill=1)


RULINGS: Mapping[str, Ruling] = {
    "lines": lambda canvas, x, y, x2, y2: canvas.line(x, y, x2, y2),
    "fills": _fill,
    "dashes": _dashes,
    "double": _double,
}


@dataclass
class Paper:
    """Pages that fill from the top. Lengths are points."""

    height: float = 842.0
    width: float = 595.0
    margin: float = 72.0
    size: float = 10.5
    ruling: str = "lines"
    running_head: str = ""
    repeat_header: bool = False
    bold: bool = False
    out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.out, pagesize=(self.width, self.height))
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        self.y = self.height - self.margin
        self.canvas.setLineWidth(0.5)
        if self.running_head:
            self.write(self.margin, self.height - 40, self.running_head, 9)
        self.write(self.width / 2, 36, f"— {self.number} —", 9)

    def turn(self) -> None:
        self.canvas.showPage()
        self._begin()

    def finish(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()

    def write(self, x: float, y: float, text: str, size: float) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text)
        if self.bold:
            self.canvas.drawString(x + 0.3, y, text)

    def prose(self, text: str, indent: int = 2) -> None:
        width = self.width - 2 * self.margin
        for index, line in enumerate(wrapped("\u3000" * indent + text, width, 16)):
            if self.y - 28 < self.margin:
                self.turn()
            self.y -= 28
            moved = indent * 16 if not index else 0
            self.write(self.margin + moved, self.y, line.lstrip("\u3000"), 16)

    def title(self, text: str) -> None:
        self.y -= 36
        self.write((self.width - 22 * len(text)) / 2, self.y, text, 22)

    def table(self, sheet: Sheet) -> None:
        edges = self._edges(sheet)
        heights = self._heights(sheet, edges)
        self.y -= 6
        start = 0
        while start < sheet.rows:
            end, room = start, self.y - self.margin
            while end < sheet.rows and heights[end] <= room:
                room -= heights[end]
                end += 1
            if end == start or (not start and end < sheet.header <= _KEPT):
                self.turn()
                continue
            self._rows(sheet, edges, heights, start, end)
            start = end
            if start < sheet.rows:
                self.turn()
                if self.repeat_header and sheet.header < start:
                    self._rows(sheet, edges, heights, 0, sheet.header)
        self.y -= 10

    def _edges(self, sheet: Sheet) -> list[float]:
        labels = [24.0, 66.0, 110.0][: sheet.labels] if sheet.labels > 1 else [110.0] * sheet.labels
        room = self.width - 2 * self.margin - sum(labels)
        figures = sheet.columns - sheet.labels
        edges = [self.margin]
        for width in [*labels, *[room / figures] * figures]:
            edges.append(edges[-1] + width)
        return edges

    def _lines(self, cell: Drawn, edges: Sequence[float]) -> list[str]:
        inner = edges[cell.column + cell.column_span] - edges[cell.column] - 6
        return list(wrapped(cell.text, inner, self.size))

    def _heights(self, sheet: Sheet, edges: Sequence[float]) -> list[float]:
        step = self.size + 2
        heights = [step + 6] * sheet.rows
        for cell in sheet.cells:
            if cell.row_span == 1:
                heights[cell.row] = max(heights[cell.row], len(self._lines(cell, edges)) * step + 6)
        return heights

    def _rows(self, sheet: Sheet, edges: Sequence[float], heights: Sequence[float], start: int, end: int) -> None:
        tops = {start: self.y}
        for row in range(start, end):
            tops[row + 1] = tops[row] - heights[row]
        for cell in sheet.cells:
            first, last = max(cell.row, start), min(cell.row + cell.row_span, end)
            if first >= last:
                continue
            left, right = edges[cell.column], edges[cell.column + cell.column_span]
            self._frame(left, tops[last], right, tops[first])
            self._text(cell, edges, tops, heights, first, last)
        self.y = tops[end]

    def _frame(self, left: float, bottom: float, right: float, top: float) -> None:
        if self.ruling == "boxes":
            self.canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)
            return
        draw = RULINGS[self.ruling]
        for x, y, x2, y2 in (
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, bottom, left, top),
            (right, bottom, right, top),
        ):
            draw(self.canvas, x, y, x2, y2)

    def _text(
        self,
        cell: Drawn,
        edges: Sequence[float],
        tops: Mapping[int, float],
        heights: Sequence[float],
        first: int,
        last: int,
    ) -> None:
        """Lines that do not fit into the part of a cell on one page go on in the part on the next."""
        step = self.size + 2
        earlier = int((sum(heights[cell.row : first]) - 4) // step) if first > cell.row else 0
        lines = self._lines(cell, edges)[max(earlier, 0) :]
        if last < cell.row + cell.row_span:
            lines = lines[: int((tops[first] - tops[last] - 4) // step)]
        left, right = edges[cell.column], edges[cell.column + cell.column_span]
        y = (tops[first] + tops[last]) / 2 + len(lines) * step / 2
        for line in lines:
            y -= step
            width = pdfmetrics.stringWidth(line, FONT, self.size)
            x = left + 3 if cell.column < 3 and width > 40 else (left + right - width) / 2
            self.write(x, y + 3, line, self.size)


def wrapped(text: str, width: float, size: float) -> Iterator[str]:
    """Lines as wide as `width` allows, broken anywhere but within a word or a number."""
    line = ""
    for word in _words(text):
        if line and pdfmetrics.stringWidth(line + word, FONT, size) > width:
            yield line
            line = ""
        line += word
    yield line


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if word and not ("!" <= word[-1] <= "~" and "!" <= character <= "~") and character not in "，。、；：）》”":
            yield word
            word = ""
        word += character
    yield word


def report(
    paper: Paper, template: Template, year: int, organisation: str, cells: Mapping[Address, str] | None = None
) -> bytes:
    """The report that `linter.run.form.write` writes as text, as a PDF file."""
    words = {"organisation": organisation, "year": str(year)}
    for line in template.form.title.format(**words).split("\n"):
        paper.title(line)
    paper.prose(template.form.lead.format(**words))
    for section in template.sections:
        paper.prose(section.number + section.label.text)
        if section.id in template.form.sections:
            for line in template.form.sections[section.id].format(**words).split("\n"):
                paper.prose(line)
        for table in template.tables:
            if table.section == section.id:
                paper.table(sheet_of(table, cells or {}))
    return paper.finish()
