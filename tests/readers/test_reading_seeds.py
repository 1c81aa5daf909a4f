"""Real reports, where they are at hand: every physical row comes out with its cells."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from linter.model.document import Document, Source, Table
from linter.readers import read
from linter.readers.shapes import is_figure

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def seed(prefix: str) -> Document:
    if not SEEDS.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"the reports are not at {SEEDS}")
        pytest.skip(f"the reports are not at {SEEDS}")
    path = next(SEEDS.glob(f"{prefix}_*.txt"))
    return read(Source(path.name, path.read_bytes(), "txt"))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def widths(table: Table) -> list[int]:
    return [len(row.cells) for row in table.rows]


def figures(document: Document) -> Counter[int]:
    """How many rows have how many figures."""
    rows = [row for table in tables(document) for row in table.rows]
    counts = (sum(is_figure(cell.text.value) for cell in row.cells) for row in rows)
    return Counter(count for count in counts if count)


def test_rows_of_tabs_cut_by_pages() -> None:
    first, *requests, last = tables(seed("000"))
    assert widths(first) == [4] * 18
    assert [widths(piece) for piece in requests] == [[8] * 6, [10] * 19, [8]]
    assert widths(last) == [15] * 4


def test_rows_of_tabs_with_a_column_missing_on_one_page() -> None:
    pieces = [widths(piece) for piece in tables(seed("001"))]
    assert pieces == [[4] * 12, [3] * 6, [9] * 10, [10] * 13, [10] * 4, [15] * 4]


@pytest.mark.parametrize("prefix", ["002", "003"])
def test_cells_on_lines_of_their_own(prefix: str) -> None:
    document = seed(prefix)
    assert figures(document) == {2: 2, 3: 6, 7: 23, 15: 1}
    assert [len(table.rows) for table in tables(document)] == [18, 26, 4]


def test_prose_is_no_table() -> None:
    assert tables(seed("004")) == []
