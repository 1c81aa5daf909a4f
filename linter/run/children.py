"""A report that is the sum of its agencies': each cell of its tables against the sum over theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

from linter.binding.agencies import reduced
from linter.model.address import Address
from linter.model.agency import AgencyNames
from linter.model.finding import CellReference, Finding, Severity, UndecidedRule
from linter.model.message import CellName, Localised, Message, Value
from linter.model.printed import PrintedTable
from linter.model.records import Record
from linter.model.result import Checked, Extracted, Figures, Result, error_of
from linter.model.span import Span

RULE = "sum-of-children"
TITLE = Localised(zh="汇总数应等于所属各单位之和", en="totals are the sums over the agencies below")
MOST_NAMED = 6
"""Of more cells of a table than this the rest is only counted."""

Place = tuple[str, str, str]


class Child(Record):
    """The report of an agency below: whose it is (the name reduced for comparing), of which year, and its figures."""

    path: str
    agency: str
    year: int | None
    figures: Figures


class Gathered(Record):
    """The reports below: each agency and year once, the paths of those that are there again, and of those that could
    not be read.
    """

    children: tuple[Child, ...]
    twice: tuple[str, ...]
    unread: tuple[str, ...]


def gathered(files: Sequence[Result], names: AgencyNames) -> Gathered:
    """The reports among the results of reading a folder. Of two of one agency and year the first counts."""
    found: dict[tuple[str, int | None], Child] = {}
    twice = []
    for file in files:
        if not isinstance(file, Extracted):
            continue
        agency = reduced(file.head.organisation or file.head.path, names)
        child = Child(file.head.path, agency, file.head.year, file.figures)
        if found.setdefault((agency, file.head.year), child) is not child:
            twice.append(file.head.path)
    unread = tuple(file.head.path for file in files if error_of(file) is not None)
    return Gathered(tuple(found.values()), tuple(twice), unread)


class SumOfChildren:
    """Adds to the result for a report what is not the sum over the reports below it that are of its year, or that none
    of them is. A cell that one of these leaves open is not compared.
    """

    def __init__(self, children: Sequence[Child], before: Callable[[Result], Result] | None = None) -> None:
        """`before` makes something of a result first."""
        self.before = before
        self.sums = {year: _sums(children, year) for year in {child.year for child in children}}
        self.counts = Counter(child.year for child in children)

    def __repr__(self) -> str:
        each = sorted((str(year), sorted(sums.items())) for year, sums in self.sums.items())
        return f"SumOfChildren({self.before!r}, {each})"

    def __call__(self, result: Result) -> Result:
        result = result if self.before is None else self.before(result)
        if not isinstance(result, Checked):
            return result
        count = self.counts[result.head.year]
        if not count:
            unknown = UndecidedRule(RULE, TITLE, Message("children.none-of-year"))
            return result._replace(undecided=(*result.undecided, unknown))
        sums = self.sums[result.head.year]
        found = [finding for table in result.tables for finding in _compared(table, sums, count)]
        return result._replace(findings=(*result.findings, *found))


def _sums(children: Sequence[Child], year: int | None) -> Mapping[Place, Decimal]:
    """The sums over all cells that every report of the year has a figure in."""
    mine = [child.figures for child in children if child.year == year]
    places = {
        (table, row, column)
        for figures in mine
        for table, rows in figures.items()
        for row, cells in rows.items()
        for column in cells
    }
    sums: dict[Place, Decimal] = {}
    for place in places:
        values = [figures.get(place[0], {}).get(place[1], {}).get(place[2]) for figures in mine]
        known = [value for value in values if value is not None]
        if len(known) == len(mine):
            sums[place] = sum(known, Decimal(0))
    return sums


def _compared(table: PrintedTable, sums: Mapping[Place, Decimal], count: int) -> Iterator[Finding]:
    """One finding for all cells of a table that differ."""
    cells: list[CellReference] = []
    differing: list[Message] = []
    for row, column, cell in table.each():
        total = sums.get((table.id, row.id, column.id))
        if total is None or cell.value is None or cell.span is None or cell.value == total:
            continue
        name = CellName(row.name, column.name)
        cells.append(CellReference(Address(table.id, row.id, column.id), name, cell.text, cell.span))
        values: dict[str, Value] = {"name": name, "value": cell.value, "sum": total}
        differing.append(Message("children.cell", values))
    if cells:
        yield _finding(table, cells, differing, count)


def _finding(table: PrintedTable, cells: list[CellReference], differing: list[Message], count: int) -> Finding:
    key = "children.differs" if len(cells) <= MOST_NAMED else "children.differs-more"
    values: dict[str, Value] = {"count": len(cells), "children": count, "cells": tuple(differing[:MOST_NAMED])}
    span: Span = cells[0].span
    identity = sha256("\n".join((RULE, *(str(cell.address) for cell in cells))).encode()).hexdigest()[:32]
    return Finding(
        RULE, TITLE, Severity.ERROR, Message(key, values), "", span, identity,
        table=table.id, table_title=table.title, cells=tuple(cells),
    )  # fmt: skip
