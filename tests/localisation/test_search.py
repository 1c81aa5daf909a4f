"""The search finds all smallest sets of cells, and no others: held against trying every set."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.localisation.search import Limits, cheapest, solvable
from linter.localisation.system import Number, Row, System, decimal, number, solve

CELLS = 6

factors = st.dictionaries(st.integers(0, CELLS - 1), st.sampled_from([-2, -1, 1, 1, 3]), min_size=1, max_size=4)
rows = st.tuples(factors, st.integers(-3, 3)).map(lambda parts: Row(*parts))
systems = st.lists(rows, min_size=1, max_size=5).map(lambda some: System(tuple(some)))


def any_change(cell: int, low: Number, high: Number) -> Number | None:
    return low


def changes_of(system: System, cells: tuple[int, ...]) -> Mapping[int, Fraction] | None:
    """The changes of exactly these cells that satisfy the system, if there is one way and none of them is zero."""
    left = System(tuple(Row({c: f for c, f in row.factors.items() if c in cells}, row.residual) for row in system.rows))
    for _ in cells:
        row = next((row for row in left.rows if row.factors), None)
        if row is None:
            return None
        left = solve(left, row, next(iter(row.factors)))
    if any(row.residual for row in left.rows):
        return None
    changes = {cell: Fraction(left.change(cell)) for cell in cells}
    return changes if all(changes.values()) else None


@given(systems)
@settings(max_examples=300, deadline=None)
def test_all_smallest_sets_are_found(system: System) -> None:
    found = cheapest(system, [1] * CELLS, any_change, Limits(price=CELLS))
    if not any(row.fails for row in system.rows):
        assert found.solutions == ()
        return
    for size in range(1, CELLS + 1):
        expected = [one for cells in combinations(range(CELLS), size) if (one := changes_of(system, cells))]
        if expected:
            assert found.complete and found.price == size
            assert sorted(map(sorted, (one.items() for one in found.solutions))) == sorted(
                sorted(one.items()) for one in expected
            )
            return
    assert found.solutions == ()


@given(systems)
@settings(max_examples=200, deadline=None)
def test_what_cannot_be_solved_is_told(system: System) -> None:
    found = cheapest(system, [1] * CELLS, any_change, Limits(price=CELLS))
    failing = any(row.fails for row in system.rows)
    assert solvable(system, Limits()) is (not failing or bool(found.solutions))


@given(systems, st.integers(0, 200))
def test_a_search_that_is_cut_short_says_so(system: System, steps: int) -> None:
    whole = cheapest(system, [1] * CELLS, any_change, Limits(price=CELLS))
    short = cheapest(system, [1] * CELLS, any_change, Limits(price=CELLS, steps=steps, steps_a_factor=0))
    assert short.price <= whole.price
    if short.complete:
        assert short == whole
    else:
        assert set(map(str, short.solutions)) <= set(map(str, whole.solutions))


@given(st.decimals(min_value=-(10**30), max_value=10**30, places=9))
def test_numbers_lose_nothing(value: Decimal) -> None:
    assert decimal(number(value)) == value


def test_a_third_is_no_decimal() -> None:
    assert decimal(Fraction(1, 3)) is None


def test_a_cell_without_a_number_is_determined_only_where_no_other_is_in_its_row() -> None:
    """Cell 0 is wrong by one; 1 and 2 have no number, and together can take anything."""
    both = Row({0: 1, 1: 1, 2: 1}, 0)
    system = System((Row({0: 1}, 1),), {1: both})
    alone = System((Row({0: 1}, 1),), {1: Row({0: 1, 1: 1}, 0)})

    def figures_only(cell: int, low: Number, high: Number) -> Number | None:
        return low if cell == 0 else None

    assert cheapest(system, [1], figures_only, Limits()).solutions == ({0: -1},)
    assert cheapest(alone, [1], figures_only, Limits()).solutions == ()
