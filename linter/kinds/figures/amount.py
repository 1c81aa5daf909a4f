"""Figures and conditions that a rule names by expressions over cells, beside what else it looks at.

A rule may have dozens of figures, such as `requests.granted.total + sum(requests.denied.total)`, and needs few: their
names are looked up when a pack is read, and they are parsed when they are first worked out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.expressions.scope import Scope
from linter.expressions.syntax import parse
from linter.expressions.tree import Comparison, Mistake, Node, Number
from linter.kinds.kind import OptionError, OptionErrors
from linter.model.message import Message
from linter.model.template import BlockSpec, TableSpec, Template

_PLAIN = re.compile(r"[\w.()]+(?: [+-] [\w.()]+)*")
_NAME = re.compile(r"[\w.()]+")


class Amount(NamedTuple):
    """An expression that gives a number, for reports of one form."""

    text: str
    template: Template

    def compared(self, operator: str, value: Decimal) -> Comparison:
        """`value` compared with this figure."""
        return Comparison(operator, Number(value), _node(self))


def mistake(amount: Amount, path: tuple[str | int, ...]) -> OptionError | None:
    """What is wrong with the expression, or None."""
    if _PLAIN.fullmatch(amount.text) and _names(amount.template).issuperset(_NAME.findall(amount.text)):
        return None
    found = _mistake(_closed(amount.text), amount.template)
    return None if found is None else _error(path, found, found.position)


def parse_condition(text: str, path: tuple[str | int, ...], template: Template) -> Node:
    """Something that is true or false of the cells. Raises `OptionErrors` where it is no such expression."""
    found = _mistake(text, template)
    if found is not None:
        raise OptionErrors([_error(path, found, found.position + 1)])
    check = parse(text)
    assert not isinstance(check, Mistake)
    return Scope(template).instances(check)[0].check


def _mistake(text: str, template: Template) -> Mistake | None:
    check = parse(text)
    return check if isinstance(check, Mistake) else next(iter(Scope(template).mistakes(check)), None)


def _error(path: tuple[str | int, ...], found: Mistake, position: int) -> OptionError:
    return OptionError(path, Message("expression.at", {"position": max(position, 1), "what": found.message}))


def _closed(text: str) -> str:
    """The parser reads what is true or false."""
    return f"({text}) == 0"


@lru_cache(maxsize=16)
def _names(template: Template) -> frozenset[str]:
    """Every name of a cell or of a sum of cells, as an expression writes it."""
    return frozenset(_written(template))


def _written(template: Template) -> Iterator[str]:
    for table in template.tables:
        for block in table.blocks:
            for column in block.columns:
                yield from (f"{table.id}.{row.id}.{column.id}" for row in block.rows)
                yield from (f"sum({table.id}.{id}.{column.id})" for id in _sums(table, block))


def _sums(table: TableSpec, block: BlockSpec) -> tuple[str, ...]:
    return (*table.sums, *(group.id for group in block.groups))


@lru_cache(maxsize=256)
def _node(amount: Amount) -> Node:
    check = parse(_closed(amount.text))
    assert not isinstance(check, Mistake)
    placed = Scope(amount.template).instances(check)[0].check
    assert isinstance(placed, Comparison)
    return placed.left
