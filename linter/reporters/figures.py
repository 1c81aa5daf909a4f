"""The piece of a table that a finding is about, drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import render as words
from linter.language.printable import quoted
from linter.model.finding import CellReference, Finding
from linter.model.message import Message
from linter.model.records import Record
from linter.presentation.sums import Side, WorkedSum, printed, worked_sum
from linter.presentation.words import MOST_NAMED
from linter.reporters.layout import Line, Piece, left, right, widest, wrap

BETWEEN_ROW_AND_COLUMN = "·"

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


def draw(finding: Finding, language: str, indent: int, width: int) -> list[Line]:
    """The figures behind a finding: its sum step by step, or its cells where there are several."""
    worked = worked_sum(finding, language)
    if worked is not None:
        entries = [*_side(worked.left), *_relation(finding, worked), *_side(worked.right)]
    elif len(finding.cells) > 1:
        entries = _cells(finding.cells, language)
    else:
        return []
    return _aligned(entries, indent, width)


def _relation(finding: Finding, worked: WorkedSum) -> list[_Entry]:
    """What must hold between the sides. That they must be equal goes without saying."""
    equal = finding.calculation is not None and finding.calculation.operator == "=="
    return [] if equal else [_Entry(worked.must)]


def _side(side: Side) -> list[_Entry]:
    """The terms of one side, with the remark after its last figure."""
    entries = [_Entry(figure.name, figure.text, figure.suspect) for figure in side.figures]
    if entries:
        entries[-1] = entries[-1]._replace(remark=side.remark)
    if side.zeros:
        entries.append(_Entry(side.zeros, remark="" if entries else side.remark))
    return entries


def _cells(cells: Sequence[CellReference], language: str) -> list[_Entry]:
    names = [quoted(cell.name) for cell in cells[:MOST_NAMED]]
    rows = {name.rpartition(BETWEEN_ROW_AND_COLUMN)[0] for name in names}
    row = rows.pop() if len(rows) == 1 else ""
    entries = [_Entry(row)] if row else []
    shared = row + BETWEEN_ROW_AND_COLUMN if row else ""
    for name, cell in zip(names, cells, strict=False):
        entries.append(_Entry(name.removeprefix(shared), printed(cell.text, language), inset=2 if row else 0))
    if len(cells) > MOST_NAMED:
        entries.append(_Entry(words(Message("report.more-cells", {"count": len(cells) - MOST_NAMED}), language)))
    return entries


def _aligned(entries: Sequence[_Entry], indent: int, width: int) -> list[Line]:
    """Names at the left, figures below each other, remarks after them or, where there is no room, below."""
    figure_width = min(widest(entry.figure for entry in entries), width // 3)
    room = width - indent - figure_width - ROOM_FOR_REMARKS
    name_width = max(
        min(max((entry.inset + widest([entry.name]) for entry in entries if entry.figure), default=0), room), 8
    )
    lines: list[Line] = []
    for entry in entries:
        if entry.figure:
            lines += _figured(entry, indent, name_width, figure_width, width)
        else:
            lines += _below(entry.name, indent, width, "quiet") + _below(entry.remark, indent, width)
    return lines


def _figured(entry: _Entry, indent: int, name_width: int, figure_width: int, width: int) -> list[Line]:
    """One name with its figure; what does not fit beside it goes below."""
    margin, start = " " * (indent + entry.inset), indent + name_width + 2
    names, figures = wrap(entry.name, name_width - entry.inset), wrap(entry.figure, figure_width)
    fits = widest([entry.remark]) <= width - start - figure_width - 5
    lines: list[Line] = []
    for index in range(max(len(names), len(figures))):
        name = names[index] if index < len(names) else ""
        figure = right(figures[index] if index < len(figures) else "", figure_width)
        line: Line = (Piece(left(margin + name, start)), Piece(figure, "mark" if entry.marked else ""))
        if index == 0:
            mark = Piece(" ← " if entry.marked else "   ", "mark")
            line = (*line, mark, Piece(f"  {entry.remark}" if fits else ""))
        lines.append(line)
    return lines if fits else lines + _below(entry.remark, start, width)


def _below(text: str, indent: int, width: int, style: str = "") -> list[Line]:
    return [(Piece(" " * indent), Piece(part, style)) for part in wrap(text, width - indent)] if text else []
