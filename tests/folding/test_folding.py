"""One wrong figure in a consistent report is one finding, which names the figure and what it should be."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from linter.engine import lint
from linter.form import write
from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Finding, Severity
from linter.model.pack import Family, Pack
from linter.model.template import Template

YEARS = (2020, 2023)


def consistent(template: Template, rng: random.Random, largest: int) -> dict[Address, int]:
    """Figures of tables 3 and 4 that agree throughout."""
    requests = template.table("requests")
    review = template.table("review_litigation")
    assert requests is not None and review is not None
    block = requests.blocks[0]
    rows = [row.id for row in block.rows]
    columns = [column.id for column in block.columns if column.id != "total"]
    outcomes = [row for row in rows if row not in ("new_received", "carried_in", "processed_total", "carried_out")]
    figures: dict[Address, int] = {}
    for column in columns:
        parts = {row: rng.randrange(largest + 1) for row in outcomes}
        processed = sum(parts.values())
        carried_out = rng.randrange(largest + 1)
        carried_in = rng.randrange(processed + carried_out + 1)
        parts |= {"processed_total": processed, "carried_out": carried_out, "carried_in": carried_in}
        parts["new_received"] = processed + carried_out - carried_in
        figures |= {Address("requests", row, column): value for row, value in parts.items()}
    for row in rows:
        total = sum(figures[Address("requests", row, column)] for column in columns)
        figures[Address("requests", row, "total")] = total
    for row in review.blocks[0].rows:
        parts = {column.id: rng.randrange(largest + 1) for column in review.blocks[0].columns if column.id != "total"}
        figures |= {Address("review_litigation", row.id, column): value for column, value in parts.items()}
        figures[Address("review_litigation", row.id, "total")] = sum(parts.values())
    return figures


def errors(pack: Pack, family: Family, figures: dict[Address, int], year: int) -> list[Finding]:
    cells = {address: str(value) for address, value in figures.items()}
    text = write(pack.template, year, "云岭县青溪镇人民政府", cells)
    result = lint(Source("report.txt", text.encode(), "txt"), family)
    assert result.error is None
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("largest", [0, 9, 400])
def test_a_consistent_report_has_no_finding(family: Family, year: int, largest: int) -> None:
    pack = family.for_year(year)
    assert pack is not None
    figures = consistent(pack.template, random.Random(largest), largest)
    assert not errors(pack, family, figures, year)


@pytest.mark.parametrize("year", YEARS)
def test_every_single_error_in_table_three_is_traced(family: Family, year: int) -> None:
    pack = family.for_year(year)
    assert pack is not None
    rng = random.Random(year)
    right = consistent(pack.template, rng, 30)
    for address in (address for address in right if address.table == "requests"):
        wrong = right[address] + rng.choice([-1, 1, 9, 10, -right[address]])
        if wrong < 0 or wrong == right[address]:
            wrong = right[address] + 7
        found = errors(pack, family, right | {address: wrong}, year)
        assert len(found) == 1, (address, [finding.message for finding in found])
        suspect = found[0].suspect
        assert suspect is not None and suspect.address == address
        assert (suspect.value, suspect.suggested) == (Decimal(wrong), Decimal(right[address]))
        assert len(found[0].related) + 1 in (2, 3)


@pytest.mark.parametrize("year", YEARS)
def test_an_error_that_one_sum_alone_sees_has_no_suspect(family: Family, year: int) -> None:
    pack = family.for_year(year)
    assert pack is not None
    right = consistent(pack.template, random.Random(year), 5)
    address = Address("review_litigation", "review", "upheld")
    found = errors(pack, family, right | {address: right[address] + 1}, year)
    assert [finding.suspect for finding in found] == [None]


@pytest.mark.parametrize("year", YEARS)
def test_two_errors_are_never_taken_for_one(family: Family, year: int) -> None:
    """Where a single figure is named, changing it to what is suggested leaves no finding of its group."""
    pack = family.for_year(year)
    assert pack is not None
    rng = random.Random(year + 1)
    right = consistent(pack.template, rng, 30)
    cells = [address for address in right if address.table == "requests"]
    for _ in range(60):
        wrong = right | {address: right[address] + rng.randrange(1, 20) for address in rng.sample(cells, 2)}
        for finding in errors(pack, family, wrong, year):
            if finding.suspect is not None:
                mended = wrong | {finding.suspect.address: int(finding.suspect.suggested)}
                left = {later.rule + str(later.cells[0].address) for later in errors(pack, family, mended, year)}
                group = {one.rule + str(one.cells[0].address) for one in (finding, *finding.related)}
                assert not left & group
