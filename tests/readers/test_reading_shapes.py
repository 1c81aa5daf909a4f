"""Every shape of a table that a text may have, from the table of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_blocks import read_text, stated
from ruamel.yaml import YAML

from linter.model.document import Table

CASES: list[dict[str, Any]] = YAML(typ="safe").load((Path(__file__).parent / "shapes.yaml").read_text(encoding="utf-8"))
FORMATS = [(case, suffix) for case in CASES for suffix in case.get("as", ("txt", "md"))]


@pytest.mark.parametrize(("case", "suffix"), FORMATS, ids=[f"{case['name']} ({suffix})" for case, suffix in FORMATS])
def test_blocks(case: dict[str, Any], suffix: str) -> None:
    document = read_text(case["text"].replace("→", "\t").replace("␣", "\u3000"), suffix)

    assert stated(document) == case["blocks"]
    ruled = {block.ruled for block in document.blocks if isinstance(block, Table)}
    assert ruled <= {case.get("ruled", False)}


def test_levels_of_headings() -> None:
    document = read_text("# 年报\n\n### 一、总体情况\n\n正文\n\n题目\n---\n", "md")
    assert [getattr(block, "level", None) for block in document.blocks] == [1, 3, 0, 2]


def test_columns_count_from_zero() -> None:
    table = read_text("规章\t0\t0\n文件\t1\t2\n").blocks[0]
    assert isinstance(table, Table)
    assert [[cell.column for cell in row.cells] for row in table.rows] == [[0, 1, 2], [0, 1, 2]]
