"""Cells that must be nought for some kinds of agency, because the law gives them no power to do what they count.

```yaml
id: rules-only-by-rule-makers
title: {zh: 无规章制定权的机关，规章应为 0, en: agencies that cannot make rules report none}
kind: agency-permission
agencies: [township, subdistrict]
cells: [proactive.rules.*]
placeholders-allowed: true
severity: error
source: 立法法第九十一条、第九十三条
```

One finding lists the cells. Where the kind of agency is not sure, the rule is undecided, but only if a cell is not
nought.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import CELLS_SCHEMA, absent, known_ids, parse_cells
from linter.model.address import Address
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Message
from linter.model.report import BoundCell, BoundReport, CellState
from linter.model.template import AgencyKind, Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "agencies": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "uniqueItems": True,
            "description": "Ids of the kinds of agency that may not fill in the cells.",
        },
        "cells": CELLS_SCHEMA,
        "placeholders-allowed": {
            "type": "boolean",
            "description": "Whether a stroke or the like may stand there instead of 0. Default: true.",
        },
    },
    "required": ["agencies", "cells"],
}


class Permission(NamedTuple):
    """The agencies that may not, and what they may not fill in."""

    agencies: tuple[str, ...]
    cells: tuple[Address, ...]
    placeholders_allowed: bool
    template: Template


def parse(options: Mapping[str, Any], template: Template) -> Permission:
    agencies = known_ids(
        "agencies", options["agencies"], (kind.id for kind in template.agencies), "option.unknown-agency"
    )
    allowed = bool(options.get("placeholders-allowed", True))
    return Permission(agencies, parse_cells("cells", options, template), allowed, template)


def check(options: Permission, report: BoundReport) -> Iterable[Outcome]:
    bound = [cell for address in options.cells if (cell := report.cell(address))]
    filled = tuple(cell for cell in bound if _filled(cell, options.placeholders_allowed))
    if filled:
        yield from _judge(options, report.agency, filled, report)
    ids = {address.table for address in options.cells}
    yield from absent(report, (table for table in options.template.tables if table.id in ids))


def _filled(cell: BoundCell, placeholders_allowed: bool) -> bool:
    """Whether something stands in the cell that is not nought."""
    if cell.state is CellState.PLACEHOLDER:
        return not placeholders_allowed
    return cell.state is CellState.FIGURE and cell.value != 0


def _judge(
    options: Permission, agency: AgencyKind | None, filled: tuple[BoundCell, ...], report: BoundReport
) -> Iterable[Outcome]:
    seen = tuple(Message("agency-permission.cell", {"name": cell.name, "text": cell.text.strip()}) for cell in filled)
    if agency is None:
        yield Undecided(Message("agency-permission.unknown", {"cells": seen}))
    elif agency.id in options.agencies and not agency.sure:
        yield Undecided(Message("agency-permission.unsure", {"cells": seen, "agency": agency.title}))
    elif agency.id in options.agencies:
        table = report.tables[filled[0].address.table].spec
        message = Message("agency-permission.not-nought", {"cells": seen, "agency": agency.title})
        yield Problem(message, filled, section=table.section, table=table.id)


KIND: Kind[Permission] = Kind(SCHEMA, parse, check)
