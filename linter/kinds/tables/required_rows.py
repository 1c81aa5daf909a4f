"""Rows that have to be there.

```yaml
id: rows-present
title: {zh: 表格各行应当齐全, en: the tables have all their rows}
kind: required-rows
severity: error
source: 国办公开办函〔2021〕30号
```

One finding for a table names all the rows that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted, row_names
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind, problem
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundTable, MissKind


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    misses = of_kind(table, MissKind.ROW_MISSING)
    rows = tuple(dict.fromkeys(row for miss in misses for row in miss.rows))
    if rows:
        names = row_names(table.spec, rows)
        values: dict[str, Value] = {"table": table.spec.title, "count": len(names), "rows": quoted(names)}
        yield problem(table, Message("required-rows.missing", values), misses[0].span)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
