"""A real report, where it is at hand: everything in it stands where it should, and its true faults are found."""

from __future__ import annotations

import os
from pathlib import Path
from time import perf_counter

import pytest

from linter.binding import bind
from linter.model.document import Source, Table
from linter.model.pack import Family
from linter.model.report import BoundReport, MissKind
from linter.model.span import PdfSpan
from linter.readers import read

REPORT = Path(__file__).parents[3].parent / "shared" / "reports" / "hongze-2023.pdf"


@pytest.fixture(scope="module")
def source() -> Source:
    if not REPORT.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"the report is not at {REPORT}")
        pytest.skip(f"the report is not at {REPORT}")
    return Source(REPORT.name, REPORT.read_bytes(), "pdf")


@pytest.fixture(scope="module")
def bound(source: Source, family: Family) -> BoundReport:
    pack = family.for_year(2023)
    assert pack is not None
    return bind(read(source), pack.template)


def row(bound: BoundReport, table: str, id: str) -> list[str]:
    return [cell.text for address, cell in bound.tables[table].cells.items() if address.row == id]


def test_figures(bound: BoundReport) -> None:
    assert row(bound, "review_litigation", "review") == ["10", "1", "0", "0", "0"]
    assert row(bound, "review_litigation", "litigation_direct") == ["0"] * 5
    assert row(bound, "review_litigation", "litigation_after_review") == ["5", "0", "0", "0", "0"]
    assert row(bound, "requests", "new_received") == ["21", *"00000", "21"]
    assert row(bound, "requests", "unable_needs_creation") == ["3", *"00000", "3"]
    assert row(bound, "requests", "unable_unclear") == ["0"] * 7
    assert row(bound, "requests", "processed_total") == ["21", *"00000", "21"]
    assert row(bound, "proactive", "rules") == ["0", "0", "0"]
    assert row(bound, "proactive", "normative_docs") == ["0", "5", "5"]
    amounts = [row(bound, "proactive", id) for id in ("admin_license", "admin_penalty", "admin_coercion", "admin_fees")]
    assert amounts == [["550"], ["4119"], ["195"], ["7730.28"]]


def test_what_does_not_fit(bound: BoundReport) -> None:
    misses = {(table, miss.kind, miss.rows) for table, it in bound.tables.items() for miss in it.misses}
    assert ("requests", MissKind.LABEL_MISSPELT, ("denied_other_law",)) in misses
    assert ("requests", MissKind.GROUP_COLLAPSED, ("other",)) in misses
    assert not [miss for miss in misses if miss[0] != "requests"]


def test_pieces_of_a_table_are_one_and_labels_go_on_over_the_page(source: Source) -> None:
    tables = [block for block in read(source).blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [14, 26, 4]
    label = tables[1].rows[5].cells[0]
    assert (len(label.text.value), label.row_span) == (9, 20)


def test_places(bound: BoundReport) -> None:
    cells = {str(address): cell.span for table in bound.tables.values() for address, cell in table.cells.items()}
    span = cells["review_litigation.review.upheld"]
    assert isinstance(span, PdfSpan)
    assert (span.page, round(span.left), round(span.right)) == (4, 86, 100)


def test_sections_and_prose(bound: BoundReport) -> None:
    assert [section.spec.id for section in bound.sections] == [
        "overview",
        "proactive",
        "requests",
        "review_litigation",
        "problems",
        "other_matters",
    ]
    paragraphs = [block.text for block in bound.document.blocks if not isinstance(block, Table)]
    assert len(paragraphs) == 18
    assert max(len(text.pieces) for text in paragraphs) == 11  # lines, over two pages


def test_read_in_time(source: Source) -> None:
    times = []
    for _ in range(5):
        start = perf_counter()
        read(source)
        times.append(perf_counter() - start)
    assert min(times) < 0.2  # 0.04 s on a quiet machine
