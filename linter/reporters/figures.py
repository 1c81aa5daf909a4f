"""The piece of a table that a finding is about, drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import render as words
from linter.language import show
from linter.language.printable import printable, quoted
from linter.model.finding import CellReference, Finding
from linter.model.message import Message
from linter.model.records import Record
from linter.presentation.sums import Side, WorkedSum, printed, worked_sum
from linter.presentation.words import MOST_NAMED
from linter.reporters.layout import Line, Piece, Ruler

NARROWEST_NAME = 8

ROOM_FOR_REMARKS = 24
"""Cells kept free at the right of the figures for the subtotals, if the names can do without them."""


class _Entry(Record):
    """One line of the drawing: a name, the figure beside it, a remark after it."""

    name: str
    figure: str = ""
    marked: bool = False
    remark: str = ""
    inset: int = 0


POINTER = " <-"
"""Beside the figure that is most likely wrong; made of marks that are one cell wide on every console."""


def draw(finding: Finding, language: str, indent: int, width: int, ruler: Ruler, cells: bool) -> list[Line]:
    """The figures behind a finding: its sum step by step, or its `cells` where they are wanted and several."""
    worked = worked_sum(finding, language)
    if worked is not None:
        entries = [*_side(worked.left), *_relation(finding, worked), *_side(worked.right)]
    elif cells and len(finding.cells) > 1:
        entries = _cells(finding.cells, language)
    else:
        return []
    return _Drawing(indent, width, ruler).aligned(entries)


def _relation(finding: Finding, worked: WorkedSum) -> list[_Entry]:
    """What must hold between the sides. That they must be equal goes without saying."""
    equal = finding.calculation is not None and finding.calculation.operator == "=="
    return [] if equal else [_Entry(worked.must)]


def _side(side: Side) -> list[_Entry]:
    """The terms of one side, with the remark after its last figure."""
    entries = [_Entry(figure.name, figure.text, figure.suspect) for figure in side.figures]
    if entries:
        entries[-1] = entries[-1]._replace(remark=side.remark)
    return entries


def _cells(cells: Sequence[CellReference], language: str) -> list[_Entry]:
    shown = cells[:MOST_NAMED]
    rows = {cell.name.row for cell in shown}
    shared = rows.pop() if len(rows) == 1 else None
    entries = [_Entry(quoted(shared))] if shared is not None else []
    for cell in shown:
        name = quoted(cell.name.column) if shared is not None else printable(show(cell.name, language))
        entries.append(_Entry(name, printed(cell.text, language), inset=0 if shared is None else 2))
    if len(cells) > MOST_NAMED:
        entries.append(_Entry(words(Message("report.more-cells", {"count": len(cells) - MOST_NAMED}), language)))
    return entries


class _Drawing(Record):
    """Where a piece of a table is drawn."""

    indent: int
    width: int
    ruler: Ruler

    def aligned(self, entries: Sequence[_Entry]) -> list[Line]:
        """Names at the left, figures below each other, remarks after them or, where there is no room, below."""
        figure_width = min(self.ruler.widest(entry.figure for entry in entries), self.width // 3)
        room = self.width - self.indent - figure_width - ROOM_FOR_REMARKS
        names = (entry.inset + self.ruler.cells(entry.name) for entry in entries if entry.figure)
        name_width = max(min(max(names, default=0), room), NARROWEST_NAME)
        lines: list[Line] = []
        for entry in entries:
            if entry.figure:
                lines += self.figured(entry, name_width, figure_width)
            else:
                lines += self.below(entry.name, self.indent, "quiet") + self.below(entry.remark, self.indent)
        return lines

    def figured(self, entry: _Entry, name_width: int, figure_width: int) -> list[Line]:
        """One name with its figure; what does not fit beside it goes below."""
        margin, start = " " * (self.indent + entry.inset), self.indent + name_width + 2
        names = self.ruler.wrap(entry.name, name_width - entry.inset)
        figures = self.ruler.wrap(entry.figure, figure_width)
        remark = self.ruler.cells(entry.remark)
        fits = remark <= self.width - start - figure_width - len(POINTER) - 2
        lines: list[Line] = []
        for index in range(max(len(names), len(figures))):
            name = names[index] if index < len(names) else ""
            figure = self.ruler.right(figures[index] if index < len(figures) else "", figure_width)
            style = "mark" if entry.marked else ""
            line: Line = (Piece(self.ruler.left(margin + name, start)), Piece(figure, style))
            if index == 0:
                mark = Piece(POINTER if entry.marked else " " * len(POINTER), "mark")
                line = (*line, mark, Piece(f"  {entry.remark}" if fits else ""))
            lines.append(line)
        return lines if fits else lines + self.below(entry.remark, start)

    def below(self, text: str, indent: int, style: str = "") -> list[Line]:
        parts = self.ruler.wrap(text, self.width - indent) if text else []
        return [(Piece(" " * indent), Piece(part, style)) for part in parts]
