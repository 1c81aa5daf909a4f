"""Equations that fail, in groups of one cause each: what is wrong in a report, as far as its equations can tell.

The cheapest explanations of a network are taken apart, since what is wrong in one place does not hang on what is wrong
in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import localcontext
from math import prod

from linter.expressions.value import EXACT
from linter.localisation.figures import Figures
from linter.localisation.network import Change, Explanation, Network, Posed, connected, pose, satisfied
from linter.localisation.reasons import CLEARLY_STRONGER, CONVINCING, Scene, scene, strength
from linter.localisation.search import Limits, cheapest, solvable
from linter.localisation.shifts import PRICE as SHIFT
from linter.localisation.shifts import shifts
from linter.localisation.system import Number, decimal
from linter.localisation.whole_lines import whole_lines
from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.message import Message
from linter.model.records import Record

LIMITS = Limits()

ALONE = Limits(price=2, steps=20_000, steps_a_factor=10, seconds=0.3)
"""For equations that fail side by side, where all of them together are too much."""


class Explained(Record):
    """The explanations of a network, all at the least `price`.

    Without any, `price` is what one costs at least. Unless `complete`, there may be more of the same price. `cause`
    says what happened where each explanation is a whole row or column.
    """

    explanations: tuple[Explanation, ...]
    price: int
    complete: bool
    posed: Posed
    cause: Message | None = None


def explain(network: Network, figures: Figures, limits: Limits) -> Explained:
    """The cheapest sets of changes that satisfy every equation of `network`."""
    posed = pose(network, limits)

    def possible(cell: int, low: Number, high: Number) -> Number | None:
        return figures.step(posed.cells[cell], low, high)

    found = cheapest(posed.system, posed.prices, possible, limits._replace(price=min(limits.price, SHIFT - 1)))
    if not found.solutions and limits.price >= SHIFT:
        cause, lines = whole_lines(network, figures)
        if lines or (lines := shifts(network, figures)):
            return Explained(lines, SHIFT, True, posed, cause)
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


class Group(Record):
    """Equations that fail, and what explains them: the alternatives, the strongest first.

    The first of them is `standing_out` where it is clearly the most likely, or the only one that explains why several
    equations fail. It is `sure` where there is no other, the search looked at all there is, and more than one equation
    bears it out. Without alternatives, at least `price` cells have to change; none would do where the equations are
    `contradictory`. `cause` says what happened where each alternative is a whole row or column.
    """

    failing: tuple[Equation, ...]
    scene: Scene
    price: int
    alternatives: tuple[Explanation, ...] = ()
    standing_out: bool = False
    sure: bool = False
    contradictory: bool = False
    cause: Message | None = None


class _Block(Record):
    """Equations that fail together. Each of the alternatives explains all of them, and no cheaper one does.

    `complete` says that there are no others.
    """

    failing: tuple[Equation, ...]
    alternatives: tuple[Explanation, ...]
    complete: bool


def groups(network: Network, figures: Figures, explained: Explained, limits: Limits = ALONE) -> Iterator[Group]:
    """The groups of a network, each with equations of its own."""
    around = scene(network, figures)
    if explained.cause is not None:
        block = _Block(network.failing, explained.explanations, explained.complete)
        yield _weighed(block, around, explained.price)._replace(cause=explained.cause)
        return
    if explained.explanations:
        for block in _blocks(explained.explanations, network.equations, explained.complete):
            yield _weighed(block, around, explained.price)
        return
    left: list[Equation] = []
    for one in _side_by_side(network):
        alone = explain(one, figures, limits)
        if alone.explanations and alone.complete and not explained.complete:
            for block in _blocks(alone.explanations, one.equations, complete=False):
                yield _weighed(block, around, alone.price)
        else:
            left += one.failing
    if left:
        contradictory = not solvable(explained.posed.system, limits)
        yield Group(tuple(left), around, explained.price, contradictory=contradictory)


def _side_by_side(network: Network) -> Iterator[Network]:
    """The failing equations that share cells, together with all equations that hold."""
    failing = network.failing
    others = tuple(equation for equation in network.equations if not equation.fails)
    for group in connected([equation.coefficients for equation in failing]):
        yield Network((*(failing[index] for index in group), *others), network.witnesses)


def _weighed(block: _Block, around: Scene, price: int) -> Group:
    weights = {alternative: strength(alternative, around) for alternative in block.alternatives}
    ordered = sorted(weights, key=lambda one: (-weights[one], sorted(one)))
    first = weights[ordered[0]]
    stronger = len(ordered) == 1 or first - weights[ordered[1]] >= CLEARLY_STRONGER
    convincing = first >= CONVINCING or (len(ordered) == 1 and len(block.failing) > 1)
    return Group(
        block.failing,
        around,
        price,
        tuple(ordered),
        standing_out=stronger and convincing,
        sure=len(ordered) == 1 and block.complete and len(block.failing) > 1,
    )


def _blocks(explanations: Sequence[Explanation], equations: Sequence[Equation], complete: bool) -> tuple[_Block, ...]:
    """The failing equations in blocks, so that any alternatives of all blocks together are an explanation."""
    taken_apart = [_parts(explanation, equations) for explanation in explanations]
    failing = frozenset(index for index, equation in enumerate(equations) if equation.fails)
    covered = [failing & touched for parts in taken_apart for _, touched in parts]
    places = [frozenset().union(*(covered[index] for index in group)) for group in connected(covered)]
    found = []
    for place in places:
        alternatives = dict.fromkeys(
            frozenset(change for part, touched in parts if place & touched for change in part) for parts in taken_apart
        )
        found.append(_Block(tuple(equations[index] for index in sorted(place)), tuple(alternatives), complete))
    if prod(len(block.alternatives) for block in found) != len(set(explanations)):
        return (_Block(tuple(equations[index] for index in sorted(failing)), tuple(explanations), complete),)
    return tuple(found)


def _parts(explanation: Explanation, equations: Sequence[Equation]) -> list[tuple[Explanation, frozenset[int]]]:
    """The changes that share equations, together, with the equations that they touch."""
    changes = sorted(explanation)
    touched = [
        frozenset(index for index, one in enumerate(equations) if change.address in one.coefficients)
        for change in changes
    ]
    return [
        (frozenset(changes[index] for index in group), frozenset().union(*(touched[index] for index in group)))
        for group in connected(touched)
    ]
