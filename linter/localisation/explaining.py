"""What could be wrong in a network of equations: its cheapest explanations, tried on the equations themselves."""

from decimal import localcontext
from typing import NamedTuple

from linter.expressions.value import EXACT
from linter.localisation.figures import Figures
from linter.localisation.network import Change, Network, Posed, pose, satisfied
from linter.localisation.search import Limits, cheapest
from linter.localisation.shifts import PRICE as SHIFT
from linter.localisation.shifts import shifts
from linter.localisation.system import Number, decimal
from linter.model.address import Address

Explanation = frozenset[Change]


class Explained(NamedTuple):
    """The explanations of a network, all at the least `price`.

    Without any, `price` is what one costs at least. Unless `complete`, there may be more of the same price.
    """

    explanations: tuple[Explanation, ...]
    price: int
    complete: bool
    posed: Posed


def explain(network: Network, figures: Figures, limits: Limits) -> Explained:
    """The cheapest sets of changes that satisfy every equation of `network`."""
    posed = pose(network, limits)

    def possible(cell: int, low: Number, high: Number) -> Number | None:
        return figures.step(posed.cells[cell], low, high)

    found = cheapest(posed.system, posed.prices, possible, limits._replace(price=min(limits.price, SHIFT - 1)))
    if not found.solutions and limits.price >= SHIFT:
        if moved := shifts(network, figures):
            return Explained(moved, SHIFT, True, posed)
        if found.complete:
            found = cheapest(posed.system, posed.prices, possible, limits, SHIFT)
    explanations = []
    for changes in found.solutions:
        explanation = frozenset(_change(posed.cells[cell], step, figures) for cell, step in changes.items())
        if satisfied(network, explanation):
            explanations.append(explanation)
    return Explained(tuple(explanations), found.price, found.complete, posed)


def _change(address: Address, step: Number, figures: Figures) -> Change:
    value, added = figures.value(address), decimal(step)
    assert value is not None and added is not None
    with localcontext(EXACT):
        return Change(address, value, value + added)
