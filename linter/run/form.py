"""An empty, correct report written from a template: the form as tab rows, every figure zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.binding import sample
from linter.model.address import Address
from linter.model.template import BlockSpec, ColumnSpec, FormTexts, Label, RowSpec, TableSpec, Template
from linter.model.value import Sort
from linter.text.regex import regex

ZERO = "0"
DAY = "2000-01-01"

_ESCAPED = regex(r"\\([^\w\s])")


def write(
    template: Template,
    year: int | None = None,
    organisation: str = "",
    cells: Mapping[Address, str] | None = None,
) -> str:
    """The text of a report with every section, table and row of the template; `cells` replace zeros.

    One physical row a line, cells apart by tabs, merged cells left empty: as text comes out of a word processor.
    """
    given = cells or {}
    template = sample(template, year)
    words = {"organisation": organisation, "year": str(year or "")}
    lines = [template.form.title.format(**words), "", template.form.lead.format(**words), ""]
    for section in template.sections:
        lines += [section.number + section.label.text, ""]
        if section.id in template.form.sections:
            lines += [template.form.sections[section.id].format(**words), ""]
        for table in template.tables:
            if table.section == section.id:
                lines += _table(table, template.form, given)
    for table in template.tables:
        if not table.section:
            lines += _table(table, template.form, given)
    return "\n".join(lines)


def _table(table: TableSpec, form: FormTexts, cells: Mapping[Address, str]) -> list[str]:
    """A table with the line above it by which it is found."""
    title = title_of(table, form)
    rows = ["\t".join(row) for row in table_rows(table, cells)]
    return [*([title, ""] if title else []), *rows, ""]


def title_of(table: TableSpec, form: FormTexts) -> str:
    """The line above a table: as the pack gives it, or the pattern by which it is found, if that is mere words."""
    base = table.id.removesuffix(f".{table.entity}") if table.entity else table.id
    plain = _ESCAPED.sub(r"\1", table.found_by.title or table.found_by.caption)
    return form.tables.get(base, plain).replace("{entity}", table.entity)


def table_rows(table: TableSpec, cells: Mapping[Address, str]) -> Iterator[list[str]]:
    """The physical rows of a table, each padded to the width of the table."""
    rows = list(_across_rows(table, cells) if table.across else _upright_rows(table, cells))
    width = max(len(row) for row in rows)
    for row in rows:
        yield row + [""] * (width - len(row))


def _upright_rows(table: TableSpec, cells: Mapping[Address, str]) -> Iterator[list[str]]:
    for block in table.blocks:
        depth = 1 + max(len(row.parents) for row in block.rows)
        if block.heading is not None:
            yield [block.heading.text]
        yield from _header(block, depth)
        above: tuple[Label, ...] = ()
        for row in block.rows:
            if row.details and row.entity and not row.part:
                continue  # its figures stand in the first line of its details
            labels = [label.text if label not in above else "" for label in row.parents]
            yield [*_padded([*labels, row.label.text], depth), *_figures(table, row, block.columns, cells)]
            above = row.parents


def _padded(labels: list[str], depth: int) -> list[str]:
    return labels + [""] * (depth - len(labels))


def _figures(
    table: TableSpec, row: RowSpec, columns: tuple[ColumnSpec, ...], cells: Mapping[Address, str]
) -> list[str]:
    if not row.details:
        return [cells.get(Address(table.id, row.id, column.id), _usual(row, column)) for column in columns]
    at = {True: row.id if row.part else "", False: {"1": row.entity, "": row.id}.get(row.part, "")}
    return [
        cells.get(Address(table.id, at[column.detail], column.id), ZERO) if at[column.detail] else ""
        for column in columns
    ]


def _usual(row: RowSpec, column: ColumnSpec) -> str:
    """What stands in a cell of which nothing is said: zero, or some day."""
    return DAY if (row.value or column.value).sort is Sort.DATE else ZERO


def _header(block: BlockSpec, depth: int) -> Iterator[list[str]]:
    """The corner labels over the row labels, and above the figures a row for each level of the column labels."""
    levels = 1 + max(len(column.parents) for column in block.columns)
    corner = [label.text for label in block.corner[:1]]
    if len(block.corner) > 1:
        yield _padded(corner, depth) + [label.text for label in block.corner[1:]]
        corner = []
    for level in range(levels):
        yield _padded(corner, depth) + list(_level(block.columns, level))
        corner = []


def _level(columns: tuple[ColumnSpec, ...], level: int) -> Iterator[str]:
    shown: Label | None = None
    for column in columns:
        path = (*column.parents, column.label)
        label = path[level] if level < len(path) else None
        if label is None or (label == shown and level < len(path) - 1):
            yield ""
        else:
            yield label.text
        shown = label


def _across_rows(table: TableSpec, cells: Mapping[Address, str]) -> Iterator[list[str]]:
    """Header rows with the row labels side by side, the column labels below each, and one row of figures."""
    block = table.blocks[0]
    levels = 1 + max(len(row.parents) for row in block.rows)
    for level in range(levels + 1):
        line: list[str] = []
        shown: Label | None = None
        for row in block.rows:
            path = (*row.parents, row.label)
            if level == len(path):
                line += [column.label.text for column in block.columns]
                continue
            label = path[level] if level < len(path) else None
            text = label.text if label is not None and label != shown else ""
            line += [text] + [""] * (len(block.columns) - 1)
            shown = label
        yield line
    yield [figure for row in block.rows for figure in _figures(table, row, block.columns, cells)]
