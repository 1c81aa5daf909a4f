"""The linear form of an expression, and the equation that it is in a report."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext

from linter.expressions.operands import Cells, used
from linter.expressions.tree import TRUTHS, Arithmetic, Comparison, Negative, Node, Number, Operand, Total
from linter.expressions.value import EXACT
from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.records import Record

_ZERO, _ONE = Decimal(0), Decimal(1)


class Side(Record):
    """One side of a linear comparison: the sum of `coefficients` times cells, and a constant."""

    coefficients: Mapping[Address, Decimal]
    constant: Decimal = _ZERO


class Linear(Record):
    """A comparison of two linear sides."""

    operator: str
    left: Side
    right: Side


def linear(check: Node, cells: Cells | None = None) -> Linear | None:
    """The linear form of `check`, or None where it has none (truths joined, cells multiplied with each other).

    With `cells`, a group whose figures stand in its own row counts as that cell.
    """
    if not isinstance(check, Comparison) or isinstance(check.left, TRUTHS):
        return None
    with localcontext(EXACT):
        left, right = _side(check.left, cells), _side(check.right, cells)
    return Linear(check.operator, left, right) if left and right else None


def equation(check: Node, cells: Cells) -> Equation | None:
    """What `check` is over the cells of a report, or None where it is no linear equation. The tolerance is what
    rounding may have taken from its figures.
    """
    if not isinstance(check, Comparison) or check.operator != "==" or isinstance(check.left, TRUTHS):
        return None
    with localcontext(EXACT):
        factors: dict[Address, Decimal] = {}
        left, right = _gathered(check.left, _ONE, factors, cells), _gathered(check.right, -_ONE, factors, cells)
        if left is None or right is None:
            return None
        residual, tolerance, unknown = left + right, _ZERO, []
        for address, factor in factors.items():
            cell = cells(address)
            if cell is None or cell.value is None:
                unknown.append(address)
            else:
                residual += factor * cell.value
                if cell.reach:
                    tolerance += abs(factor) * cell.reach
        coefficients = {address: factor for address, factor in factors.items() if factor}
    published = frozenset(address for address in coefficients if address.previous)
    return Equation(coefficients, residual, tolerance, unknown=frozenset(unknown), published=published)


def _gathered(node: Node, factor: Decimal, into: dict[Address, Decimal], cells: Cells) -> Decimal | None:
    """The constant of `factor` times an expression, whose coefficients are added `into` those of others; None where it
    is not linear. Of a sum, no part becomes a side of its own: reports have thousands of them.
    """
    match node:
        case Operand():
            into[node.address] = into.get(node.address, _ZERO) + factor
            return _ZERO
        case Negative(operand):
            return _gathered(operand, -factor, into, cells)
        case Arithmetic("+" | "-" as operator, left, right):
            one = _gathered(left, factor, into, cells)
            other = _gathered(right, factor if operator == "+" else -factor, into, cells)
            return None if one is None or other is None else one + other
    side = _side(node, cells)
    if side is None:
        return None
    for address, value in side.coefficients.items():
        into[address] = into.get(address, _ZERO) + factor * value
    return factor * side.constant


def _side(node: Node, cells: Cells | None) -> Side | None:
    match node:
        case Number(value):
            return Side({}, value)
        case Operand() | Total():
            coefficients: dict[Address, Decimal] = {}
            for operand in used(node, cells or _nothing):
                coefficients[operand.address] = coefficients.get(operand.address, _ZERO) + 1
            return Side(coefficients)
        case Negative(operand):
            inner = _side(operand, cells)
            return _scaled(inner, Decimal(-1)) if inner else None
        case Arithmetic(operator, left, right):
            one, other = _side(left, cells), _side(right, cells)
            if one is None or other is None:
                return None
            if operator == "/":
                return None
            return _product(one, other) if operator == "*" else _added(one, other, 1 if operator == "+" else -1)
    return None


def _nothing(_: Address) -> None:
    return None


def _scaled(side: Side, factor: Decimal) -> Side:
    return Side({address: value * factor for address, value in side.coefficients.items()}, side.constant * factor)


def _added(one: Side, other: Side, sign: int) -> Side:
    coefficients = dict(one.coefficients)
    for address, value in other.coefficients.items():
        coefficients[address] = coefficients.get(address, _ZERO) + sign * value
    return Side(coefficients, one.constant + sign * other.constant)


def _product(one: Side, other: Side) -> Side | None:
    if not one.coefficients:
        return _scaled(other, one.constant)
    return None if other.coefficients else _scaled(one, other.constant)
