"""Figures for spreadsheets: the long table loses nothing, and the shape of the form is that of the form."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from openpyxl import load_workbook

from linter.model.message import Localised
from linter.model.printed import Line, PrintedBlock, PrintedCell, PrintedTable
from linter.model.result import Extracted, Head
from linter.reporters.figure_tables import HEADER, Figures, csv_of

TABLE = PrintedTable(
    "requests",
    Localised("表三", "table three"),
    (
        PrintedBlock(
            (Line("new", "新收", ("一、本年新收",)), Line("granted", "予以公开", ("三、办理结果", "（一）予以公开"))),
            (Line("person", "自然人", ("自然人",)), Line("company", "企业", ("法人", "企业"))),
            {
                ("new", "person"): PrintedCell("12", Decimal(12)),
                ("new", "company"): PrintedCell("=1+1", None),
                ("granted", "person"): PrintedCell("-0.50", Decimal("-0.50")),
            },
        ),
    ),
)
FIGURES = {
    "requests": {
        "new": {"person": Decimal(12), "company": None},
        "granted": {"person": Decimal("-0.50"), "company": None},
        "processed": {"person": Decimal(3)},  # a group whose figures stand in one row: the form has no such line
    }
}
FILE = Extracted(Head("=报告.txt", "txt", "p", 2023, "青溪镇人民政府"), FIGURES, (TABLE,))


def test_the_long_table_has_every_figure_with_its_labels() -> None:
    lines = list(csv.DictReader(io.StringIO(csv_of(FILE, "zh", "\n")), fieldnames=HEADER))
    found = {(line["row"], line["column"]): line for line in lines}
    assert len(found) == len(lines) == 5
    assert found["new", "person"]["row_label"] == "新收"
    assert found["granted", "company"]["value"] == ""
    assert found["granted", "person"]["value"] == "-0.5"
    assert found["new", "company"]["printed"] == "'=1+1"
    assert (found["processed", "person"]["value"], found["processed", "person"]["row_label"]) == ("3", "processed")
    assert {line["path"] for line in lines} == {"./=报告.txt"}


def test_a_workbook_has_the_tables_in_the_form_s_own_shape() -> None:
    figures = Figures("zh")
    figures.add(FILE)
    figures.add(FILE._replace(head=Head("b.txt")))
    book = load_workbook(io.BytesIO(b"".join(figures.chunks())))
    assert book.sheetnames == ["数据", "requests"]
    rows = [list(row) for row in book["requests"].iter_rows(values_only=True)]
    assert rows[0][:2] == ["青溪镇人民政府 2023 表三", "=报告.txt"]
    assert [row[:4] for row in rows[1:5]] == [
        [None, None, None, "法人"],
        [None, None, "自然人", "企业"],
        [None, "一、本年新收", 12, "=1+1"],
        ["三、办理结果", "（一）予以公开", -0.5, None],
    ]
    assert len(rows) >= 2 * 5
    assert book["数据"].max_row == 1 + 2 * 4
