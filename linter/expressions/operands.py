"""The cells whose figures an expression uses in a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.expressions.tree import Group, Node, Operand, Total, children
from linter.model.address import Address
from linter.model.report import BoundCell
from linter.model.value import EmptyMeaning

Cells = Callable[[Address], BoundCell | None]
"""Gives the cell at an address, or None where none is bound: `BoundReport.cell`."""


def used(node: Node, cells: Cells) -> Iterator[Operand]:
    """The cells whose figures `node` uses: of a group, its rows, or its own row where the figures stand there. Members
    of a set that say they do not apply are not used.
    """
    if isinstance(node, Operand):
        yield node
    elif isinstance(node, Total):
        for member in node.members:
            yield from members(member, cells)
    else:
        for child in children(node):
            yield from used(child, cells)


def members(member: Operand | Group, cells: Cells) -> Iterator[Operand]:
    """The cells of one member of a sum."""
    if isinstance(member, Operand):
        cell = cells(member.address)
        if cell is None or cell.meaning is not EmptyMeaning.DOES_NOT_APPLY:
            yield member
    elif cells(member.whole.address) is not None:
        yield member.whole
    else:
        for inner in member.members:
            yield from members(inner, cells)
