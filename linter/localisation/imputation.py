"""What blank cells come to, where the equations leave no choice (deductive imputation)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.localisation.figures import Figures
from linter.localisation.groups import Explained
from linter.localisation.network import Explanation
from linter.localisation.system import decimal, number, quotient
from linter.model.address import Address


def determined(explained: Explained, figures: Figures) -> Mapping[Address, Decimal]:
    """The values of blank cells that follow from the others: whole and not negative where the column asks for it.

    Where figures disagree, a value counts if it is the same whichever of them is wrong; where that is not known, or the
    equations contradict each other for want of the blank cells, no value counts.
    """
    cases: tuple[Explanation, ...] = explained.explanations
    if not any(row.fails for row in explained.posed.system.rows):
        cases = (frozenset(),)
    elif not cases or not explained.complete:
        return {}
    first, *others = (_values(explained, case, figures) for case in cases)
    return {address: value for address, value in first.items() if all(other.get(address) == value for other in others)}


def _values(explained: Explained, case: Explanation, figures: Figures) -> dict[Address, Decimal]:
    """What each blank cell comes to after the changes of one explanation."""
    posed = explained.posed
    known = len(posed.prices)
    index = {address: position for position, address in enumerate(posed.cells)}
    steps = {index[change.address]: number(change.suggested) - number(change.value) for change in case}
    found: dict[Address, Decimal] = {}
    for cell, row in posed.system.solved.items():
        if row.tolerance or any(other >= known and other != cell for other in row.factors):
            continue
        residual = row.residual + sum(row.factors.get(other, 0) * step for other, step in steps.items())
        value = decimal(quotient(-residual, row.factors[cell]))
        if value is not None and not posed.cells[cell].previous and figures.allows(posed.cells[cell], value):
            found[posed.cells[cell]] = value
    return found
