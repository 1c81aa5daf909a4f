"""The cheapest sets of cells whose change satisfies a system of equations: all of them, found exactly.

Every equation that fails needs a changed cell. So one that fails is taken, each of its cells is tried in turn, and the
equation is used up to eliminate that cell from the others; those that fail then need one more cell. A cell that has
been tried is barred from the branches beside it, so no set is found twice and none is missed. A branch is given up
where more equations fail, no two of which share a cell, than there are cells left to change: that keeps the tree small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic

from linter.localisation.system import Number, Row, System, quotient, solve
from linter.model.records import Record

MOST_COMPARED = 40
"""Of more failing rows than these, the rest is not looked at to see how many cells have to change at least."""

Possible = Callable[[int, Number, Number], Number | None]
"""A change of a cell between two bounds (often the same) that the cell can take, or None."""

Changes = Mapping[int, Number]


class Limits(Record):
    """Where a search stops. `steps` count factors looked at: the same on every machine, a few millions a second.
    `seconds` is for numbers so long that steps are slow. Large tables get `steps_a_factor` more for each of theirs.
    """

    price: int = 8
    solutions: int = 40
    steps: int = 70_000
    steps_a_factor: int = 30
    seconds: float = 1.0

    def of(self, system: System) -> Effort:
        """The effort that may be spent on `system`."""
        factors = sum(len(row.factors) for row in system.rows)
        return Effort(self.steps + self.steps_a_factor * factors, self.seconds)


class Found(Record):
    """The cheapest sets of cells, each with its changes. Nothing cheaper than `price` satisfies the system.

    Without solutions, `price` is how far the search came. Unless `complete`, there may be more of the same price.
    """

    solutions: tuple[Changes, ...]
    price: int
    complete: bool


class Exhausted(Exception):
    """The search has reached its limits."""


class Effort:
    """Counts the steps of one search. `spend` raises `Exhausted`."""

    def __init__(self, steps: int, seconds: float) -> None:
        self.steps = steps
        self.end = monotonic() + seconds

    def spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0 or monotonic() > self.end:
            raise Exhausted


class Search(Record):
    """What stays the same throughout a search: the price of each cell, what cells can take, and the effort."""

    prices: Sequence[int]
    possible: Possible
    effort: Effort


def cheapest(system: System, prices: Sequence[int], possible: Possible, limits: Limits, least: int = 1) -> Found:
    """The sets of cells of the least price whose change satisfies every row, and that can take their changes.

    `least` is what they are known to cost.
    """
    search = Search(prices, possible, limits.of(system))
    found: list[Changes] = []
    price = least
    try:
        for price in range(least, limits.price + 1):
            for changes in _sets(system, price, frozenset(), search):
                found.append(changes)
                if len(found) == limits.solutions:
                    return Found(tuple(found), price, False)
            if found:
                return Found(tuple(found), price, True)
    except Exhausted:
        return Found(tuple(found), price, False)
    return Found((), limits.price + 1, True)


def solvable(system: System, limits: Limits) -> bool:
    """False where no figures at all satisfy every row. True also where that is too much to find out."""
    effort = limits.of(system)
    try:
        while any(row.factors for row in system.rows):
            shortest = min((row for row in system.rows if row.factors), key=lambda row: len(row.factors))
            cell = next(iter(shortest.factors))
            effort.spend(sum(len(row.factors) for row in system.rows if cell in row.factors))
            system = System(solve(System(system.rows), shortest, cell).rows)
    except Exhausted:
        return True
    return not any(row.fails for row in system.rows)


def _sets(system: System, left: int, barred: frozenset[int], search: Search) -> Iterator[Changes]:
    """The changes of the sets that use up what is `left` to pay."""
    failing = sorted((row for row in system.rows if row.fails), key=lambda row: len(row.factors))
    search.effort.spend(len(system.rows) + sum(len(row.factors) for row in failing))
    if not failing:
        return
    crowd = _crowd(failing, barred)
    if crowd is None or crowd.apart(()) > left:
        return
    shortest = failing[0]
    for cell in shortest.factors:
        price = search.prices[cell]
        if cell in barred or price > left:
            continue
        helped = [place for place, row in enumerate(failing) if cell in row.factors]
        if price == left:
            changes = _last(system, cell, search) if len(helped) == len(failing) else None
            if changes is not None:
                yield changes
        elif crowd.apart(helped) <= left - price:
            search.effort.spend(sum(len(row.factors) for row in system.rows if cell in row.factors))
            yield from _sets(solve(system, shortest, cell), left - price, barred, search)
            barred |= {cell}
        else:
            barred |= {cell}


class _Crowd(Record):
    """Failing rows by number: of each, the bits of those that it shares a cell with, itself among them."""

    neighbours: tuple[int, ...]

    def apart(self, helped: Sequence[int]) -> int:
        """How many rows, at least, need a cell of their own besides one that is in the rows `helped`.

        Rows are picked one after the other that share no cell with those before; each is tried for the first.
        """
        hidden = sum(1 << place for place in helped)
        return max(self._picked(start, hidden) for start in range(len(self.neighbours)))

    def _picked(self, start: int, hidden: int) -> int:
        count = 0
        for place in (start, *range(len(self.neighbours))):
            if not hidden >> place & 1:
                count += 1
                hidden |= self.neighbours[place]
        return count


def _crowd(failing: Sequence[Row], barred: frozenset[int]) -> _Crowd | None:
    """None where a row fails of which no cell may change."""
    cells = [row.factors.keys() - barred for row in failing[:MOST_COMPARED]]
    if not all(cells):
        return None
    return _Crowd(
        tuple(sum(1 << place for place, other in enumerate(cells) if not one.isdisjoint(other)) for one in cells)
    )


def _last(system: System, cell: int, search: Search) -> Changes | None:
    """The changes if `cell`, which is in every row that fails, sets all of them right."""
    rows = [row for row in system.rows if cell in row.factors]
    search.effort.spend(len(system.rows))
    low, high = _bounds(rows[0], cell)
    for row in rows[1:]:
        lower, higher = _bounds(row, cell)
        low, high = max(low, lower), min(high, higher)
    change = search.possible(cell, low, high) if low <= high else None
    if not change:
        return None
    changes = {cell: change}
    return changes if _settles(system, changes, cell, search) else None


def _settles(system: System, changes: dict[int, Number], cell: int, search: Search) -> bool:
    """Adds what the cells chosen before must change by, now that `cell` does; false where one of them cannot.

    Cells without a number have no price. Where one of them is determined, it must be able to take what it comes to.
    """
    priced = len(search.prices)
    for other, row in system.solved.items():
        if other >= priced and any(unknown >= priced and unknown != other for unknown in row.factors):
            continue
        residual = row.residual + row.factors.get(cell, 0) * changes[cell]
        exact = quotient(-residual, row.factors[other])
        settled = search.possible(other, exact, exact)
        if settled is None or (other < priced and not settled):
            return False
        if other < priced:
            changes[other] = settled
    return True


def _bounds(row: Row, cell: int) -> tuple[Number, Number]:
    """The changes of `cell` that satisfy `row`."""
    factor = row.factors[cell]
    ends = (
        quotient(-row.residual - row.tolerance, factor),
        quotient(-row.residual + row.tolerance, factor),
    )
    return min(ends), max(ends)
