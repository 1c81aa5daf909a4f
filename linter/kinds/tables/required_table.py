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
the finding and the table is undecided. One that belongs to no section is reported at the beginning of the report.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.in_tables import InTables
from linter.kinds.kind import Kind
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport
from linter.model.template import TableSpec
from linter.text.regex import regex
from linter.text.widths import squeeze

FEWEST_LABELS = 4
"""Labels of a table in one paragraph that make it one that lost its cells; a sentence mentions fewer."""

_DIGIT = regex(r"\d")


def check(options: InTables, report: BoundReport) -> Iterable[Outcome]:
    homeless = []
    for table in options.tables:
        if report.tables_of(table.id):
            continue
        if not table.section:
            message = Message("required-table.not-found", {"table": table.title})
            yield Problem(message, span=report.start, table=table.id)
            continue
        section = report.section(table.section)
        if section is None:
            homeless.append(table.title)
            continue
        values: dict[str, Value] = {"table": table.title, "section": section.heading.value.strip()}
        how = "run-together" if _is_run_together(table, report) else "missing"
        yield Problem(
            Message(f"required-table.{how}", values),
            span=section.heading.span,
            section=table.section,
            table=table.id,
        )
    if homeless:
        yield Undecided(Message("required-table.section-missing", {"tables": tuple(homeless)}))


def _is_run_together(table: TableSpec, report: BoundReport) -> bool:
    """Whether the words of the table stand in the section's text, with figures, as a copy without its cells leaves
    them: half of its labels, and several, in one paragraph.
    """
    rows = [row.label.text for block in table.blocks for row in block.rows]
    columns = [column.label.text for block in table.blocks for column in block.columns]
    labels = set(map(squeeze, (*rows, *columns)))
    fewest = max(FEWEST_LABELS, (len(labels) + 1) // 2)
    texts = (passage.text.value for passage in report.prose.passages if passage.section == table.section)
    return any(sum(label in text for label in labels) >= fewest for text in map(squeeze, texts) if _DIGIT.search(text))


MESSAGES: Catalogue = {
    "required-table.run-together": Localised(
        zh="{table}的文字和数字连成了一段，没有表格，各数字无法分开：请在“{section}”之下以可编辑的表格补上",
        en="the words and figures of {table} run together under “{section}” without a table, so that the figures "
        "cannot be told apart; put it in as a real table",
    ),
    "required-table.missing": Localised(
        zh="{table}缺失或为图片：“{section}”之下没有找到表格，请以可编辑的表格补上",
        en="{table} is missing or is a picture: no table was found under “{section}”; put it in as a real table",
    ),
    "required-table.not-found": Localised(
        zh="没有找到{table}，请核对是否缺少，或标题与规定的不同",
        en="{table} was not found; check whether it is missing or has another title",
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
