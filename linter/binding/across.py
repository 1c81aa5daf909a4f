"""Tables whose rows stand side by side: one line of figures under two or more rows of labels."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.binding.lexicon import Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.texts import Content
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.report import Miss, MissKind
from linter.text.widths import squeeze


class Across(NamedTuple):
    """The cells found, by address (None where nothing stands), and what did not fit."""

    cells: Mapping[Address, Cell | None]
    misses: tuple[Miss, ...]


def read_across(lines: Sequence[Line], table: TableLexicon) -> Across:
    """Read the one line of figures, by its number of cells or by the drawn grid of its header.

    Gives back no cells where the figures are too few to be told apart, or where two lines of figures disagree.
    """
    addresses = table.spec.addresses()
    data = [line for line in lines if _is_data(line, table)]
    read = [cells for line in data if (cells := _read(line, lines, addresses, table)) is not None]
    rows = tuple(row.id for block in table.spec.blocks for row in block.rows)
    if not read:
        kind = MissKind.ROW_UNREADABLE if data else MissKind.ROW_MISSING
        span = (data or lines)[0].span
        return Across({}, (Miss(kind, span, rows=rows, seen=data[0].label if data else ""),))
    if len({tuple(_text(cells.get(address)) for address in addresses) for cells in read}) > 1:
        return Across({}, (Miss(MissKind.ROW_TWICE, data[-1].span, rows=rows),))
    return Across(read[0], ())


def _text(cell: Cell | None) -> str:
    return squeeze(cell.text.value) if cell is not None else ""


def _is_data(line: Line, table: TableLexicon) -> bool:
    """A line of figures, or an empty line as wide as the table below its header."""
    if line.has_figures():
        return True
    return not line.words and len(line.cells) >= len(table.spec.addresses())


def _read(
    line: Line, lines: Sequence[Line], addresses: Sequence[Address], table: TableLexicon
) -> dict[Address, Cell | None] | None:
    filled = line.values(_last_label(line))
    if len(filled) == len(addresses):
        return {address: line.cells[index] for address, index in zip(addresses, filled, strict=True)}
    if line.ruled:
        by_grid = _by_grid(line, lines, table)
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
    cannot be told from a label that is misspelt, so that such a row is one figure short and is not read.
    """
    figures = (index for index, content in enumerate(line.contents) if content >= Content.PLACEHOLDER)
    first = next(figures, 0)
    return max((index for index in line.words if index < first), default=-1)


def _by_grid(line: Line, lines: Sequence[Line], table: TableLexicon) -> dict[Address, Cell] | None:
    """Cells under the labels that a drawn grid puts above them; None unless every address has a column of its own."""
    rows: dict[int, str] = {}
    columns: dict[int, str] = {}
    for above in lines:
        if above.block != line.block or above is line or above.has_figures():
            continue
        for grid_column, role, id in _labels(above, table):
            (rows if role is Role.ROW else columns)[grid_column] = id
    at = {cell.column: cell for cell in line.cells}
    found = {
        Address(table.spec.id, rows[column], id): at[column]
        for column, id in columns.items()
        if column in rows and column in at
    }
    return found if len(found) == len(table.spec.addresses()) else None


def _labels(line: Line, table: TableLexicon) -> Iterator[tuple[int, Role, str]]:
    for index, form in line.forms.items():
        cell = line.cells[index]
        for entry in table.find(form, Role.ROW, Role.COLUMN):
            for column in range(cell.column, cell.column + cell.column_span):
                yield column, entry.role, entry.id
