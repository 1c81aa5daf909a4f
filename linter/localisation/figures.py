"""The figures of a report, and what could stand in their place."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from linter.expressions.value import EXACT
from linter.localisation.system import Number, decimal, number
from linter.model.address import Address
from linter.model.message import CellName
from linter.model.report import BoundReport
from linter.model.value import COUNT, ValueSpec

MOST_DIGITS = 200
"""Figures of more digits are not used in sums: those of a report have a dozen at most."""


class Figures:
    """The cells of one report by their addresses."""

    def __init__(self, report: BoundReport) -> None:
        self.report = report
        self._types: dict[Address, ValueSpec] = {}
        self._lines: dict[tuple[str, str], int] = {}
        for table in report.tables.values():
            self._types.update(table.spec.values())
            for block in table.spec.blocks:
                for id in (*(row.id for row in block.rows), *(column.id for column in block.columns)):
                    self._lines.setdefault((table.spec.id, id), len(self._lines))

    def value(self, address: Address) -> Decimal | None:
        cell = self.report.cell(address)
        return None if cell is None else cell.value

    def name(self, address: Address) -> CellName:
        cell = self.report.cell(address)
        return CellName(address.row, address.column) if cell is None else cell.name

    def place(self, address: Address) -> tuple[bool, int, int, Address]:
        """The sort key that puts cells in the order of the form, row by row, those of last year's report last."""
        row, column = (self._lines.get((address.table, line), -1) for line in (address.row, address.column))
        return address.previous, row, column, address

    def allows(self, address: Address, value: Decimal) -> bool:
        """Whether the cell may hold the value: by its type, it is whole and not negative."""
        type = self._types.get(address, COUNT)
        return (type.decimal or value == value.to_integral_value()) and (type.negative or value >= 0)

    def step(self, address: Address, low: Number, high: Number) -> Number | None:
        """A change between the bounds that the cell could make, or None.

        Where there is a choice (figures may have been rounded), it gives a value with as many decimals as are printed.
        """
        cell = self.report.cell(address)
        old = Decimal(0) if cell is None or cell.value is None else cell.value
        places = cell.figure.places if cell is not None and cell.figure is not None else 0
        step = low if low == high else _between(number(old), low, high, places)
        change = None if step is None else decimal(step)
        if change is None:
            return None
        with localcontext(EXACT):
            return step if self.allows(address, old + change) else None


def _between(old: Number, low: Number, high: Number, places: int) -> Number | None:
    """The change nearest to the middle of the bounds that gives a value of `places` decimals."""
    scale = 10**places
    middle = (old + (Fraction(low) + high) / 2) * scale
    step = Fraction(round(middle), scale) - old
    return step if low <= step <= high else None
