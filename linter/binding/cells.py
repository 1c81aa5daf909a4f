"""Cells at their addresses: what stands in each, and what an empty one means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.binding.lexicon import TableLexicon
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.report import BoundCell, CellState
from linter.model.span import Span
from linter.model.template import BlockSpec, TableSpec
from linter.model.value import EmptyMeaning

ENOUGH_ROWS = 5
"""Rows that a block must have for a column without any figure to be a custom and not an omission."""


def bound_cells(
    cells: Mapping[Address, Cell | None], table: TableLexicon, rows: Mapping[str, Span], at: Span, said: str = ""
) -> dict[Address, BoundCell]:
    """What stands at each address. A cell that was not printed at all is blank and stands where its row does: in
    `rows` by id, else `at` the table. `said` is the unit that is given once for all of them.
    """
    bound: dict[Address, BoundCell] = {}
    for address, cell in cells.items():
        text = cell.text.value.strip() if cell is not None else ""
        span = cell.text.span if cell is not None else rows.get(address.row, at)
        state, value, figure, meaning, reach, share = table.texts.reading(
            text, table.values[address], table.spec.empty.blank, said
        )
        name = table.names[address]
        bound[address] = BoundCell(address, name, text, span, state, value, figure, meaning, reach, share)
    return bound


def zeros_throughout(
    cells: dict[Address, BoundCell], spec: TableSpec
) -> tuple[dict[Address, BoundCell], tuple[Address, ...]]:
    """Take blanks for zero where the draft does so all over the table; gives back the cells and those taken so.

    It does so where a column is blank in every row while others are filled, or where no zero is printed anywhere.
    A cell that is always filled (a total) is zero only with its whole row.
    """
    blank = {address for address, cell in cells.items() if cell.state is CellState.BLANK}
    if spec.empty.throughout is not EmptyMeaning.ZERO or not blank or len(blank) == len(cells):
        return cells, ()
    if any(cell.value == 0 for cell in cells.values() if cell.state is CellState.FIGURE):
        zeros = {address for block in spec.blocks for address in _blank_columns(block, cells, blank, spec)}
    else:
        zeros = {address for address in blank if not _is_needed(address, cells, blank, spec)}
    taken = {
        address: cell._replace(value=Decimal(0), meaning=EmptyMeaning.ZERO) if address in zeros else cell
        for address, cell in cells.items()
    }
    return taken, tuple(address for address in cells if address in zeros)


def _blank_columns(
    block: BlockSpec, cells: Mapping[Address, BoundCell], blank: set[Address], spec: TableSpec
) -> Iterator[Address]:
    rows = {row.id for row in block.rows} | {group.id for group in block.groups}
    for column in block.columns:
        addresses = [address for address in cells if address.column == column.id and address.row in rows]
        custom = len(addresses) >= ENOUGH_ROWS and column.id not in spec.empty.always_filled
        if custom and blank.issuperset(addresses):
            yield from addresses


def _is_needed(address: Address, cells: Mapping[Address, BoundCell], blank: set[Address], spec: TableSpec) -> bool:
    """Whether a total is blank beside filled cells of its row, or a row of totals beside filled cells of its column."""
    always = spec.empty.always_filled
    if address.column in always:
        return any(other.row == address.row and other not in blank for other in cells)
    if address.row in always:
        return any(other.column == address.column and other not in blank for other in cells)
    return False
