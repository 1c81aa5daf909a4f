"""Figures written with more than the figure: a unit, separated thousands, a word for the sign.

```yaml
id: figures-written-plainly
title: {zh: 单元格只填数字, en: cells hold the bare figure}
kind: cell-notation
severity: info
source: 填报惯例
```

One finding for a table and a sort of notation. Units in columns whose header states one are left to `cell-unit`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table
from linter.model.figure import Figure
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundCell, BoundReport, BoundTable
from linter.model.template import ValueType

_SHOWN = 5
"""Cells that a message names; the finding holds all."""


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    stated = {column.id for block in table.spec.blocks for column in block.columns if column.unit}
    amounts = {column.id for block in table.spec.blocks for column in block.columns if column.type is ValueType.AMOUNT}
    found: dict[str, list[BoundCell]] = {}
    for address, cell in table.cells.items():
        if cell.figure is not None:
            for sort in _sorts(cell.figure, address.column in stated, address.column in amounts):
                found.setdefault(sort, []).append(cell)
    for sort, cells in found.items():
        shown: tuple[Value, ...] = tuple(
            Message("cell-notation.cell", {"name": cell.name, "text": cell.text.strip(), "value": cell.figure.value})
            for cell in cells[:_SHOWN]
            if cell.figure
        )
        more = len(cells) - len(shown)
        key = f"cell-notation.{sort}-and-more" if more else f"cell-notation.{sort}"
        message = Message(key, {"cells": shown, "more": more} if more else {"cells": shown})
        yield Problem(message, tuple(cells), section=table.spec.section, table=table.spec.id)


def _sorts(figure: Figure, unit_stated: bool, amount: bool) -> Iterator[str]:
    """An amount whose unit no header states needs one somewhere: it is told how the cell is read, and no more."""
    if figure.unit and not unit_stated:
        yield "amount" if amount else "unit"
    if figure.grouped:
        yield "separators"
    if figure.sign_word:
        yield "sign-word"


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
