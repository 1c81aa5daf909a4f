"""Records of different classes are never equal, and what is equal has one hash."""

from __future__ import annotations

import pickle
from itertools import permutations
from typing import Any, get_args

import pytest

from linter.expressions.tree import Node
from linter.model.document import Block
from linter.model.finding import Outcome
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
    return record._make([value] * len(record._fields))


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


def test_what_is_equal_has_one_hash() -> None:
    pack = load("cn-open-government").packs[0]
    again = pickle.loads(pickle.dumps(pack.template))
    assert again is not pack.template
    assert (again, hash(again)) == (pack.template, hash(pack.template))
    for one, other in zip(again.tables, pack.template.tables, strict=True):
        assert (one, hash(one)) == (other, hash(other))
    same = pack.with_rules(pack.rules)
    assert (same, hash(same)) == (pack, hash(pack))
