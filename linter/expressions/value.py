"""The value of the numeric parts of an expression: one number, or the range that rounded figures leave open."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal

from linter.expressions.tree import Arithmetic, Group, Negative, Node, Number, Operand, Total
from linter.model.address import Address
from linter.model.records import Record
from linter.model.report import BoundCell

Cells = Callable[[Address], BoundCell | None]
"""Gives the cell at an address, or None where none is bound: `BoundReport.cell`."""

EXACT = Context(prec=200_000)
"""Digits enough for every product that an expression of the longest kind can make."""

_ZERO = Decimal(0)
_HALF = Decimal("0.5")


class Unknown(Exception):
    """A cell has no number."""


class Range(Record):
    """All numbers from `low` to `high`."""

    low: Decimal
    high: Decimal


def resolved(operand: Operand, cells: Cells) -> Decimal | None:
    """The number of a cell, or None where the cell is not bound or has none."""
    cell = cells(operand.address)
    return None if cell is None else cell.value


def exact(node: Node, cells: Cells) -> Decimal:
    """The number that `node` gives. Raises `Unknown` where a cell has none."""
    match node:
        case Operand():
            value = resolved(node, cells)
            if value is None:
                raise Unknown
            return value
        case Total(members):
            total = _ZERO
            for member in members:
                cell = cells(member.address) if isinstance(member, Operand) else None
                value = cell.value if cell is not None else None
                total += _exact_member(member, cells) if value is None else value
            return total
        case Number(value):
            return value
        case Negative(operand):
            return -exact(operand, cells)
        case Arithmetic(operator, left, right):
            one, other = exact(left, cells), exact(right, cells)
            return one + other if operator == "+" else one - other if operator == "-" else one * other
    raise TypeError(f"no number: {node!r}")


def _exact_member(member: Operand | Group, cells: Cells) -> Decimal:
    if isinstance(member, Operand):
        return exact(member, cells)
    if cells(member.whole.address) is not None:
        return exact(member.whole, cells)
    return sum((_exact_member(inner, cells) for inner in member.members), _ZERO)


def within(node: Node, cells: Cells) -> Range:
    """The range in which the true number of `node` lies. Raises `Unknown` where a cell has none."""
    match node:
        case Operand():
            return _printed(node, cells)
        case Total(members):
            total = Range(_ZERO, _ZERO)
            for member in members:
                part = _member_within(member, cells)
                total = Range(total.low + part.low, total.high + part.high)
            return total
        case Number(value):
            return Range(value, value)
        case Negative(operand):
            inner = within(operand, cells)
            return Range(-inner.high, -inner.low)
        case Arithmetic(operator, left, right):
            return _combined(operator, within(left, cells), within(right, cells))
    raise TypeError(f"no number: {node!r}")


def _member_within(member: Operand | Group, cells: Cells) -> Range:
    if isinstance(member, Operand):
        return _printed(member, cells)
    if cells(member.whole.address) is not None:
        return _printed(member.whole, cells)
    parts = [_member_within(inner, cells) for inner in member.members]
    return Range(sum((part.low for part in parts), _ZERO), sum((part.high for part in parts), _ZERO))


def _printed(operand: Operand, cells: Cells) -> Range:
    value, reach = exact(operand, cells), slack(operand, cells)
    return Range(value - reach, value + reach)


def slack(operand: Operand, cells: Cells) -> Decimal:
    """Half a unit of the last printed place of a figure that may have been rounded; zero for all others."""
    cell = cells(operand.address)
    if operand.exact or cell is None or cell.figure is None:
        return _ZERO
    return _HALF.scaleb(-cell.figure.places)


def _combined(operator: str, one: Range, other: Range) -> Range:
    if operator == "+":
        return Range(one.low + other.low, one.high + other.high)
    if operator == "-":
        return Range(one.low - other.high, one.high - other.low)
    corners = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
    return Range(min(corners), max(corners))
