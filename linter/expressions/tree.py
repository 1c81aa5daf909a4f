"""The parts of an expression, before and after its names have been given cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from linter.model.address import Address
from linter.model.message import Message


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with an expression. `position` counts characters of its text from 0."""

    message: Message
    position: int


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: one part, or the three parts of an address."""

    parts: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class SumOf:
    """`sum(name)`, as written."""

    name: Name


@dataclass(frozen=True, slots=True)
class Operand:
    """A cell. `exact` is false where its figures may have been rounded; `name` is for messages."""

    address: Address
    name: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Rows whose figures may stand in one row of the group's own (`whole`) instead."""

    whole: Operand
    members: tuple[Operand | Group, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over cells and groups of cells."""

    members: tuple[Operand | Group, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`operator` is `+`, `-` or `*`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers compared, or with `==` and `!=` two truths."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Junction:
    """`operator` is `and` or `or`."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
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
