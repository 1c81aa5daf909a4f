"""Cells that must be zero for some kinds of agency, because the law gives them no power to do what they count.

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
zero.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.agencies import AGENCIES, OfAgencies
from linter.kinds.in_tables import absent_of
from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import CELLS, FLAG
from linter.model.agency import AgencyKind
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundCell, BoundReport, CellState


class Permission(OfAgencies):
    """The agencies that may not, and what they may not fill in."""

    agencies = Option(
        AGENCIES,
        zh="不得填写这些单元格的机关类别的编号。",
        en="Ids of the kinds of agency that may not fill in the cells.",
        required=True,
    )
    cells = Option(
        CELLS,
        zh="单元格，写作 表.行.列；* 表示全部。",
        en="Cells as table.row.column; * stands for every table, row or column.",
        required=True,
    )
    placeholders_allowed = Option(
        FLAG,
        zh="是否允许填斜杠一类的符号代替 0。",
        en="Whether a stroke or the like may stand there instead of 0.",
        default=True,
    )


def check(options: Permission, report: BoundReport) -> Iterable[Outcome]:
    filled = tuple(cell for cell in report.cells(options.cells) if _filled(cell, options.placeholders_allowed))
    if filled:
        yield from _judge(options, report.agency, filled, report)
    yield from absent_of(report, options.cells)


def _filled(cell: BoundCell, placeholders_allowed: bool) -> bool:
    """Whether something stands in the cell that is not zero."""
    if cell.state is CellState.PLACEHOLDER:
        return not placeholders_allowed
    return cell.state is CellState.FIGURE and cell.value != 0


def _judge(
    options: Permission, agency: AgencyKind | None, filled: tuple[BoundCell, ...], report: BoundReport
) -> Iterable[Outcome]:
    seen = tuple(Message("agency-permission.cell", {"name": cell.name, "text": cell.text.strip()}) for cell in filled)
    if agency is None:
        yield Undecided(Message("agency-permission.unknown", {"cells": seen}))
    elif agency.id in options.agencies.ids and not agency.sure:
        yield Undecided(Message("agency-permission.unsure", {"cells": seen, "agency": agency.title}))
    elif agency.id in options.agencies.ids:
        table = report.tables[filled[0].address.table].spec
        message = Message("agency-permission.not-zero", {"cells": seen, "agency": agency.title})
        yield Problem(message, filled, section=table.section, table=table.id)


MESSAGES: Catalogue = {
    "agency-permission.cell": Localised(zh="{name}为 {text}", en="{name} is {text}"),
    "agency-permission.not-zero": Localised(
        zh="{cells}；本机关为{agency}，没有这项权限，应为 0",
        en="{cells}; the agency is a {agency} without this power, so the figure should be 0",
    ),
    "agency-permission.unknown": Localised(
        zh="{cells}；无法从名称确定本机关属于哪一类机关，请自行核对是否应为 0",
        en="{cells}; the name of the agency does not tell what kind it is, so check whether these should be 0",
    ),
    "agency-permission.unsure": Localised(
        zh="{cells}；仅凭名称（{agency}）不能确定本机关有无此项权限，请自行核对是否应为 0",
        en="{cells}; the name alone ({agency}) does not tell whether the agency has this power, so check whether "
        "these should be 0",
    ),
}

KIND = Kind(
    __doc__,
    "法律没有授予某项权限的机关，有关单元格应为 0。一条结果列出这些单元格；机关类别不能确定时，"
    "只有单元格不为 0 才作“无法判断”。",
    Permission,
    check,
    MESSAGES,
)
