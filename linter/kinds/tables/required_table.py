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

from linter.kinds.in_tables import InTables
from linter.kinds.kind import Kind
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport


def check(options: InTables, report: BoundReport) -> Iterable[Outcome]:
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


MESSAGES: Catalogue = {
    "required-table.missing": Localised(
        zh="{table}缺失或为图片：“{section}”之下没有找到表格，请以可编辑的表格补上",
        en="{table} is missing or is a picture: no table was found under “{section}”; put it in as a real table",
    ),
    "required-table.section-missing": Localised(
        zh="{tables}所在的部分缺失，表格无从查找",
        en="the section that holds {tables} is missing, so the table could not be looked for",
    ),
}

KIND = Kind(
    __doc__,
    "规定的表齐全。缺少的表在其所在部分的标题处报告；该部分也缺少时，由缺少部分的规则报告，表不作判断。",
    InTables,
    check,
    MESSAGES,
)
