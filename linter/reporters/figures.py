"""The piece of a table that a finding is about, drawn as lines."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.language import render as words
from linter.language.printable import quoted
from linter.model.address import Address
from linter.model.finding import Calculation, CellReference, Finding, Term
from linter.model.message import Message, Value
from linter.reporters.layout import Line, Piece, left, right, widest, wrap

MOST_TERMS = 6
"""A sum of more terms than this is drawn without its noughts."""

MOST_CELLS = 8
"""Of more cells than this the rest is counted."""

BETWEEN_ROW_AND_COLUMN = "·"

NARROWEST_NAME = 8

ROOM_FOR_REMARKS = 24
"""Cells kept free at the right of the figures for the subtotals, if the names can do without them."""

_MUST = {
    "!=": Message("report.must-differ"),
    "<": Message("report.must-be-less"),
    "<=": Message("report.must-not-exceed"),
    ">": Message("report.must-be-more"),
    ">=": Message("report.must-reach"),
}


class _Entry(NamedTuple):
    """One line of the drawing: a name, the figure beside it, a remark behind it."""

    name: str
    figure: str = ""
    marked: bool = False
    remark: str = ""
    inset: int = 0


def draw(finding: Finding, language: str, indent: int, width: int) -> list[Line]:
    """The figures behind a finding: its sum worked out, or its cells where there are several."""
    if finding.calculation is not None:
        entries = _sum(finding, finding.calculation, language)
    elif len(finding.cells) > 1:
        entries = _cells(finding.cells, language)
    else:
        return []
    return _aligned(entries, indent, width)


def _sum(finding: Finding, calculation: Calculation, language: str) -> list[_Entry]:
    suspect = finding.suspect.address if finding.suspect else None
    left_total, right_total = calculation.left_total, calculation.right_total
    values: dict[str, Value] = {"total": right_total, "difference": abs(left_total - right_total)}
    last = "report.subtotal-difference" if len(calculation.right) > 1 else "report.difference"
    first = Message("report.subtotal", {"total": left_total}) if len(calculation.left) > 1 else None
    must = _MUST.get(calculation.operator)
    return [
        *_side(calculation.left, suspect, first, language),
        *([_Entry(words(must, language))] if must else []),
        *_side(calculation.right, suspect, Message(last, values), language),
    ]


def _side(terms: Sequence[Term], suspect: Address | None, remark: Message | None, language: str) -> list[_Entry]:
    """The terms of one side, without the noughts of a long one, and a remark behind the last figure."""
    long = len(terms) > MOST_TERMS
    shown = [term for term in terms if not long or term.value or (suspect and term.address == suspect)]
    entries = [
        _Entry(_name(term, language), _figure(term.text, language), suspect is not None and term.address == suspect)
        for term in shown
    ]
    text = words(remark, language) if remark else ""
    if entries:
        entries[-1] = entries[-1]._replace(remark=text)
    if len(shown) < len(terms):
        rest = words(Message("report.rest-nought", {"count": len(terms) - len(shown)}), language)
        entries.append(_Entry(rest, remark="" if shown else text))
    return entries


def _name(term: Term, language: str) -> str:
    name = quoted(term.name)
    if term.address is not None and term.address.previous:
        name = words(Message("previous.term", {"name": term.name}), language)
    return f"− {name}" if term.sign < 0 else name


def _figure(text: str, language: str) -> str:
    return quoted(text.strip()) or words(Message("report.blank"), language)


def _cells(cells: Sequence[CellReference], language: str) -> list[_Entry]:
    names = [quoted(cell.name) for cell in cells[:MOST_CELLS]]
    rows = {name.rpartition(BETWEEN_ROW_AND_COLUMN)[0] for name in names}
    row = rows.pop() if len(rows) == 1 else ""
    entries = [_Entry(row)] if row else []
    shared = row + BETWEEN_ROW_AND_COLUMN if row else ""
    for name, cell in zip(names, cells, strict=False):
        entries.append(_Entry(name.removeprefix(shared), _figure(cell.text, language), inset=2 if row else 0))
    if len(cells) > MOST_CELLS:
        entries.append(_Entry(words(Message("report.more-cells", {"count": len(cells) - MOST_CELLS}), language)))
    return entries


def _aligned(entries: Sequence[_Entry], indent: int, width: int) -> list[Line]:
    """Names at the left, figures below each other, remarks behind them or, where there is no room, below."""
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
