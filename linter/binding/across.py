"""Tables whose rows stand side by side: one line of figures under two or more rows of labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise

from linter.binding.column_order import order_of
from linter.binding.header import HeaderLabel, Reading
from linter.binding.lexicon import Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.similar import stands_for_figures
from linter.binding.texts import Content
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.records import Record
from linter.model.report import Miss, MissKind
from linter.text.widths import squeeze


class Across(Record):
    """The cells found, by address (None where nothing stands), and what did not fit."""

    cells: Mapping[Address, Cell | None]
    misses: tuple[Miss, ...]


class _Grid(Record):
    """The ids of the rows and of the columns whose labels stand in each grid column of a piece."""

    rows: dict[int, str]
    columns: dict[int, str]


def read_across(lines: Sequence[Line], table: TableLexicon) -> Across:
    """Read the one line of figures, by its number of cells or by the drawn grid of its header.

    Gives back no cells where the figures are too few to be told apart, or where two lines of figures disagree.
    """
    data = (
        [line for line in lines if line.has_figures()] or _words_for_figures(lines, table) or _blank_data(lines, table)
    )
    addresses, misses = _addresses(lines, table)
    if addresses is None:
        return Across({}, misses)
    grids = _grids(lines, table)
    read = [cells for line in data if (cells := _read(line, grids.get(line.block), addresses, table)) is not None]
    rows = tuple(row.id for block in table.spec.blocks for row in block.rows)
    if not read:
        kind = MissKind.ROW_UNREADABLE if data else MissKind.ROW_MISSING
        span = (data or lines)[0].span
        return Across({}, (*misses, Miss(kind, span, rows=rows, seen=data[0].label if data else "")))
    if len({tuple(_text(cells.get(address)) for address in addresses) for cells in read}) > 1:
        return Across({}, (*misses, Miss(MissKind.ROW_TWICE, data[-1].span, rows=rows)))
    return Across(read[0], misses)


def _addresses(lines: Sequence[Line], table: TableLexicon) -> tuple[tuple[Address, ...] | None, tuple[Miss, ...]]:
    """The addresses from left to right as the draft's own labels have them, and what is wrong with these; None where
    they contradict the form and do not say which figure is which.
    """
    (block,) = table.spec.blocks
    rows = order_of(_named(lines, table, Role.ROW, Role.GROUP), block.rows, by_label_alone=False)
    columns, width = [column.id for column in block.columns], len(block.columns)
    labels = _named(lines, table, Role.COLUMN)
    ids = [entry.id for label in labels for entry in label.names]
    runs = {tuple(ids[start : start + width]) for start in range(0, len(ids), width)}
    if len(ids) == width * len(block.rows) and len(runs) == 1 and set(next(iter(runs))) == set(columns):
        own = next(iter(runs))
    elif all(_keeps_order(run, columns) for run in runs):
        own = tuple(columns)
    else:
        text = labels[0].cell.text
        return None, (*rows.misses, Miss(MissKind.COLUMNS_UNCLEAR, text.span, (), tuple(columns), "", text.value))
    misses = rows.misses
    if own != tuple(columns):
        text = labels[0].cell.text
        misses = (*misses, Miss(MissKind.COLUMN_ORDER, text.span, (), tuple(columns), "", text.value))
    if rows.ids is None:
        return None, misses
    return tuple(Address(table.spec.id, row, id) for row in rows.ids for id in own), misses


def _keeps_order(run: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether labels that follow each other stand in the order of the form, of which some may be lost."""
    order = [columns.index(id) for id in run]
    falls = sum(other <= one for one, other in pairwise(order))
    return falls <= 1


def _named(lines: Sequence[Line], table: TableLexicon, *roles: Role) -> list[HeaderLabel]:
    """The labels of these roles, row by row, with those before the figures in one line. One that is copied
    into every cell that it covers stands there once.
    """
    found: list[HeaderLabel] = []
    for line in lines:
        last = _last_label(line) if line.has_figures() else len(line.cells)
        for index, form in line.forms.items():
            names = table.find(form, *roles) if index <= last else ()
            if names and not (found and found[-1].row == line.position and found[-1].names == names):
                found.append(HeaderLabel(line.cells[index], Reading.EXACT, names, line.position, line.width))
    return found


