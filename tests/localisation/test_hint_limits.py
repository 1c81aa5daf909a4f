"""Every limit in what is said of wrong figures, with a case on either side of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from linter.localisation.figures import Figures
from linter.localisation.groups import Group
from linter.localisation.hints import blanks_message, hint
from linter.localisation.network import Change, Network
from linter.localisation.reasons import of_change, scene
from linter.localisation.shifts import shifts
from linter.localisation.whole_lines import joined, whole_lines
from linter.model.address import Address
from linter.model.document import Document
from linter.model.equation import Equation
from linter.model.message import CellName, Localised, Message
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState
from linter.model.span import TextSpan
from linter.model.template import BlockSpec, ColumnSpec, Label, RowSpec, TableSpec, Template

SIZE = range(1, 7)
TABLE = TableSpec(
    "t",
    "s",
    Localised("表", "table"),
    (
        BlockSpec(
            tuple(RowSpec(f"r{one}", Label(f"r{one}"), f"r{one}") for one in SIZE),
            tuple(ColumnSpec(f"c{one}", Label(f"c{one}"), f"c{one}") for one in SIZE),
        ),
    ),
)


def at(row: int, column: int) -> Address:
    return Address("t", f"r{row}", f"c{column}")


def figures(values: Mapping[Address, int]) -> Figures:
    """A report in which all other cells are 0."""
    cells = {}
    for address in TABLE.addresses():
        value = Decimal(values.get(address, 0))
        cells[address] = BoundCell(address, str(address), str(value), TextSpan(1, 1, 0), CellState.FIGURE, value)
    table = BoundTable(TABLE, TextSpan(1, 1, 0), cells)
    return Figures(BoundReport(Document("a.txt", "txt", ()), Template("l", (), (), (TABLE,)), tables={"t": table}))


def equation(*cells: Address, published: Address | None = None) -> Equation:
    """One that fails by one."""
    return Equation(dict.fromkeys(cells, Decimal(1)), Decimal(1), published=frozenset([published] if published else ()))


def group(*alternatives: list[tuple[int, int]], standing_out: bool = False) -> Group:
    """Explanations of (value, suggested value), each pair in a cell that has no neighbour among the others."""
    values: dict[Address, int] = {}
    explanations = []
    for number, pairs in enumerate(alternatives):
        changes = []
        for value, suggested in pairs:
            place = len(values)
            address = at(2 * (place // 3) + 1, 2 * (place % 3) + 1)
            values[address] = value
            changes.append(Change(address, Decimal(value), Decimal(suggested)))
        assert number < 9
        explanations.append(frozenset(changes))
    failing = equation(*values)
    around = scene(Network((failing,)), figures(values))
    return Group((failing,), around, 1, tuple(explanations), standing_out)


PLAIN = [(44, 71)]
"""A change for which nothing speaks."""
SLIP = [(21, 12)]
"""Exchanged digits: convincing."""


@pytest.mark.parametrize(("cells", "key"), [(3, "group.cells"), (4, "group.count")])
def test_of_more_than_three_cells_the_number_is_told(cells: int, key: str) -> None:
    said = hint(group([(44 + one, 71 + 3 * one) for one in range(cells)]), 1)
    assert said is not None and said.key == key


@pytest.mark.parametrize(
    ("alternatives", "count", "key", "shown"),
    [
        ([PLAIN] * 3, 1, "group.either", 3),
        ([PLAIN] * 4, 1, None, 0),
        ([PLAIN] * 4, 2, "group.either-such-as", 2),
        ([SLIP] * 3 + [PLAIN], 1, "group.either-such-as", 3),
        ([SLIP] * 4 + [PLAIN], 1, None, 0),
    ],
    ids=["three ways", "four", "four for several findings", "three that are likely", "four that are likely"],
)
def test_how_many_ways_are_told(
    alternatives: list[list[tuple[int, int]]], count: int, key: str | None, shown: int
) -> None:
    said = hint(group(*alternatives), count)
    assert (said and said.key) == key
    assert said is None or len(list_of(said)) == shown


def list_of(said: Message) -> tuple[object, ...]:
    listed = said.values["alternatives"]
    assert isinstance(listed, tuple)
    return listed


@pytest.mark.parametrize(("ways", "key"), [(3, "group.others"), (4, "group.others-many")])
def test_two_others_are_told_beside_the_most_likely(ways: int, key: str) -> None:
    said = hint(group(SLIP, *[PLAIN] * (ways - 1), standing_out=True), 1)
    assert said is not None
    others = said.values["others"]
    assert isinstance(others, Message) and others.key == key


@pytest.mark.parametrize(("count", "told", "more"), [(6, 6, False), (7, 6, True)])
def test_six_blank_cells_are_told(count: int, told: int, more: bool) -> None:
    values = {address: Decimal(number) for number, address in enumerate(TABLE.addresses()[:count])}
    said = blanks_message(values, {address: CellName(address.row, address.column) for address in values})
    listed = said.values["cells"]
    assert isinstance(listed, tuple) and (len(listed), bool(said.values["more"])) == (told, more)


@pytest.mark.parametrize(("price", "cells"), [(4, 2), (5, 3)])
def test_a_published_figure_costs_two(price: int, cells: int) -> None:
    there = at(1, 1)._replace(previous=True)
    both = equation(at(1, 1), at(1, 2)), equation(at(1, 1), there, published=there)
    said = hint(Group(both, scene(Network(both), figures({})), price), 1)
    assert said is not None and said.values["cells"] == cells


@pytest.mark.parametrize(
    ("value", "suggested", "beside", "reason"),
    [
        (142, 132, 0, "why.digit-mistyped"),
        (14, 13, 0, None),
        (10, 77, 10, "why.neighbour"),
        (9, 77, 9, None),
    ],
    ids=["one digit of three", "one of two", "two digits as beside it", "one digit as beside it"],
)
def test_what_comes_about_by_chance_is_not_told(value: int, suggested: int, beside: int, reason: str | None) -> None:
    around = scene(Network((equation(at(1, 1), at(1, 2)),)), figures({at(1, 1): value, at(1, 2): beside}))
    found = of_change(Change(at(1, 1), Decimal(value), Decimal(suggested)), around)
    assert (found and found.message.key) == reason


@pytest.mark.parametrize(("meant", "typed", "found"), [((5, 7, 9), (0, 5, 7), 2), ((5, 7), (0, 5), 0)])
def test_three_cells_are_a_shift(meant: tuple[int, ...], typed: tuple[int, ...], found: int) -> None:
    """Each cell of a row should be as the cell below it; either row may be the one that is shifted."""
    values = {at(row, column): one for row, line in ((1, typed), (2, meant)) for column, one in enumerate(line, 1)}
    equal = tuple(
        Equation({at(1, column): Decimal(1), at(2, column): Decimal(-1)}, Decimal(values[at(1, column)] - one))
        for column, one in enumerate(meant, 1)
    )
    assert len(shifts(Network(equal), figures(values))) == found


def rows_of_sums(count: int) -> list[Network]:
    """Networks of one failing sum each: the second and third cell of a row, and a first one that is 0."""
    return [
        Network((Equation({at(row, 1): Decimal(1), at(row, 2): Decimal(-1), at(row, 3): Decimal(-1)}, Decimal(-row)),))
        for row in range(1, count + 1)
    ]


@pytest.mark.parametrize(("rows", "networks"), [(2, 2), (3, 1)])
def test_three_sums_that_share_no_cell_fail_for_one_line(rows: int, networks: int) -> None:
    typed = {at(row, column): value for row in range(1, 4) for column, value in ((1, 0), (2, row), (3, 0))}
    assert len(joined(rows_of_sums(rows), figures(typed))) == networks


@pytest.mark.parametrize(("last", "cause"), [(8, "group.line-of-last-year"), (9, None)])
def test_a_line_is_last_years_if_all_of_it_is(last: int, cause: str | None) -> None:
    networks = rows_of_sums(3)
    whole = Network(tuple(equation for one in networks for equation in one.equations))
    typed = {at(row, column): value for row in range(1, 4) for column, value in ((1, 5 + row), (2, 5), (3, 2 * row))}
    found = figures(typed)
    before = {**{at(row, 1): 5 + row for row in (1, 2)}, at(3, 1): last}
    previous = figures(before).report
    found = Figures(found.report._replace(previous=previous))
    message, lines = whole_lines(whole, found)
    assert (message and message.key) == cause and len(lines) == (cause is not None)
