"""Linear equations over cells, in exact fractions, and the step of elimination that everything here is made of.

The unknowns are changes: what is to be added to a cell. A row says that `residual` plus the sum of `factors` times
changes lies within `tolerance` of zero. Cells are numbered; whole numbers stay `int`, which keeps the steps quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from linter.model.records import Record

Number = int | Fraction


class Row(Record):
    """One equation: no factor is zero."""

    factors: Mapping[int, Number]
    residual: Number
    tolerance: Number = 0

    @property
    def fails(self) -> bool:
        """Whether it is off, if no more cells change."""
        return not -self.tolerance <= self.residual <= self.tolerance


class System(Record):
    """`rows` must hold without the cells of `solved`, each of which its own row determines. A cell of `solved` stands
    in no other row of either.
    """

    rows: tuple[Row, ...]
    solved: Mapping[int, Row] = {}

    def change(self, cell: int) -> Number:
        """What a cell of `solved` changes by, if none changes that is not in `solved`."""
        row = self.solved[cell]
        return quotient(-row.residual, row.factors[cell])


def number(value: Decimal) -> Number:
    """The value without any rounding."""
    whole = int(value)
    return whole if whole == value else Fraction(value)


def decimal(value: Number) -> Decimal | None:
    """The value as a decimal, without any rounding; None for one that has no end, such as a third."""
    if isinstance(value, int):
        return Decimal(value)
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        return None
    digits = value.numerator * int(10**places) // value.denominator
    return Decimal(f"{digits}e-{places}")


def quotient(value: Number, divisor: Number) -> Number:
    if divisor in (1, -1):
        return value if divisor == 1 else -value
    fraction = Fraction(value) / divisor
    return fraction.numerator if fraction.denominator == 1 else fraction


def solve(system: System, pivot: Row, cell: int) -> System:
    """The system in which `pivot`, one of its rows, determines the change of `cell`.

    Tolerances are added up, so that no solution is lost; what is found has to be tried on the equations themselves.
    """
    rows = tuple(_without(row, pivot, cell) if cell in row.factors else row for row in system.rows if row is not pivot)
    solved = {other: _without(row, pivot, cell) if cell in row.factors else row for other, row in system.solved.items()}
    return System(rows, {**solved, cell: pivot})


def _without(row: Row, pivot: Row, cell: int) -> Row:
    multiple = quotient(row.factors[cell], pivot.factors[cell])
    factors = dict(row.factors)
    for other, factor in pivot.factors.items():
        rest = factors.get(other, 0) - multiple * factor
        if rest:
            factors[other] = rest
        else:
            del factors[other]
    tolerance = row.tolerance + (multiple if multiple > 0 else -multiple) * pivot.tolerance
    return Row(factors, row.residual - multiple * pivot.residual, tolerance)
