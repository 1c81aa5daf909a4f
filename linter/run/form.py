"""An empty, correct report written from a template: the form as tab rows, every figure zero."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding import sample
from linter.forms.grid import FormCell, grid_of
from linter.forms.parts import title_of
from linter.model.address import Address
from linter.model.template import ColumnSpec, FormTexts, RowSpec, TableSpec, Template
from linter.model.value import Sort

ZERO = "0"
DAY = "2000-01-01"


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


def table_rows(table: TableSpec, cells: Mapping[Address, str]) -> list[list[str]]:
    """The physical rows of a table, each as wide as the table."""

    def written(cell: FormCell) -> str:
        if cell.of is None or cell.address is None:
            return cell.text
        return cells.get(cell.address, _usual(*cell.of))

    return grid_of(table).texts(written)


def _usual(row: RowSpec, column: ColumnSpec) -> str:
    """What stands in a cell of which nothing is said: zero, or some day."""
    return DAY if not row.details and (row.value or column.value).sort is Sort.DATE else ZERO
