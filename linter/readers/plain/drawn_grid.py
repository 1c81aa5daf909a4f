"""Tables drawn in characters with a line between their rows, as `pandoc` writes them and text editors draw them.

Their cells may run over several lines, columns and rows. Everything follows from where the corners and bars stand in
the columns of a terminal; a drawing that does not line up is not read here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from linter.model.document import Block, Cell, Row, Table, Text
from linter.model.records import Record
from linter.readers.grid import broken
from linter.readers.inline import shown
from linter.readers.lines import Line
from linter.text.regex import regex

FEWEST_FRAMES = 4
"""Lines that only draw: three part no more than a header from rows of one line each."""

_CORNERS = frozenset("+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬")
_BARS = frozenset("|│┃║") | _CORNERS
_STROKES = frozenset("-=─━═┄┈:") | _CORNERS
_FRAME = regex(r"\s*[+┌├└┏┣┗╔╠╚][-=─━═┄┈:+┬┼┴┳╋┻╦╬╩]+[+┐┤┘┓┫┛╗╣╝]\s*")


class _Drawn(Record):
    """A line and, for each of its characters and for its end, the column of the terminal where that begins."""

    line: Line
    columns: tuple[int, ...]
    is_frame: bool

    def at(self, column: int) -> int | None:
        """The index of the character that begins in `column`."""
        index = next((index for index, own in enumerate(self.columns) if own == column), len(self.columns))
        return index if index < len(self.line.text) else None


class _Open(Record):
    """A cell that has begun: its row, its edges as numbers of grid columns, and its lines."""

    row: int
    left: int
    right: int
    texts: list[Text]


def read_drawn_grid(lines: Sequence[Line]) -> list[Block] | None:
    """The tables of these lines, of which `FEWEST_FRAMES` draw; None where the drawing does not line up."""
    starts = [index for index, line in enumerate(lines) if line.gap and _FRAME.fullmatch(line.text)]
    tables = [_table(lines[start:end]) for start, end in pairwise(sorted({0, *starts, len(lines)}))]
    return [table for table in tables if table is not None] if all(tables) else None


def _table(lines: Sequence[Line]) -> Table | None:
    for width in (_wide, len, _widest):
        drawn = [_drawn(line, width) for line in lines]
        ends = {each.columns[len(each.line.text.rstrip())] for each in drawn}
        if len(ends) == 1 and drawn[0].is_frame and drawn[-1].is_frame:
            return _read(drawn, ends.pop())
    return None


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _widest(text: str) -> int:
    """As editors measure whose signs for drawing are as wide as Chinese characters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _drawn(line: Line, width: Callable[[str], int]) -> _Drawn:
    columns = [0]
    for character in line.text:
        columns.append(columns[-1] + width(character))
    return _Drawn(line, tuple(columns), _FRAME.fullmatch(line.text) is not None)


def _read(drawn: Sequence[_Drawn], end: int) -> Table | None:
    edges = sorted(
        {each.columns[index] for each in drawn for index, sign in enumerate(each.line.text) if sign in _CORNERS}
    )
    if len(edges) < 3 or drawn[0].columns[len(drawn[0].line.text.rstrip()) - 1] != edges[-1] or not end:
        return None
    done: list[tuple[_Open, int]] = []
    opened: dict[int, _Open] = {}
    row = -1
    for each in drawn:
        parts = list(_parts(each, edges))
        ruled = [part for part in parts if part[2] is None]
        if ruled:
            for left in [left for left, cell in opened.items() if any(_meet(cell, part) for part in ruled)]:
                done.append((opened.pop(left), row))
            row += 1
        for left, right, text in parts:
            if text is None:
                continue
            cell = opened.setdefault(left, _Open(row, left, right, []))
            if cell.right != right:
                return None  # bars that do not go on from line to line
            cell.texts.append(text)
    if opened:
        return None
    return _built(done, drawn[0].line.markup)


def _meet(cell: _Open, part: tuple[int, int, Text | None]) -> bool:
    return part[0] < cell.right and cell.left < part[1]


def _parts(each: _Drawn, edges: Sequence[int]) -> Iterator[tuple[int, int, Text | None]]:
    """(left, right, text) between the bars of a line, as numbers of edges; the text of what is drawn is None."""
    text = each.line.text
    bars = [
        (number, index)
        for number, edge in enumerate(edges)
        if (index := each.at(edge)) is not None and text[index] in _BARS
    ]
    for (left, start), (right, end) in pairwise(bars):
        inner = text[start + 1 : end]
        is_drawn = bool(inner) and set(inner) <= _STROKES
        yield left, right, None if is_drawn else each.line.source(start + 1, end)


def _built(cells: Sequence[tuple[_Open, int]], markup: bool) -> Table | None:
    """The table of cells, each with the number of its last row."""
    rows: dict[int, list[Cell]] = {}
    for cell, last in cells:
        text = broken(cell.texts)
        own = Cell(shown(text) if markup else text, cell.left, cell.right - cell.left, last - cell.row + 1)
        rows.setdefault(cell.row, []).append(own)
    if not rows:
        return None
    return Table(tuple(Row(tuple(sorted(row, key=lambda cell: cell.column))) for _, row in sorted(rows.items())), True)
