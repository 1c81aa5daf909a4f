"""Totals over all entities of a kind, and codes of a tree over those below them.

```yaml
id: components-add-up
title: {zh: 合计行应等于各部门之和, en: the total row is the sum of the components}
kind: adds-up
severity: error
source: 表头说明
```

In every column, the row that is `total-of` a kind of entity has to be the sum of the rows of its entities; where these
have codes with parents, an entity has to be the sum of those just below it, and the total that of those at the top.
Columns side by side for each entity likewise. What does not add up by its value type (medians, dates, texts) is left
out. Where a row could not be read, or the code above one is lacking, the sum is undecided.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.expressions.evaluate import Undetermined, decide
from linter.expressions.linear import equation
from linter.expressions.places import grid_of
from linter.expressions.scope import Instance
from linter.expressions.tree import Comparison, Operand, Total
from linter.kinds.figures.explained import EXPLAINED, milder
from linter.kinds.figures.relation_messages import MESSAGES, problem, undecided
from linter.kinds.in_tables import InTables, absent, present
from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import WORDS
from linter.model.address import Address
from linter.model.entity import Entity
from linter.model.equation import Equation
from linter.model.finding import Outcome, Verdict
from linter.model.report import BoundReport, BoundTable
from linter.model.template import BlockSpec, RowSpec
from linter.model.value import Sort
from linter.text.punctuation import DOT


class AddsUp(InTables):
    """Which tables and columns have to add up."""

    except_ = Option(WORDS, zh="不核对的列的编号。", en="Ids of columns that need not add up.")
    explained = Option(
        EXPLAINED,
        zh="报告中对差异的说明，以及有说明时的级别。",
        en="Words of the report that explain a difference, and how bad it is where they are found.",
        default=None,
    )


def check(options: AddsUp, report: BoundReport) -> Verdict:
    instances = [
        instance
        for table in present(report, options.tables)
        if not table.blank_form
        for instance in _instances(table, report, options.except_)
    ]
    truths = [(instance, decide(instance.check, report.cell)) for instance in instances]
    failed = (
        (problem(one, report)._replace(equation=equation(one.check, report.cell)), ())
        for one, truth in truths
        if truth is False
    )
    outcomes: tuple[Outcome, ...] = (*milder(failed, options.explained, report), *absent(report, options.tables))
    unknown = [(one, truth) for one, truth in truths if isinstance(truth, Undetermined)]
    if unknown:
        outcomes = (*outcomes, undecided(unknown, report))
    return Verdict(outcomes, partial(_equations, instances, report))


def _equations(instances: list[Instance], report: BoundReport) -> Iterator[Equation]:
    yield from (form for one in instances if (form := equation(one.check, report.cell)) is not None)


def _instances(table: BoundTable, report: BoundReport, without: tuple[str, ...]) -> Iterator[Instance]:
    for block in table.spec.blocks:
        yield from _of_rows(block, table, report, without)
        yield from _of_columns(block, table, without)


def _of_rows(block: BlockSpec, table: BoundTable, report: BoundReport, without: tuple[str, ...]) -> Iterator[Instance]:
    grid = grid_of(table.spec)
    sums = list(_sums_of_rows(block, table, report))
    for column in block.columns:
        if column.id in without or column.detail or not column.value.adds_up or column.value.sort is not Sort.FIGURE:
            continue
        for row, members, lacking in sums:
            name = f"{row.name}{DOT}{column.name}" if len(sums) > 1 else column.name
            parts = [grid.operand_at(member, column.id, "columns") for member in members]
            yield _equal(grid.operand_at(row.id, column.id, "columns"), [*parts, *lacking], column.id, name)


def _sums_of_rows(
    block: BlockSpec, table: BoundTable, report: BoundReport
) -> Iterator[tuple[RowSpec, list[str], list[Operand]]]:
    """Each row that is a sum, with the rows that it is of, and a cell that is absent for each that is not known."""
    rows = [row for row in block.rows if row.each and not row.part.isdigit()]
    entities = {entity.id: entity for kind in {row.each for row in rows} for entity in report.entities.get(kind, ())}
    here = {row.entity for row in rows}
    below: dict[tuple[str, str, str], list[RowSpec]] = {}
    for row in rows:
        parent = _parent(row, entities)
        below.setdefault((row.each, row.part, parent if parent in here else ""), []).append(row)
    unread = [_absent(table, id) for id in table.unread if _may_be_in(block, id, table)]
    for row in block.rows:
        if row.total_of:
            top = below.get((row.total_of, row.part, ""), [])
            gaps = dict.fromkeys(parent for one in top if (parent := _parent(one, entities)))
            yield row, [one.id for one in top], [*unread, *(_absent(table, gap) for gap in gaps)]
        elif row.entity and not row.part.isdigit() and (children := below.get((row.each, row.part, row.entity))):
            yield row, [one.id for one in children], unread


def _may_be_in(block: BlockSpec, id: str, table: BoundTable) -> bool:
    """Whether a row that was not read may be one of the block's; that of another panel is none."""
    holders = [one for one in table.spec.blocks if any(row.id == id for row in one.rows)]
    return not holders or block in holders


def _absent(table: BoundTable, id: str) -> Operand:
    return Operand(Address(table.spec.id, id, ""), id, absent=True)


def _parent(row: RowSpec, entities: dict[str, Entity]) -> str:
    entity = entities.get(row.entity)
    return entity.parent if entity else ""


def _of_columns(block: BlockSpec, table: BoundTable, without: tuple[str, ...]) -> Iterator[Instance]:
    grid = grid_of(table.spec)
    for total in block.columns:
        members = [one for one in block.columns if total.total_of and one.each == total.total_of and one.entity]
        if not members or total.id in without or not total.value.adds_up:
            continue
        for row in block.rows:
            parts = [grid.operand_at(row.id, member.id, "rows") for member in members]
            yield _equal(grid.operand_at(row.id, total.id, "rows"), parts, row.id, row.name)


def _equal(total: Operand, parts: list[Operand], id: str, name: str) -> Instance:
    return Instance(id, name, Comparison("==", total, Total(tuple(parts))))


KIND = Kind(
    __doc__,
    "合计等于各项之和：每一列中，合计行（total-of）应等于该类实体各行之和；编码有上下级的，上级等于其下一级之和，"
    "合计等于最上一级之和；并列的各列同样。按数值类型不相加的（中位数、日期、文字）不计。"
    "有的行没有读出，或者缺少上级编码的，无法判断。",
    AddsUp,
    check,
    MESSAGES,
)
