"""The words that the form prints over the row labels, such as the note on what must add up.

```yaml
id: note-in-the-header
title: {zh: 表头的勾稽关系说明应当保留, en: the header keeps its note on what must add up}
kind: required-corner
tables: [requests]
severity: info
source: 国办公开办函〔2021〕30号
```

A table of which no header row was found says nothing of its corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind, problem
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundTable, MissKind


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    for miss in of_kind(table, MissKind.CORNER_MISSING):
        values: dict[str, Value] = {"table": table.spec.title, "label": miss.expected}
        yield problem(table, Message("required-corner.missing", values), miss.span)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
