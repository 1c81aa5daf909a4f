"""Figures and conditions that a rule names by expressions over cells, beside what else it looks at.

A rule may have dozens of figures, such as `requests.granted.total + sum(requests.denied.total)`, and needs few: their
names are looked up when a pack is read, and they are parsed when they are first evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from linter.expressions.scope import Scope
from linter.expressions.syntax import parse
from linter.expressions.tree import Comparison, Mistake, Node, Number
from linter.kinds.option import OptionError, OptionErrors, OptionType, each
from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.template import BlockSpec, TableSpec, Template
from linter.text.regex import regex

_PLAIN = regex(r"[\w.()]+(?: [+-] [\w.()]+)*")
_NAME = regex(r"[\w.()]+")


class Amount(Record):
    """An expression that gives a number, for reports of one form."""

    text: str
    template: Template

    def compared(self, operator: str, value: Decimal) -> Comparison:
        """`value` compared with this figure."""
        return Comparison(operator, Number(value), _node(self))


def _amount(written: str, template: Template) -> Amount:
    names = _NAME.findall(written)
    if not (_PLAIN.fullmatch(written) and _names(template).issuperset(names)):
        found = _mistake(_closed(written), template)
        if found is not None:
            raise _errors(found, found.position)
    return Amount(written, template)


def _condition(written: str, template: Template) -> Node:
    found = _mistake(written, template)
    if found is not None:
        raise _errors(found, found.position + 1)
    check = parse(written)
    assert not isinstance(check, Mistake)
    return Scope(template).instances(check)[0].check


def _mistake(text: str, template: Template) -> Mistake | None:
    check = parse(text)
    return check if isinstance(check, Mistake) else next(iter(Scope(template).mistakes(check)), None)


def _errors(found: Mistake, position: int) -> OptionErrors:
    return OptionErrors(
        [OptionError((), Message("expression.at", {"position": max(position, 1), "what": found.message}))]
    )


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


AMOUNTS: OptionType[tuple[Amount, ...]] = OptionType(
    Localised("算式", "expressions"), {"type": "array", "items": {"type": "string", "minLength": 1}}, each(_amount)
)
"""Figures, each as an expression over cells."""

CONDITION: OptionType[Node] = OptionType(
    Localised("单元格之间的比较", "comparison of cells"), {"type": "string", "minLength": 1}, _condition
)
"""Something that is true or false of the cells."""
