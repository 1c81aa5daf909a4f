"""From failing equations to causes: what is wrong in a report, as far as its equations can tell."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.localisation.blocks import Block, blocks
from linter.localisation.explaining import Explained, Explanation, explain
from linter.localisation.figures import Figures
from linter.localisation.network import Network, connected
from linter.localisation.reasons import CLEARLY_STRONGER, CONVINCING, Scene, scene, strength
from linter.localisation.search import Limits, solvable
from linter.model.equation import Equation

LIMITS = Limits()

ALONE = Limits(price=2, steps=20_000, steps_a_factor=10, seconds=0.3)
"""For equations that fail side by side, where all of them together are too much."""


class Cause(NamedTuple):
    """Equations that fail, and what explains them: the alternatives, the strongest first.

    The first of them is `standing_out` where it is clearly the most likely, or the only one that explains why several
    equations fail. It is `sure` where there is no other, the search looked at all there is, and more than one equation
    bears it out. Without alternatives, at least `price` cells have to change; none would do where the equations are
    `contradictory`.
    """

    failing: tuple[Equation, ...]
    scene: Scene
    price: int
    alternatives: tuple[Explanation, ...] = ()
    standing_out: bool = False
    sure: bool = False
    contradictory: bool = False


def causes(network: Network, figures: Figures, explained: Explained, limits: Limits = ALONE) -> Iterator[Cause]:
    """The causes in a network, each with equations of its own."""
    around = scene(network, figures)
    if explained.explanations:
        for block in blocks(explained.explanations, network.equations, explained.complete):
            yield _weighed(block, around, explained.price)
        return
    left: list[Equation] = []
    for one in _side_by_side(network):
        alone = explain(one, figures, limits)
        if alone.explanations and alone.complete and not explained.complete:
            for block in blocks(alone.explanations, one.equations, complete=False):
                yield _weighed(block, around, alone.price)
        else:
            left += one.failing
    if left:
        contradictory = not solvable(explained.posed.system, limits)
        yield Cause(tuple(left), around, explained.price, contradictory=contradictory)


def _side_by_side(network: Network) -> Iterator[Network]:
    """The failing equations that share cells, together with all equations that hold."""
    failing = network.failing
    others = tuple(equation for equation in network.equations if not equation.fails)
    for group in connected([equation.coefficients for equation in failing]):
        yield Network((*(failing[index] for index in group), *others), network.witnesses)


def _weighed(block: Block, around: Scene, price: int) -> Cause:
    weights = {alternative: strength(alternative, around) for alternative in block.alternatives}
    ordered = sorted(weights, key=lambda one: (-weights[one], sorted(one)))
    first = weights[ordered[0]]
    stronger = len(ordered) == 1 or first - weights[ordered[1]] >= CLEARLY_STRONGER
    convincing = first >= CONVINCING or (len(ordered) == 1 and len(block.failing) > 1)
    return Cause(
        block.failing,
        around,
        price,
        tuple(ordered),
        standing_out=stronger and convincing,
        sure=len(ordered) == 1 and block.complete and len(block.failing) > 1,
    )
