"""The equations of a report, sorted into networks that share no cell, and each network as a system to be solved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from linter.expressions.value import EXACT
from linter.localisation.figures import MOST_DIGITS
from linter.localisation.search import Effort, Exhausted, Limits
from linter.localisation.system import Row, System, number, solve
from linter.model.address import Address
from linter.model.equation import Equation, agree
from linter.model.records import Record

PRICE = 1
PRICE_OF_PUBLISHED = 2
"""A figure that is out was looked at more often than one in a draft."""


class Change(Record):
    """A figure and what could stand in its place."""

    address: Address
    value: Decimal
    suggested: Decimal


Explanation = frozenset[Change]
"""Changes that together satisfy every equation of a network."""


class Network(Record):
    """Equations that are connected by the cells they share. `witnesses` are the weak ones over some of its cells."""

    equations: tuple[Equation, ...]
    witnesses: tuple[Equation, ...] = ()

    @property
    def failing(self) -> tuple[Equation, ...]:
        return tuple(equation for equation in self.equations if equation.fails)

    @property
    def blanks(self) -> tuple[Address, ...]:
        """Cells without a number, each once."""
        return tuple(dict.fromkeys(address for equation in self.equations for address in sorted(equation.unknown)))


def distinct(equations: Iterable[Equation]) -> tuple[Equation, ...]:
    """Each equation once. Those of figures beyond all measure are left out."""
    found: dict[object, Equation] = {}
    for equation in equations:
        if equation.coefficients and _measurable(equation):
            found.setdefault(same(equation), equation)
    return tuple(found.values())


def same(equation: Equation) -> object:
    """Equal for equations that say the same, with the sides as they are or exchanged."""
    coefficients = equation.coefficients
    if coefficients[min(coefficients)] > 0:
        return frozenset(coefficients.items()), equation.residual, equation.weak
    factors = frozenset((address, factor.copy_negate()) for address, factor in coefficients.items())
    return factors, equation.residual.copy_negate(), equation.weak


def _measurable(equation: Equation) -> bool:
    numbers = (*equation.coefficients.values(), equation.residual, equation.tolerance)
    return all(one.is_finite() and -MOST_DIGITS < one.adjusted() < MOST_DIGITS for one in numbers)


def networks(equations: Iterable[Equation]) -> Iterator[Network]:
    """The equations sorted into networks."""
    strong = [equation for equation in equations if not equation.weak]
    weak = [equation for equation in equations if equation.weak]
    for members in connected([equation.coefficients for equation in strong]):
        cells = {address for index in members for address in strong[index].coefficients}
        witnesses = tuple(one for one in weak if not one.unknown and not cells.isdisjoint(one.coefficients))
        yield Network(tuple(strong[index] for index in members), witnesses)


def connected(sets: Sequence[Iterable[object]]) -> list[list[int]]:
    """The indices of sets that are connected by members they share, in their order."""
    leader = list(range(len(sets)))
    seen: dict[object, int] = {}
    for index, members in enumerate(sets):
        for member in members:
            first = seen.setdefault(member, index)
            if first != index:
                one, other = _leader(leader, first), _leader(leader, index)
                leader[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for index in range(len(sets)):
        groups.setdefault(_leader(leader, index), []).append(index)
    return list(groups.values())


def _leader(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


class Posed(Record):
    """A network as a system. Cells with a figure come first and have a price; blank ones are eliminated already."""

    system: System
    cells: tuple[Address, ...]
    prices: tuple[int, ...]


def pose(network: Network, limits: Limits) -> Posed:
    """The system of a network. Where eliminating its blank cells is too much, their equations are left out."""
    blanks = network.blanks
    published = frozenset().union(*(equation.published for equation in network.equations))
    known = dict.fromkeys(address for equation in network.equations for address in equation.coefficients)
    for address in blanks:
        del known[address]
    prices = tuple(PRICE_OF_PUBLISHED if address in published else PRICE for address in known)
    cells = (*known, *blanks)
    index = {address: position for position, address in enumerate(cells)}
    system = System(tuple(_row(equation, index) for equation in network.equations))
    try:
        return Posed(_eliminated(system, len(known), limits.of(system)), cells, prices)
    except Exhausted:
        rows = tuple(_row(equation, index) for equation in network.equations if not equation.unknown)
        return Posed(System(rows), cells, prices)


def _row(equation: Equation, index: Mapping[Address, int]) -> Row:
    factors = {index[address]: number(factor) for address, factor in equation.coefficients.items()}
    return Row(factors, number(equation.residual), number(equation.tolerance))


def _eliminated(system: System, known: int, effort: Effort) -> System:
    """The system with a row of its own for each blank cell for which there is one."""
    while True:
        holders = [row for row in system.rows if any(cell >= known for cell in row.factors)]
        if not holders:
            return system
        shortest = min(holders, key=lambda row: len(row.factors))
        cell = next(cell for cell in shortest.factors if cell >= known)
        effort.spend(sum(len(row.factors) for row in system.rows if cell in row.factors))
        system = solve(system, shortest, cell)


def satisfied(network: Network, changes: Iterable[Change]) -> bool:
    """Whether every equation without blank cells holds after the changes, by the same measure as in its check."""
    with localcontext(EXACT):
        steps = {change.address: change.suggested - change.value for change in changes}
        for equation in network.equations:
            if not equation.unknown:
                residual = after(equation, steps)
                if not agree(residual, equation.tolerance):
                    return False
    return True


def after(equation: Equation, steps: Mapping[Address, Decimal]) -> Decimal:
    """What the residual is when cells change by `steps`."""
    with localcontext(EXACT):
        touched = equation.coefficients.keys() & steps.keys()
        return equation.residual + sum((equation.coefficients[one] * steps[one] for one in touched), Decimal(0))
