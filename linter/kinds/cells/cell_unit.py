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

Where the header of the form states no unit, a figure above 0 needs one of `units` after it, unless the draft says one
for all: `said` is a pattern that is held against the cells of the table and the paragraphs around it. Where the form's
header states one, none may stand in the cell, and `said` finds words that state another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from linter.kinds.in_tables import absent_of
from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.kinds.option_types import CELLS, PATTERN, WORDS
from linter.model.address import Address
from linter.model.document import Table
from linter.model.finding import Outcome, Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundCell, BoundReport
from linter.model.template import Template
from linter.prose.patterns import compiled
from linter.text.widths import squeeze


class Units(Options):
    """The cells, and the units accepted where the header of a cell states none."""

    cells = Option(
        CELLS,
        zh="单元格，写作 表.行.列；* 表示全部。",
        en="Cells as table.row.column; * stands for every table, row or column.",
        required=True,
    )
    units = Option(
        WORDS,
        zh="表头没有写明单位时，单元格里可以写的单位。",
        en="Units that may stand in the cells whose header states none.",
        required=True,
    )

    said = Option(
        PATTERN,
        zh="在表头或表格前后说明单位的模式；符合的，单元格里可以不写。表样已规定单位的，是说明其他单位的模式。",
        en="An RE2 pattern of words in the header or around the table that state the unit of all its cells; where the "
        "form states one, of words that state another.",
    )

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        stated = {
            Address(table.id, row.id, column.id): column.unit
            for table in template.tables
            for block in table.blocks
            for row in block.rows
            for column in block.columns
        }
        return {"stated": tuple(stated[address] for address in self.cells)}

    stated: tuple[str, ...]
    """The unit that the header of each cell states."""


def check(options: Units, report: BoundReport) -> Iterable[Outcome]:
    for address, stated in zip(options.cells, options.stated, strict=True):
        for cell in report.cells((address,)):
            if cell.figure is None:
                continue
            table = report.tables[cell.address.table].spec
            said = _said(options.said, table.section, report)
            if (message := _message(cell, stated, options.units, said)) is not None:
                yield Problem(message, (cell,), section=table.section, table=table.id)
    yield from absent_of(report, options.cells)


def _message(cell: BoundCell, stated: str, units: tuple[str, ...], said: str) -> Message | None:
    assert cell.figure is not None
    unit, text = cell.figure.unit, cell.text.strip()
    values: dict[str, Value] = {"name": cell.name, "text": text, "units": units, "stated": stated}
    if stated and unit:
        return Message("cell-unit.stated-twice", {**values, "unit": unit})
    if stated:
        return Message("cell-unit.other-unit", {**values, "said": said}) if said else None
    if not unit:
        return Message("cell-unit.unstated", values) if cell.figure.value > 0 and not said else None
    return None if unit in units else Message("cell-unit.unaccepted", {**values, "unit": unit})


def _said(pattern: str, section: str, report: BoundReport) -> str:
    """The words of a paragraph of the section or of a cell of its tables that state the unit."""
    place = report.section(section)
    if not pattern or place is None:
        return ""
    tables = (block for block in report.document.blocks[place.first : place.last] if isinstance(block, Table))
    cells = (cell.text.value for block in tables for row in block.rows for cell in row.cells)
    texts = chain((passage.plain for passage in report.prose.joined((section,)).passages), map(squeeze, cells))
    found = (compiled(pattern).search(text) for text in texts)
    return next((str(match[0]) for match in found if match is not None), "")


MESSAGES: Catalogue = {
    "cell-unit.other-unit": Localised(
        zh="规定的单位是“{stated}”，表中写的是“{said}”；请按规定的单位填写{name}（现为“{text}”）",
        en="the form asks for “{stated}” and the table says “{said}”; write {name}, now “{text}”, in the unit of the "
        "form",
    ),
    "cell-unit.unstated": Localised(
        zh="{name}为“{text}”，没有注明单位；请注明（{units}）",
        en="{name} is “{text}” without a unit; add it ({units})",
    ),
    "cell-unit.unaccepted": Localised(
        zh="{name}为“{text}”，单位不能用“{unit}”，只能用 {units}",
        en="{name} is “{text}”, in “{unit}”; the unit should be {units}",
    ),
    "cell-unit.stated-twice": Localised(
        zh="{name}为“{text}”，表头已规定单位为“{stated}”，格中又写了“{unit}”；请换算后只填数字",
        en="{name} is “{text}”; the header asks for “{stated}” and the cell says “{unit}”: convert it and write "
        "the figure alone",
    ),
}

KIND = Kind(
    __doc__,
    "金额的单位明确：由表头写明，否则写在单元格里。表头没有写明时，大于 0 的数后面要有 units 中的一个，"
    "除非表内或表外有符合 said 的文字写明了单位；"
    "表头已写明时，单元格里不再写。",
    Units,
    check,
    MESSAGES,
)
