"""Columns that have to be there, in every row.

```yaml
id: columns-present
title: {zh: 表格各列应当齐全, en: the tables have all their columns}
kind: required-columns
severity: error
source: 国办公开办函〔2021〕30号
```

One finding for a table names the columns that are lacking and the rows that lack them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, quoted, row_names
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind
from linter.model.address import Address
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState, MissKind
from linter.model.span import Span
from linter.text.punctuation import DOT


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    misses = of_kind(table, MissKind.COLUMN_MISSING)
    if not misses:
        return
    columns = tuple(dict.fromkeys(column for miss in misses for column in miss.columns))
    rows = tuple(dict.fromkeys(row for miss in misses for row in miss.rows))
    values: dict[str, Value] = {"table": table.spec.title, "columns": quoted(column_names(table.spec, columns))}
    all_rows = tuple(row.id for block in table.spec.blocks for row in block.rows)
    if not rows or set(all_rows) <= set(rows):
        message = Message("required-columns.missing", values)
    else:
        names = row_names(table.spec, rows)
        message = Message("required-columns.missing-in-rows", {**values, "count": len(names), "rows": quoted(names)})
    first = misses[0].span
    cells = _lacking(table, rows or all_rows, columns, first)
    yield Problem(message, cells, first, table.spec.section, table.spec.id)


def _lacking(table: BoundTable, rows: tuple[str, ...], columns: tuple[str, ...], place: Span) -> tuple[BoundCell, ...]:
    """The cells that are not there, as blank ones at `place`, so that a finding can name their addresses."""
    return tuple(
        BoundCell(address, f"{row.name}{DOT}{column.name}", "", place, CellState.BLANK)
        for block in table.spec.blocks
        for row in block.rows
        for column in block.columns
        if row.id in rows
        and column.id in columns
        and (address := Address(table.spec.id, row.id, column.id)) not in table.cells
    )


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
