"""A check and the search for the wrong figure measure with one tolerance."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from linter.expressions.evaluate import decide
from linter.expressions.linear import equation
from linter.expressions.tree import Arithmetic, Comparison, Operand
from linter.localisation.network import Change, Network, satisfied
from linter.model.address import Address
from linter.model.figure import Figure
from linter.model.report import BoundCell, CellState
from linter.model.span import TextSpan

ADDRESSES = [Address("t", "r", name) for name in "abc"]
SUM = Comparison(
    "==",
    Operand(ADDRESSES[0], "a"),
    Arithmetic("+", Operand(ADDRESSES[1], "b"), Operand(ADDRESSES[2], "c")),
)
figures = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 2)).map(lambda one: Decimal(one[0]).scaleb(-one[1])),
    min_size=3,
    max_size=3,
)


def cells(values: list[Decimal], rounded: bool = True) -> dict[Address, BoundCell]:
    return {
        address: BoundCell(
            address,
            address.column,
            f"{value:f}",
            TextSpan(1, 1, 0, 1),
            CellState.FIGURE,
            value,
            Figure(value, -int(value.as_tuple().exponent)),
            reach=Decimal("0.5").scaleb(int(value.as_tuple().exponent)) if rounded else Decimal(0),
        )
        for address, value in zip(ADDRESSES, values, strict=True)
    }


@given(figures, st.booleans())
def test_an_equation_holds_when_its_check_does(values: list[Decimal], rounded: bool) -> None:
    bound = cells(values, rounded)
    form = equation(SUM, bound.get)
    assert form is not None
    assert form.holds is decide(SUM, bound.get) is not form.fails


@given(figures, st.sampled_from(range(3)), st.integers(0, 400))
def test_a_change_satisfies_an_equation_when_the_check_holds_afterwards(
    values: list[Decimal], which: int, hundredths: int
) -> None:
    """For a value with as many decimals as were printed, as every suggestion has."""
    places = -int(values[which].as_tuple().exponent)
    suggested = Decimal(hundredths // 10 ** (2 - places)).scaleb(-places)
    form = equation(SUM, cells(values).get)
    assert form is not None
    repaired = [suggested if place == which else value for place, value in enumerate(values)]
    change = Change(ADDRESSES[which], values[which], suggested)
    assert satisfied(Network((form,)), [change]) is decide(SUM, cells(repaired).get)
