"""Options that several kinds share: which tables, which cells, which of them not."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from linter.kinds.kind import OptionError, OptionErrors
from linter.model.address import Address
from linter.model.finding import Undecided
from linter.model.message import Message
from linter.model.report import BoundReport, BoundTable
from linter.model.template import TableSpec, Template
from linter.text.suggestions import unknown

TABLES_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string"},
    "minItems": 1,
    "uniqueItems": True,
    "description": "Ids of the tables looked at. Without it, all tables.",
}
CELLS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": r"^[^.\s]+\.[^.\s]+\.[^.\s]+$"},
    "minItems": 1,
    "description": "Cells as table.row.column; * stands for every table, row or column.",
}
NOTHING_SCHEMA: Mapping[str, Any] = {"properties": {}, "required": []}


class Nothing(NamedTuple):
    """Options of a kind that has none."""


class Tables(NamedTuple):
    """The tables that a rule looks at."""

    tables: tuple[TableSpec, ...]


TABLES_ONLY: Mapping[str, Any] = {"properties": {"tables": TABLES_SCHEMA}, "required": []}
"""The schema of a kind whose only option is `tables`."""


def parse_nothing(_options: Mapping[str, Any], _template: Template) -> Nothing:
    return Nothing()


def parse_tables(options: Mapping[str, Any], template: Template) -> Tables:
    """The tables named by `tables`, or all. Raises `OptionErrors` for a table that the template lacks."""
    written = options.get("tables")
    if written is None:
        return Tables(template.tables)
    ids = known_ids("tables", written, (table.id for table in template.tables), "option.unknown-table")
    return Tables(tuple(table for table in template.tables if table.id in ids))


def known_ids(key: str, written: Iterable[str], known: Iterable[str], message: str) -> tuple[str, ...]:
    """`written`, if every one of it is `known`; else raises `OptionErrors` with the nearest known one for each."""
    ids, all_known = tuple(written), tuple(known)
    errors = [
        OptionError((key, index), unknown(message, id, all_known))
        for index, id in enumerate(ids)
        if id not in all_known
    ]
    if errors:
        raise OptionErrors(errors)
    return ids


def parse_cells(key: str, options: Mapping[str, Any], template: Template) -> tuple[Address, ...]:
    """The cells that the patterns under `key` name, in the order of the form; none where `key` is not given.

    Raises `OptionErrors` for a pattern that names no cell.
    """
    chosen: set[Address] = set()
    errors = []
    everything = _addresses(template) if options.get(key) else ()
    for index, pattern in enumerate(options.get(key, ())):
        wanted = pattern.split(".")
        found = [address for address in everything if _fits(wanted, address)]
        if not found:
            errors.append(OptionError((key, index), _nearest(pattern, wanted, everything)))
        chosen.update(found)
    if errors:
        raise OptionErrors(errors)
    return tuple(address for address in everything if address in chosen)


@lru_cache(maxsize=32)
def _addresses(template: Template) -> tuple[Address, ...]:
    """Every cell of a form; many rules ask for them."""
    return tuple(address for table in template.tables for address in table.addresses())


def _fits(wanted: list[str], address: Address) -> bool:
    table, row, column = wanted
    return table in ("*", address.table) and row in ("*", address.row) and column in ("*", address.column)


def _nearest(pattern: str, wanted: list[str], everything: Sequence[Address]) -> Message:
    """The nearest pattern of the same shape that names a cell."""
    shaped = (
        ".".join(
            "*" if part == "*" else id
            for part, id in zip(wanted, (address.table, address.row, address.column), strict=True)
        )
        for address in everything
    )
    near = unknown("option.no-cell", pattern, shaped)
    return near if near.key.endswith("-near") else Message("option.no-cell", {"name": pattern})


def absent(report: BoundReport, tables: Iterable[TableSpec]) -> tuple[Undecided, ...]:
    """That a rule could not look at those of `tables` that are not there: one reason, or none."""
    titles = tuple(table.title for table in tables if table.id not in report.tables)
    return (Undecided(Message("table.absent", {"tables": titles})),) if titles else ()


def present(report: BoundReport, tables: Iterable[TableSpec]) -> tuple[BoundTable, ...]:
    """Those of `tables` that were found."""
    return tuple(report.tables[table.id] for table in tables if table.id in report.tables)
