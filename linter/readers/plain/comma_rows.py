"""Tables with a row a line and a comma between cells, as spreadsheets are saved (CSV)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.model.document import Block
from linter.readers.grid import pieces_of, row_of
from linter.readers.lines import Line
from linter.readers.shapes import is_figure
from linter.text.punctuation import SENTENCE
from linter.text.regex import regex

FEWEST = 3
"""Rows that such a table has at least, all with the same number of commas."""

FEWEST_COMMAS = 2
"""Commas that a row has at least: a sentence may have one."""

_ENDS = tuple(SENTENCE)
_CELL = regex(r'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?=,|\Z)|(?P<bare>[^,]*)')


def comma_stretches(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], bool]]:
    """The lines in stretches that are such a table and others, and which they are."""
    done = 0
    for width, items in groupby(enumerate(lines), lambda item: _width(item[1])):
        rows = [index for index, _ in items]
        start, end = rows[0], rows[-1] + 1
        if width > FEWEST_COMMAS and len(rows) >= FEWEST and _is_table(lines[start:end]):
            if start > done:
                yield lines[done:start], False
            yield lines[start:end], True
            done = end
    if done < len(lines):
        yield lines[done:], False


def _width(line: Line) -> int:
    """The number of cells in a line; 0 for one that is none."""
    if line.text.count(",") < FEWEST_COMMAS or line.text.rstrip().endswith(_ENDS):
        return 0
    return len(_parts(line.text))


def _is_table(lines: Sequence[Line]) -> bool:
    """Whether in most lines there is a figure or an empty cell, which prose does not have between commas."""
    texts = [[line.text[slice(*part)].strip() for part in _parts(line.text)] for line in lines]
    return sum(any(not text or is_figure(text) for text in row) for row in texts) * 2 > len(lines)


def read_comma_rows(lines: Sequence[Line]) -> list[Block]:
    """The table of a stretch of such lines."""
    return [*pieces_of([(0, row_of(line.cut(*part) for part in _parts(line.text))) for line in lines])]


def _parts(text: str) -> list[tuple[int, int]]:
    """(start, end) of the cells, without the quotes around one that has commas in it."""
    parts: list[tuple[int, int]] = []
    at = 0
    while at <= len(text):
        match = _CELL.match(text, at)
        if match is None:
            break
        parts.append(match.span("quoted" if match["quoted"] is not None else "bare"))
        at = match.end() + 1
    return parts
