"""The reports of the agencies below one, added up: whose there are, which are missing or there twice, and the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from linter.binding.agencies import are_one, reduced
from linter.model.agency import AgencyNames
from linter.model.below import Amount, Amounts, Below, Part, Place, Sum, YearBelow
from linter.model.records import Record
from linter.model.result import Extracted, Result, error_of

MOST_PARTS = 4
"""Parts of a sum that are named."""


class Child(Record):
    """The report of an agency below: whose it is, as printed and as compared, of which year, and what adds up of it."""

    path: str
    name: str
    agency: str
    year: int | None
    amounts: Amounts


class Gathered(Record):
    """The reports below: each agency and year once, the paths of those that are there again, and of those that could
    not be read.
    """

    children: tuple[Child, ...]
    twice: tuple[str, ...]
    unread: tuple[str, ...]


def gathered(files: Iterable[Result], names: AgencyNames) -> Gathered:
    """The reports among the results of reading a folder. Of two of one agency and year the first counts."""
    found: dict[int | None, list[Child]] = {}
    twice, unread = [], []
    for file in files:
        if error_of(file) is not None:
            unread.append(file.head.path)
        if not isinstance(file, Extracted):
            continue
        head = file.head
        name = head.organisation or head.path
        child = Child(head.path, name, reduced(name, names), head.year, file.amounts)
        others = found.setdefault(head.year, [])
        if any(are_one(child.agency, other.agency, names) for other in others):
            twice.append(head.path)
        else:
            others.append(child)
    return Gathered(tuple(child for each in found.values() for child in each), tuple(twice), tuple(unread))


def added_up(children: Sequence[Child], folder: str, names: AgencyNames, listed: Sequence[str] | None) -> Below:
    """The sums over the reports of each year. `listed` are the agencies of which there should be a report; without a
    list those that there is a report of in some year.
    """
    years: dict[int | None, YearBelow] = {}
    for year in dict.fromkeys(child.year for child in children):
        mine = [child for child in children if child.year == year]
        known = [child.name for child in children if child.year != year] if listed is None else listed
        missing = tuple(dict.fromkeys(_missing(known, mine, names)))
        years[year] = _year(mine)._replace(missing=missing, listed=listed is not None)
    return Below(folder, years)


def _missing(known: Iterable[str], there: Sequence[Child], names: AgencyNames) -> Iterator[str]:
    for name in known:
        agency = reduced(name, names)
        if not any(are_one(agency, child.agency, names) for child in there):
            yield name


def _year(children: Sequence[Child]) -> YearBelow:
    places = dict.fromkeys(place for child in children for place in child.amounts.cells)
    sums: dict[Place, Sum] = {}
    open: dict[Place, tuple[str, ...]] = {}
    for place in places:
        of_entity = any((found := child.amounts.cells.get(place)) and found.of_entity for child in children)
        each = [(child, _at(child, place, of_entity)) for child in children]
        left_open = tuple(child.name for child, amount in each if amount is None)
        if left_open:
            open[place] = left_open
        else:
            sums[place] = _sum([(child, amount) for child, amount in each if amount is not None], of_entity)
    whole = frozenset.intersection(*(child.amounts.whole for child in children))
    return YearBelow(tuple(child.agency for child in children), sums, open, whole)


def _at(child: Child, place: Place, of_entity: bool) -> Amount | None:
    """What a report adds at a place; nothing where it does without the entity."""
    if of_entity and place not in child.amounts.cells and place[0] in child.amounts.whole:
        return Amount(Decimal(0), of_entity=True)
    return child.amounts.cells.get(place)


def _sum(each: Sequence[tuple[Child, Amount]], of_entity: bool) -> Sum:
    parts = [Part(child.name, child.path, amount.value) for child, amount in each if amount.value]
    parts.sort(key=lambda part: -abs(part.value))
    return Sum(
        sum((amount.value for _, amount in each), Decimal(0)),
        sum((amount.reach for _, amount in each), Decimal(0)),
        of_entity,
        tuple(parts[:MOST_PARTS]),
        len(parts) > MOST_PARTS,
    )
