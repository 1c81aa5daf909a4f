"""What kinds share that look at whole tables: which ones, and what is said of those that are not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linter.kinds.option import Option, Options
from linter.kinds.option_types import TABLES
from linter.model.address import Address
from linter.model.finding import Outcome, Undecided
from linter.model.message import Message
from linter.model.report import BoundReport, BoundTable
from linter.model.template import TableSpec


class InTables(Options):
    """The tables that a rule looks at."""

    tables = Option(
        TABLES,
        zh="查看的表的编号；不写时查看所有的表。",
        en="Ids of the tables looked at. Without it, all tables.",
    )


def each_table(
    look: Callable[[BoundTable], Iterable[Outcome]],
) -> Callable[[InTables, BoundReport], Iterator[Outcome]]:
    """A check: what `look` finds in every table that is there, and one reason for all that are not."""

    def check(options: InTables, report: BoundReport) -> Iterator[Outcome]:
        for table in present(report, options.tables):
            yield from look(table)
        yield from absent(report, options.tables)

    return check


def absent(report: BoundReport, tables: Iterable[TableSpec]) -> tuple[Undecided, ...]:
    """That a rule could not look at those of `tables` that are not there: one reason, or none."""
    titles = tuple(table.title for table in tables if not report.tables_of(table.id))
    return (Undecided(Message("table.absent", {"tables": titles})),) if titles else ()


def absent_of(report: BoundReport, cells: Iterable[Address]) -> tuple[Undecided, ...]:
    """The same of the tables that have `cells`."""
    ids = {address.table for address in cells}
    return absent(report, (table for table in report.template.tables if table.id in ids))


def present(report: BoundReport, tables: Iterable[TableSpec]) -> tuple[BoundTable, ...]:
    """Those of `tables` that were found."""
    return tuple(bound for table in tables for bound in report.tables_of(table.id))
