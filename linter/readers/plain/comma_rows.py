"""Tables with a row a line and a comma between cells, or a semicolon, as spreadsheets are saved (CSV)."""

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
_CELLS = {mark: regex(rf'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?={mark}|\Z)|(?P<bare>[^{mark}]*)') for mark in (",", ";")}


def comma_stretches(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], str]]:
    """The lines in stretches, and the mark between the cells of each that is such a table; of others none."""
    done = 0
    for (mark, width), items in groupby(enumerate(lines), lambda item: _shape(item[1].text)):
        rows = [index for index, _ in items]
        start, end = rows[0], rows[-1] + 1
        if width > FEWEST_COMMAS and len(rows) >= FEWEST and _is_table(lines[start:end], mark):
            if start > done:
                yield lines[done:start], ""
            yield lines[start:end], mark
            done = end
    if done < len(lines):
        yield lines[done:], ""


def _shape(text: str) -> tuple[str, int]:
    """What parts the cells of a line, and how many there are; 0 for one that is no row."""
    mark = next((mark for mark in _CELLS if text.count(mark) >= FEWEST_COMMAS), "")
    if not mark or text.rstrip().rstrip(mark).endswith(_ENDS):
        return "", 0
    return mark, len(_parts(text, mark))


def _is_table(lines: Sequence[Line], mark: str) -> bool:
    """Whether in most lines there is a figure or an empty cell, which prose does not have between commas."""
    texts = [[line.text[slice(*part)].strip() for part in _parts(line.text, mark)] for line in lines]
    return sum(any(not text or is_figure(text) for text in row) for row in texts) * 2 > len(lines)


def read_comma_rows(lines: Sequence[Line], mark: str) -> list[Block]:
    """The table of a stretch of such lines."""
    return [*pieces_of([(0, row_of(line.cut(*part) for part in _parts(line.text, mark))) for line in lines])]


def _parts(text: str, mark: str) -> list[tuple[int, int]]:
    """(start, end) of the cells, without the quotes around one that has commas in it."""
    parts: list[tuple[int, int]] = []
    at = 0
    while at <= len(text):
        match = _CELLS[mark].match(text, at)
        if match is None:
            break
        parts.append(match.span("quoted" if match["quoted"] is not None else "bare"))
        at = match.end() + 1
    return parts
