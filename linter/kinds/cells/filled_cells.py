"""Cells that are left blank, or that hold a stroke or a word where a figure should stand.

```yaml
id: cells-filled-in
title: {zh: 没有的应当填 0, en: nothing is written 0}
kind: filled-cells
states: [blank]
errors: [requests.processed_total.*, requests.*.total]
severity: warning
source: 国办公开办函〔2021〕30号
```

One finding for a row, at the severity that the table's `empty-cells` states, or `error` for the cells under `errors`.
Where more than half of a table is blank, one finding of severity error stands for all. Cells that count as nought
(`zero`) or that the table leaves undecided are not reported.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, quoted, row_names
from linter.kinds.options import CELLS_SCHEMA, absent, parse_cells
from linter.model.address import Address
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Message, Value
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState
from linter.model.template import EmptyMeaning, Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "cells": {**CELLS_SCHEMA, "description": "Cells looked at, as table.row.column with *. Default: all."},
        "except": {**CELLS_SCHEMA, "description": "Cells that may be empty."},
        "errors": {**CELLS_SCHEMA, "description": "Cells that are an error when empty, whatever the rule's severity."},
        "states": {
            "type": "array",
            "items": {"enum": ["blank", "placeholder"]},
            "minItems": 1,
            "uniqueItems": True,
            "description": "blank: nothing stands there; placeholder: a stroke, 无 and the like. Default: both.",
        },
    },
    "required": [],
}
_SILENT = (EmptyMeaning.ZERO, EmptyMeaning.UNDECIDED)


class Filled(NamedTuple):
    """Which cells must be filled (None: all but `spared`), which of them gravely, and what counts as empty."""

    cells: frozenset[Address] | None
    spared: frozenset[Address]
    grave: frozenset[Address]
    states: tuple[CellState, ...]
    template: Template


def parse(options: Mapping[str, Any], template: Template) -> Filled:
    cells = frozenset(parse_cells("cells", options, template)) if "cells" in options else None
    states = tuple(CellState(state) for state in options.get("states", ("blank", "placeholder")))
    spared, grave = (frozenset(parse_cells(key, options, template)) for key in ("except", "errors"))
    return Filled(cells, spared, grave, states, template)


def check(options: Filled, report: BoundReport) -> Iterable[Outcome]:
    ids = None if options.cells is None else {address.table for address in options.cells}
    specs = [table for table in options.template.tables if ids is None or table.id in ids]
    for spec in specs:
        if table := report.tables.get(spec.id):
            yield from _look(options, table)
    yield from absent(report, specs)


def _look(options: Filled, table: BoundTable) -> Iterator[Outcome]:
    if table.blank_form:
        yield Undecided(Message("table.blank-form", {"table": table.spec.title}))
        return
    empty = [
        cell
        for address, cell in table.cells.items()
        if cell.state in options.states
        and cell.meaning not in _SILENT
        and address not in options.spared
        and (options.cells is None or address in options.cells)
    ]
    if not empty:
        return
    zeros = frozenset(table.zeros)
    empty = [cell for cell in empty if cell.address not in zeros]
    if 2 * len(empty) > len(table.cells):
        yield _throughout(table, empty)
        return
    rows: dict[str, list[BoundCell]] = {}
    for cell in empty:
        rows.setdefault(cell.address.row, []).append(cell)
    for row, cells in rows.items():
        yield _problem(options, table, row, cells)


def _throughout(table: BoundTable, empty: list[BoundCell]) -> Problem:
    """More than half of the table is empty."""
    blank = sum(cell.state is CellState.BLANK for cell in empty)
    mostly_blank = 2 * blank > len(table.cells)
    key = "filled-cells.incomplete" if mostly_blank else "filled-cells.placeholders-throughout"
    values: dict[str, Value] = {"table": table.spec.title, "count": len(empty), "all": len(table.cells)}
    return Problem(
        Message(key, {**values, "texts": _texts(empty)}),
        tuple(empty),
        section=table.spec.section,
        table=table.spec.id,
        severity=Severity.ERROR if mostly_blank else None,
    )


def _problem(options: Filled, table: BoundTable, row: str, cells: list[BoundCell]) -> Problem:
    states = {cell.state for cell in cells}
    kind = states.pop().value if len(states) == 1 else "both"
    values: dict[str, Value] = {
        "row": row_names(table.spec, (row,))[0],
        "columns": column_names(table.spec, (cell.address.column for cell in cells)),
        "count": len(cells),
        "texts": _texts(cells),
    }
    return Problem(
        Message(f"filled-cells.{kind}", values),
        tuple(cells),
        section=table.spec.section,
        table=table.spec.id,
        severity=_severity(options, cells),
    )


def _texts(cells: Iterable[BoundCell]) -> tuple[str, ...]:
    return quoted(dict.fromkeys(text for cell in cells if (text := cell.text.strip())))


def _severity(options: Filled, cells: Iterable[BoundCell]) -> Severity | None:
    """The worst that one of `cells` asks for; None is the rule's own."""
    asked = {
        EmptyMeaning.ERROR if cell.address in options.grave and cell.meaning is EmptyMeaning.REPORT else cell.meaning
        for cell in cells
    }
    if EmptyMeaning.ERROR in asked:
        return Severity.ERROR
    return Severity.WARNING if asked == {EmptyMeaning.WARNING} else None


KIND: Kind[Filled] = Kind(SCHEMA, parse, check)
