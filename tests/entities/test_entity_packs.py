"""A pack with entities from end to end: its own tests, last year's report, what a run says, very many entities."""

from __future__ import annotations

import time
from pathlib import Path

from linter.binding import after, bind
from linter.model.address import Address
from linter.model.document import Source
from linter.model.pack import Pack
from linter.model.report import BoundReport
from linter.packs import load
from linter.readers import read
from linter.run.engine import figures, lint
from linter.run.rule_tests import run_tests

FOLDER = Path(__file__).parent / "pools"
HEADING = "Visits to the pools that the borough runs by itself or together with others"
HEADER = "\tVisits by adults\tVisits by children"


def pack() -> Pack:
    return load(FOLDER, cache=False).packs[0]


def report(*rows: str, year: int = 2026) -> str:
    return "\n".join(
        (f"Borough of Yunling: Return of Swimming Pools {year}", "", HEADING, "", f"Pool{HEADER}", *rows, "")
    )


def bound(text: str) -> BoundReport:
    return bind(read(Source("return.txt", text.encode(), "txt")), pack().template)


def test_the_tests_of_the_pack_pass() -> None:
    outcomes = run_tests(pack())
    assert outcomes
    assert [outcome for outcome in outcomes if not outcome.passed] == []


def test_a_name_keeps_its_spaces() -> None:
    assert bound(report("Lido\t1\t2")).organisation == "Borough of Yunling"


def test_findings_point_at_the_cell_of_an_entity() -> None:
    text = report("St. Mary's Baths\t\t0", "All pools\t1\t0")
    result = lint(Source("return.txt", text.encode(), "txt"), load(FOLDER, cache=False))
    found = [finding for finding in result.findings if finding.rule == "filled-in"]
    assert [str(cell.address) for finding in found for cell in finding.cells] == ["visits.St. Mary's Baths.adults"]


def test_figures_of_entities_are_extracted_in_the_order_of_the_draft() -> None:
    table = bound(report("West\t1\t2", "East\t3\tn/a", "All pools\t4\t2")).tables["visits"]
    assert {row: dict(cells) for row, cells in figures(table).items()} == {
        "West": {"adults": 1, "children": 2},
        "East": {"adults": 3, "children": None},
        "all": {"adults": 4, "children": 2},
    }


def test_an_entity_is_the_same_in_last_years_report_however_it_is_printed() -> None:
    last = bound(report("LIDO\t1\t2", "Old Baths\t5\t6", "All pools\t6\t8", year=2025))
    this = after(last, bound(report("Lido\t3\t4", "All pools\t3\t4")))
    assert this.previous is not None
    assert [entity.id for entity in this.previous.entities["pool"]] == ["Lido", "Old Baths"]
    values = {
        row: cell.value if (cell := this.cell(Address("visits", row, "adults", previous=True))) else None
        for row in ("Lido", "LIDO", "Old Baths", "all")
    }
    assert values == {"Lido": 1, "LIDO": None, "Old Baths": 5, "all": 6}
    assert [group.rows for group in this.previous.tables["visits"].spec.blocks[0].groups] == [("Lido", "Old Baths")]


def test_time_grows_with_the_number_of_entities_and_no_faster() -> None:
    def seconds(count: int) -> float:
        text = report(*(f"Pool number {index}\t{index}\t1" for index in range(count)))
        document, template = read(Source("return.txt", text.encode(), "txt")), pack().template
        start = time.perf_counter()
        table = bind(document, template).tables["visits"]
        assert len(table.cells) == 2 * count
        return time.perf_counter() - start

    seconds(10)
    few, many = min(seconds(500) for _ in range(3)), min(seconds(5000) for _ in range(2))
    assert many < 30 * few


ALIKE = r"""
pack: {title: {en: Beds}, language: en, layout: now}
layouts: [{id: now, title: {en: now}}]
marks: [Return of beds]
entities: {ward: {title: {en: ward}, samples: [North]}}
tables:
  - id: beds
    found-by: {title: 'A\.1\.'}
    title: {en: Beds}
    corner: [Ward]
    rows: [{each: ward}]
    columns: [{id: open, label: Beds open}]
  - id: staff
    found-by: {title: 'A\.1\. Beds'}
    title: {en: Staff}
    corner: [Grade]
    rows: [{each: ward}]
    columns: [{id: staff, label: Staff}]
"""


def test_a_table_whose_title_is_anothers_is_nowhere(tmp_path: Path) -> None:
    """The other one shows its header, so that nothing is left for this."""
    (tmp_path / "pack.yaml").write_text(ALIKE, encoding="utf-8")
    text = "# Return of beds\n\n## A.1. Beds\n\n| Ward | Beds open |\n|---|--:|\n| North | 3 |\n"
    template = load(tmp_path, cache=False).packs[0].template
    assert set(bind(read(Source("a.md", text.encode(), "md")), template).tables) == {"beds"}