def _text(cell: Cell | None) -> str:
    return squeeze(cell.text.value) if cell is not None else ""


def _blank_data(lines: Sequence[Line], table: TableLexicon) -> list[Line]:
    """Where no figure is filled in: the empty lines below the header that are as wide as the table."""
    below = dropwhile(lambda line: not line.words, lines)
    return [line for line in below if not line.words and len(line.cells) >= len(table.spec.addresses())]


def _words_for_figures(lines: Sequence[Line], table: TableLexicon) -> list[Line]:
    """The line below all labels in which words stand for the figures, each in its cell or one for all."""
    for line in reversed(lines):
        if not line.words or not stands_for_figures(line, line.words[0], table):
            return []
        if len(line.words) == len(table.spec.addresses()) or _says_one_thing(line, table):
            return [line]
    return []


def _says_one_thing(line: Line, table: TableLexicon) -> bool:
    """Whether a line is one word in a cell as wide as all figures."""
    if line.filled != line.words or len(line.words) != 1:
        return False
    cell = line.cells[line.words[0]]
    return cell.column_span >= len(table.spec.addresses()) and cell.text.value.strip().isalpha()


def _read(
    line: Line, grid: _Grid | None, addresses: Sequence[Address], table: TableLexicon
) -> dict[Address, Cell | None] | None:
    filled = line.values(_last_label(line))
    if _says_one_thing(line, table):
        return dict.fromkeys(addresses, line.cells[filled[0]])
    if len(filled) == len(addresses):
        return {address: line.cells[index] for address, index in zip(addresses, filled, strict=True)}
    if grid is not None:
        by_grid = _by_grid(line, grid, table)
        if by_grid is not None and {id(cell) for cell in by_grid.values()} >= {id(line.cells[i]) for i in filled}:
            return {address: by_grid.get(address) for address in addresses}
    start = _last_label(line) + 1
    cells = line.cells[start:]
    # A blank at either end may as well come from figures that moved by a cell, the outermost of them lost.
    if len(cells) == len(addresses) and (not filled or (filled[0] == start and filled[-1] == len(line.cells) - 1)):
        return dict(zip(addresses, cells, strict=True))
    return None


def _last_label(line: Line) -> int:
    """The index of the last cell with words before the first figure; -1 for none. A first figure that is no figure
    cannot be distinguished from a label that is misspelt, so that such a row is one figure short and is not read.
    """
    figures = (index for index, content in enumerate(line.contents) if content >= Content.PLACEHOLDER)
    first = next(figures, 0)
    return max((index for index in line.words if index < first), default=-1)


def _grids(lines: Sequence[Line], table: TableLexicon) -> dict[int, _Grid]:
    """The grid of each piece of the table that is drawn with one."""
    grids: dict[int, _Grid] = {}
    for line in lines:
        if line.ruled and not line.has_figures():
            grid = grids.setdefault(line.block, _Grid({}, {}))
            for grid_column, role, id in _labels(line, table):
                (grid.rows if role is Role.ROW else grid.columns)[grid_column] = id
    return grids


def _by_grid(line: Line, grid: _Grid, table: TableLexicon) -> dict[Address, Cell] | None:
    """Cells under the labels that a drawn grid puts above them; None unless every address has a column of its own."""
    at = {cell.column: cell for cell in line.cells}
    found = {
        Address(table.spec.id, grid.rows[column], id): at[column]
        for column, id in grid.columns.items()
        if column in grid.rows and column in at
    }
    return found if len(found) == len(table.spec.addresses()) else None


def _labels(line: Line, table: TableLexicon) -> Iterator[tuple[int, Role, str]]:
    for index, form in line.forms.items():
        cell = line.cells[index]
        for entry in table.find(form, Role.ROW, Role.COLUMN):
            for column in range(cell.column, cell.column + cell.column_span):
                yield column, entry.role, entry.id
