"""Amounts whose unit is known: from the header, or else from the cell.

```yaml
id: amounts-have-a-unit
title: {zh: 金额应注明单位, en: amounts state their unit}
kind: cell-unit
cells: [proactive.procurement.amount]
units: [元, 万元]
severity: warning
source: 填报惯例
```

Where the header states no unit, a figure above 0 needs one of `units` behind it. Where it states one, none may stand in
the cell.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import CELLS_SCHEMA, absent, parse_cells
from linter.model.address import Address
from linter.model.finding import Outcome, Problem
from linter.model.message import Message, Value
from linter.model.report import BoundCell, BoundReport
from linter.model.template import Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "cells": CELLS_SCHEMA,
        "units": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "description": "Units that may stand in the cells whose header states none.",
        },
    },
    "required": ["cells", "units"],
}


class Units(NamedTuple):
    """The cells with the unit that the header of each states, and the units accepted where it states none."""

    cells: tuple[tuple[Address, str], ...]
    units: tuple[str, ...]
    template: Template


def parse(options: Mapping[str, Any], template: Template) -> Units:
    chosen = parse_cells("cells", options, template)
    stated = {
        Address(table.id, row.id, column.id): column.unit
        for table in template.tables
        for block in table.blocks
        for row in block.rows
        for column in block.columns
    }
    return Units(tuple((address, stated[address]) for address in chosen), tuple(options["units"]), template)


def check(options: Units, report: BoundReport) -> Iterable[Outcome]:
    for address, stated in options.cells:
        cell = report.cell(address)
        if cell is not None and (message := _message(cell, stated, options.units)):
            table = report.tables[address.table].spec
            yield Problem(message, (cell,), section=table.section, table=table.id)
    ids = {address.table for address, _ in options.cells}
    yield from absent(report, (table for table in options.template.tables if table.id in ids))


def _message(cell: BoundCell, stated: str, units: tuple[str, ...]) -> Message | None:
    if cell.figure is None:
        return None
    unit, text = cell.figure.unit, cell.text.strip()
    values: dict[str, Value] = {"name": cell.name, "text": text, "units": units}
    if stated:
        return Message("cell-unit.stated-twice", {**values, "unit": unit, "stated": stated}) if unit else None
    if not unit:
        return Message("cell-unit.unstated", values) if cell.figure.value > 0 else None
    return None if unit in units else Message("cell-unit.unaccepted", {**values, "unit": unit})


KIND: Kind[Units] = Kind(SCHEMA, parse, check)
