"""A real page from a government site, pasted from a word processor: all of it is read, and found where it stands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from page_blocks import texts
from real_reports import shared_folder

from linter.model.document import Paragraph, Source, Table
from linter.model.pack import Family
from linter.model.span import TextSpan
from linter.readers import read
from linter.run.engine import LintOptions, lint


@pytest.fixture(scope="module")
def page() -> Source:
    path: Path = next(shared_folder("reports").glob("*.html"))
    return Source(path.name, path.read_bytes(), "html")


def test_blocks(page: Source) -> None:
    document = read(page)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [4, 14, 28, 4]
    assert [max(row.width for row in table.rows) for table in tables] == [4, 4, 10, 15]
    assert [block.level for block in document.blocks if isinstance(block, Paragraph) and block.level] == [1]
    assert document.notes == ()


def test_places(page: Source) -> None:
    source = page.data.decode()
    lines = source.split("\n")
    for text in texts(read(page)):
        for start, span in text.pieces:
            assert isinstance(span, TextSpan)
            assert span.offset == sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
            if text.value[start : start + 1].isalnum():
                assert source[span.offset] == text.value[start]


def test_figures_and_findings(page: Source, family: Family) -> None:
    result = lint(page, family)
    assert (result.head.pack, result.head.year, result.head.organisation) == (
        "cn-open-government/2021",
        2023,
        "沭阳县发展和改革局",
    )
    assert sorted(finding.severity.value for finding in result.findings) == ["info", "warning", "warning"]
    figures = lint(page, family, LintOptions(rules=False)).figures
    review = figures["review_litigation"]["review"]
    assert list(review.values()) == [Decimal(value) for value in (0, 0, 0, 1, 1)]
    rows = figures["requests"]
    assert {len(row) for row in rows.values()} == {7}
    assert rows["new_received"]["natural_person"] == rows["processed_total"]["total"] == 26
