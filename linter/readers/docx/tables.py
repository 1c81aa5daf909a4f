"""Rows of a Word table on their true grid: cells merged to the right and downward stand once, at their top left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from lxml.etree import _Element

from linter.model.document import Cell, Row, Text
from linter.model.records import Record
from linter.readers.docx.runs import DROPPED, TRACKED
from linter.readers.docx.state import State
from linter.readers.docx.story import members
from linter.readers.docx.xml import TC, TCPR, TR, TRPR, VAL, is_on, number, properties_of, w

WIDEST_SPAN = 200
"""Grid columns that one cell may be wide. Word allows 63 columns in a table."""

_ROWS, _CELLS = frozenset({TR}), frozenset({TC})
_BEFORE, _HIDDEN = w("gridBefore"), w("hidden")
_SPAN, _DOWN, _RIGHT = w("gridSpan"), w("vMerge"), w("hMerge")
_CELL_DELETED, _CELL_MERGED, _MERGED_DOWN = w("cellDel"), w("cellMerge"), w("vMerge")
_CELL_CHANGES = frozenset({w("cellIns"), _CELL_DELETED, _CELL_MERGED})


class StoredRow(Record):
    """A row as stored: the grid column it begins at, and its cells with their numbers, from 1."""

    number: int
    column: int
    cells: Sequence[tuple[int, _Element]]


class _Merge(Record):
    """How a cell is merged. `down` and `right` are `restart` for the first cell of a merged range, `continue` for the
    others, and empty for a cell that is not merged that way.
    """

    span: int = 1
    down: str = ""
    right: str = ""
    deleted: bool = False


_NOT_MERGED = _Merge()


class _Draft:
    """A cell whose spans are still growing."""

    __slots__ = ("column", "rows", "span", "text")

    def __init__(self, text: Text, column: int, span: int) -> None:
        self.text = text
        self.column = column
        self.span = span
        self.rows = 1

    def covers(self, column: int) -> bool:
        return self.column <= column < self.column + self.span


def stored_rows(table: _Element, state: State) -> list[StoredRow]:
    """The rows of a table that are there when tracked changes are accepted, and not hidden."""
    rows = []
    for index, row in enumerate(members(table, _ROWS, state), 1):
        column = _first_column(row, state)
        if column is not None:
            cells = [*enumerate(members(row, _CELLS, state), 1)]
            state.count(len(cells))
            rows.append(StoredRow(index, column, cells))
    return rows


def _first_column(row: _Element, state: State) -> int | None:
    """The grid column at which a row begins; None for a row that is deleted or hidden."""
    column = 0
    for prop in properties_of(row, TRPR):
        tag = prop.tag
        if tag == _BEFORE:
            column = min(max(number(prop.get(VAL)) or 0, 0), WIDEST_SPAN)
        elif tag in TRACKED:
            state.tracked = True
            if tag in DROPPED:
                return None
        elif tag == _HIDDEN and is_on(prop):
            return None
    return column


def lay_out(rows: Sequence[StoredRow], state: State, read: Callable[[_Element], Text]) -> tuple[Row, ...]:
    """The rows with their cells on the grid; `read` gives a cell's text. Rows of which nothing begins are left out."""
    laid: list[list[_Draft]] = []
    above: dict[int, _Draft] = {}  # the cells merged downward that the row above belongs to, by column
    for row in rows:
        state.row = row.number
        drafts, above = _lay_out_row(row, above, state, read)
        if drafts:
            laid.append(drafts)
            continue
        for draft in above.values():
            draft.rows -= 1
    return tuple(
        [Row(tuple([Cell(draft.text, draft.column, draft.span, draft.rows) for draft in drafts])) for drafts in laid]
    )


def _lay_out_row(
    row: StoredRow, above: dict[int, _Draft], state: State, read: Callable[[_Element], Text]
) -> tuple[list[_Draft], dict[int, _Draft]]:
    """The cells that begin in a row, and those merged downward that it belongs to."""
    drafts: list[_Draft] = []
    edges = list(above)
    downward: dict[int, _Draft] = {}
    column = row.column
    for index, cell in row.cells:
        state.cell = index
        merge = _merge(cell, state)
        if merge.deleted:
            continue
        if merge.right == "continue" and drafts and drafts[-1].column + drafts[-1].span == column:
            drafts[-1].span += merge.span
        elif merge.down == "continue" and (over := _over(column, above, edges)) is not None:
            if over.column not in downward:
                over.rows += 1
                downward[over.column] = over
        else:
            draft = _Draft(read(cell), column, merge.span)
            drafts.append(draft)
            if merge.down:
                downward[column] = draft
        column += merge.span
    return drafts, downward


def _over(column: int, above: dict[int, _Draft], edges: Sequence[int]) -> _Draft | None:
    """The cell of the row above that a cell in `column` goes on with, also where their left edges differ.

    `edges` are the columns of `above`, from left to right.
    """
    index = bisect_right(edges, column) - 1
    return above[edges[index]] if index >= 0 and above[edges[index]].covers(column) else None


def _merge(cell: _Element, state: State) -> _Merge:
    span, down, right = 1, "", ""
    for prop in properties_of(cell, TCPR):
        tag = prop.tag
        if tag == _SPAN:
            span = min(max(number(prop.get(VAL)) or 1, 1), WIDEST_SPAN)
        elif tag == _DOWN:
            down = prop.get(VAL, "continue")
        elif tag == _RIGHT:
            right = prop.get(VAL, "continue")
        elif tag in _CELL_CHANGES:
            state.tracked = True
            if tag == _CELL_DELETED:
                return _Merge(deleted=True)
            if tag == _CELL_MERGED:
                down = "continue" if prop.get(_MERGED_DOWN) == "cont" else "restart"
    return _NOT_MERGED if span == 1 and not down and not right else _Merge(span, down, right)
