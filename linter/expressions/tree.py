"""The parts of an expression, before and after its names have been given cells.

They are named tuples: these take a tenth of the time of dataclasses to define, and every run of the program defines
them.
"""

from __future__ import annotations

from decimal import Decimal

from linter.model.address import PREVIOUS, Address
from linter.model.message import Message
from linter.model.records import Record, by_class


class Mistake(Record):
    """What is wrong with an expression. `position` counts characters of its text from 0."""

    message: Message
    position: int


@by_class
class Number(Record):
    value: Decimal


@by_class
class Name(Record):
    """A name as written: one part, or the three parts of an address; `previous` stood before those of last year's."""

    parts: tuple[str, ...]
    position: int
    previous: bool = False

    def __str__(self) -> str:
        name = ".".join(self.parts)
        return f"{PREVIOUS}.{name}" if self.previous else name


def name_of(parts: tuple[str, ...], position: int = 0) -> Name | None:
    """The name that dotted words make, or None for a number of words that no name has."""
    previous = parts[0] == PREVIOUS and len(parts) in {2, 4}
    own = parts[1:] if previous else parts
    return Name(own, position, previous) if len(own) in {1, 3} else None


@by_class
class SumOf(Record):
    """`sum(name)`, as written."""

    name: Name


@by_class
class Operand(Record):
    """A cell. `exact` is false where its figures may have been rounded; `name` is for messages."""

    address: Address
    name: str
    exact: bool = True


class Group(Record):
    """Rows whose figures may stand in one row of the group's own (`whole`) instead."""

    whole: Operand
    members: tuple[Operand | Group, ...]


@by_class
class Total(Record):
    """A sum over cells and groups of cells."""

    members: tuple[Operand | Group, ...]


@by_class
class Negative(Record):
    operand: Node


@by_class
class Arithmetic(Record):
    """`operator` is `+`, `-` or `*`."""

    operator: str
    left: Node
    right: Node


@by_class
class Comparison(Record):
    """Two numbers compared, or with `==` and `!=` two truths."""

    operator: str
    left: Node
    right: Node


@by_class
class Junction(Record):
    """`operator` is `and` or `or`."""

    operator: str
    operands: tuple[Node, ...]


@by_class
class Not(Record):
    operand: Node


Node = Number | Name | SumOf | Operand | Total | Negative | Arithmetic | Comparison | Junction | Not

TRUTHS = (Comparison, Junction, Not)
"""Nodes that are true or false; all others are numbers."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below `node`, from left to right."""
    match node:
        case Negative(operand) | Not(operand):
            return (operand,)
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Junction(_, operands):
            return operands
    return ()


def names(node: Node) -> tuple[Name | SumOf, ...]:
    """The names in `node` as written, from left to right."""
    if isinstance(node, Name | SumOf):
        return (node,)
    return tuple(name for child in children(node) for name in names(child))
