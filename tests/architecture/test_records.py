"""Records are named tuples; those of different classes are never equal, and what is equal has one hash."""

from __future__ import annotations

import pickle
import types
from itertools import permutations
from typing import Any, get_args

import pytest

from linter.expressions.tree import Node
from linter.model.document import Block
from linter.model.finding import Outcome
from linter.model.records import Record
from linter.model.result import Result
from linter.packs import load
from linter.run.previous import Previous

SUMS = {"Node": Node, "Outcome": Outcome, "Block": Block, "Result": Result, "Previous": Previous}
PAIRS = [
    pytest.param(one, other, id=f"{name}: {one.__name__}, {other.__name__}")
    for name, union in SUMS.items()
    for one, other in permutations(get_args(union), 2)
]


def made(record: Any, value: object) -> Any:
    return record(*[value] * len(record._fields))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_records_of_two_classes_are_two(one: Any, other: Any) -> None:
    first, second = made(one, "x"), made(other, "x")
    assert first != second
    assert (first == second) is False
    assert (first,) != (second,)
    assert len({first, second}) == 2


@pytest.mark.parametrize("record", [record for union in SUMS.values() for record in get_args(union)])
def test_records_of_one_class_are_equal_by_value(record: Any) -> None:
    assert made(record, "x") == made(record, "x")
    assert (made(record, "x") != made(record, "x")) is False
    assert hash(made(record, "x")) == hash(made(record, "x"))
    assert made(record, "x") != made(record, "y")


class Place(Record):
    """A record of the tests' own."""

    row: str
    column: str = "total"
    span: tuple[int, int] | None = None


def test_a_record_is_a_named_tuple() -> None:
    place = Place("a", span=(1, 2))
    assert place == ("a", "total", (1, 2))
    assert (place.row, place.column, place[2]) == ("a", "total", (1, 2))
    assert repr(place) == "Place(row='a', column='total', span=(1, 2))"
    assert place._replace(row="b") == Place("b", "total", (1, 2))
    assert type(pickle.loads(pickle.dumps(place))) is Place
    match place:
        case Place(row, column=column):
            assert (row, column) == ("a", "total")
    assert Place.__doc__ == "A record of the tests' own."


@pytest.mark.parametrize("arguments", [{}, {"row": "a", "line": 1}], ids=["one is missing", "one too many"])
def test_a_record_takes_its_fields_alone(arguments: Any) -> None:
    with pytest.raises(TypeError, match=r"Place\.__new__\(\)"):
        Place(**arguments)


def test_a_record_changes_only_what_it_has() -> None:
    with pytest.raises(TypeError, match="line"):
        Place("a")._replace(line=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        setattr(Place("a"), "row", "b")  # noqa: B010
    assert not hasattr(Place("a"), "__dict__")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"__annotations__": {"row": str}}, "from __future__"),
        ({}, "from __future__"),
        ({"__annotations__": {"row": "str", "column": "str"}, "row": "a"}, "without a default"),
    ],
)
def test_a_record_that_cannot_be_made_is_refused(body: dict[str, Any], why: str) -> None:
    with pytest.raises(TypeError, match=why):
        types.new_class("Wrong", (Record,), exec_body=lambda made: made.update(body))


def test_what_is_equal_has_one_hash() -> None:
    pack = load("cn-open-government").packs[0]
    again = pickle.loads(pickle.dumps(pack.template))
    assert again is not pack.template
    assert (again, hash(again)) == (pack.template, hash(pack.template))
    for one, other in zip(again.tables, pack.template.tables, strict=True):
        assert (one, hash(one)) == (other, hash(other))
    same = pack.with_rules(pack.rules)
    assert (same, hash(same)) == (pack, hash(pack))
