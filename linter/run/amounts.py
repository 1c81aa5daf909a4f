"""What adds up over reports: the cells of a bound report by places that mean the same in every report of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.model.address import Address
from linter.model.below import Amount, Amounts, Place
from linter.model.entity import row_id
from linter.model.records import Record
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState
from linter.model.template import BlockSpec, ColumnSpec, RowSpec
from linter.model.value import EmptyMeaning, Sort
from linter.text.figures import PERCENT

_ZERO = Decimal(0)
_NOTHING = (EmptyMeaning.ZERO, EmptyMeaning.DOES_NOT_APPLY)


class Summand(Record):
    """A cell of a table that adds up over reports, if it was found. `of_entity` is as for `Amount`."""

    place: Place
    cell: BoundCell | None
    of_entity: bool

    @property
    def amount(self) -> Amount | None:
        """Its number; zero where it says that there is nothing."""
        cell = self.cell
        if cell is None:
            return None
        if cell.value is not None and (cell.state in (CellState.FIGURE, CellState.INTERVAL)):
            return Amount(cell.value, cell.reach, self.of_entity)
        return Amount(_ZERO, of_entity=self.of_entity) if cell.meaning in _NOTHING else None


def summands(table: BoundTable, report: BoundReport) -> Iterator[Summand]:
    """The cells of a table whose value types add up, but for lines of details; none of a form that nobody filled in."""
    if table.blank_form:
        return
    keys = {one.id: one.key for entities in report.entities.values() for one in entities}
    id = _known(table.spec.id, table.spec.entity, keys)
    for block in table.spec.blocks:
        for row, column in _adding(block):
            place = (id, _known(row.id, row.entity, keys, row.part), _known(column.id, column.entity, keys))
            cell = table.cells.get(Address(table.spec.id, row.id, column.id))
            yield Summand(place, cell, bool(row.entity or column.entity))


def amounts(report: BoundReport) -> Amounts:
    """All that adds up of a report."""
    tables = {table.spec.id: list(summands(table, report)) for table in report.tables.values()}
    cells = {one.place: one.amount for each in tables.values() for one in each}
    whole = {each[0].place[0] for id, each in tables.items() if each and not report.tables[id].unread}
    return Amounts(cells, frozenset(whole))


def _adding(block: BlockSpec) -> Iterator[tuple[RowSpec, ColumnSpec]]:
    for row in block.rows:
        for column in block.columns:
            value = row.value or column.value
            details = column.detail or row.part.isdigit()
            if value.adds_up and value.sort is Sort.FIGURE and value.unit != PERCENT and not details:
                yield row, column


def _known(id: str, entity: str, keys: dict[str, str], part: str = "") -> str:
    """The id of a row, a column or a table with what its entity is known by in all reports."""
    if not entity or entity not in keys:
        return id
    return row_id(keys[entity], part) if id == row_id(entity, part) else id.replace(entity, keys[entity])
