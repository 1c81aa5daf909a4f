"""Labels of rows, columns and blocks spelt as the form spells them.

```yaml
id: labels-spelt-right
title: {zh: 表格文字应与规定格式一致, en: the labels of the tables are spelt as in the form}
kind: label-spelling
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, labels
from linter.model.finding import Outcome
from linter.model.report import BoundReport, MissKind


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, lambda table: labels(table, MissKind.LABEL_MISSPELT, "label-spelling.misspelt"))


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
