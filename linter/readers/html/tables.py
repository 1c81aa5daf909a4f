"""Tables: the true grid of one that holds data, and the content of one that only lays out the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Cell, Paragraph, Row, Table, Text
from linter.model.records import Record
from linter.model.span import TextSpan
from linter.readers.grid import broken
from linter.readers.html.elements import CELLS, SECTIONS
from linter.readers.html.nodes import Element, Placed
from linter.readers.shapes import LABEL, is_section_heading, is_sentence
from linter.text.regex import regex

WIDEST = 256
"""Grid columns of a table. A cell that reaches beyond is cut; one that begins beyond takes one column."""

_PROSE = 200  # characters of a paragraph in a cell that is no label
_FEW = 3  # paragraphs with sentences among them that no cell with a label has
_SPAN = regex(r"\s*\+?(\d{1,9})")


class _Filled(Record):
    """A cell of the grid with what is in it. `end` is the row below the last one that it spans."""

    element: Element
    content: list[Placed]
    column: int
    column_span: int
    end: int

    @property
    def text(self) -> Text:
        """All that is in the cell, a line for each line shown."""
        if not self.content:
            return Text("", ((0, TextSpan(*self.element.start)),))
        if self.is_plain():
            return next(_texts(self.content[0]))
        return broken([text for placed in self.content for text in _texts(placed)])

    def is_plain(self) -> bool:
        """Whether it holds a short text or nothing, as most cells do."""
        if len(self.content) != 1:
            return not self.content
        block = self.content[0].block
        return isinstance(block, Paragraph) and not block.level and len(block.text.value) <= _PROSE

    def lays_out(self) -> bool:
        """Whether it holds what no cell of data holds: tables, headings or prose."""
        if self.is_plain():
            return False
        blocks = [placed.block for placed in self.content]
        if any(isinstance(block, Table) or block.level or len(block.text.value) > _PROSE for block in blocks):
            return True
        return len(blocks) >= _FEW and any(
            isinstance(block, Paragraph) and len(block.text.value) > LABEL and is_sentence(block.text.value)
            for block in blocks
        )


_GridRow = tuple[int, list[_Filled]]
"""The number of the row in the grid and its cells."""


def open_table(table: Element, read: Callable[[Element], list[Placed]]) -> Iterator[Placed]:
    """What a table shows: itself, or the content of its cells where they lay out the page. `read` reads an element."""
    for child in table.children:
        if isinstance(child, Element) and child.tag == "caption":
            yield from read(child)
    rows = _grid(table, read)
    if not any(cell.content for _, row in rows for cell in row):
        return
    if _is_data(rows):
        yield Placed(_table(rows), table, _linked(rows))
    else:
        yield from _opened(table, rows)


def _grid(table: Element, read: Callable[[Element], list[Placed]]) -> list[_GridRow]:
    """The rows that have cells of their own, each cell in the column where the cells above and before leave room."""
    rows: list[_GridRow] = []
    taken: list[int] = []  # for each column the row from which it is free
    number = 0
    for section in _sections(table):
        last = number + len(section)
        for row in section:
            cells = _place([cell for cell in row.children if isinstance(cell, Element)], number, last, taken, read)
            if cells and not (row.attributes.get("height") == "0" and not any(cell.content for cell in cells)):
                rows.append((number, cells))
            number += 1
    return rows


def _sections(table: Element) -> Iterator[list[Element]]:
    """The rows of each part of a table in the order shown: its head first, its foot last."""
    parts: dict[str, list[list[Element]]] = {"thead": [], "": [], "tfoot": []}
    loose: list[Element] | None = None
    for child in table.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "tr":
            if loose is None:
                loose = []
                parts[""].append(loose)
            loose.append(child)
        elif child.tag in SECTIONS:
            loose = None
            rows = [row for row in child.children if isinstance(row, Element) and row.tag == "tr"]
            parts[child.tag if child.tag in parts else ""].append(rows)
    for part in parts.values():
        yield from part


def _place(
    cells: Sequence[Element], number: int, last: int, taken: list[int], read: Callable[[Element], list[Placed]]
) -> list[_Filled]:
    placed: list[_Filled] = []
    column = 0
    for cell in cells:
        if cell.tag not in CELLS:
            continue
        while column < len(taken) and taken[column] > number:
            column += 1
        width, height = (_span(cell, "colspan") or 1, _span(cell, "rowspan")) if cell.attributes else (1, 1)
        width = max(min(width, WIDEST - column), 1)
        end = min(number + height, last) if height else last
        if column < WIDEST:
            if column + width > len(taken):
                taken.extend([0] * (column + width - len(taken)))
            taken[column : column + width] = [end] * width
        placed.append(_Filled(cell, read(cell), column, width, end))
        column += width
    return placed


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1")
    if value == "1":
        return 1
    found = _SPAN.match(value)
    return int(found[1]) if found else 1


def _is_data(rows: Sequence[_GridRow]) -> bool:
    """Whether a table holds data: several columns, and nothing in its cells that belongs into no cell.

    A table within a cell is part of the cell as long as most of the text stands outside of such tables.
    """
    if all(sum([bool(cell.content) for cell in row]) < 2 for _, row in rows):
        return False
    cells = [cell for _, row in rows for cell in row if cell.content]
    if all(cell.is_plain() for cell in cells):
        return True
    inner = sum(placed.size for cell in cells for placed in cell.content if isinstance(placed.block, Table))
    if inner:
        return inner * 2 < sum(placed.size for cell in cells for placed in cell.content)
    return not any(cell.lays_out() for cell in cells)


def _opened(table: Element, rows: Sequence[_GridRow]) -> Iterator[Placed]:
    """The content of a table that lays out the page, in order; rows of labels and figures among it stay tables."""
    piece: list[_GridRow] = []
    alone: list[_GridRow] = []  # rows with a single text, which may be a heading within the rows of figures

    def emit() -> Iterator[Placed]:
        if piece:
            yield Placed(_table(piece), table, _linked(piece))
            piece.clear()
        for _, waiting in alone:
            yield from (placed for cell in waiting for placed in cell.content)
        alone.clear()

    for row in rows:
        filled = [cell for cell in row[1] if cell.content]
        if any(cell.lays_out() for cell in filled):
            yield from emit()
            yield from (placed for cell in filled for placed in cell.content)
        elif len(filled) > 1:
            if alone and not piece:
                last = alone.pop()
                if _is_title(last):
                    alone.append(last)
                    yield from emit()
                else:
                    yield from emit()
                    piece.append(last)
            piece.extend(alone)
            alone.clear()
            piece.append(row)
        elif filled:
            if _is_title(row):
                yield from emit()
            alone.append(row)
    yield from emit()


def _is_title(row: _GridRow) -> bool:
    return any(
        isinstance(placed.block, Paragraph) and is_section_heading(placed.block.text.value)
        for cell in row[1]
        for placed in cell.content
    )


def _table(rows: Sequence[_GridRow]) -> Table:
    """A table of these rows; row spans count the rows that are there."""
    numbers = [number for number, _ in rows]
    made = []
    for index, (_, cells) in enumerate(rows):
        row = []
        for cell in cells:
            below = max(bisect_left(numbers, cell.end), index + 1)
            row.append(Cell(cell.text, cell.column, cell.column_span, below - index))
        made.append(Row(tuple(row)))
    return Table(tuple(made), ruled=True)


def _linked(rows: Sequence[_GridRow]) -> int:
    return sum(placed.linked for _, row in rows for cell in row for placed in cell.content)


def _texts(placed: Placed) -> Iterator[Text]:
    if isinstance(placed.block, Table):
        yield from (cell.text for row in placed.block.rows for cell in row.cells if cell.text.value)
    else:
        yield placed.block.text
