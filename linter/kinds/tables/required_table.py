"""Tables that have to be there.

```yaml
id: tables-present
title: {zh: 三张表应当齐全, en: all three tables are there}
kind: required-table
tables: [proactive, requests, review_litigation]
severity: error
source: 国办公开办函〔2021〕30号
```

A missing table is reported at the heading of its section. Where the section is missing too, the section's absence is
the finding and the table is undecided.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Message, Value
from linter.model.report import BoundReport


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    homeless = []
    for table in options.tables:
        if table.id in report.tables:
            continue
        section = report.section(table.section)
        if section is None:
            homeless.append(table.title)
            continue
        values: dict[str, Value] = {"table": table.title, "section": section.heading.value.strip()}
        yield Problem(
            Message("required-table.missing", values),
            span=section.heading.span,
            section=table.section,
            table=table.id,
        )
    if homeless:
        yield Undecided(Message("required-table.section-missing", {"tables": tuple(homeless)}))


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
