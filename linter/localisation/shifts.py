"""Figures of a row or column that stand one cell beside their place: many cells, and one slip.

The cheapest sets of cells would hardly find it, since nearly every figure of the line is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.localisation.figures import Figures
from linter.localisation.network import Change, Explanation, Network, after, satisfied
from linter.localisation.system import decimal, number, quotient
from linter.model.address import Address
from linter.model.template import BlockSpec

PRICE = 3
"""What a shift costs beside single cells: fewer that explain as much are the better explanation."""


def shifts(network: Network, figures: Figures) -> tuple[Explanation, ...]:
    """The shifts by one cell that alone explain everything that fails.

    They reach from the first to the last cell of the line that a failing equation looks at. The figure that fell off at
    the end is what the equations make it.
    """
    failing = network.failing
    suspicious = {address for equation in failing for address in equation.coefficients if not address.previous}
    tables = {address.table for address in suspicious}
    found: list[Explanation] = []
    for table in figures.report.tables.values():
        for block in table.spec.blocks if table.spec.id in tables else ():
            for line in _lines(table.spec.id, block):
                found += _of_line(line, suspicious, network, figures)
    return tuple(dict.fromkeys(found))


def _lines(table: str, block: BlockSpec) -> Iterator[list[Address]]:
    grid = [[Address(table, row.id, column.id) for column in block.columns] for row in block.rows]
    yield from grid
    yield from map(list, zip(*grid, strict=True))


def _of_line(
    line: Sequence[Address], suspicious: set[Address], network: Network, figures: Figures
) -> Iterator[Explanation]:
    crossing = [equation.coefficients.keys() for equation in network.failing]
    if any(cells.isdisjoint(line) for cells in crossing):
        return
    own = [cells for cells in crossing if len(cells & set(line)) <= 2]
    touched = [place for place, address in enumerate(line) if any(address in cells for cells in own)]
    if not touched or not suspicious.intersection(line):
        return
    part = line[touched[0] : touched[-1] + 1]
    for run in (part, part[::-1]):
        explanation = _moved_back(run, network, figures)
        if explanation is not None and satisfied(network, explanation):
            yield explanation


def _moved_back(run: Sequence[Address], network: Network, figures: Figures) -> Explanation | None:
    """Each cell of `run` takes the figure of the next; the last takes what is missing then."""
    values = [value for address in run if (value := figures.value(address)) is not None]
    if len(values) != len(run) or len(run) < PRICE:
        return None
    changes = [Change(one, *pair) for one, pair in zip(run, pairwise(values), strict=False)]
    steps = {change.address: change.suggested - change.value for change in changes if change.suggested != change.value}
    last = run[-1]
    for equation in network.equations:
        if last in equation.coefficients and not equation.unknown:
            step = decimal(quotient(-number(after(equation, steps)), number(equation.coefficients[last])))
            if step is None or not figures.allows(last, values[-1] + step):
                return None
            changes.append(Change(last, values[-1], values[-1] + step))
            break
    changes = [change for change in changes if change.suggested != change.value]
    return frozenset(changes) if len(changes) >= PRICE and _differ(changes) else None


def _differ(changes: Sequence[Change]) -> bool:
    """Whether there is anything to see in the figures: a run of zeros can always be shifted."""
    return len({change.suggested for change in changes} | {change.value for change in changes}) > 2
