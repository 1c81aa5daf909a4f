"""Columns of words that a draft has added to a table: the unit of each figure (件), a remark, who reported it.

They hold no figure, and stand below a label that the form does not know. Left in, what they say would be taken for the
labels of the rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.binding.header import near_column
from linter.binding.lexicon import ANY, TableLexicon
from linter.binding.lines import Line
from linter.binding.texts import Content
from linter.model.report import Miss, MissKind

FEWEST_ROWS = 2
"""Rows that have to have words in a column for it to be one."""

Cells = list[tuple[Line, int]]
"""Cells by their lines and indexes."""


def without_columns_of_words(lines: Sequence[Line], table: TableLexicon) -> tuple[list[Line], list[Miss]]:
    """The lines without the cells of such columns, and a miss for each label above one."""
    columns: dict[tuple[int, int], Cells] = defaultdict(list)
    for line in lines:
        for index in line.filled if line.ruled else ():
            columns[line.block, line.cells[index].column].append((line, index))
    dropped: dict[int, set[int]] = defaultdict(set)
    misses: dict[str, Miss] = {}
    for cells in columns.values():
        heads = [(line, index) for line, index in cells if not line.has_figures()]
        if heads and _is_of_words(cells, table):
            for line, index in cells:
                dropped[line.position].add(index)
            for line, index in heads:
                text = line.cells[index].text
                misses.setdefault(text.value, Miss(MissKind.COLUMN_UNKNOWN, text.span, seen=text.value))
    kept = [line.without(dropped[line.position]) if line.position in dropped else line for line in lines]
    return kept, list(misses.values())


def _is_of_words(cells: Cells, table: TableLexicon) -> bool:
    """Whether all that stands in a column are words that the form does not know, right of a label in two rows."""
    if any(line.contents[index] is not Content.WORDS or _is_known(line, index, table) for line, index in cells):
        return False
    rows = sum(line.has_figures() and any(_labels(line, index, table)) for line, index in cells)
    return rows >= FEWEST_ROWS


def _labels(line: Line, before: int, table: TableLexicon) -> Iterator[bool]:
    return (bool(table.rows_named(line.forms[index])) for index in line.words if index < before)


def _is_known(line: Line, index: int, table: TableLexicon) -> bool:
    """Whether a cell may be one of the form's: it spans several columns, or has a label, or nearly one of a column."""
    form = line.forms[index]
    if line.cells[index].column_span > 1 or table.find(form, *ANY):
        return True
    blocks = range(len(table.spec.blocks)) if not line.has_figures() else ()
    return any(near_column(form.words, table, block, set()) is not None for block in blocks)
