"""Noughts that a draft leaves blank throughout a table: one note, and the table is reckoned with.

```yaml
id: zeros-left-blank
title: {zh: 空白按 0 计算, en: blank cells were taken for nought}
kind: blank-zeros
severity: info
source: 填报惯例
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.misses import each_table
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundTable, CellState
from linter.model.template import EmptyMeaning


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    zeros = frozenset(table.zeros)
    cells = tuple(
        cell
        for address, cell in table.cells.items()
        if cell.state is not CellState.FIGURE and (cell.meaning is EmptyMeaning.ZERO or address in zeros)
    )
    if cells:
        values: dict[str, Value] = {"table": table.spec.title, "count": len(cells)}
        yield Problem(Message("blank-zeros.taken", values), cells, section=table.spec.section, table=table.spec.id)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
