"""Binding takes time in proportion to the draft, whatever it is made of."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import process_time

import damage
import pytest
import small_forms
from test_damage import bound

from linter.binding import bind
from linter.model.document import Block, Cell, Document, Paragraph, Row, Table
from linter.model.pack import Family

FEW, MANY = 600, 4800
MOST = 3 * MANY / FEW
"""Times as long as the smaller draft that the greater may take: in proportion it is 8, squared 64."""


CANDIDATES = 5000
MOST_CALLS = 300
"""Calls of functions that a row of a table may cost that may be a row of the form: a million and a half take less than
half a second.
"""


def lines(text: str, count: int) -> list[Block]:
    return [Paragraph(small_forms.text(text, line)) for line in range(count)]


def rows(texts: list[str], count: int) -> tuple[Row, ...]:
    cells = [Cell(small_forms.text(text, 1), column) for column, text in enumerate(texts)]
    return (Row(tuple(cells)),) * count


def pieces(count: int) -> list[Block]:
    piece = Table((*rows(["季度", "申请"], 1), *rows(["第一季度", "3"], 1), *rows(["总计", "3"], 1)))
    return [block for line in lines("按季度统计如下。", count) for block in (line, piece)]


ADDED: dict[str, tuple[bool, Callable[[int], list[Block]]]] = {
    "short lines": (False, lambda count: lines("a", count)),
    "headings": (True, lambda count: lines("一、总体情况", count)),
    "headings that go on": (True, lambda count: lines("一、总体情况", 1) + lines("（一）其他", count)),
    "rows too short to be told": (True, lambda count: [Table(rows(["5"] * 14, count), ruled=True)]),
    "rows with one label": (True, lambda count: [Table(rows(["1.属于国家秘密", *"1234567"], count))]),
    "labels in parts": (True, lambda count: [Table(rows(["1.属于", "国家", "秘密"], count))]),
    "other tables": (True, pieces),
}


@pytest.mark.parametrize(("below", "added"), ADDED.values(), ids=ADDED)
def test_time_grows_with_the_draft(family: Family, below: bool, added: Callable[[int], list[Block]]) -> None:
    template = family.packs[1].template
    report, _ = bound(template, damage.sheets(template), damage.write_tabs)
    blocks = report.document.blocks
    end = next(index for index, block in enumerate(blocks) if isinstance(block, Table) and len(block.rows) < 6)

    def seconds(count: int) -> float:
        more = tuple(added(count))
        document = Document(
            "report.txt", "txt", (*blocks[: end + 1], *more, *blocks[end + 1 :]) if below else more + blocks
        )
        gc.collect()
        gc.disable()  # it takes its time from whatever else the tests keep
        start = process_time()
        bind(document, template)
        taken = process_time() - start
        gc.enable()
        return taken

    seconds(FEW)
    assert min(seconds(MANY) for _ in range(2)) < MOST * min(seconds(FEW) for _ in range(3))


@pytest.mark.parametrize("label", ["1.属于国家秘密", "1.属于国家密秘", "（二）部分公布", "电子邮件渠道"])
def test_five_thousand_candidates_cost_so_many_calls_each(family: Family, label: str) -> None:
    template = family.packs[1].template
    document, _ = bound(template, damage.sheets(template), damage.write_tabs)
    blocks = document.document.blocks
    end = next(index for index, block in enumerate(blocks) if isinstance(block, Table) and len(block.rows) > 20)
    candidates = Table(rows([label, *"1234567"], CANDIDATES))
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        bind(Document("report.txt", "txt", (*blocks[: end + 1], candidates, *blocks[end + 1 :])), template)
    finally:
        sys.setprofile(before)
    assert calls < MOST_CALLS * CANDIDATES
