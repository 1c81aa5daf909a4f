"""The explanations of a network, taken apart: what is wrong in one place does not hang on what is wrong in another."""

from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from linter.localisation.explaining import Explanation
from linter.localisation.network import connected
from linter.model.equation import Equation


class Block(NamedTuple):
    """Equations that fail for one cause. Each of the alternatives explains all of them, and no cheaper one does.

    `complete` says that there are no others.
    """

    failing: tuple[Equation, ...]
    alternatives: tuple[Explanation, ...]
    complete: bool


def blocks(explanations: Sequence[Explanation], equations: Sequence[Equation], complete: bool) -> tuple[Block, ...]:
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
        found.append(Block(tuple(equations[index] for index in sorted(place)), tuple(alternatives), complete))
    if prod(len(block.alternatives) for block in found) != len(set(explanations)):
        return (Block(tuple(equations[index] for index in sorted(failing)), tuple(explanations), complete),)
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
