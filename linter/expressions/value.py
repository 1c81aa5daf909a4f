"""The value of the numeric parts of an expression: the range that figures leave open, which may have been rounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from linter.expressions.operands import Cells, members
from linter.expressions.tree import Arithmetic, Call, Negative, Node, Number, Operand, Total
from linter.model.report import CellState
from linter.model.value import EmptyMeaning

EXACT = Context(prec=200_000)
"""Digits enough for every product that an expression of the longest kind can make."""

_DIGITS_OF_QUOTIENTS = 40
_DOWN, _UP = (Context(prec=_DIGITS_OF_QUOTIENTS, rounding=rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING))
_ZERO = Decimal(0)
_HALF = Decimal("0.5")
GIVEN = frozenset({CellState.FIGURE, CellState.INTERVAL, CellState.DATE, CellState.TEXT})
"""What stands in a cell that is filled in."""


class Unknown(Exception):
    """A cell has no number."""


class Inapplicable(Exception):
    """A cell says that it does not apply, or nothing is left of a set whose cells say so."""


class ZeroBase(Inapplicable):
    """A number is divided by zero."""


class Range:
    """All numbers from `low` to `high`."""

    __slots__ = ("high", "low")

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self.low, self.high = low, high

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def __neg__(self) -> Range:
        return Range(-self.high, -self.low)

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Range) -> Range:
        corners = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Range(min(corners), max(corners))

    def __truediv__(self, other: Range) -> Range:
        """Raises `ZeroBase` where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroBase
        pairs = [(one, two) for one in (self.low, self.high) for two in (other.low, other.high)]
        return Range(min(_DOWN.divide(*pair) for pair in pairs), max(_UP.divide(*pair) for pair in pairs))


def resolved(operand: Operand, cells: Cells) -> Decimal | None:
    """The number of a cell, or None where the cell is not bound or has none."""
    cell = cells(operand.address)
    return None if cell is None else cell.value


def exact(node: Node, cells: Cells) -> Decimal:
    """The number that `node` gives with the figures as they are printed. Raises `Unknown` where a cell has none, and
    `Inapplicable`.
    """
    return within(node, cells, printed=True).low


def within(node: Node, cells: Cells, printed: bool = False) -> Range:
    """The range in which the true number of `node` lies, or with `printed` would lie if figures were not rounded;
    raises as `exact` does.
    """
    match node:
        case Operand():
            return _range(*_figure(node, cells), printed)
        case Number(value):
            return Range(value, value)
        case Total():
            total = reach = _ZERO
            for operand in _members(node, cells):
                value, own = _figure(operand, cells)
                total, reach = total + value, reach + own
            return _range(total, reach, printed)
        case Negative(operand):
            return -within(operand, cells, printed)
        case Arithmetic(operator, left, right):
            return _combined(operator, within(left, cells, printed), within(right, cells, printed))
        case Call("count", (counted,)):
            number = Decimal(sum(is_given(operand, cells) for operand in elements(counted, cells)))
            return Range(number, number)
        case Call("share", (of,)):
            return _range(*_share(of, cells), printed)
        case Call(function, arguments):
            return _extreme(function, list(_applicable(arguments, cells, printed)))
    raise TypeError(f"no number: {node!r}")


def _applicable(arguments: Sequence[Node], cells: Cells, printed: bool) -> Iterator[Range]:
    """The numbers among which the least or the greatest is looked for, without what does not apply."""
    for argument in arguments:
        for part in elements(argument, cells):
            try:
                yield within(part, cells, printed)
            except Inapplicable:
                continue


def elements(node: Node, cells: Cells) -> Iterator[Node]:
    """The cells of a set; of all else, the node itself."""
    if isinstance(node, Total):
        yield from _members(node, cells)
    else:
        yield node


def is_given(node: Node, cells: Cells) -> bool:
    """Whether something is filled in. Raises `Unknown` where that is not known."""
    if isinstance(node, Total):
        given = [is_given(operand, cells) for operand in _members(node, cells)]
        return any(given)
    if not isinstance(node, Operand) or node.absent:
        return not isinstance(node, Operand)
    cell = cells(node.address)
    if cell is None or cell.state is CellState.UNREADABLE:
        raise Unknown
    return cell.state in GIVEN


def _members(total: Total, cells: Cells) -> Iterator[Operand]:
    for member in total.members:
        yield from members(member, cells)


def _figure(operand: Operand, cells: Cells) -> tuple[Decimal, Decimal]:
    """The number of a cell, and how far the true one may be from it."""
    cell = cells(operand.address)
    if cell is None or cell.value is None:
        raise Inapplicable if cell and cell.meaning is EmptyMeaning.DOES_NOT_APPLY else Unknown
    return cell.value, cell.reach


def _share(node: Node, cells: Cells) -> tuple[Decimal, Decimal]:
    """The percentage beside a figure, and half a unit of its last place."""
    cell = cells(node.address) if isinstance(node, Operand) else None
    if cell is None or cell.share is None:
        raise Inapplicable if cell and cell.value is not None else Unknown
    return cell.share.value, _HALF.scaleb(-cell.share.places)


def _range(value: Decimal, reach: Decimal, printed: bool) -> Range:
    return Range(value, value) if printed or not reach else Range(value - reach, value + reach)


def _combined(operator: str, one: Range, other: Range) -> Range:
    if operator == "+":
        return one + other
    if operator == "-":
        return one - other
    return one * other if operator == "*" else one / other


def _extreme(function: str, ranges: Sequence[Range]) -> Range:
    """The least or the greatest of several numbers."""
    if not ranges:
        raise Inapplicable
    pick = min if function == "min" else max
    return Range(pick(one.low for one in ranges), pick(one.high for one in ranges))
