"""Tables whose rows stand side by side: one line of figures under two or more rows of labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise

from linter.binding.column_order import order_of
from linter.binding.header import HeaderLabel, Reading, several_labels
from linter.binding.lexicon import ANY, Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.similar import stands_for_figures
from linter.binding.texts import Content
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.records import Record
from linter.model.report import Miss, MissKind
from linter.text.widths import squeeze

FEWEST_FIGURES = 3
"""Figures of a line beside the one that is read that may be those of the table too; a page has a number."""


class Across(Record):
    """The cells found, by address (None where nothing stands), and what did not fit."""

    cells: Mapping[Address, Cell | None]
    misses: tuple[Miss, ...]


class _Order(Record):
    """The addresses from left to right, and those of which it is not known which is which; None where the labels
    contradict the form and do not say which figure is which.
    """

    addresses: tuple[Address, ...] | None
    unclear: frozenset[Address] = frozenset()
    misses: tuple[Miss, ...] = ()


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
    addresses, unclear, misses = _addresses(lines, table)
    if addresses is None:
        return Across({}, misses)
    grids = _grids(lines, table)
    read = [cells for line in data if (cells := _read(line, grids.get(line.block), addresses, table)) is not None]
    more = sum(len(line.values(_last_label(line))) >= FEWEST_FIGURES for line in data)
    rows = tuple(row.id for block in table.spec.blocks for row in block.rows)
    if not read:
        kind = MissKind.ROW_UNREADABLE if data else MissKind.ROW_MISSING
        span = (data or lines)[0].span
        return Across({}, (*misses, Miss(kind, span, rows=rows, seen=data[0].label if data else "")))
    if more > len(read) or len({tuple(_text(cells.get(address)) for address in addresses) for cells in read}) > 1:
        return Across({}, (*misses, Miss(MissKind.ROW_TWICE, data[-1].span, rows=rows)))
    return Across({address: cell for address, cell in read[0].items() if address not in unclear}, misses)


def _addresses(lines: Sequence[Line], table: TableLexicon) -> _Order:
    """The addresses from left to right as the draft's own labels have them, and what is wrong with these."""
    (block,) = table.spec.blocks
    rows = order_of(_named(lines, table, Role.ROW, Role.GROUP), block.rows, by_label_alone=False)
    columns = tuple([column.id for column in block.columns])
    labels = _named(lines, table, Role.COLUMN)
    ids = [entry.id for label in labels for entry in label.names]
    runs = [tuple(ids[start : start + len(columns)]) for start in range(0, len(ids), len(columns))]
    told = len(runs) == len(block.rows) and all(set(run) == set(columns) for run in runs)
    if not told and not _keep_order(runs, columns, len(block.rows)):
        return _Order(None, misses=(*rows.misses, _miss(MissKind.COLUMNS_UNCLEAR, labels, columns)))
    if rows.ids is None:
        return _Order(None, misses=rows.misses)
    orders = runs if told else [columns] * len(block.rows)
    addresses = tuple(Address(table.spec.id, row, id) for row, own in zip(rows.ids, orders, strict=True) for id in own)
    misses = list(rows.misses)
    unclear = frozenset(_exchanged(table, rows.ids, orders, columns)) if len(set(orders)) > 1 else frozenset()
    if unclear:
        exchanged = tuple(dict.fromkeys(address.column for address in addresses if address in unclear))
        at = tuple(dict.fromkeys(address.row for address in addresses if address in unclear))
        misses.append(_miss(MissKind.COLUMNS_UNCLEAR, labels, exchanged)._replace(rows=at))
    elif any(own != columns for own in orders):
        misses.append(_miss(MissKind.COLUMN_ORDER, labels, columns))
    return _Order(addresses, unclear, tuple(misses))


def _exchanged(
    table: TableLexicon, rows: Sequence[str], orders: Sequence[Sequence[str]], columns: Sequence[str]
) -> Iterator[Address]:
    """The cells of a row in whose labels two alone have changed places: their figures may have, or not."""
    for row, own in zip(rows, orders, strict=True):
        moved = [id for id, there in zip(own, columns, strict=True) if id != there]
        yield from (Address(table.spec.id, row, id) for id in (moved if len(moved) == 2 else ()))


def _miss(kind: MissKind, labels: Sequence[HeaderLabel], columns: tuple[str, ...]) -> Miss:
    text = labels[0].cell.text
    return Miss(kind, text.span, (), columns, "", text.value)


def _keep_order(runs: Sequence[Sequence[str]], columns: Sequence[str], rows: int) -> bool:
    """Whether the labels of all rows follow each other in the order of the form, of which some may be lost, or the
    whole of them repeated.
    """
    order = [columns.index(id) for run in runs for id in run]
    falls = sum(other <= one for one, other in pairwise(order))
    return falls < rows or all(tuple(run) == tuple(columns) for run in runs)


def _named(lines: Sequence[Line], table: TableLexicon, *roles: Role) -> list[HeaderLabel]:
    """The labels of these roles, row by row, with those before the figures in one line. One that is copied
    into every cell that it covers stands there once.
    """
    found: list[HeaderLabel] = []
    for line in lines:
        last = _last_label(line) if line.has_figures() else len(line.cells)
        before: tuple[int, tuple[Entry, ...]] = -1, ()
        for index, form in line.forms.items():
            known = table.find(form, *ANY) or several_labels(line.cells[index], table)
            names = tuple([entry for entry in known if entry.role in roles]) if index <= last else ()
            is_copy, before = before == (index - 1, names), (index, names)
            if names and not is_copy:
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
