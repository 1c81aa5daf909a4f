"""The parts of an expression, before and after its names have been given cells.

They are named tuples: these take a tenth of the time of dataclasses to define, and every run of the program defines
them.
"""

from __future__ import annotations

from collections.abc import Callable
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
    """A name as written: one part, two, or the parts of an address; `previous` stood before those of last year's.

    `set` is `may` or `must` where it stands for a set of cells, or for one.
    """

    parts: tuple[str, ...]
    position: int
    previous: bool = False
    set: str = ""

    def __str__(self) -> str:
        name = ".".join(self.parts)
        return f"{PREVIOUS}.{name}" if self.previous else name


def name_of(parts: tuple[str, ...], position: int = 0) -> Name | None:
    """The name that dotted words make, or None for a number of words that no name has."""
    previous = parts[0] == PREVIOUS and len(parts) > 1
    own = parts[1:] if previous else parts
    return Name(own, position, previous) if 1 <= len(own) <= 4 else None


@by_class
class Operand(Record):
    """A cell; `name` is for messages. `zero_base` are the texts that it may print for a percentage of nothing. One that
    is `absent` cannot be there: its table has no such row or column in this report.
    """

    address: Address
    name: str
    zero_base: tuple[str, ...] = ()
    absent: bool = False


class Group(Record):
    """Rows whose figures may stand in one row of the group's own (`whole`) instead."""

    whole: Operand
    members: tuple[Operand | Group, ...]


@by_class
class Total(Record):
    """A sum over cells and groups of cells."""

    members: tuple[Operand | Group, ...]


@by_class
class Call(Record):
    """A number made of numbers and of sets: `function` is `min`, `max`, `count`, `share`, or as written also `sum`."""

    function: str
    arguments: tuple[Node, ...]


@by_class
class Property(Record):
    """A truth about cells: `function` is `given`, `ascending`, `descending` or `merged`."""

    function: str
    arguments: tuple[Node, ...]


@by_class
class Negative(Record):
    operand: Node


@by_class
class Arithmetic(Record):
    """`operator` is `+`, `-`, `*` or `/`."""

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


Node = Number | Name | Operand | Total | Call | Property | Negative | Arithmetic | Comparison | Junction | Not

TRUTHS = (Comparison, Junction, Not, Property)
"""Nodes that are true or false; all others are numbers."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below `node`, from left to right."""
    match node:
        case Negative(operand) | Not(operand):
            return (operand,)
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Junction(_, operands) | Call(_, operands) | Property(_, operands):
            return operands
    return ()


def mapped(node: Node, change: Callable[[Node], Node]) -> Node:
    """`node` with what `change` makes of the nodes directly below it."""
    match node:
        case Negative(operand) | Not(operand):
            return node._replace(operand=change(operand))
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return node._replace(left=change(left), right=change(right))
        case Junction(_, operands):
            return node._replace(operands=tuple(map(change, operands)))
        case Call(_, arguments) | Property(_, arguments):
            return node._replace(arguments=tuple(map(change, arguments)))
    return node


def names(node: Node) -> tuple[Name, ...]:
    """The names in `node` as written, from left to right."""
    if isinstance(node, Name):
        return (node,)
    return tuple(name for child in children(node) for name in names(child))
