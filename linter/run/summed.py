"""A report that is the sum of its agencies': each figure that adds up against the sum over theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.agencies import are_one, reduced
from linter.language import CATALOGUE
from linter.model.below import SUM_OF_CHILDREN, Below, Explained, Place, Sum, YearBelow
from linter.model.equation import agree
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import CellName, Message, Value
from linter.model.pack import Rule
from linter.model.records import Record
from linter.model.report import BoundCell, BoundReport, BoundTable
from linter.prose.patterns import hits
from linter.run.amounts import Summand, summands

MOST_NAMED = 6
"""Of more cells of a table, or agencies, than this the rest is only counted."""

_RULE = Rule(SUM_OF_CHILDREN, CATALOGUE["children.title"], "", Severity.ERROR, "", None)


class _Differing(Record):
    """What of a table is not the sum: the cells, what is said of each, and whether agencies without a report can be
    the reason of all of it.
    """

    cells: tuple[BoundCell, ...]
    said: tuple[Message, ...]
    may_be_missing: bool
    paths: tuple[str, ...]


def unsummed(report: BoundReport, below: Below | None) -> Iterator[tuple[Rule, Outcome]]:
    """What of a report is not the sum over the reports below it that are of its year, and what was not compared."""
    if below is None:
        return
    year = below.years.get(report.year)
    rule = _RULE._replace(source=below.folder)
    own, names = reduced(report.organisation or "", report.template.agency_names), report.template.agency_names
    if year is None:
        yield rule, Undecided(Message("children.none-of-year"))
    elif any(are_one(own, agency, names) for agency in year.agencies):
        yield rule, Undecided(Message("children.itself", {"folder": below.folder}))
    else:
        yield from ((rule, missing) for missing in _missing(year, report))
        for table in report.tables.values():
            yield from _compared(table, report, year, rule)
        yield from ((rule, open) for open in _open(report, year))


def _missing(year: YearBelow, report: BoundReport) -> Iterator[Problem]:
    """That agencies have not reported: an error where a list says that they should."""
    if year.missing:
        values: dict[str, Value] = {"count": len(year.missing), "names": year.missing[:MOST_NAMED]}
        key = "children.missing" if len(year.missing) <= MOST_NAMED else "children.missing-more"
        severity = None if year.listed else Severity.WARNING
        yield Problem(Message(key, values), span=report.start, severity=severity)


def _compared(table: BoundTable, report: BoundReport, year: YearBelow, rule: Rule) -> Iterator[tuple[Rule, Outcome]]:
    """One finding for all cells of a table that differ."""
    found = _differing(list(summands(table, report)), table, year)
    if not found.said:
        return
    key = "children.differs" if len(found.said) <= MOST_NAMED else "children.differs-more"
    values: dict[str, Value] = {
        "count": len(found.said), "children": len(year.agencies), "cells": found.said[:MOST_NAMED],
    }  # fmt: skip
    message, severity = Message(key, values), None
    quote = _explanation(report, report.template.below)
    if quote:
        message, severity = Message("explained.in-the-report", {"message": message, "quote": quote}), Severity.INFO
    elif found.may_be_missing:
        severity = Severity.WARNING
    hint = Message("children.may-be-missing") if found.may_be_missing else None
    section, id, span = table.spec.section, table.spec.id, None if found.cells else table.span
    rule = rule._replace(source="; ".join(found.paths) or rule.source)
    yield rule, Problem(message, found.cells, span, section, id, severity=severity, hint=hint)


def _differing(own: Sequence[Summand], table: BoundTable, year: YearBelow) -> _Differing:
    cells: list[BoundCell] = []
    said: list[Message] = []
    sums: list[Sum] = []
    may_be_missing = bool(year.missing)
    for one in own:
        total, amount = _total(one, year), one.amount
        if total is None or amount is None or one.cell is None:
            continue
        difference = amount.value - total.value
        if not agree(difference, amount.reach + total.reach):
            may_be_missing = may_be_missing and difference > 0
            cells.append(one.cell)
            said.append(_said(one.cell.name, amount.value, total))
            sums.append(total)
    lacking = list(_lacking(own, table, year))
    said += [Message("children.lacking", {"name": _named(place, table), "sum": sum.value}) for place, sum in lacking]
    sums += [sum for _, sum in lacking]
    paths = tuple(dict.fromkeys(part.path for sum in sums for part in sum.parts))
    return _Differing(tuple(cells), tuple(said), may_be_missing and not lacking, paths[:MOST_NAMED])


def _total(one: Summand, year: YearBelow) -> Sum | None:
    """The sum at the place of a cell: zero for an entity that no report has, None where one leaves it open."""
    found = year.sums.get(one.place)
    if found is None and one.of_entity and one.place not in year.open and one.place[0] in year.whole:
        return Sum()
    return found


def _lacking(own: Sequence[Summand], table: BoundTable, year: YearBelow) -> Iterator[tuple[Place, Sum]]:
    """The sums of entities that the report does without."""
    if not own or table.unread:
        return
    mine = {one.place for one in own}
    for place, sum in year.sums.items():
        if place[0] == own[0].place[0] and sum.of_entity and place not in mine and not agree(sum.value, sum.reach):
            yield place, sum


def _named(place: Place, table: BoundTable) -> CellName:
    """What the cell at a place would be called that a table does not have."""
    names = {row.id: row.name for block in table.spec.blocks for row in block.rows}
    names |= {column.id: column.name for block in table.spec.blocks for column in block.columns}
    return CellName(names.get(place[1], place[1]), names.get(place[2], place[2]))


def _said(name: CellName, value: Value, total: Sum) -> Message:
    """A cell, and the sum with its parts."""
    values: dict[str, Value] = {"name": name, "value": value, "sum": total.value}
    if not total.parts:
        return Message("children.cell", values)
    parts = tuple(Message("children.part", {"agency": part.agency, "value": part.value}) for part in total.parts)
    return Message("children.cell-of-more" if total.more else "children.cell-of", {**values, "parts": parts})


def _explanation(report: BoundReport, explained: Explained) -> str:
    """The sentence of the report that explains a difference."""
    if not explained.pattern:
        return ""
    found = next(hits(explained.pattern, report.prose, explained.parts, explained.unless), None)
    return "" if found is None else found.passage.quote(*found.sentence())


def _open(report: BoundReport, year: YearBelow) -> Iterator[Undecided]:
    """How many figures were not compared, since reports below leave them open."""
    cells = [one for table in report.tables.values() for one in summands(table, report) if one.amount is not None]
    open = [year.open[one.place] for one in cells if one.place in year.open]
    if open:
        names = tuple(dict.fromkeys(name for each in open for name in each))
        key = "children.open" if len(names) <= MOST_NAMED else "children.open-more"
        yield Undecided(Message(key, {"count": len(open), "names": names[:MOST_NAMED]}))
