"""Labels of this edition of the form, not of another.

```yaml
id: labels-of-this-edition
title: {zh: 表格文字应使用当年格式的表述, en: the labels are those of this edition of the form}
kind: label-edition
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
    return each_table(options, report, lambda table: labels(table, MissKind.LABEL_OUTDATED, "label-edition.outdated"))


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
