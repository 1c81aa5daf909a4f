"""The same report as text and as a page binds to the same figures, with merged cells and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from html import escape

import pytest
from page_blocks import read_page

from linter import packs
from linter.binding import bind
from linter.model.address import Address
from linter.model.document import Document
from linter.model.pack import Pack
from linter.model.template import Template
from linter.run.form import write

FAMILY = packs.load("cn-open-government")


def figures(document: Document, template: Template) -> dict[Address, tuple[str, Decimal | None]]:
    report = bind(document, template)
    assert [section.spec.id for section in report.sections] == [section.id for section in template.sections]
    assert {fact: value.value for fact, value in report.facts.items()}["organisation"] == "青溪镇人民政府"
    assert not any(table.misses for table in report.tables.values())
    return {at: (cell.state, cell.value) for table in report.tables.values() for at, cell in table.cells.items()}


def page_of(text: str, rows: Callable[[list[list[str]]], Iterator[str]]) -> str:
    """A page with a paragraph a line and a table for each stretch of lines with tabs."""
    parts, table = [], list[list[str]]()
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append(line.split("\t"))
            continue
        if table:
            parts.append("<table border=1>\n" + "\n".join(rows(table)) + "\n</table>")
            table = []
        if line:
            parts.append(f"<p><span style='font-size:16pt'>{escape(line)}</span></p>")
    return "<html><body><div>\n" + "\n".join(parts) + "\n</div></body></html>"


def plain(table: list[list[str]]) -> Iterator[str]:
    for row in table:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"


def merged(table: list[list[str]]) -> Iterator[str]:
    """Empty cells belong to the cell on their left, at the beginning of a row to the cells above, as in the form."""
    cells: list[list[list[int]]] = []  # per row: column, columns, rows
    for row in table:
        lead = next((column for column, cell in enumerate(row) if cell), len(row))
        for above in reversed(cells):
            for cell in above:
                if cell[0] + cell[1] <= lead and cell[2] == len(cells) - cells.index(above):
                    cell[2] += 1
        cells.append([])
        for column, text in enumerate(row):
            if text:
                cells[-1].append([column, 1, 1])
            elif cells[-1]:
                cells[-1][-1][1] += 1
    for row, made in zip(table, cells, strict=True):
        yield "<tr>" + "".join(f'<td colspan="{n}" rowspan={m}>{escape(row[c])}' for c, n, m in made) + "</tr>"


@pytest.mark.parametrize("rows", [plain, merged])
@pytest.mark.parametrize("pack", FAMILY.packs, ids=lambda pack: pack.id)
def test_same_report(pack: Pack, rows: Callable[[list[list[str]]], Iterator[str]]) -> None:
    addresses = [at for table in pack.template.tables for at in table.addresses()]
    cells = {at: str(number % 90) for number, at in enumerate(addresses)}
    text = write(pack.template, pack.years.first, "青溪镇人民政府", cells)
    expected = figures(read_page(text, "txt"), pack.template)
    assert {at: value for at, (_, value) in expected.items()} == {at: Decimal(cell) for at, cell in cells.items()}
    assert figures(read_page(page_of(text, rows)), pack.template) == expected


def test_same_report_within_a_table_for_layout() -> None:
    pack = FAMILY.packs[-1]
    text = write(pack.template, pack.years.first, "青溪镇人民政府", {})
    page = page_of(text, merged).replace("<div>", "<table><tr><td>").replace("</div>", "</td></tr></table>")
    assert figures(read_page(page), pack.template) == figures(read_page(text, "txt"), pack.template)
