"""From the outlines of reports to the files of a pack."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from linter.mining.agreements import Agreement, Join, OpenTotal, agreements, joins, open_totals
from linter.mining.forms import Form, form_of_reports
from linter.mining.identities import Identity, identities_of
from linter.mining.named import Names, names_of
from linter.mining.outlines import Outline
from linter.mining.shares import Share, shares_of
from linter.mining.structure_rules import structure_rules
from linter.mining.sum_rules import Summed, agreement_rule, join_rule, share_rule, totals_rule
from linter.mining.template_file import template_data
from linter.model.message import Message
from linter.model.records import Record

Data = dict[str, Any]
MOST_AGREEMENTS = 20
"""Pairs of cells of different tables that become rules."""


class MiningRefused(Exception):
    """Reports of which no pack can be made, and why."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.key)


class Mined(Record):
    """What reports have in common: their form with its names, the sums that hold, and the pack as data.

    `rules` are those of the structure and of sums that are borne out; each of `sums` stands with the id of its rule,
    which is empty where it needs more reports.
    """

    reports: int
    form: Form
    names: Names
    sums: tuple[tuple[str, Identity], ...]
    agreements: tuple[Agreement, ...]
    totals: tuple[OpenTotal, ...]
    shares: tuple[Share, ...]
    joins: tuple[Join, ...]
    template: Mapping[str, Any]
    rules: tuple[Mapping[str, Any], ...]

    @property
    def all_zero(self) -> bool:
        """Whether no report has a figure other than 0."""
        parts = (part for table in self.form.tables for part in table.parts)
        return not any(cell.value for part in parts for figures in part.figures for cell in figures.values())

    @property
    def identities(self) -> int:
        """How many sums are borne out: one for each row or column in which one holds."""
        return sum(identity.times for id, identity in self.sums if id)

    @property
    def held(self) -> int:
        """The same with what agrees between tables, totals over open rows, and percentages."""
        others = len(self.agreements) + len(self.joins) + len(self.shares)
        return self.identities + others + sum(len(total.columns) for total in self.totals)


def mine(reports: Sequence[Outline], id: str, source: str, without: Collection[int] = ()) -> Mined:
    """The pack that reports have in common. `source` is what its rules give as their source, `without` the numbers of
    tables that are left out.

    Raises `MiningRefused` where there is nothing to mine, or where the reports are of different kinds.
    """
    own = _distinct(reports)
    form = _form(own)
    form = form._replace(tables=tuple(one for number, one in enumerate(form.tables) if number not in without))
    names = names_of(form)
    found = identities_of(form)
    summed = Summed(form, names, source)
    of_sums = [(summed.rule(identity), identity) for identity in found if not identity.missing]
    waiting = [("", identity) for identity in found if identity.missing]
    totals, shares, joined = tuple(open_totals(form)), tuple(shares_of(form)), tuple(joins(form, _alike(names)))
    pairs = _pairs(form, joined)
    rules = (
        *structure_rules(form, names, source),
        *([totals_rule(totals, form, names, source)] if totals else []),
        *(rule for rule, _ in of_sums),
        *(share_rule(share, form, names, source) for share in shares),
        *(join_rule(join, names, source, number) for number, join in enumerate(joined, start=1)),
        *(agreement_rule(pair, names, source, number) for number, pair in enumerate(pairs, start=1)),
    )
    template = template_data(id, form, names, own, not any(one.rounded for one in found))
    sums = (*((str(rule["id"]), identity) for rule, identity in of_sums), *waiting)
    template = _with_sets(template, summed, names)
    return Mined(len(reports), form, names, sums, pairs, totals, shares, joined, template, rules)


def _pairs(form: Form, joined: Sequence[Join]) -> tuple[Agreement, ...]:
    """Cells that agree, but for the totals of columns that agree row by row."""
    told = {frozenset({(side[0], side[2].key) for side in (join.left, join.right)}) for join in joined}
    return tuple(
        pair
        for pair in agreements(form)
        if frozenset({(cell.table, cell.column.key) for cell in (pair.left, pair.right)}) not in told
    )[:MOST_AGREEMENTS]


def _alike(names: Names) -> list[list[tuple[int, int]]]:
    """The numbers of table and part of all parts with rows of one kind."""
    groups: dict[str, list[tuple[int, int]]] = {}
    for table, named in enumerate(names.tables):
        for part, of_part in enumerate(named.parts):
            if of_part.entity:
                groups.setdefault(of_part.entity, []).append((table, part))
    return list(groups.values())


def _with_sets(template: Data, summed: Summed, names: Names) -> Data:
    for number, sets in summed.sets.items():
        table = next(table for table in template["tables"] if table["id"] == names.tables[number].id)
        table["sums"] = sets
    return template


def _distinct(reports: Sequence[Outline]) -> list[Outline]:
    """The reports without those that repeat one before them, figure by figure: a copy bears nothing out."""
    kept: list[Outline] = []
    seen = []
    for report in reports:
        figures = [
            {place: cell.value for place, cell in part.cells.items()} for table in report.tables for part in table.parts
        ]
        if not figures or figures not in seen:
            kept.append(report)
            seen.append(figures)
    return kept


def _form(reports: Sequence[Outline]) -> Form:
    bare = tuple(report.name for report in reports if not report.tables and not report.headings)
    if bare:
        raise MiningRefused(Message("mining.nothing", {"paths": bare[:3], "count": len(bare)}))
    if not any(report.tables for report in reports):
        raise MiningRefused(Message("mining.no-tables", {"count": len(reports)}))
    form = form_of_reports(reports)
    lacking = tuple(report.name for report in reports if not report.tables)
    others = form.strangers or (lacking if form.tables and len(lacking) < len(reports) else ())
    if not form.tables:
        raise MiningRefused(Message("mining.nothing-in-common", {"count": len(reports)}))
    if others:
        raise MiningRefused(Message("mining.strangers", {"paths": others[:3], "count": len(others)}))
    return form
