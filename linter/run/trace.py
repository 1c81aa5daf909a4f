"""How a report was read: each section, table, row and column of the form, where it was found, or why it was not.

All of it is what binding says of itself (bound cells and their places, and misses): nothing is bound a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.model.message import Localised, Message
from linter.model.report import BoundReport, BoundTable, CellState, Miss, MissKind, TitleMatch
from linter.model.template import ColumnSpec, RowSpec, SectionSpec, TableSpec
from linter.model.trace import Step


def trace(report: BoundReport) -> tuple[Step, ...]:
    """The steps, in the order of the form: the sections, each table with its rows and columns, what is left over."""
    steps = [_section(spec, report) for spec in report.template.sections]
    steps += [
        Step(0, _SORTS["heading"], _same(one.text.value), False, Message("trace.no-section"), one.text.span)
        for one in report.extra
    ]
    for spec in report.template.tables:
        tables = report.tables_of(spec.id)
        for table in tables:
            steps += _table(table, report)
        if not tables:
            steps.append(_no_table(spec, report))
    return tuple(steps)


_SORTS = {name: Message(f"trace.{name}") for name in ("section", "heading", "table", "row", "column", "other")}


def _same(name: str) -> Localised:
    return Localised(name, name)


def _section(spec: SectionSpec, report: BoundReport) -> Step:
    bound = report.section(spec.id)
    if bound is None:
        words = (spec.label.text, *spec.label.aliases)
        return Step(
            0, _SORTS["section"], _same(spec.label.text), False, Message("trace.section-lost", {"titles": words[:3]})
        )
    key = "trace.section-exact" if bound.match is TitleMatch.EXACT else "trace.section-similar"
    how = Message(key, {"title": bound.heading.value})
    return Step(0, _SORTS["section"], _same(spec.label.text), True, how, bound.heading.span)


def _no_table(spec: TableSpec, report: BoundReport) -> Step:
    found = spec.found_by
    if found.title or found.caption:
        how = Message("trace.table-no-title", {"pattern": found.title or found.caption})
    elif spec.section and report.section(spec.section) is None:
        how = Message("trace.table-no-section", {"section": spec.section})
    elif found.header:
        how = Message("trace.table-no-header", {"labels": found.header[:4]})
    else:
        labels = [row.label.text for block in spec.blocks for row in block.rows if row.label.text]
        how = Message("trace.table-no-labels", {"labels": tuple(labels[:4])})
    return Step(0, _SORTS["table"], spec.title, False, how)


def _table(table: BoundTable, report: BoundReport) -> Iterator[Step]:
    spec = table.spec
    yield Step(0, _SORTS["table"], spec.title, True, _how(table, report), table.span)
    for block in spec.blocks:
        for row in block.rows:
            if not (row.details and not row.part):
                yield _row(row, block.columns, table)
        for column in block.columns:
            yield _column(column, block.rows, table)
    for miss in table.misses:
        if miss.kind in _LEFT_OVER:
            how = Message(f"trace.{miss.kind.value}", {"expected": miss.expected})
            yield Step(1, _SORTS["other"], _same(miss.seen or miss.expected), False, how, miss.span)


_LEFT_OVER = (
    MissKind.ROW_UNKNOWN,
    MissKind.COLUMN_UNKNOWN,
    MissKind.TABLE_TWICE,
    MissKind.LABEL_MISSPELT,
    MissKind.LABEL_OUTDATED,
    MissKind.CORNER_MISSING,
)


def _how(table: BoundTable, report: BoundReport) -> Message:
    """By what a table was told from others, and in how many pieces it stands."""
    pieces = len({cell.span.at.block for cell in table.cells.values()}) or 1
    found = table.spec.found_by
    key = "title" if found.title or found.caption else "header" if found.header or _is_open(table) else "labels"
    where = next((one.title for one in report.sections if one.first <= table.span.at.block < one.last), "")
    return Message(f"trace.by-{key}", {"pieces": pieces, "section": where or "-"})


def _is_open(table: BoundTable) -> bool:
    return any(row.entity for block in table.spec.blocks for row in block.rows)


def _row(row: RowSpec, columns: Sequence[ColumnSpec], table: BoundTable) -> Step:
    own = [table.cells[at] for at in table.cells if at.row == row.id]
    name = _same(row.name or row.label.text or row.id)
    if not own:
        return Step(1, _SORTS["row"], name, False, _why(row.id, table, of_rows=True))
    figures = sum(cell.state is not CellState.BLANK for cell in own)
    wanted = [column for column in columns if column.detail is (row.details and bool(row.part))]
    values = {"read": len(own), "of": len(wanted), "filled": figures}
    spans = tuple(cell.span for cell in own)
    return Step(1, _SORTS["row"], name, True, Message("trace.row-read", values), spans[0], spans)


def _column(column: ColumnSpec, rows: Sequence[RowSpec], table: BoundTable) -> Step:
    here = {row.id for row in rows}
    own = [cell for at, cell in table.cells.items() if at.column == column.id and at.row in here]
    name = _same(column.name or column.label.text or column.id)
    if not own:
        return Step(1, _SORTS["column"], name, False, _why(column.id, table, of_rows=False))
    spans = tuple(cell.span for cell in own)
    values = {"read": len(own), "of": len(rows)}
    return Step(1, _SORTS["column"], name, True, Message("trace.column-read", values), spans[0], spans)


_OF_LINES: Mapping[bool, tuple[MissKind, ...]] = {
    True: (MissKind.ROW_TWICE, MissKind.ROW_UNREADABLE, MissKind.GROUP_COLLAPSED, MissKind.ROW_MISSING),
    False: (MissKind.COLUMNS_UNCLEAR, MissKind.COLUMN_MISSING),
}
"""What may keep rows (True) and columns from being read, the closer reason first."""


def _why(id: str, table: BoundTable, of_rows: bool) -> Message:
    """Why a row or a column has no figure."""
    for kind in _OF_LINES[of_rows]:
        for miss in table.misses:
            if miss.kind is kind and id in _lines(miss, of_rows):
                return Message(f"trace.{kind.value}")
    return Message("trace.nothing-bound")


def _lines(miss: Miss, of_rows: bool) -> tuple[str, ...]:
    return miss.rows if of_rows else miss.columns
