"""Rows of drawn tables whose label takes several columns of the grid."""

from __future__ import annotations

from linter.binding import bind
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read


def test_columns_that_a_label_covers_are_not_those_of_figures(family: Family) -> None:
    """The page ends within the table: its last three columns are not on it, and the fourth is cut off."""
    template = family.packs[-1].template
    section = template.sections[2]
    page = f"<h2>{section.number}{section.label.text}</h2><table>"
    for row in template.tables[1].blocks[0].rows[:4]:
        page += f"<tr><td colspan=3>{row.label.text}<td>128<td>1<td>13<td>7<td>"
    report = bind(read(Source("page.html", f"{page}</table>".encode(), "html")), template)
    assert [table.cells for table in report.tables.values()] == [{}]
