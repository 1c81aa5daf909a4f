"""An equation over cells as one report fills it in: what rules say of figures, in the form that finds a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.model.address import Address
from linter.model.records import Record

_ZERO = Decimal(0)


def agree(difference: Decimal, tolerance: Decimal) -> bool:
    """Whether two sides that are `difference` apart agree: the one place where that is decided."""
    return difference.copy_abs() <= tolerance


class Equation(Record):
    """The sum of `coefficients` times cells is off by `residual`: what is left of the left side minus the right.

    `tolerance` is how far it may be off, where figures were rounded. Cells without a number are `unknown`; they count
    as zero in the residual, and the equation neither holds nor fails. `published` are cells of a report that is
    out: they may be wrong, and nobody can change them here. A `weak` equation is a witness (a figure in a sentence,
    say): what it says counts when causes are compared, and need not come true.
    """

    coefficients: Mapping[Address, Decimal]
    residual: Decimal
    tolerance: Decimal = _ZERO
    weak: bool = False
    unknown: frozenset[Address] = frozenset()
    published: frozenset[Address] = frozenset()

    @property
    def holds(self) -> bool:
        """False where it fails, and where cells have no number."""
        return not self.unknown and agree(self.residual, self.tolerance)

    @property
    def fails(self) -> bool:
        return not self.unknown and not agree(self.residual, self.tolerance)
