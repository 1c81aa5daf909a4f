"""Rows whose figures can be told apart, column by column, and that stand once.

```yaml
id: rows-readable
title: {zh: 表格各行应当能够辨认, en: the figures of every row can be told apart}
kind: readable-rows
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted, row_names
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind, problem
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundReport, BoundTable, MissKind


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    for miss in of_kind(table, MissKind.ROW_UNREADABLE, MissKind.ROW_TWICE):
        names = row_names(table.spec, miss.rows) or (miss.seen,)
        key = "readable-rows.twice" if miss.kind is MissKind.ROW_TWICE else "readable-rows.unreadable"
        yield problem(table, Message(key, {"rows": quoted(names)}), miss.span)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
