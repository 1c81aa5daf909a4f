"""Rows that the form does not have.

```yaml
id: no-other-rows
title: {zh: 表格不应增加行, en: the tables have no rows of their own}
kind: known-rows
severity: info
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind, problem
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundReport, BoundTable, MissKind


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    for miss in of_kind(table, MissKind.ROW_UNKNOWN):
        if not miss.seen:
            message = Message("known-rows.unlabelled")
        elif miss.expected:
            message = Message("known-rows.near", {"seen": miss.seen, "expected": miss.expected})
        else:
            message = Message("known-rows.unknown", {"seen": miss.seen})
        yield problem(table, message, miss.span)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
