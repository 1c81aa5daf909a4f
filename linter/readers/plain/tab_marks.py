"""Tables in which a line of nothing but a tab stands between two cells of a row.

Browsers copy a table so when its cells hold paragraphs: each text on a line of its own, blank lines around it, a tab
alone between cells, and more blank lines, but no tab, between rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import WHITE, Block, Row, Table, Text
from linter.readers.grid import broken, row_of
from linter.readers.lines import Line
from linter.readers.shapes import LABEL, is_figure, is_page_number, is_section_heading, is_sentence

_FEWEST = 3  # marks that make a table; fewer are stray tabs
_ROW_GAP = 3  # blank lines between rows; a cell's own paragraphs have one between them


def is_mark(line: Line) -> bool:
    """Whether the line holds one tab and nothing else."""
    return line.text.strip(" \r") == "\t"


def marks_from(lines: Sequence[Line], marks: Sequence[bool], with_tabs: Sequence[bool], start: int) -> bool:
    """Whether a table of this shape has its first cell in line `start`: texts and marks take turns from there on."""
    found = 0
    index = start
    while index + 1 < len(lines) and found < _FEWEST:
        if with_tabs[index]:
            return False
        if marks[index + 1]:
            found += 1
            index += 2
        elif found and not with_tabs[index + 1]:
            index += 1
        else:
            return False
        if index - start > 4 * _FEWEST:
            return False
    return found >= _FEWEST and _is_cell(lines[start].text.strip(WHITE))


def read_tab_marks(lines: Sequence[Line], marks: Sequence[bool], start: int) -> tuple[list[Block], int]:
    """The table whose first cell is line `start`, and the index of the line after it."""
    rows: list[Row] = []
    cells: list[list[Text]] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if marks[index]:
            cells = cells or [[line.cut(0, 0)]]
            cells.append([line.cut(len(line.text), len(line.text))])
        elif not cells or not _same_cell(cells[-1], line):
            if not _begins_row(lines, marks, index):
                break
            if cells:
                rows.append(row_of(map(broken, cells)))
            cells = [[line.whole()]]
        else:
            cells[-1].append(line.whole())
        index += 1
    if cells:
        rows.append(row_of(map(broken, cells)))
    return [Table(tuple(rows))], index


def _same_cell(cell: Sequence[Text], line: Line) -> bool:
    value = "".join(text.value for text in cell)
    text = line.text.strip(WHITE)
    if not _is_cell(text):
        return False
    return not value or (line.gap < _ROW_GAP and not is_figure(value) and not is_section_heading(text))


def _begins_row(lines: Sequence[Line], marks: Sequence[bool], index: int) -> bool:
    """Whether a row begins: a mark follows, at once or, below a heading across the table, after the next text."""
    text = lines[index].text.strip(WHITE)
    if not _is_cell(text):
        return False
    if index + 1 < len(lines) and marks[index + 1]:
        return True
    return index + 2 < len(lines) and marks[index + 2] and not is_section_heading(text)


def _is_cell(text: str) -> bool:
    return len(text) <= LABEL and not is_sentence(text) and not is_page_number(text)
