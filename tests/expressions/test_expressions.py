"""Expressions: what is read, how it is worked out, and the linear form, against an oracle of whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.expressions.evaluate import Undetermined, decide
from linter.expressions.linear import Side, linear
from linter.expressions.scope import Scope
from linter.expressions.syntax import DEEPEST, LONGEST, parse
from linter.expressions.tree import Mistake, Node, names
from linter.expressions.worked import work_out
from linter.language import render
from linter.model.address import Address
from linter.model.figure import Figure
from linter.model.message import Localised
from linter.model.report import BoundCell, CellState
from linter.model.span import TextSpan
from linter.model.template import BlockSpec, ColumnSpec, GroupSpec, Label, RowSpec, TableSpec, Template
from linter.model.value import ValueSpec

ROWS = ("a", "b", "c", "d", "新收")
AMOUNT = ValueSpec("amount", decimal=True)
TABLE = TableSpec(
    "t",
    "s",
    Localised("表", "table"),
    (
        BlockSpec(
            tuple(RowSpec(id, Label(id), id) for id in ROWS),
            (ColumnSpec("x", Label("x"), "x"), ColumnSpec("y", Label("y"), "y", AMOUNT)),
            (
                GroupSpec("outer", Label("outer"), "outer", ("a", "b", "c")),
                GroupSpec("inner", Label("inner"), "inner", ("b", "c")),
            ),
        ),
    ),
    sums={"all": ("outer", "d"), "twice": ("all", "inner"), "round": ("round", "a")},
)
TEMPLATE = Template("l", (), (), (TABLE,))
SCOPE = Scope(TEMPLATE, TABLE, "columns")


def _figure(address: Address, value: Decimal | None, places: int = 0) -> BoundCell:
    state = CellState.BLANK if value is None else CellState.FIGURE
    figure = None if value is None else Figure(value, places)
    reach = Decimal("0.5").scaleb(-places) if address.column == "y" else Decimal(0)
    text = "" if value is None else f"{value:f}"
    return BoundCell(address, str(address), text, TextSpan(1, 1, 0), state, value, figure, reach=reach)


def _cells(values: Mapping[str, int | Decimal | None], column: str = "x") -> Mapping[Address, BoundCell]:
    cells = {}
    for row, value in values.items():
        address = Address("t", row, column)
        number = None if value is None else Decimal(value)
        places = 0 if number is None else max(-int(number.as_tuple().exponent), 0)
        cells[address] = _figure(address, number, places)
    return cells


def _placed(text: str, column: str = "x") -> Node:
    check = parse(text)
    assert not isinstance(check, Mistake), render(check.message, "en")
    assert not SCOPE.mistakes(check)
    return next(instance.check for instance in SCOPE.instances(check) if instance.id == column)


# Python itself is the oracle: the same text means the same on whole numbers.

_VALUES = st.dictionaries(st.sampled_from(ROWS), st.integers(-(10**40), 10**40), min_size=len(ROWS))
_ATOMS = st.one_of(st.sampled_from(ROWS), st.integers(0, 10**30).map(str))


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda part: f"({part[0]} {part[1]} {part[2]})"),
        inner.map(lambda text: f"-{text}"),
    )


_NUMBERS = st.recursive(_ATOMS, _larger, max_leaves=8)
_COMPARED = st.tuples(_NUMBERS, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), _NUMBERS).map(" ".join)
_TRUTHS = st.recursive(
    _COMPARED.map(lambda text: f"({text})"),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or", "==", "!="]), inner).map(lambda part: f"({' '.join(part)})"),
        inner.map(lambda text: f"(not {text})"),
    ),
    max_leaves=4,
)


@given(_TRUTHS, _VALUES)
@settings(max_examples=150, deadline=None)
def test_the_truth_is_python_s(text: str, values: dict[str, int]) -> None:
    assert decide(_placed(text), _cells(values).get) is eval(text, {"__builtins__": {}}, dict(values))


@given(_COMPARED, _VALUES)
@settings(max_examples=150, deadline=None)
def test_totals_and_terms_are_python_s(text: str, values: dict[str, int]) -> None:
    left, _, right = (part.strip() for part in _split(text))
    worked = work_out(_placed(text), _cells(values).get)
    assert worked is not None
    assert worked.left_total == eval(left, {"__builtins__": {}}, dict(values))
    assert worked.right_total == eval(right, {"__builtins__": {}}, dict(values))
    for terms, total in ((worked.left, worked.left_total), (worked.right, worked.right_total)):
        assert sum(int(term.value) * term.sign for term in terms) == total


def _split(text: str) -> tuple[str, str, str]:
    for operator in (" == ", " != ", " <= ", " >= ", " < ", " > "):
        if operator in text:
            return text.partition(operator)
    raise AssertionError(text)


@given(_COMPARED, _VALUES)
@settings(max_examples=150, deadline=None)
def test_linear_coefficients_agree_with_the_totals(text: str, values: dict[str, int]) -> None:
    check, cells = _placed(text), _cells(values)
    form, worked = linear(check), work_out(check, cells.get)
    assert worked is not None
    if form is not None:
        assert _total(form.left, cells) == worked.left_total
        assert _total(form.right, cells) == worked.right_total


def _total(side: Side, cells: Mapping[Address, BoundCell]) -> int:
    parts = (int(factor) * int(cells[address].value or 0) for address, factor in side.coefficients.items())
    return sum(parts) + int(side.constant)


@given(st.one_of(st.text(), st.text(alphabet="ab新.()+-*<>=! 01sumandornt\n\t_", max_size=80)))
@settings(max_examples=400, deadline=None)
def test_no_text_raises(text: str) -> None:
    check = parse(text)
    if isinstance(check, Mistake):
        assert 0 <= check.position <= len(text)
        assert render(check.message, "zh") and render(check.message, "en")
    else:
        for mistake in SCOPE.mistakes(check):
            assert 0 <= mistake.position < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 300 + "1" + ")" * 300,
        "-" * 1000 + "a == 1",
        "+".join(["a"] * 1500),
        "not " * 900 + "a == 1",
        "a" * (LONGEST + 1),
    ],
)
def test_monstrous_texts_are_mistakes(text: str) -> None:
    assert isinstance(parse(text), Mistake)


def test_positions_count_characters_not_bytes() -> None:
    check = parse("  新收 + 老收 == a")
    assert not isinstance(check, Mistake)
    assert [mistake.position for mistake in SCOPE.mistakes(check)] == [7]
    assert [name.position for name in names(check) if hasattr(name, "position")] == [2, 7, 13]


def test_whitespace_and_line_breaks_mean_nothing() -> None:
    assert decide(_placed("\n a +\n  b\t== c\n"), _cells({"a": 1, "b": 2, "c": 3}).get) is True


def test_a_decimal_is_exact() -> None:
    assert decide(_placed("0.1 + 0.2 == 0.3"), _cells({}).get) is True
    assert decide(_placed("a == 0.1000000000000000000000000000001"), _cells({"a": Decimal("0.1")}).get) is False


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ({"a": 1, "b": 2, "c": 4, "d": 8}, 15),
        # The figures of a group in its own row, of the inner or of the outer group.
        ({"a": 1, "inner": 6, "d": 8}, 15),
        ({"outer": 7, "d": 8}, 15),
        # A group's own row goes before its rows: they are said to be collapsed into it.
        ({"outer": 7, "a": 1, "d": 8}, 15),
    ],
)
def test_sums_over_groups(values: dict[str, int], total: int) -> None:
    check, cells = _placed(f"sum(all) == {total}"), _cells(values).get
    assert decide(check, cells) is True
    form = linear(check, cells)
    assert form is not None
    assert _total(form.left, _cells(values)) == total


def test_a_sum_may_name_sums_and_never_goes_round() -> None:
    values = {"a": 1, "b": 2, "c": 4, "d": 8}
    assert decide(_placed("sum(twice) == 21"), _cells(values).get) is True
    assert decide(_placed("sum(round) == 1"), _cells(values).get) is True


def test_missing_cells_are_named_once_each() -> None:
    undetermined = decide(_placed("a + b + a == sum(inner)"), _cells({"a": None, "c": 1}).get)
    assert isinstance(undetermined, Undetermined)
    assert [operand.name for operand in undetermined.missing] == ["a", "b"]


@given(st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_rounded_amounts_compare_as_what_may_have_been_printed(values: list[Decimal]) -> None:
    """Amounts rounded to one place, and their true sum rounded likewise, never fail."""
    tenth = Decimal("0.1")
    rows = dict(zip("bcd", [value.quantize(tenth) for value in values], strict=False))
    true = sum(values[: len(rows)], Decimal(0)).quantize(tenth)
    cells = _cells({"b": 0, "c": 0, "d": 0} | rows | {"a": true}, "y").get
    assert decide(_placed("a == b + c + d", "y"), cells) is True


def test_rounded_counts_stay_exact() -> None:
    cells = _cells({"a": 10, "b": 9}).get
    assert decide(_placed("a == b"), cells) is False
    assert decide(_placed("a == b", "y"), _cells({"a": 10, "b": 9}, "y").get) is True


def test_names_of_tests_lead_to_cells() -> None:
    assert SCOPE.address("新收", "x") == Address("t", "新收", "x")
    assert SCOPE.address("t.a.y", "x") == Address("t", "a", "y")
    assert SCOPE.address("inner", "x") == Address("t", "b", "x")
    assert SCOPE.address("nothing", "x") is None
    assert SCOPE.address("t.a", "x") is None


def test_a_number_is_given_back_plainly() -> None:
    worked = work_out(_placed("a == 2.50"), _cells({"a": 2}).get)
    assert worked is not None
    assert (worked.right[0].text, worked.right_total) == ("2.50", Decimal("2.50"))


@pytest.mark.parametrize(("letters", "is_read"), [(4000, True), (4001, False)])
def test_an_expression_has_a_length(letters: int, is_read: bool) -> None:
    assert letters - LONGEST in (0, 1)
    assert isinstance(parse("a == " + "b" * (letters - 5)), Mistake) is not is_read


@pytest.mark.parametrize(("terms", "is_read"), [(199, True), (200, False)])
def test_an_expression_has_a_depth(terms: int, is_read: bool) -> None:
    """A comparison is one level, and each sign of a sum another."""
    assert DEEPEST == 200
    assert isinstance(parse(f"a == {' + '.join('b' * terms)}"), Mistake) is not is_read
