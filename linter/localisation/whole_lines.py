"""Rows and columns that are wrong as a whole for one cause: many cells, and one slip.

All figures of the line are one and the same, or last year's, or those of the line beside it; or two lines have changed
places. What should stand there is what the sums across the line make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from linter.localisation.figures import Figures
from linter.localisation.network import Change, Explanation, Network, satisfied
from linter.localisation.shifts import PRICE
from linter.localisation.system import decimal, number, quotient
from linter.model.address import Address
from linter.model.message import Message, Value
from linter.model.records import Record
from linter.model.template import BlockSpec


class Line(Record):
    """The cells of a row or column that hold figures, under its name; `key` is that of the message that names it."""

    key: str
    name: str
    figures: Mapping[Address, Decimal]

    @property
    def message(self) -> Message:
        return Message(self.key, {"name": self.name})


class Slip(Record):
    """What happened to a line, by the key of its message and more of its values, and the changes that undo it."""

    key: str
    line: Line
    changes: Explanation
    values: Mapping[str, Value] = {}


def whole_lines(network: Network, figures: Figures) -> tuple[Message | None, tuple[Explanation, ...]]:
    """What alone explains everything that fails, and an explanation for each line to which it may have happened; None
    and no explanations where nothing does.
    """
    failing = network.failing
    ordered = network._replace(equations=(*failing, *(one for one in network.equations if not one.fails)))
    slips = [slip for block in _blocks(network, figures) for slip in _slips(block, ordered, figures)]
    if not slips:
        return None, ()
    alike = {slip.changes: slip for slip in slips if slip.key == slips[0].key}
    lines = tuple({(slip.line.key, slip.line.name): slip.line.message for slip in alike.values()}.values())
    named: Value = lines[0] if len(lines) == 1 else Message("group.one-of-lines", {"lines": lines})
    return Message(slips[0].key, {**slips[0].values, "line": named}), tuple(alike)


def joined(networks: Iterable[Network], figures: Figures) -> list[Network]:
    """The networks, those as one of which the sums fail because of one line of a table."""
    kept = list(networks)
    by_table: dict[str, list[Network]] = {}
    for network in kept:
        tables = {address.table for one in network.failing for address in one.coefficients}
        if len(tables) == 1:
            by_table.setdefault(tables.pop(), []).append(network)
    for members in by_table.values():
        if len(members) >= PRICE:
            equations = tuple(equation for one in members for equation in one.equations)
            whole = Network(equations, tuple(witness for one in members for witness in one.witnesses))
            if whole_lines(whole, figures)[1]:
                kept = [whole, *(one for one in kept if one not in members)]
    return kept


def _blocks(network: Network, figures: Figures) -> Iterator[tuple[list[Line], list[Line]]]:
    """The rows and the columns of each block whose sums fail, in the order of the form."""
    tables = {address.table for one in network.failing for address in one.coefficients if not address.previous}
    for id, table in figures.report.tables.items():
        for block in table.spec.blocks if id in tables else ():
            yield _rows(id, block, figures), _columns(id, block, figures)


def _rows(table: str, block: BlockSpec, figures: Figures) -> list[Line]:
    return [
        Line("group.row", row.name, _known([Address(table, row.id, column.id) for column in block.columns], figures))
        for row in block.rows
    ]


def _columns(table: str, block: BlockSpec, figures: Figures) -> list[Line]:
    return [
        Line("group.column", column.name, _known([Address(table, row.id, column.id) for row in block.rows], figures))
        for column in block.columns
    ]


def _known(cells: Iterable[Address], figures: Figures) -> Mapping[Address, Decimal]:
    return {cell: value for cell in cells if (value := figures.value(cell)) is not None}


def _slips(block: tuple[list[Line], list[Line]], network: Network, figures: Figures) -> Iterator[Slip]:
    """The slips that explain everything that fails, the likeliest first."""
    for lines in block:
        for line in lines:
            if len(line.figures) >= PRICE and _meets(network, line.figures):
                mark = _mark(line, lines, figures)
                changes = _made_right(line, network, figures) if mark else None
                if mark and changes:
                    yield Slip(mark.key, line, changes, mark.values)
    for lines in block:
        for one, other in combinations(lines, 2):
            changes = _exchanged(one, other, network, figures)
            if changes:
                yield Slip("group.lines-exchanged", one, changes, {"other": other.message})


def _meets(network: Network, cells: Mapping[Address, Decimal]) -> bool:
    return not any(cells.keys().isdisjoint(equation.coefficients) for equation in network.failing)


def _mark(line: Line, lines: Sequence[Line], figures: Figures) -> Message | None:
    """What tells that the figures of a line were not counted."""
    (first, *others) = typed = list(line.figures.values())
    if all(value == first for value in others):
        return Message("group.line-of-one-figure", {"value": first})
    if typed == [figures.value(address._replace(previous=True)) for address in line.figures]:
        return Message("group.line-of-last-year")
    for above, below in pairwise(lines):
        beside = below if above is line else above if below is line else None
        if beside is not None and typed == list(beside.figures.values()):
            return Message("group.line-copied", {"other": beside.message})
    return None


def _made_right(line: Line, network: Network, figures: Figures) -> Explanation | None:
    """The line with the figures that the sums across it give."""
    across: dict[Address, Decimal] = {}
    for equation in network.equations:
        own = [address for address in equation.coefficients if address in line.figures]
        if len(own) == 1 and not equation.unknown and own[0] not in across:
            step = decimal(quotient(-number(equation.residual), number(equation.coefficients[own[0]])))
            if step is None or not figures.allows(own[0], line.figures[own[0]] + step):
                return None
            across[own[0]] = step
    changes = frozenset(
        Change(address, line.figures[address], line.figures[address] + step) for address, step in across.items() if step
    )
    return changes if len(changes) >= PRICE and satisfied(network, changes) else None


def _exchanged(one: Line, other: Line, network: Network, figures: Figures) -> Explanation | None:
    """Two lines in each other's place."""
    if len(one.figures) != len(other.figures) or not _meets(network, {**one.figures, **other.figures}):
        return None
    pairs = zip(one.figures.items(), other.figures.items(), strict=True)
    changes = frozenset(
        change
        for (here, value), (there, beside) in pairs
        if value != beside
        for change in (Change(here, value, beside), Change(there, beside, value))
    )
    allowed = all(figures.allows(change.address, change.suggested) for change in changes)
    return changes if allowed and len(changes) >= PRICE and satisfied(network, changes) else None
