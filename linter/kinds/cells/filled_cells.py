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
Where more than half of a table is blank, one finding of severity error stands for all. Cells that count as zero
(`zero`) or that the table leaves undecided are not reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.in_tables import absent, present
from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, quoted, row_names
from linter.kinds.option import Option, Options
from linter.kinds.option_types import CELLS, choices
from linter.model.address import Address
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.records import Record
from linter.model.report import BoundCell, BoundReport, BoundTable, CellState
from linter.model.value import EmptyMeaning

_SILENT = (EmptyMeaning.ZERO, EmptyMeaning.UNDECIDED, EmptyMeaning.DOES_NOT_APPLY)


class Filled(Options):
    """Which cells must be filled, which of them as an error, and what counts as empty."""

    cells = Option(
        CELLS,
        zh="查看的单元格，写作 表.行.列，可用 *；不写时查看全部。",
        en="Cells looked at, as table.row.column with *. Default: all.",
        default=None,
    )
    except_ = Option(CELLS, zh="可以不填的单元格。", en="Cells that may be empty.")
    errors = Option(
        CELLS,
        zh="不填就是错误的单元格，不论规则是什么级别。",
        en="Cells that are an error when empty, whatever the rule's severity.",
    )
    states = Option(
        choices("blank", "placeholder"),
        zh="blank：什么都没有填；placeholder：填了斜杠、“无”等；不写时两种都查。",
        en="blank: nothing stands there; placeholder: a stroke, 无 and the like. Default: both.",
    )


class _Where(Record):
    """The cells that the options name, in one report; `chosen` is None for all."""

    chosen: frozenset[Address] | None
    exempt: frozenset[Address]
    errors: frozenset[Address]


def check(options: Filled, report: BoundReport) -> Iterable[Outcome]:
    def addresses(cells: Iterable[Address]) -> frozenset[Address]:
        return frozenset(cell.address for cell in report.cells(cells))

    chosen = None if options.cells is None else addresses(options.cells)
    where = _Where(chosen, addresses(options.except_), addresses(options.errors))
    ids = None if options.cells is None else {address.table for address in options.cells}
    specs = [table for table in report.template.tables if ids is None or table.id in ids]
    for table in present(report, specs):
        yield from _look(options, table, where)
    yield from absent(report, specs)


def _look(options: Filled, table: BoundTable, where: _Where) -> Iterator[Outcome]:
    if table.blank_form:
        yield Undecided(Message("table.blank-form", {"table": table.spec.title}))
        return
    empty = [
        cell
        for address, cell in table.cells.items()
        if cell.state in options.states
        and cell.meaning not in _SILENT
        and address not in where.exempt
        and (where.chosen is None or address in where.chosen)
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
        yield _problem(table, row, cells, where)


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


def _problem(table: BoundTable, row: str, cells: list[BoundCell], where: _Where) -> Problem:
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
        severity=_severity(cells, where),
    )


def _texts(cells: Iterable[BoundCell]) -> tuple[str, ...]:
    return quoted(dict.fromkeys(text for cell in cells if (text := cell.text.strip())))


def _severity(cells: Iterable[BoundCell], where: _Where) -> Severity | None:
    """The worst that one of `cells` asks for; None is the rule's own."""
    asked = {
        EmptyMeaning.ERROR if cell.address in where.errors and cell.meaning is EmptyMeaning.REPORT else cell.meaning
        for cell in cells
    }
    if EmptyMeaning.ERROR in asked:
        return Severity.ERROR
    return Severity.WARNING if asked == {EmptyMeaning.WARNING} else None


MESSAGES: Catalogue = {
    "filled-cells.blank": Localised(
        zh="“{row}”有 {count} 格未填（{columns}）；没有的填 0",
        en="“{row}” has {count} blank cell(s) ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.placeholder": Localised(
        zh="“{row}”有 {count} 格填的是{texts}（{columns}）；没有的填 0",
        en="“{row}” has {texts} in {count} cell(s) ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.both": Localised(
        zh="“{row}”有 {count} 格未填或填的是{texts}（{columns}）；没有的填 0",
        en="“{row}” has {count} cell(s) blank or with {texts} ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.incomplete": Localised(
        zh="{table}填报不完整：{all} 格中有 {count} 格未填；没有的填 0",
        en="{table} is incomplete: of {all} cells, {count} are not filled in; where there is nothing, write 0",
    ),
    "filled-cells.placeholders-throughout": Localised(
        zh="{table}的 {all} 格中有 {count} 格填的是{texts}；没有的填 0",
        en="{table} has {texts} in {count} of its {all} cells; where there is nothing, write 0",
    ),
}

KIND = Kind(
    __doc__,
    "单元格没有留空，也没有用斜杠或文字代替数字。每行一条，级别由表的 empty-cells 决定，"
    "errors 中的单元格为错误。一张表有一半以上留空时，合为一条错误。"
    "按 0 计算（zero）和表格不作判断的单元格不报告。",
    Filled,
    check,
    MESSAGES,
)
