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
Where the words of a table stand in its section, with figures, but not in rows and columns, as a copy without its cells
leaves them, that is a warning, and one for all such tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.in_tables import InTables
from linter.kinds.kind import Kind
from linter.model.document import Table
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport, BoundSection
from linter.model.template import TableSpec
from linter.text.regex import regex
from linter.text.widths import squeeze

FEWEST_LABELS = 4
"""Labels of a table in its section that show that it is there without its cells; sentences mention fewer."""

_DIGIT = regex(r"\d")


def check(options: InTables, report: BoundReport) -> Iterable[Outcome]:
    homeless: list[Localised] = []
    without_cells: list[tuple[TableSpec, BoundSection]] = []
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
        elif _has_lost_its_cells(table, section, report):
            without_cells.append((table, section))
        else:
            values: dict[str, Value] = {"table": table.title, "section": section.heading.value.strip()}
            at = section.heading.span
            yield Problem(Message("required-table.missing", values), span=at, section=section.spec.id, table=table.id)
    if without_cells:
        first, section = without_cells[0]
        message = Message("required-table.without-cells", {"tables": tuple(table.title for table, _ in without_cells)})
        at = section.heading.span
        yield Problem(message, span=at, section=section.spec.id, table=first.id, severity=Severity.WARNING)
    if homeless:
        yield Undecided(Message("required-table.section-missing", {"tables": tuple(homeless)}))


def _has_lost_its_cells(table: TableSpec, section: BoundSection, report: BoundReport) -> bool:
    """Whether half of the table's labels, and several, stand in the section, with figures."""
    rows = [row.label.text for block in table.blocks for row in block.rows]
    columns = [column.label.text for block in table.blocks for column in block.columns]
    labels = set(map(squeeze, (*rows, *columns)))
    text = "\n".join(map(squeeze, _texts(section, report)))
    fewest = max(FEWEST_LABELS, (len(labels) + 1) // 2)
    return _DIGIT.search(text) is not None and sum(label in text for label in labels) >= fewest


def _texts(section: BoundSection, report: BoundReport) -> Iterator[str]:
    """What stands in a section, in paragraphs and in whatever else looks like tables."""
    yield from (passage.text.value for passage in report.prose.passages if passage.section == section.spec.id)
    for block in report.document.blocks[section.first : section.last]:
        if isinstance(block, Table):
            yield from (cell.text.value for row in block.rows for cell in row.cells)


MESSAGES: Catalogue = {
    "required-table.without-cells": Localised(
        zh="{tables}在文中只有文字和数字，没有分成行和列，各数字无法与行、列对应；请改为可编辑的表格",
        en="the words and figures of {tables} are there, but not in rows and columns, so that no figure can be told to "
        "belong to a cell; put them in as real tables",
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
