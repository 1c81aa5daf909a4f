"""Tables that are there with not one cell filled in.

```yaml
id: tables-filled-in
title: {zh: 表格应当填写, en: the tables are filled in}
kind: blank-form
severity: error
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, absent, parse_tables, present
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundReport


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    for table in present(report, options.tables):
        if table.blank_form:
            yield Problem(
                Message("blank-form.found", {"table": table.spec.title}),
                span=table.span,
                section=table.spec.section,
                table=table.spec.id,
            )
    yield from absent(report, options.tables)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
