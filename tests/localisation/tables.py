"""Tables whose figures agree, errors of named kinds put into them, and how well these were traced."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family, Pack
from linter.model.result import error_of
from linter.model.template import Template
from linter.run.engine import lint
from linter.run.form import write

Figures = dict[Address, int]
Change = tuple[Address, int]
"""A cell and the figure that belongs there."""

NOT_OUTCOMES = ("new_received", "carried_in", "processed_total", "carried_out")
SIZES: Mapping[str, tuple[int, float]] = {"nearly all zeros": (3, 0.05), "small": (9, 0.5), "large": (4000, 0.9)}
"""The largest figure, and how many of the cells have one."""


def consistent(template: Template, rng: random.Random, largest: int, filled: float = 1.0) -> Figures:
    """Figures of tables 3 and 4 that agree throughout."""
    requests, review = template.table("requests"), template.table("review_litigation")
    assert requests is not None and review is not None
    rows = [row.id for row in requests.blocks[0].rows]
    columns = [column.id for column in requests.blocks[0].columns if column.id != "total"]

    def figure() -> int:
        return rng.randrange(largest + 1) if rng.random() < filled else 0

    figures: Figures = {}
    for column in columns:
        parts = {row: figure() for row in rows if row not in NOT_OUTCOMES}
        processed, carried_out = sum(parts.values()), figure()
        carried_in = min(figure(), processed + carried_out)
        parts |= {"processed_total": processed, "carried_out": carried_out, "carried_in": carried_in}
        parts["new_received"] = processed + carried_out - carried_in
        figures |= {Address("requests", row, column): value for row, value in parts.items()}
    for row in rows:
        figures[Address("requests", row, "total")] = sum(figures[Address("requests", row, one)] for one in columns)
    for line in review.blocks[0].rows:
        parts = {column.id: figure() for column in review.blocks[0].columns if column.id != "total"}
        figures |= {Address("review_litigation", line.id, column): value for column, value in parts.items()}
        figures[Address("review_litigation", line.id, "total")] = sum(parts.values())
    return figures


Slip = Callable[[Figures, Address, random.Random], int | None]
"""What is typed instead of the figure at an address; None where this slip cannot happen there."""


def exchanged(figures: Figures, address: Address, rng: random.Random) -> int | None:
    digits = list(str(figures[address]))
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = rng.choice(places)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits))


def dropped(figures: Figures, address: Address, rng: random.Random) -> int | None:
    digits = str(figures[address])
    place = rng.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :]) if len(digits) > 1 else None


def doubled(figures: Figures, address: Address, rng: random.Random) -> int | None:
    digits = str(figures[address])
    place = rng.randrange(len(digits))
    return int(digits[:place] + digits[place] + digits[place:])


def mistyped(figures: Figures, address: Address, rng: random.Random) -> int | None:
    digits = list(str(figures[address]))
    digits[rng.randrange(len(digits))] = str(rng.randrange(10))
    return int("".join(digits))


def copied(figures: Figures, address: Address, rng: random.Random) -> int | None:
    row = [one for one in figures if one[:2] == address[:2]]
    place = row.index(address)
    return figures[rng.choice([one for one in row[max(place - 1, 0) : place + 2] if one != address])]


def off_by_a_few(figures: Figures, address: Address, rng: random.Random) -> int | None:
    return figures[address] + rng.choice([-3, -2, -1, 1, 2, 3])


def anything(figures: Figures, address: Address, rng: random.Random) -> int | None:
    return rng.randrange(2 * max(figures.values()) + 2)


SLIPS: Mapping[str, Slip] = {
    "digits exchanged": exchanged,
    "digit dropped": dropped,
    "digit doubled": doubled,
    "digit mistyped": mistyped,
    "neighbour copied": copied,
    "off by a few": off_by_a_few,
    "any figure": anything,
}


TRIES = 300


def slipped(figures: Figures, table: str, count: int, rng: random.Random, slips: Iterable[str] = SLIPS) -> Figures:
    """The figures with `count` wrong ones in different cells of a table, if the slips can happen there."""
    cells = [address for address in figures if address.table == table]
    named = list(slips)
    wrong: Figures = {}
    for _ in range(TRIES):
        if len(wrong) == count:
            return figures | wrong
        address = rng.choice(cells)
        typed = SLIPS[rng.choice(named)](figures, address, rng)
        if typed is not None and typed >= 0 and typed != figures[address]:
            wrong[address] = typed
    return figures


def moved(figures: Figures, rng: random.Random) -> Figures:
    """The figures with one case of a row of table 3 in another column."""
    sources = [one for one in figures if one.table == "requests" and one.column != "total" and figures[one]]
    if not sources:
        return figures
    source = rng.choice(sources)
    others = [one for one in figures if one[:2] == source[:2] and one.column not in (source.column, "total")]
    target = rng.choice(others)
    return figures | {source: figures[source] - 1, target: figures[target] + 1}


def swapped(figures: Figures, rng: random.Random) -> Figures:
    """The figures with two of a row of table 3 in each other's cell."""
    cells = [one for one in figures if one.table == "requests"]
    for _ in range(TRIES):
        one = rng.choice(cells)
        other = rng.choice([beside for beside in cells if beside.row == one.row])
        if figures[one] != figures[other]:
            return figures | {one: figures[other], other: figures[one]}
    return figures


