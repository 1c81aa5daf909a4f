"""What stands in the cells of a column: whole numbers, changes with a sign, amounts.

```yaml
id: cells-hold-figures
title: {zh: 单元格应填写符合要求的数字, en: cells hold figures of the right sort}
kind: cell-value
severity: error
source: 国办公开办函〔2021〕30号
```

A column of type `count` holds whole numbers from 0, `change` whole numbers with or without a sign, `amount` decimal
numbers from 0. One finding for a row and a sort of mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, row_names
from linter.kinds.options import TABLES_ONLY, Tables, parse_tables
from linter.kinds.tables.misses import each_table
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState
from linter.model.template import ValueType


def check(options: Tables, report: BoundReport) -> Iterable[Outcome]:
    return each_table(options, report, _look)


def _look(table: BoundTable) -> Iterator[Problem]:
    wrong: dict[tuple[str, str], list[BoundCell]] = {}
    types: Mapping[str, ValueType] | None = None
    for address, cell in table.cells.items():
        figure = cell.figure
        if cell.state is CellState.UNREADABLE:
            wrong.setdefault((address.row, "unreadable"), []).append(cell)
        elif figure is not None and (figure.places or figure.value < 0):
            types = types or _types(table)
            if mistake := _mistake(cell, types.get(address.column, ValueType.COUNT)):
                wrong.setdefault((address.row, mistake), []).append(cell)
    for (row, mistake), cells in wrong.items():
        yield _problem(table, row, mistake, cells)


def _types(table: BoundTable) -> Mapping[str, ValueType]:
    return {column.id: column.type for block in table.spec.blocks for column in block.columns}


def _mistake(cell: BoundCell, type: ValueType) -> str:
    assert cell.figure is not None
    if cell.figure.value < 0 and type is not ValueType.CHANGE:
        return "negative"
    return "decimal" if cell.figure.places and type is not ValueType.AMOUNT else ""


def _problem(table: BoundTable, row: str, mistake: str, cells: list[BoundCell]) -> Problem:
    columns = column_names(table.spec, (cell.address.column for cell in cells))
    seen = tuple(
        Message("cell-value.cell", {"column": column, "text": cell.text.strip()})
        for column, cell in zip(columns, cells, strict=True)
    )
    message = Message(f"cell-value.{mistake}", {"row": row_names(table.spec, (row,))[0], "cells": seen})
    return Problem(message, tuple(cells), section=table.spec.section, table=table.spec.id)


KIND: Kind[Tables] = Kind(TABLES_ONLY, parse_tables, check)
