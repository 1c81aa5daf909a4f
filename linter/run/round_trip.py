"""The form of a pack with a different figure in every cell, written and read back: which cells do not come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from linter.binding import bind, sample
from linter.model.address import Address
from linter.model.document import Source
from linter.model.pack import Pack
from linter.model.records import Record
from linter.model.report import BoundCell, CellState
from linter.model.template import RowSpec, TableSpec
from linter.model.value import Sort, ValueSpec
from linter.readers import read
from linter.run.form import write

FIRST, AFTER_YEARS, YEARS = 1001, 3001, 1800
"""The figure of the first cell, and of those after the ones that may be taken for years."""

DAY_ZERO = date(2001, 1, 1)
WORD = "Qq"


class Lost(Record):
    """A cell whose figure was not read where it was written. `elsewhere` is the address at which it was, if any."""

    address: Address
    elsewhere: Address | None


def lost_cells(pack: Pack) -> Iterator[Lost]:
    """The cells of the form that do not come back, table by table in the order of the form."""
    year = pack.years.first or pack.years.last
    template = sample(pack.template, year)
    printed: dict[Address, str] = {}
    for table in template.tables:
        for address, type in _cells(table):
            printed[address] = _text(type, _number(len(printed)))
    text = write(pack.template, year, cells=printed)
    report = bind(read(Source("form.txt", text.encode(), "txt")), pack.template)
    found = {address: cell for table in report.tables.values() for address, cell in table.cells.items()}
    where = {_shown(cell): address for address, cell in found.items()}
    for address, text in printed.items():
        cell = found.get(address)
        if cell is None or _shown(cell) != text:
            yield Lost(address, where.get(text))


def _cells(table: TableSpec) -> Iterator[tuple[Address, ValueSpec]]:
    """The cells that the form prints, and what each holds; of an entity with details, those of its first line."""
    known = set(table.addresses())
    for block in table.blocks:
        for row in block.rows:
            for column in block.columns:
                address = Address(table.id, row.id, column.id)
                if address in known and not _is_of_details(row):
                    yield address, row.value or column.value


def _is_of_details(row: RowSpec) -> bool:
    return row.details and bool(row.part) and row.part != "1"


def _number(count: int) -> int:
    """The figure of a cell before which there are so many: no number of an item, and no year."""
    return FIRST + count if FIRST + count < YEARS else AFTER_YEARS + count


def _text(type: ValueSpec, number: int) -> str:
    """A text of the type that no other cell has."""
    if type.sort is Sort.DATE:
        return (DAY_ZERO + timedelta(days=number)).isoformat()
    return f"{WORD}{number}" if type.sort is Sort.TEXT else str(number)


def _shown(cell: BoundCell) -> str:
    """What a cell holds, as it was written."""
    if cell.state is CellState.FIGURE and cell.figure is not None and cell.figure.value == cell.figure.value // 1:
        return str(Decimal(cell.figure.value).quantize(Decimal(1)))
    return cell.text.strip()
