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

from collections.abc import Iterator

from linter.kinds.in_tables import InTables, each_table
from linter.kinds.kind import Kind
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundTable


def _look(table: BoundTable) -> Iterator[Problem]:
    if table.blank_form:
        message = Message("blank-form.found", {"table": table.spec.title})
        yield Problem(message, span=table.span, section=table.spec.section, table=table.spec.id)


MESSAGES: Catalogue = {
    "blank-form.found": Localised(
        zh="{table}整表空白，没有填写任何数字；没有的填 0",
        en="{table} is blank, not one figure is filled in; where there is nothing, write 0",
    ),
}

KIND = Kind(
    __doc__,
    "表已列出，但一格都没有填。",
    InTables,
    each_table(_look),
    MESSAGES,
)
