"""The same report as text and as a PDF file, drawn in every way that programs draw tables, binds identically."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pdf_paper import Paper, report

from linter.binding import bind
from linter.model.address import Address
from linter.model.document import Document, Source, Table
from linter.model.pack import Family, Pack
from linter.model.report import BoundReport
from linter.readers import read
from linter.run.form import write

AGENCY = "松湖街道办事处"
HEIGHTS = {"one long page": 1800, "A4": 842, "low pages": 500, "lower pages": 430}


def figures(pack: Pack) -> dict[Address, str]:
    """A different figure at every address, so that none can be taken for another."""
    addresses = [address for table in pack.template.tables for address in table.addresses()]
    return {address: f"{number + 1}" for number, address in enumerate(addresses)}


def read_pdf(data: bytes) -> Document:
    return read(Source("report.pdf", data, "pdf"))


def values(bound: BoundReport) -> dict[str, Decimal | None]:
    return {str(address): cell.value for table in bound.tables.values() for address, cell in table.cells.items()}


def misses(bound: BoundReport) -> list[tuple[str, ...]]:
    return [(miss.kind, *miss.rows, *miss.columns) for table in bound.tables.values() for miss in table.misses]


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("height", HEIGHTS.values(), ids=HEIGHTS)
@pytest.mark.parametrize("ruling", ["lines", "fills", "double"])
def test_binds_like_the_text(family: Family, year: int, height: float, ruling: str) -> None:
    same_as_text(
        family, year, Paper(height=height, ruling=ruling, running_head="松湖街道年度报告", bold=ruling == "double")
    )


@pytest.mark.parametrize("ruling", ["boxes", "dashes"])
def test_other_ways_to_rule(family: Family, ruling: str) -> None:
    same_as_text(family, 2021, Paper(ruling=ruling))


def same_as_text(family: Family, year: int, paper: Paper) -> None:
    pack = family.for_year(year)
    assert pack is not None
    cells = figures(pack)
    drawn = bind(read_pdf(report(paper, pack.template, year, AGENCY, cells)), pack.template)
    text = write(pack.template, year, AGENCY, cells)
    written = bind(read(Source("report.txt", text.encode(), "txt")), pack.template)
    assert values(drawn) == values(written)
    assert len(values(drawn)) == len(cells)
    assert misses(drawn) == misses(written) == []
    assert [section.spec.id for section in drawn.sections] == [section.spec.id for section in written.sections]
    assert {name: fact.value for name, fact in drawn.facts.items()} == {
        name: fact.value for name, fact in written.facts.items()
    }


def test_header_repeated_on_every_page(family: Family) -> None:
    pack = family.for_year(2021)
    assert pack is not None
    cells = figures(pack)
    paper = Paper(height=430, repeat_header=True)
    bound = bind(read_pdf(report(paper, pack.template, 2021, AGENCY, cells)), pack.template)
    assert values(bound) == {str(address): Decimal(text) for address, text in cells.items()}
    assert misses(bound) == []


def test_table_over_three_pages_is_one(family: Family) -> None:
    pack = family.for_year(2021)
    assert pack is not None
    document = read_pdf(report(Paper(height=430), pack.template, 2021, AGENCY))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) == 3
    assert {cell.text.span.location()["page"] for row in tables[1].rows for cell in row.cells} >= {4, 5, 6}
    assert {row.width for row in tables[1].rows[3:]} == {10}


def test_prose_is_that_of_the_text(family: Family) -> None:
    pack = family.for_year(2021)
    assert pack is not None
    document = read_pdf(report(Paper(height=600, running_head="年度报告"), pack.template, 2021, AGENCY))
    prose = [block.text.value.replace(" ", "") for block in document.blocks if not isinstance(block, Table)]
    lines = [line.replace(" ", "") for line in write(pack.template, 2021, AGENCY).split("\n") if "\t" not in line]
    headings = {block.heading.text for table in pack.template.tables for block in table.blocks if block.heading}
    assert prose == [line for line in lines if line and line not in headings]
