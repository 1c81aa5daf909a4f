"""The piece of a table that a finding is about, drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Calculation, CellReference, Finding, Term
from linter.model.message import Message
from linter.reporters.layout import Line, Piece, left, right, widest, wrap

MOST_TERMS = 6
"""A sum of more terms than this is drawn without its noughts."""

MOST_CELLS = 8
"""Of more cells than this the rest is counted."""

BETWEEN_ROW_AND_COLUMN = "·"

_MUST = {
    "!=": Message("report.must-differ"),
    "<": Message("report.must-be-less"),
    "<=": Message("report.must-not-exceed"),
    ">": Message("report.must-be-more"),
    ">=": Message("report.must-reach"),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the drawing: a name, the figure beside it, a remark behind it."""

    name: str
    figure: str = ""
    marked: bool = False
    remark: str = ""


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

    def side(terms: Sequence[Term]) -> list[_Entry]:
        long = len(terms) > MOST_TERMS
        shown = [term for term in terms if not long or term.value or (suspect and term.address == suspect)]
        entries = [
            _Entry(_name(term), _figure(term.text, language), suspect is not None and term.address == suspect)
            for term in shown
        ]
        if len(shown) < len(terms):
            entries.append(_Entry(words(Message("report.rest-nought", {"count": len(terms) - len(shown)}), language)))
        return entries

    total = Message("report.subtotal", {"total": calculation.left_total})
    first = _remark(side(calculation.left), [total] if len(calculation.left) > 1 else [], language)
    difference = Message("report.difference", {"value": abs(calculation.left_total - calculation.right_total)})
    total = Message("report.subtotal", {"total": calculation.right_total})
    second = _remark(
        side(calculation.right), [total, difference] if len(calculation.right) > 1 else [difference], language
    )
    must = _MUST.get(calculation.operator)
    return [*first, *([_Entry(words(must, language))] if must else []), *second]


def _remark(entries: list[_Entry], remarks: Sequence[Message], language: str) -> list[_Entry]:
    """The entries with the remarks behind the last of them."""
    if not entries:
        entries = [_Entry("", "0")]
    last = entries[-1]
    text = words(Message("report.list", {"items": tuple(remarks)}), language) if remarks else ""
    return [*entries[:-1], _Entry(last.name, last.figure, last.marked, text)]


def _name(term: Term) -> str:
    name = printable(term.name)
    return f"− {name}" if term.sign < 0 else name


def _figure(text: str, language: str) -> str:
    return printable(text.strip()) or words(Message("report.blank"), language)


def _cells(cells: Sequence[CellReference], language: str) -> list[_Entry]:
    names = [printable(cell.name) for cell in cells[:MOST_CELLS]]
    rows = {name.rpartition(BETWEEN_ROW_AND_COLUMN)[0] for name in names}
    row = rows.pop() if len(rows) == 1 else ""
    entries = [_Entry(row)] if row else []
    inset, shared = ("  ", row + BETWEEN_ROW_AND_COLUMN) if row else ("", "")
    for name, cell in zip(names, cells, strict=False):
        entries.append(_Entry(inset + name.removeprefix(shared), _figure(cell.text, language)))
    if len(cells) > MOST_CELLS:
        entries.append(_Entry(words(Message("report.more-cells", {"count": len(cells) - MOST_CELLS}), language)))
    return entries


def _aligned(entries: Sequence[_Entry], indent: int, width: int) -> list[Line]:
    """Names at the left, figures below each other, remarks behind them or, where there is no room, below."""
    figure_width = min(widest(entry.figure for entry in entries), width // 3)
    name_width = min(widest(entry.name for entry in entries if entry.figure), width - indent - figure_width - 24)
    name_width = max(name_width, 8)
    lines: list[Line] = []
    for entry in entries:
        if not entry.figure:
            lines += [(Piece(" " * indent), Piece(part, "quiet")) for part in wrap(entry.name, width - indent)]
            lines += _below(entry.remark, indent, width)
            continue
        names, figures = wrap(entry.name, name_width), wrap(entry.figure, figure_width)
        start = indent + name_width + 2
        room = width - start - figure_width - 5
        beside = entry.remark if widest([entry.remark]) <= room else ""
        mark = Piece(" ← " if entry.marked else "   ", "mark")
        figure = Piece(right(figures[0], figure_width), "mark" if entry.marked else "")
        lines.append((Piece(" " * indent + left(names[0], name_width + 2)), figure, mark, Piece(f"  {beside}")))
        for index in range(1, max(len(names), len(figures))):
            name = names[index] if index < len(names) else ""
            rest = figures[index] if index < len(figures) else ""
            lines.append((Piece(" " * indent + left(name, name_width + 2)), Piece(right(rest, figure_width))))
        lines += _below("" if beside else entry.remark, start, width)
    return lines


def _below(remark: str, indent: int, width: int) -> list[Line]:
    return [(Piece(" " * indent), Piece(part)) for part in wrap(remark, width - indent)] if remark else []
