"""Groups of rows whose figures stand in one row.

```yaml
id: groups-split-up
title: {zh: 分项应当分行填报, en: the rows of a group are filled in one by one}
kind: collapsed-group
severity: error
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted, row_names
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table, of_kind, problem
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundTable, MissKind
from linter.model.template import GroupSpec


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    groups = {group.id: group for block in table.spec.blocks for group in block.groups}
    for miss in of_kind(table, MissKind.GROUP_COLLAPSED):
        group = _group(miss.rows, groups)
        values: dict[str, Value] = {
            "group": group.name if group else miss.seen,
            "rows": quoted(row_names(table.spec, group.rows if group else miss.rows)),
        }
        yield problem(table, Message("collapsed-group.found", values), miss.span)


def _group(rows: tuple[str, ...], groups: dict[str, GroupSpec]) -> GroupSpec | None:
    """The group that a miss names, by its own id or by its rows."""
    named = next((groups[row] for row in rows if row in groups), None)
    return named or next((group for group in groups.values() if set(group.rows) == set(rows)), None)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
