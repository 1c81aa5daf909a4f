"""Tables in which every cell stands on a line of its own and a pipe ends it, or follows on the next line.

Programs that take the text out of web pages write them so: `规章 |`, a pipe alone for an empty cell, and after the
last cell of a row as many pipes at once as the row lacks cells (`|||`). These fillings show how wide the table is.
Where there are none, rows are recognised as in a copy without separators: a label after figures begins the next row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from linter.model.document import WHITE, Block, Table, Text
from linter.model.records import Record
from linter.readers.grid import broken, row_of
from linter.readers.lines import Line
from linter.readers.shapes import LABEL, is_figure, is_section_heading, is_sentence
from linter.text.punctuation import BARS
from linter.text.regex import regex

FEWEST = 4
"""Lines that end a cell, of which a table has this many at least."""

WIDEST = 60
"""Cells that a row may have."""

_SHORTEST_LABEL = 4  # characters; a shorter text among figures may be one of them gone wrong

_BARS = regex(rf"[{BARS}\s]+")
_BAR = regex(f"[{BARS}]")
_ENDED = regex(rf"(?P<text>[^{BARS}]*[^{BARS}\s])\s*(?P<bars>[{BARS}][{BARS}\s]*)")


class _Part(Record):
    """A line: the words in it, if any, and the number of pipes after them."""

    line: Line
    text: Text | None
    bars: int


class _Cell(Record):
    """A cell; whether it only fills the row up, and whether the row ends with it for certain."""

    text: Text
    fills: bool = False
    is_last: bool = False


def pipe_cells_end(lines: Sequence[Line], start: int) -> int | None:
    """The line after the last of a table of this shape that begins in line `start`, or None if none does."""
    if not _BAR.search(lines[start].text) and not _has_bars_below(lines, start):
        return None
    ended = 0
    end = start
    own_line = _BAR.search(lines[start].text) is None or (
        _is_bars(lines[start]) and start + 1 < len(lines) and not _BAR.search(lines[start + 1].text)
    )
    while end < len(lines):
        part = _part(lines[end])
        if part is None or (not part.bars and not _is_label(lines, end, own_line)):
            break
        ended += part.bars > 0
        end += 1
    while end > start and not _BAR.search(lines[end - 1].text):
        end -= 1
    return end if ended >= FEWEST else None


def _has_bars_below(lines: Sequence[Line], index: int) -> bool:
    """Whether pipes alone stand below a line and end it. Before a line with a pipe they begin a row instead."""
    if index + 1 >= len(lines) or not _is_bars(lines[index + 1]):
        return False
    return index + 2 >= len(lines) or _is_bars(lines[index + 2]) or not _BAR.search(lines[index + 2].text)


def read_pipe_cells(lines: Sequence[Line]) -> list[Block]:
    """The table of lines that `pipe_cells_end` told apart."""
    cells = _cells([part for line in lines if (part := _part(line)) is not None])
    width = _width(cells)
    rows = _chunks(cells, width) if width else []
    told = not rows or not all(map(_is_plausible, rows))
    rows = _told_by_figures(cells) if told else rows
    return [Table(tuple(row_of(row, told) for row in rows))] if rows else []


def _is_bars(line: Line) -> bool:
    return _BARS.fullmatch(line.text) is not None and _BAR.search(line.text) is not None


def _part(line: Line) -> _Part | None:
    """None for a line that has several cells, or a sentence."""
    if _is_bars(line):
        return _Part(line, None, len(_BAR.findall(line.text)))
    ended = _ENDED.fullmatch(line.text.rstrip(WHITE))
    if ended is not None:
        return _Part(line, line.cut(*ended.span("text")), len(_BAR.findall(ended["bars"])))
    if _BAR.search(line.text) or is_sentence(line.text.strip(WHITE)):
        return None
    return _Part(line, line.whole(), 0)


def _is_label(lines: Sequence[Line], index: int, own_line: bool) -> bool:
    """Whether a line without a pipe is (a part of) a cell: not a heading of the text between two tables.

    Where pipes stand on lines of their own (`own_line`), a numbered label has one right below it.
    """
    text = lines[index].text.strip(WHITE)
    if len(text) > 2 * LABEL:
        return False
    if not is_section_heading(text):
        return True
    return own_line and index + 1 < len(lines) and _is_bars(lines[index + 1])


def _cells(parts: Sequence[_Part]) -> list[_Cell]:
    cells: list[_Cell] = []
    waiting: list[Text] = []
    for part in parts:
        if part.text is not None:
            waiting.append(part.text)
        bars = part.bars
        if waiting and bars:
            cells.append(_Cell(broken(waiting)))
            waiting = []
            bars -= 1
        at = len(part.line.text)
        filling = bars > 1 or (bars > 0 and part.text is not None)
        blank = part.line.cut(at, at)
        cells.extend(_Cell(blank, filling, filling and number == bars - 1) for number in range(bars))
    if waiting:
        cells.append(_Cell(broken(waiting)))
    return cells


def _width(cells: Sequence[_Cell]) -> int:
    """The number of cells that every row has, by the places of the fillings; 0 where they do not agree on one."""
    ends = [index + 1 for index, cell in enumerate(cells) if cell.is_last]
    width = math.gcd(*ends) if len(ends) > 1 else 0
    return width if 2 < width <= WIDEST else 0


def _chunks(cells: Sequence[_Cell], width: int) -> list[list[Text]]:
    return [[cell.text for cell in cells[start : start + width]] for start in range(0, len(cells), width)]


def _is_plausible(row: Sequence[Text]) -> bool:
    """Whether no label stands after a figure: it would begin another row."""
    figures = [is_figure(text.value) for text in row]
    first = figures.index(True) if any(figures) else len(row)
    return all(is_figure(text.value) or len(text.value) < _SHORTEST_LABEL for text in row[first:])


def _told_by_figures(cells: Sequence[_Cell]) -> list[list[Text]]:
    rows: list[list[Text]] = [[]]
    figures = False
    for cell in cells:
        if cell.fills:
            continue
        value = cell.text.value
        if value and not is_figure(value) and figures:
            _drop_trailing_blanks(rows[-1])
            rows.append([])
        figures = not value or is_figure(value)
        rows[-1].append(cell.text)
    _drop_trailing_blanks(rows[-1])
    return [row for row in rows if row]


def _drop_trailing_blanks(row: list[Text]) -> None:
    """Where the width is unknown, a blank at the end may as well fill the row up as be its last cell."""
    while row and not row[-1].value:
        row.pop()
