"""Tables with a row a line and a pipe between cells: copies from web pages, Markdown, boxes drawn in characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.model.document import WHITE, Block, Row
from linter.readers.grid import paragraphs, pieces_of, row_of
from linter.readers.lines import Line
from linter.readers.plain.drawn_grid import FEWEST_FRAMES, read_drawn_grid
from linter.readers.shapes import is_figure, is_rule, is_sentence
from linter.text.punctuation import BARS, DRAWN_BARS
from linter.text.regex import regex

_PIPE = regex(rf"(?<!\\)[{BARS}{DRAWN_BARS}]")
_WIDE_BAR = BARS[1]
_FILLING = regex(r" \|\|+\s*$")
"""Pipes at once after the last cell: they make up for cells that merged ones cover and are no cells themselves."""
_MARKUP = regex(r"\\[|]|<br|&nbsp;|\*\*\S|\|\s*\*[^\s*|][^*|]*\*\s*\|", re.IGNORECASE)
_DRAWN = regex(r"[\s+\-=|─━┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋═║╔╗╚╝╠╣╦╩╬]+")


def holds_pipes(text: str) -> bool:
    """Whether the line has a pipe that is not escaped and is no sentence."""
    if "|" not in text and _WIDE_BAR not in text and "│" not in text and "┃" not in text:
        return False  # said at length because every line is asked
    return _PIPE.search(text) is not None and not (is_sentence(text.strip(WHITE)) and len(_PIPE.findall(text)) < 2)


def is_drawn(text: str) -> bool:
    """Whether the line only draws: `+---+---+`, `├──┼──┤`, `---|---`."""
    return _DRAWN.fullmatch(text) is not None and ("--" in text or "──" in text or "━━" in text or "==" in text)


def split(text: str) -> list[tuple[int, int]]:
    """(start, end) of the parts between the pipes that are not escaped, outer ones included."""
    parts = []
    start = 0
    for pipe in _PIPE.finditer(text):
        parts.append((start, pipe.start()))
        start = pipe.end()
    parts.append((start, len(text)))
    return parts


def read_pipe_rows(lines: Sequence[Line]) -> list[Block]:
    """Tables, a piece for each part between blank lines; or paragraphs where the pipes only part words.

    A pipe at the edge of all lines belongs to the frame; at the edge of some only, it follows an empty cell.
    """
    drawn = [is_drawn(line.text) for line in lines]
    if sum(drawn) >= FEWEST_FRAMES and (tables := read_drawn_grid(lines)) is not None:
        return tables
    body = [line for line, is_frame in zip(lines, drawn, strict=True) if not is_frame]
    piped = [line.text.strip(WHITE) for line in body if _PIPE.search(line.text)]
    if not piped:
        return paragraphs(lines)
    framed_left = all(_PIPE.match(text) for text in piped)
    framed_right = all(_PIPE.match(text[-1]) for text in piped)
    rows = [(line.gap, _cells(line, framed_left, framed_right)) for line in body]
    rows = [(gap, row) for gap, row in rows if not is_rule([cell.text.value for cell in row.cells])]
    if any(_FILLING.search(text) for text in piped):
        rows = [(gap, _without_filling(row)) for gap, row in rows]
    if rows and _is_table([row for _, row in rows], any(drawn) or (framed_left and framed_right)):
        return [*pieces_of(rows)]
    return paragraphs(lines)


def _cells(line: Line, framed_left: bool, framed_right: bool) -> Row:
    filled = _FILLING.search(line.text)
    if filled is not None and " | " in line.text[: filled.start()]:
        line = line._replace(text=line.text[: filled.start()])
        framed_right = True
    if not line.markup and _MARKUP.search(line.text):
        line = line._replace(markup=True)  # a table of Markdown: only there pipes are escaped
    parts = split(line.text)
    if len(parts) == 1:
        return row_of([line.whole()])
    return row_of(line.cut(*part) for part in parts[framed_left : len(parts) - framed_right] or parts[:1])


def _without_filling(row: Row) -> Row:
    """A row of a table whose rows are filled up, without the blanks at its end: the last may be a filling of one."""
    last = max((index for index, cell in enumerate(row.cells) if cell.text.value), default=0)
    return Row(row.cells[: last + 1])


def _is_table(rows: Sequence[Row], framed: bool) -> bool:
    """A breadcrumb or the line under a page's title has pipes too, but neither frame nor figure nor empty cell."""
    texts = [cell.text.value for row in rows for cell in row.cells]
    figures = sum(map(is_figure, texts))
    if len(rows) == 1 and not framed:
        return figures > 1
    return framed or figures > 0 or "" in texts
