"""Why a figure may be wrong just so: how likely an explanation is beside others of the same size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.localisation.digits import slip
from linter.localisation.figures import Figures
from linter.localisation.network import Change, Explanation, Network, after
from linter.model.address import Address
from linter.model.equation import agree
from linter.model.message import Message, Value
from linter.model.records import Record
from linter.model.template import BlockSpec, TableSpec

CLEARLY_STRONGER = 2
"""By how much one explanation must be stronger than every other to be called the most likely."""

CONVINCING = 3
"""How strong the most likely explanation must be."""

TELLING = 2
"""Reasons that are weaker come about by chance too often to be given."""

BY_HAND = 1
"""Totals are added up by hand more often than other figures are typed wrongly."""

CONFIRMED = 4
"""A sentence gives the suggested figure; taken off where it gives the figure that stands there."""


SIDES = (1, -1, 2, -2)
"""The cells after and before a cell in its row, below and above it in its column."""


class Reason(Record):
    """What speaks for a change, or against it (negative `strength`)."""

    message: Message
    strength: int


class Neighbours:
    """The cells beside those of some tables, by the side on which they stand. A table is looked at when one of its
    cells is first asked for: of thousands, few are.
    """

    def __init__(self, tables: Iterable[TableSpec]) -> None:
        self._tables = {table.id: table for table in tables}
        self._places: dict[str, Mapping[str, tuple[BlockSpec, int]]] = {}

    def of(self, address: Address) -> Mapping[int, Address]:
        """The neighbours of a cell; none for one of another table."""
        table = self._tables.get(address.table)
        if table is None or address.previous:
            return {}
        if table.id not in self._places:
            rows = ((row.id, (block, y)) for block in table.blocks for y, row in enumerate(block.rows))
            self._places[table.id] = dict(rows)
        block, y = self._places[table.id].get(address.row, (None, 0))
        columns = [column.id for column in block.columns] if block else []
        if block is None or address.column not in columns:
            return {}
        x = columns.index(address.column)
        around = {-1: (y, x - 1), 1: (y, x + 1), -2: (y - 1, x), 2: (y + 1, x)}
        height, width = len(block.rows), len(block.columns)
        return {
            side: Address(table.id, block.rows[b].id, block.columns[a].id)
            for side, (b, a) in around.items()
            if 0 <= b < height and 0 <= a < width
        }


class Scene(Record):
    """What the reasons look at: the figures, the witnesses, the neighbours of each cell, the totals, and blanks that
    were taken as zero.
    """

    figures: Figures
    network: Network
    neighbours: Neighbours
    totals: frozenset[Address]
    zeros: frozenset[Address]


def scene(network: Network, figures: Figures) -> Scene:
    """What there is to see around the cells of a network."""
    tables = {address.table for equation in network.equations for address in equation.coefficients}
    bound = [table for id, table in figures.report.tables.items() if id in tables]
    zeros = frozenset(address for table in bound for address in table.zeros)
    return Scene(figures, network, Neighbours([table.spec for table in bound]), frozenset(_totals(network)), zeros)


def _totals(network: Network) -> Iterator[Address]:
    """Cells that are the sum of several others."""
    for equation in network.equations:
        for sign in (1, -1):
            alone = [address for address, factor in equation.coefficients.items() if factor * sign > 0]
            if len(alone) == 1 and len(equation.coefficients) > 2:
                yield alone[0]


def of_change(change: Change, scene: Scene) -> Reason | None:
    """The strongest reason why a figure stands there instead of what is suggested, if it is worth telling."""
    reasons = (reason for reason in _reasons(change, scene) if reason.strength >= TELLING)
    return max(reasons, key=lambda reason: reason.strength, default=None)


def _reasons(change: Change, scene: Scene) -> Iterator[Reason]:
    if change.address in scene.zeros:
        yield Reason(Message("why.blank"), 3)
    if typed := slip(change.value, change.suggested):
        yield Reason(Message(typed.key), typed.strength)
    plain = 2 if abs(change.value) >= 10 else 1
    if change.value:
        last_year = scene.figures.value(change.address._replace(previous=True))
        if last_year == change.value:
            yield Reason(Message("why.last-year"), plain)
        for beside in scene.neighbours.of(change.address).values():
            if scene.figures.value(beside) == change.value:
                yield Reason(Message("why.neighbour", {"cell": scene.figures.name(beside)}), plain)
                break


def of_all(explanation: Explanation, scene: Scene) -> Reason | None:
    """What several changes have to do with each other."""
    if len(explanation) < 2:
        return None
    changes = sorted(explanation)
    if is_shift(explanation, scene):
        return Reason(Message("why.shifted"), 2 + len(changes))
    if len(changes) != 2:
        return None
    more, less = sorted(changes, key=lambda change: change.suggested - change.value)
    if more.value == less.suggested and less.value == more.suggested:
        return Reason(Message("why.swapped"), 5)
    difference = more.value - more.suggested
    shared = any(getattr(more.address, part) == getattr(less.address, part) for part in ("row", "column"))
    if shared and less.suggested - less.value == difference:
        names: dict[str, Value] = {
            "from": scene.figures.name(less.address), "to": scene.figures.name(more.address), "difference": difference,
        }  # fmt: skip
        return Reason(Message("why.moved", {**names}), 3 if difference == 1 else 2)
    return None


def is_shift(explanation: Explanation, scene: Scene) -> bool:
    """Whether each figure, or all but one, belongs into the next cell on the same side."""
    changes = sorted(explanation)
    if len(changes) < 3:
        return False
    meant = {change.address: change.suggested for change in changes}
    for side in SIDES:
        fits = [meant.get(scene.neighbours.of(change.address).get(side, change.address)) for change in changes]
        if sum(fit == change.value for fit, change in zip(fits, changes, strict=True)) >= len(changes) - 1:
            return True
    return False


def against(explanation: Explanation, scene: Scene) -> Iterator[Reason]:
    """What sentences say of the changes: those that give a suggested figure, and those that give the present one."""
    steps = {change.address: change.suggested - change.value for change in explanation}
    for witness in scene.network.witnesses:
        if not steps.keys().isdisjoint(witness.coefficients):
            agrees = agree(after(witness, steps), witness.tolerance)
            if agrees != witness.holds:
                yield Reason(Message("why.prose"), CONFIRMED if agrees else -CONFIRMED)


def _weight(change: Change, scene: Scene) -> int:
    by_hand = BY_HAND if change.address in scene.totals else 0
    return max((reason.strength for reason in _reasons(change, scene)), default=0) + by_hand


def strength(explanation: Explanation, scene: Scene) -> int:
    """How much speaks for an explanation: comparable with others of the same price."""
    alone = sum(_weight(change, scene) for change in explanation)
    together = of_all(explanation, scene)
    against_it = sum(reason.strength for reason in against(explanation, scene))
    return max(alone, together.strength if together else 0) + against_it
