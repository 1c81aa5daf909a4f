"""Working an expression out on the cells of a report, in exact decimals."""

from __future__ import annotations

from decimal import Decimal, localcontext

from linter.expressions.linear import equation
from linter.expressions.operands import used
from linter.expressions.tree import Comparison, Junction, Node, Not, Operand
from linter.expressions.value import EXACT, Cells, Range, Unknown, exact, resolved, within
from linter.model.records import Record


class Undetermined(Record):
    """An expression could not be calculated: these of its cells have no number."""

    missing: tuple[Operand, ...]


def decide(check: Node, cells: Cells, rounded: bool = False) -> bool | Undetermined:
    """Whether `check` holds. With `rounded`, figures of amount columns stand for all that round to them, and what may
    hold of those holds.
    """
    try:
        with localcontext(EXACT):
            return _truth(check, cells, rounded)
    except Unknown:
        missing = [operand for operand in used(check, cells) if resolved(operand, cells) is None]
        return Undetermined(tuple(dict.fromkeys(missing)))


def _truth(node: Node, cells: Cells, rounded: bool) -> bool:
    match node:
        case Comparison(operator, left, right):
            if isinstance(left, Comparison | Junction | Not):
                return (_truth(left, cells, rounded) is _truth(right, cells, rounded)) is (operator == "==")
            if rounded and (form := equation(node, cells, rounded)):
                if form.unknown:
                    raise Unknown
                return form.holds
            if rounded:
                return _may_hold(operator, within(left, cells), within(right, cells))
            return holds(operator, exact(left, cells), exact(right, cells))
        case Junction(operator, operands):
            truths = [_truth(operand, cells, rounded) for operand in operands]
            return all(truths) if operator == "and" else any(truths)
        case Not(operand):
            return not _truth(operand, cells, rounded)
    raise TypeError(f"no truth: {node!r}")


def holds(operator: str, left: Decimal, right: Decimal) -> bool:
    """The comparison of two numbers."""
    match operator:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case _:
            return left >= right


def _may_hold(operator: str, left: Range, right: Range) -> bool:
    """Whether some number of `left` and some number of `right` compare so."""
    match operator:
        case "==":
            return left.low <= right.high and right.low <= left.high
        case "!=":
            return not (left.low == left.high == right.low == right.high)
        case "<" | "<=":
            return holds(operator, left.low, right.high)
        case _:
            return holds(operator, left.high, right.low)
