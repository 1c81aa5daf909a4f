"""How an expression was worked out, for people; and its linear form, for finding the figure that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from linter.expressions.evaluate import EXACT, holds, members, used
from linter.expressions.tree import (
    TRUTHS,
    Arithmetic,
    Comparison,
    Junction,
    Negative,
    Node,
    Number,
    Operand,
    Total,
)
from linter.expressions.value import Cells, exact, resolved
from linter.model.address import Address
from linter.model.finding import Calculation, Term


class Side(NamedTuple):
    """One side of a linear comparison: the sum of `coefficients` times cells, and a constant."""

    coefficients: Mapping[Address, Decimal]
    constant: Decimal = Decimal(0)


class Linear(NamedTuple):
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


def _side(node: Node, cells: Cells | None) -> Side | None:
    match node:
        case Number(value):
            return Side({}, value)
        case Operand() | Total():
            coefficients: dict[Address, Decimal] = {}
            for operand in used(node, cells or _nothing):
                coefficients[operand.address] = coefficients.get(operand.address, Decimal(0)) + 1
            return Side(coefficients)
        case Negative(operand):
            inner = _side(operand, cells)
            return _scaled(inner, Decimal(-1)) if inner else None
        case Arithmetic(operator, left, right):
            one, other = _side(left, cells), _side(right, cells)
            if one is None or other is None:
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
        coefficients[address] = coefficients.get(address, Decimal(0)) + sign * value
    return Side(coefficients, one.constant + sign * other.constant)


def _product(one: Side, other: Side) -> Side | None:
    if not one.coefficients:
        return _scaled(other, one.constant)
    return None if other.coefficients else _scaled(one, other.constant)


def work_out(check: Node, cells: Cells) -> Calculation | None:
    """Both sides of the comparison that decides: `check` itself, or the first of several that fails.

    None where truths are compared. All cells of `check` must have a number (`decide` gave a truth).
    """
    if isinstance(check, Junction):
        worked = [one for operand in check.operands if (one := work_out(operand, cells))]
        failed = [one for one in worked if not holds(one.operator, one.left_total, one.right_total)]
        return failed[0] if failed and check.operator == "and" else None
    if not isinstance(check, Comparison) or isinstance(check.left, TRUTHS):
        return None
    with localcontext(EXACT):
        return Calculation(
            tuple(_terms(check.left, cells)),
            tuple(_terms(check.right, cells)),
            exact(check.left, cells),
            exact(check.right, cells),
            check.operator,
        )


def _terms(node: Node, cells: Cells) -> list[Term]:
    match node:
        case Number(value):
            return [Term("", f"{value:f}", value)]
        case Operand():
            return [_term(node, cells)]
        case Total(inner):
            return [_term(operand, cells) for member in inner for operand in members(member, cells)]
        case Negative(operand):
            return _turned(_terms(operand, cells))
        case Arithmetic("+", left, right):
            return _terms(left, cells) + _terms(right, cells)
        case Arithmetic("-", left, right):
            return _terms(left, cells) + _turned(_terms(right, cells))
        case Arithmetic(_, left, right):
            return [_factor(_terms(left, cells), _terms(right, cells), exact(node, cells))]
    raise TypeError(f"no number: {node!r}")


def _term(operand: Operand, cells: Cells) -> Term:
    value, cell = resolved(operand, cells), cells(operand.address)
    assert value is not None and cell is not None
    return Term(operand.name, cell.text, value, operand.address)


def _turned(terms: list[Term]) -> list[Term]:
    return [term._replace(sign=-term.sign) for term in terms]


def _factor(left: list[Term], right: list[Term], value: Decimal) -> Term:
    """A product is one term; it has an address where only one cell is in it."""
    addresses = [term.address for term in left + right if term.address]
    names = [_joined(terms) for terms in (left, right)]
    return Term(" × ".join(names), f"{value:f}", value, addresses[0] if len(addresses) == 1 else None)


def _joined(terms: list[Term]) -> str:
    if len(terms) == 1 and terms[0].sign > 0:
        return terms[0].name or terms[0].text
    text = "".join((" + " if term.sign > 0 else " - ") + (term.name or term.text) for term in terms)
    return f"({text.removeprefix(' + ').lstrip()})"
