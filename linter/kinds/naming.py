"""What rows, columns, groups and whole tables are called in messages."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.message import in_quotes
from linter.model.template import TableSpec


def row_names(table: TableSpec, ids: Iterable[str]) -> tuple[str, ...]:
    """The names of rows and groups by their ids, in the order given; an id that the form lacks stands for itself."""
    names = {row.id: row.name for block in table.blocks for row in block.rows}
    names.update({group.id: group.name for block in table.blocks for group in block.groups})
    return tuple(names.get(id, id) for id in ids)


def column_names(table: TableSpec, ids: Iterable[str]) -> tuple[str, ...]:
    """The names of columns by their ids, in the order given; an id that the form lacks stands for itself."""
    names = {column.id: column.name for block in table.blocks for column in block.columns}
    return tuple(names.get(id, id) for id in ids)


def quoted(names: Iterable[str]) -> tuple[str, ...]:
    """Each of `names` in quotation marks, for lists of the report's own words."""
    return tuple(map(in_quotes, names))
