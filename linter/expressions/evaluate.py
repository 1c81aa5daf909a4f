"""Working an expression out on the cells of a report, by the logic of Kleene: what is not known may not matter."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from enum import Enum
from itertools import pairwise

from linter.binding.values import as_compared
from linter.expressions.linear import equation
from linter.expressions.operands import Cells, used
from linter.expressions.tree import Call, Comparison, Junction, Node, Not, Number, Operand, Property, Total, children
from linter.expressions.value import (
    EXACT,
    Inapplicable,
    Range,
    Unknown,
    ZeroBase,
    elements,
    exact,
    is_given,
    resolved,
    within,
)
from linter.model.records import Record
from linter.model.value import EmptyMeaning


class Undetermined(Record):
    """An expression could not be calculated: these of its cells have no number."""

    missing: tuple[Operand, ...]


class Truth(Enum):
    """Whether something holds. `OPEN` is what may hold of figures that were rounded, `IDLE` what is said of cells that
    do not apply.
    """

    YES = 1
    NO = 2
    OPEN = 3
    IDLE = 4
    UNKNOWN = 5


_NOT = {Truth.YES: Truth.NO, Truth.NO: Truth.YES}
_LEAST_KNOWN_FIRST = (Truth.UNKNOWN, Truth.IDLE, Truth.OPEN)


def decide(check: Node, cells: Cells) -> bool | Undetermined:
    """Whether `check` holds. What may hold of figures that were rounded holds, and so does what does not apply."""
    found = truth(check, cells)
    return Undetermined(missing(check, cells)) if found is Truth.UNKNOWN else found is not Truth.NO


def missing(check: Node, cells: Cells) -> tuple[Operand, ...]:
    """The cells that `check` lacks."""
    lacking = (operand for operand in _looked_at(check, cells) if resolved(operand, cells) is None)
    return tuple(dict.fromkeys(lacking))


def _looked_at(node: Node, cells: Cells) -> list[Operand]:
    """The cells of which something is not known: where it is only asked what is given, those that leave it open."""
    if isinstance(node, Property | Call) and node.function in ("given", "count"):
        return [one for argument in node.arguments for one in used(argument, cells) if _is_open(one, cells)]
    if isinstance(node, Operand | Total):
        return [operand for operand in used(node, cells) if not _does_not_apply(operand, cells)]
    return [operand for child in children(node) for operand in _looked_at(child, cells)]


def _is_open(operand: Operand, cells: Cells) -> bool:
    try:
        is_given(operand, cells)
    except Unknown:
        return True
    return False


def _does_not_apply(operand: Operand, cells: Cells) -> bool:
    cell = cells(operand.address)
    return cell is not None and cell.meaning is EmptyMeaning.DOES_NOT_APPLY


def truth(node: Node, cells: Cells) -> Truth:
    """What is known of `node`."""
    with localcontext(EXACT):
        return _truth(node, cells)


def _truth(node: Node, cells: Cells) -> Truth:
    match node:
        case Comparison(operator, left, right):
            if isinstance(left, Comparison | Junction | Not | Property):
                return _alike(_truth(left, cells), _truth(right, cells), operator == "==")
            return _compared(node, cells)
        case Junction(operator, operands):
            return _joined(operator, [_truth(operand, cells) for operand in operands])
        case Not(operand):
            inner = _truth(operand, cells)
            return _NOT.get(inner, inner)
        case Property():
            return _property(node, cells)
    raise TypeError(f"no truth: {node!r}")


def _joined(operator: str, truths: Sequence[Truth]) -> Truth:
    decisive, otherwise = (Truth.NO, Truth.YES) if operator == "and" else (Truth.YES, Truth.NO)
    if decisive in truths:
        return decisive
    return next((one for one in _LEAST_KNOWN_FIRST if one in truths), otherwise)


def _alike(one: Truth, other: Truth, wanted: bool) -> Truth:
    unsure = next((truth for truth in _LEAST_KNOWN_FIRST if truth in (one, other)), None)
    return unsure or (Truth.YES if (one is other) is wanted else Truth.NO)


def _compared(node: Comparison, cells: Cells) -> Truth:
    try:
        printed = _is_sign(node.left, node.right) or _is_sign(node.right, node.left)
        left, right = within(node.left, cells, printed), within(node.right, cells, printed)
    except ZeroBase:
        return _of_nothing(node, cells)
    except Inapplicable:
        return _of_nothing(node, cells) if _zero_base(node) else Truth.IDLE
    except Unknown:
        return Truth.UNKNOWN
    if left.exact and right.exact:
        return Truth.YES if holds(node.operator, left.low, right.low) else Truth.NO
    if node.operator == "==" and (form := equation(node, cells)):
        return Truth.OPEN if form.holds else Truth.NO
    return _of_ranges(node.operator, left, right)


def _is_sign(node: Node, other: Node) -> bool:
    """Whether a figure is compared with zero: none is taken for one that is rounded to zero."""
    return isinstance(node, Number) and not node.value and isinstance(other, Operand)


def _zero_base(node: Comparison) -> tuple[tuple[Operand, Node], ...]:
    """The percentage whose type says what it prints for a percentage of nothing, and what it is compared with."""
    sides = ((node.left, node.right), (node.right, node.left))
    return tuple((one, other) for one, other in sides if isinstance(one, Operand) and one.zero_base)


def _of_nothing(node: Comparison, cells: Cells) -> Truth:
    """Whether a percentage of nothing is printed as its type says."""
    for operand, other in _zero_base(node):
        try:
            within(other, cells)
        except ZeroBase:
            cell = cells(operand.address)
            if cell is None:
                return Truth.UNKNOWN
            return Truth.YES if as_compared(cell.text) in operand.zero_base else Truth.NO
        except (Unknown, Inapplicable):
            continue
    return Truth.IDLE


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


def _of_ranges(operator: str, left: Range, right: Range) -> Truth:
    """What is sure of all numbers of `left` and `right`."""
    if operator in ("==", "!="):
        apart = left.high < right.low or right.high < left.low
        return Truth.OPEN if not apart else Truth.NO if operator == "==" else Truth.YES
    if operator in (">", ">="):
        left, right = right, left
    strict = operator in ("<", ">")
    if left.high < right.low or (not strict and left.high == right.low):
        return Truth.YES
    return Truth.NO if left.low > right.high or (strict and left.low == right.high) else Truth.OPEN


def _property(node: Property, cells: Cells) -> Truth:
    try:
        if node.function == "given":
            return Truth.YES if is_given(node.arguments[0], cells) else Truth.NO
        return _joined("and", [_compared(one, cells) for one in links(node, cells)])
    except Inapplicable:
        return Truth.IDLE
    except Unknown:
        return Truth.UNKNOWN


def links(node: Property, cells: Cells) -> list[Comparison]:
    """The comparisons that a property of lists comes to: of each element with the next, or of each element of a list
    with the one that stands so in the order of all. Raises `Unknown`.
    """
    listed = list(elements(node.arguments[0], cells))
    if node.function != "merged":
        operator = ">=" if node.function == "descending" else "<="
        return [Comparison(operator, one, other) for one, other in pairwise(listed)]
    merged = sorted(elements(node.arguments[1], cells), key=lambda one: exact(one, cells), reverse=True)
    return [Comparison("==", one, other) for one, other in zip(listed, merged, strict=False)]
