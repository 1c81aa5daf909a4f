"""A pack with one square table whose rows and columns are added up, as large as one likes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import error_of
from linter.packs import load
from linter.run.engine import lint
from linter.run.form import write

PACK = """
pack: {{title: {{zh: 方表, en: square}}, layout: square, years: {{first: 2000}}}}
layouts: [{{id: square, title: {{zh: 方表, en: square}}, years: {{first: 2000}}, labels: [第0列]}}]
marks: [方表报告]
facts: {{year: [{{region: title, pattern: '(?P<value>20\\d\\d)年'}}]}}
sections: [{{id: figures, label: 情况, number: 一、}}]
form: {{title: '{{organisation}}{{year}}年方表报告', lead: 方表报告}}
tables:
  - id: square
    section: figures
    title: {{zh: 方表, en: square}}
    columns: [{columns}]
    rows: [{rows}]
    sums: {{lines: [{lines}]}}
rules:
  - {{id: rows-add-up, kind: equation, for-each: square.rows, check: total == {parts}, {rest}}}
  - {{id: columns-add-up, kind: equation, for-each: square.columns, check: sum == sum(lines), {rest}}}
{more}
"""
REST = "title: {zh: 合计, en: sums}, severity: error, source: 样表"


def square(folder: Path, size: int, type: str = "count", more: str = "") -> Family:
    """The pack with `size` rows and columns, totals included, and rules `more` besides."""
    names = range(size - 1)
    text = PACK.format(
        columns=", ".join(f"{{id: c{one}, label: 第{one}列, value: {type}}}" for one in names)
        + f", {{id: total, label: 合计, value: {type}}}",
        rows=", ".join(f"{{id: r{one}, label: 第{one}行}}" for one in names) + ", {id: sum, label: 总和}",
        lines=", ".join(f"r{one}" for one in names),
        parts=" + ".join(f"c{one}" for one in names),
        rest=REST,
        more=indent(more, "  "),
    )
    (folder / "square").mkdir()
    (folder / "square" / "pack.yaml").write_text(text, encoding="utf-8")
    return load(folder / "square", cache=False)


def cell(row: int | str, column: int | str) -> Address:
    return Address(
        "square", f"r{row}" if isinstance(row, int) else row, f"c{column}" if isinstance(column, int) else column
    )


def filled(size: int, largest: int, rng: random.Random) -> dict[Address, int]:
    """Figures that agree."""
    inner = {(row, column): rng.randrange(largest + 1) for row in range(size - 1) for column in range(size - 1)}
    figures = {cell(*place): value for place, value in inner.items()}
    for line in range(size - 1):
        figures[cell(line, "total")] = sum(inner[line, other] for other in range(size - 1))
        figures[cell("sum", line)] = sum(inner[other, line] for other in range(size - 1))
    figures[cell("sum", "total")] = sum(inner.values())
    return figures


def found(family: Family, figures: Mapping[Address, int | str]) -> tuple[Finding, ...]:
    cells = {address: str(value) for address, value in figures.items()}
    text = write(family.packs[0].template, 2020, "青溪镇", cells)
    result = lint(Source("report.txt", text.encode(), "txt"), family)
    assert error_of(result) is None, error_of(result)
    return result.findings
