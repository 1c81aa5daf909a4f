"""Columns that a draft has added to a table and that tell nothing of its figures: columns of words (the unit of each
figure, a remark, who reported it), and the numbers of the lines at its left.

They stand below a label that the form does not know. Left in, words would be taken for the labels of the rows, and the
number of a line of labels would make it a row of figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.binding.header import near_column
from linter.binding.lexicon import ANY, TableLexicon
from linter.binding.lines import Line
from linter.binding.texts import Content
from linter.model.report import Miss, MissKind
from linter.text.numerals import whole

FEWEST_ROWS = 2
"""Rows that have to have words in a column for it to be one."""

FEWEST_NUMBERS = 3
"""Lines that have to be counted for a column to be their numbers."""

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
        if heads and (_is_of_words(cells, table) or _numbers_lines(cells, table)):
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


def _numbers_lines(cells: Cells, table: TableLexicon) -> bool:
    """Whether a column counts the lines left of their labels, all of them or those of each part."""
    (head, at), *below = cells
    if head.contents[at] is not Content.WORDS or _is_known(head, at, table) or len(below) < FEWEST_NUMBERS:
        return False
    if any(index != line.filled[0] or not any(word > index for word in line.words) for line, index in below):
        return False
    numbers = [whole(line.cells[index].text.value.strip()) for line, index in below]
    counted = all(number in (1, (before or 0) + 1) for before, number in pairwise([0, *numbers]))
    return counted and len({*numbers}) > 1


def _labels(line: Line, before: int, table: TableLexicon) -> Iterator[bool]:
    return (bool(table.rows_named(line.forms[index])) for index in line.words if index < before)


def _is_known(line: Line, index: int, table: TableLexicon) -> bool:
    """Whether a cell may be one of the form's: it spans several columns, or has a label, or nearly one of a column."""
    form = line.forms[index]
    if line.cells[index].column_span > 1 or table.find(form, *ANY):
        return True
    blocks = range(len(table.spec.blocks)) if not line.has_figures() else ()
    return any(near_column(form.words, table, block, set()) is not None for block in blocks)
