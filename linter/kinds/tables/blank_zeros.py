"""Zeros that a draft leaves blank throughout a table: one note, and the table is used in sums.

```yaml
id: zeros-left-blank
title: {zh: 空白按 0 计算, en: blank cells were taken as 0}
kind: blank-zeros
severity: info
source: 填报惯例
```
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.kinds.in_tables import InTables, each_table
from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.model.address import Address
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundTable, CellState
from linter.model.value import EmptyMeaning


def _look(table: BoundTable) -> Iterator[Problem]:
    zeros = frozenset(table.zeros)
    cells = tuple(
        cell
        for address, cell in table.cells.items()
        if cell.state is not CellState.FIGURE and (cell.meaning is EmptyMeaning.ZERO or address in zeros)
    )
    if not cells:
        return
    values: dict[str, Value] = {"table": table.spec.title, "count": len(cells)}
    columns = _whole_columns(table, {cell.address for cell in cells})
    message = Message("blank-zeros.columns", values | {"columns": columns}) if columns else None
    # The note is one; the cells are many and all alike, so that it points at the first alone.
    message = message or Message("blank-zeros.taken", values)
    yield Problem(message, span=cells[0].span, section=table.spec.section, table=table.spec.id)


def _whole_columns(table: BoundTable, zeros: set[Address]) -> tuple[str, ...]:
    """The names of the columns that are blank from top to bottom, if these are all the blank cells there are."""
    names: list[str] = []
    for block in table.spec.blocks:
        for column in block.columns:
            cells = {address for address in table.cells if address.column == column.id}
            if cells & zeros:
                if cells - zeros:
                    return ()
                names.append(column.name)
    return quoted(dict.fromkeys(names))


MESSAGES: Catalogue = {
    "blank-zeros.columns": Localised(
        zh="{table}的{columns}全列空白（{count} 格），已按 0 计算；建议填 0",
        en="{table} has nothing in {columns} ({count} cells), taken as 0; write 0",
    ),
    "blank-zeros.taken": Localised(
        zh="{table}有 {count} 个空格，已按 0 计算；建议填 0",
        en="{table} has {count} empty cell(s), taken as 0; write 0",
    ),
}

KIND = Kind(
    __doc__,
    "整张表的零都留空不填：按 0 计算，并提示一次。",
    InTables,
    each_table(_look),
    MESSAGES,
)
