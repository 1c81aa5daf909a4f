"""Tables with a cell a line: a tab begins a cell, a blank line before a tab ends the row.

A cell may run over lines that have no tab, even over blank lines, so that where the table ends has to be seen from what
follows: after a figure no words follow in the same cell, and a section's heading is no part of a label.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from linter.model.document import WHITE, Block, Paragraph, Row, Table, Text
from linter.readers.grid import broken, paragraphs, row_of
from linter.readers.lines import Line
from linter.readers.shapes import LABEL, is_figure, is_item, is_page_number, is_section_heading, is_sentence
from linter.text.punctuation import POINTS, THOUSANDS

_LONGEST_RUN = 30  # lines a label may be broken into; the longest seen has a character a line
_LONGEST_AFTER_BLANK = 12
_HEADING = 9
_FIGURE_BREAKS = 4  # digits after which a line may be full; a shorter figure is whole


def begins_cell(line: Line) -> bool:
    """Whether the line is a cell of its own: it starts with a tab."""
    return line.text.startswith("\t")


class _Cells:
    """Rows while they are gathered. A cell is a list of fragments, one a line."""

    def __init__(self) -> None:
        self.rows: list[list[list[Text]]] = []

    def begin(self, line: Line) -> None:
        if line.gap or not self.rows:
            self.rows.append([])
        row, text = self.rows[-1], line.text
        if text.rfind("\t") == 0:
            row.append([line.cut(1, len(text))])
            return
        start = 1
        for part in text[1:].split("\t"):
            row.append([line.cut(start, start + len(part))])
            start += len(part) + 1

    def last(self) -> str:
        return "".join(text.value for text in self.rows[-1][-1])

    def go_on(self, line: Line) -> None:
        self.rows[-1][-1].append(line.whole())

    def built(self) -> list[Row]:
        return [row_of(broken(cell) for cell in cells) for cells in self.rows]


def read_tab_cells(lines: Sequence[Line], start: int, cell_lines: Sequence[bool]) -> tuple[list[Block], int]:
    """The table whose first cell is line `start`, and the index of the line after it.

    `cell_lines` says of every line whether its tabs part cells. Where there is neither a figure nor an empty cell, the
    tabs were indentation, and the lines are given as paragraphs.
    """
    cells = _Cells()
    index = start
    while index < len(lines):
        if cell_lines[index]:
            if not begins_cell(lines[index]):
                break
            cells.begin(lines[index])
            index += 1
            continue
        taken = _continuation(cells.last(), lines, index, cell_lines)
        for line in lines[index : index + taken]:
            cells.go_on(line)
        index += taken
        if index < len(lines) and not cell_lines[index]:
            break
    rows = cells.built()
    texts = [cell.text.value for row in rows for cell in row.cells]
    if len(texts) > 1 and any(not text or is_figure(text) for text in texts):
        return _parted(rows), index
    return paragraphs(lines[start:index]), index


def _parted(rows: Sequence[Row]) -> list[Block]:
    """The tables in `rows`, parted where a section's heading was indented by a tab as well: a row without a figure
    that begins with a heading, above another row without a figure.
    """
    blocks: list[Block] = []
    table: list[Row] = []
    figures = [any(is_figure(cell.text.value) for cell in row.cells) for row in rows]
    for index, row in enumerate(rows):
        first = row.cells[0].text
        below = index + 1 < len(rows) and figures[index + 1]
        if figures[index] or below or len(first.value) < _HEADING or not is_section_heading(first.value):
            table.append(row)
            continue
        if table:
            blocks.append(Table(tuple(table)))
        blocks.append(Paragraph(first))
        table = [row_of(cell.text for cell in row.cells[1:])] if len(row.cells) > 1 else []
    if table:
        blocks.append(Table(tuple(table)))
    return blocks


def _continuation(cell: str, lines: Sequence[Line], index: int, cell_lines: Sequence[bool]) -> int:
    """How many lines from `index`, none of which begins a cell, belong to `cell`, the cell before them."""
    end = index
    while end < len(lines) and end - index <= _LONGEST_RUN and not cell_lines[end]:
        end += 1
    goes_on = end < len(lines) and cell_lines[end] and begins_cell(lines[end])
    row_has_figure = partial(_row_has_figure, lines, end, cell_lines)
    text = cell
    direct = 0  # lines that belong to the cell even if the table ends with it
    for position in range(index, end):
        line = lines[position]
        fragment = line.text.strip(WHITE)
        if not _belongs(text, fragment, line.gap, goes_on, row_has_figure):
            return direct
        if line.gap == 0 and direct == position - index and text:
            direct += 1
        text += fragment
    return end - index if goes_on else direct


def _belongs(cell: str, fragment: str, gap: int, goes_on: bool, row_has_figure: Callable[[], bool]) -> bool:
    """Whether `fragment`, `gap` blank lines below, belongs to `cell`. `goes_on` says that another cell follows."""
    if is_page_number(fragment) or is_sentence(fragment) or len(fragment) > LABEL:
        return False
    if is_figure(cell):
        return gap == 0 and is_figure(cell + fragment) and (_is_cut(cell, fragment) or (goes_on and _is_unit(fragment)))
    if is_section_heading(fragment):
        if cell:
            return gap == 0 and len(fragment) < _HEADING
        return goes_on and row_has_figure()
    if gap == 0 or not cell:
        return True
    return len(fragment) <= _LONGEST_AFTER_BLANK and not is_item(fragment)


def _is_cut(figure: str, rest: str) -> bool:
    return figure[-1] in THOUSANDS + POINTS or rest[0] in THOUSANDS + POINTS or len(figure) >= _FIGURE_BREAKS


def _is_unit(text: str) -> bool:
    return text.isalpha() and len(text) <= 2


def _row_has_figure(lines: Sequence[Line], index: int, cell_lines: Sequence[bool]) -> bool:
    """Whether a cell of the row that goes on with line `index` holds a figure."""
    first = index
    while index < len(lines) and cell_lines[index] and (index == first or lines[index].gap == 0):
        if is_figure(lines[index].text.strip(WHITE)):
            return True
        index += 1
    return False