def shifted(figures: Figures, rng: random.Random) -> Figures:
    """The figures with a row of table 3 one cell to the right, the total as it was."""
    for _ in range(TRIES):
        row = rng.choice([one.row for one in figures if one.table == "requests"])
        cells = [one for one in figures if one[:2] == ("requests", row) and one.column != "total"]
        wrong = {after: figures[before] for before, after in pairwise(cells)} | {cells[0]: 0}
        if len({one for one, value in wrong.items() if value != figures[one]}) > 1:
            return figures | wrong
    return figures


Whole = Callable[[Figures, str, random.Random], Figures]
"""Figures of table 3 of which a whole line of an axis (`row`, `column`) is wrong."""


def zeros(figures: Figures, axis: str, rng: random.Random) -> Figures:
    line = rng.choice(_lines(figures, axis))
    return figures | dict.fromkeys(line, 0)


def copied_line(figures: Figures, axis: str, rng: random.Random) -> Figures:
    one, beside = rng.choice(list(pairwise(_lines(figures, axis))))
    return figures | {cell: figures[other] for cell, other in zip(one, beside, strict=True)}


def exchanged_lines(figures: Figures, axis: str, rng: random.Random) -> Figures:
    one, other = rng.sample(_lines(figures, axis), 2)
    pairs = list(zip(one, other, strict=True))
    return figures | {here: figures[there] for here, there in pairs} | {there: figures[here] for here, there in pairs}


def _lines(figures: Figures, axis: str) -> list[list[Address]]:
    lines: dict[str, list[Address]] = {}
    for cell in figures:
        if cell.table == "requests":
            lines.setdefault(getattr(cell, axis), []).append(cell)
    return [sorted(line) for line in lines.values()]


def checked(pack: Pack, family: Family, figures: Mapping[Address, int | str]) -> tuple[Finding, ...]:
    """The findings about sums."""
    cells = {address: str(value) for address, value in figures.items()}
    text = write(pack.template, pack.years.first, "云岭县青溪镇人民政府", cells)
    result = lint(Source("report.txt", text.encode(), "txt"), family)
    assert error_of(result) is None, error_of(result)
    return tuple(finding for finding in result.findings if finding.equation is not None)


class Trace(NamedTuple):
    """How well the errors of one table were traced.

    `first`: the most likely explanations are the truth; `among_two`: the truth is among the first two of each finding;
    `offered`: among all. `named`: how many suspects are wrong cells; `wrong_certain`, `wrong_likely`: how many
    are not.
    """

    first: bool
    among_two: bool
    offered: bool
    named: int
    wrong_certain: int
    wrong_likely: int
    findings: int


def traced(findings: Iterable[Finding], right: Figures, wrong: Figures) -> Trace:
    truth = {(address, Decimal(right[address])) for address in right if right[address] != wrong[address]}
    found = list(findings)

    def within(most: int | None) -> bool:
        """Whether one of the first `most` explanations of each finding together are the truth."""
        left = set(truth)
        for finding in found:
            sets = [{(cell.address, cell.suggested) for cell in cells} for cells in finding.explanations[:most]]
            fitting = next((cells for cells in sets if cells <= truth), None)
            if fitting is None:
                return False
            left -= fitting
        return not left

    suspects = [finding.suspect for finding in found if finding.suspect is not None]
    astray = [one for one in suspects if (one.address, one.suggested) not in truth]
    return Trace(
        within(1),
        within(2),
        within(None),
        len(suspects) - len(astray),
        sum(one.certain for one in astray),
        sum(not one.certain for one in astray),
        len(found),
    )
