"""Tables of a template as cells, merged where the form merges them, for drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.model.address import Address
from linter.model.template import BlockSpec, Label, TableSpec


@dataclass(frozen=True)
class Drawn:
    """A cell to draw: its place in the grid, what it covers, its text."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class Sheet:
    """A table to draw. `header` counts the rows that are kept together and, if asked for, repeated on every page."""

    cells: tuple[Drawn, ...]
    rows: int
    columns: int
    labels: int
    header: int


def sheet_of(table: TableSpec, cells: Mapping[Address, str]) -> Sheet:
    return across(table, cells) if table.across else upright(table, cells)


def upright(table: TableSpec, given: Mapping[Address, str]) -> Sheet:
    depth = 1 + max(len(row.parents) for block in table.blocks for row in block.rows)
    width = depth + max(len(block.columns) for block in table.blocks)
    drawn: list[Drawn] = []
    at = header = 0
    for block in table.blocks:
        if block.heading is not None:
            drawn.append(Drawn(at, 0, block.heading.text, column_span=width))
            at += 1
        top = list(_header(block, depth, width))
        drawn += [replace(cell, row=cell.row + at) for cell in top]
        at += max(cell.row + cell.row_span for cell in top)
        header = header or at
        paths = [(*row.parents, row.label) for row in block.rows]
        drawn += [
            Drawn(at + first, level, text, count, depth - level if leaf else 1)
            for level in range(depth)
            for first, count, text, leaf in _runs(paths, level)
        ]
        for row in block.rows:
            for number, column in enumerate(block.columns):
                last = number == len(block.columns) - 1
                span = width - depth - number if last else 1
                text = given.get(Address(table.id, row.id, column.id), "0")
                drawn.append(Drawn(at, depth + number, text, 1, span))
            at += 1
    return Sheet(tuple(drawn), at, width, depth, header if len(table.blocks) == 1 else 0)


def across(table: TableSpec, given: Mapping[Address, str]) -> Sheet:
    block = table.blocks[0]
    count = len(block.columns)
    levels = 1 + max(len(row.parents) for row in block.rows)
    paths = [(*row.parents, row.label) for row in block.rows]
    drawn = [
        Drawn(level, first * count, text, levels - level if leaf else 1, rows * count)
        for level in range(levels)
        for first, rows, text, leaf in _runs(paths, level)
    ]
    for number, row in enumerate(block.rows):
        for place, column in enumerate(block.columns, number * count):
            drawn.append(Drawn(levels, place, column.label.text))
            drawn.append(Drawn(levels + 1, place, given.get(Address(table.id, row.id, column.id), "0")))
    return Sheet(tuple(drawn), levels + 2, count * len(block.rows), 0, 0)


def _header(block: BlockSpec, depth: int, width: int) -> Iterator[Drawn]:
    levels = 1 + max(len(column.parents) for column in block.columns)
    above = len(block.corner) > 1
    if block.corner:
        yield Drawn(0, 0, block.corner[0].text, levels + above, depth)
    if above:
        yield Drawn(0, depth, block.corner[1].text, 1, width - depth)
    paths = [(*column.parents, column.label) for column in block.columns]
    for level in range(levels):
        for first, count, text, leaf in _runs(paths, level):
            last = first + count == len(paths)
            span = width - depth - first if last else count
            yield Drawn(level + above, depth + first, text, levels - level if leaf else 1, span)


def _runs(paths: Sequence[tuple[Label, ...]], level: int) -> Iterator[tuple[int, int, str, bool]]:
    """(first, count, label, whether it is a leaf) of the labels on a level that stand side by side."""
    first = 0
    while first < len(paths):
        end = first + 1
        if len(paths[first]) > level:
            leaf = len(paths[first]) == level + 1
            while not leaf and end < len(paths) and paths[end][: level + 1] == paths[first][: level + 1]:
                end += 1
            yield first, end - first, paths[first][level].text, leaf
        first = end
