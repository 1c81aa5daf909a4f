"""Results as tables: CSV, workbooks, Parquet and the page, read back by those that read such files."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sample_results import FAULTY, RESULTS

import linter.reporters.xlsx
from linter.model.message import Localised
from linter.model.printed import Line, PrintedBlock, PrintedCell, PrintedTable
from linter.model.result import Checked, Head, Result, RunResult
from linter.model.tally import Tally
from linter.reporters import Look, render, reporter
from linter.reporters.recognising import is_result
from linter.reporters.rows import COLUMNS, number
from linter.reporters.sheets import safe

TABLE = PrintedTable(
    "requests",
    Localised("表三", "table three"),
    (
        PrintedBlock(
            (Line("new_received", "新收", ("一、本年新收",)),),
            (Line("total", "总计", ("总计",)), Line("other", "其他", ("其他",))),
            {("new_received", "total"): PrintedCell("=1+1", None)},
        ),
    ),
)


def written(format: str, *files: Result) -> bytes:
    report = reporter(format, Look("zh"))
    pieces = [report.begin(), *(report.add(report.part(file)) for file in files)]
    pieces += report.end(Tally.of(RunResult(files)))
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)


def book(*files: Result) -> dict[str, list[list[Any]]]:
    loaded = load_workbook(io.BytesIO(written("xlsx", *files)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in loaded}


def test_a_workbook_has_what_was_found_with_filters_and_widths() -> None:
    files = RESULTS["mixed"].files
    sheets = book(*files)
    assert list(sheets) == ["报告", "问题", "数据", "未核对"]
    assert len(sheets["报告"]) == 1 + sum(type(file).__name__ != "Skipped" for file in files)
    assert len(sheets["问题"]) == 1 + sum(len(file.findings) for file in files if isinstance(file, Checked))
    assert {row[-1] for row in sheets["问题"][1:]} == {one.rule for one in FAULTY.findings}
    loaded = load_workbook(io.BytesIO(written("xlsx", *files)))
    for sheet, columns in zip(loaded, COLUMNS.values(), strict=True):
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
        assert sheet.column_dimensions["A"].width >= columns[0][1]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    file = FAULTY._replace(
        head=Head('=HYPERLINK("http://a")', "txt", None, 2023, "=cmd|' /C calc'!A0"), tables=(TABLE,)
    )
    loaded = load_workbook(io.BytesIO(written("xlsx", file)))
    cells = [cell for sheet in loaded for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)
    assert "=1+1" in [cell.value for cell in cells]


def test_a_table_that_is_longer_than_a_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for most, names in ((3, ["报告"]), (2, ["报告", "报告 2"])):
        monkeypatch.setattr(linter.reporters.xlsx, "MOST_ROWS", most)
        sheets = book(Checked(Head("a.txt")), Checked(Head("b.txt")))
        assert [name for name in sheets if name.startswith("报告")] == names
        assert [row[0] for name in names for row in sheets[name][1:]] == ["a.txt", "b.txt"]


def test_the_table_of_findings_says_something_of_every_report() -> None:
    lines = list(csv.DictReader(io.StringIO(render(RESULTS["mixed"], "csv", Look("zh")))))
    assert {line["文件"] for line in lines} == {file.head.path for file in RESULTS["mixed"].files[:3]}
    assert {line["结论"] for line in lines} >= {"不通过", "通过", "未能检查"}
    assert sum(bool(line["规则"]) for line in lines) == len(FAULTY.findings)


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_no_text_in_a_csv_file_is_calculated(text: str) -> None:
    shown = safe(text)
    assert isinstance(shown, str)
    assert shown.endswith(text)
    assert shown[:1] not in ("=", "@", "\t", "\r")
    assert shown[:1] not in ("+", "-") or shown.strip("+-0123456789,.%") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("12.50", 12.5),
        ("-3", -3),
        ("123456789012345", 123456789012345),
        ("1234567890123456", "1234567890123456"),
    ],
)
def test_a_number_is_one_unless_a_spreadsheet_would_round_it(text: str, expected: object) -> None:
    from decimal import Decimal

    assert number(Decimal(text)) == expected


def test_parquet_has_a_row_for_each_finding() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written("parquet", *RESULTS["mixed"].files))).to_pylist()
    assert [row["rule"] for row in table if row["rule"]] == [one.rule for one in FAULTY.findings]
    assert {row["verdict"] for row in table} == {"fails", "passes", "failed"}
    assert parquet.read_table(io.BytesIO(written("parquet"))).num_rows == 0


def test_binary_results_are_known_by_what_is_in_them() -> None:
    pytest.importorskip("pyarrow")
    made = {format: written(format, FAULTY) for format in ("xlsx", "parquet", "html")}
    assert all(is_result(data, other) is (other == format) for format, data in made.items() for other in made)
    assert not is_result(b"PK\x03\x04", "xlsx")


class Outline(HTMLParser):
    """The elements of a page that is closed as it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.append(tag)
        self.targets += [value for name, value in attributes if name == "id" and value]
        self.links += [given["href"] or ""] if "href" in given else []


def test_the_page_of_a_run_loads_nothing_and_its_links_lead_somewhere() -> None:
    nasty = FAULTY._replace(head=Head("<script>alert(1)</script>.txt", "txt", None, 2023, "<img src=x>&"))
    text = written("html", nasty, *RESULTS["mixed"].files).decode()
    page = Outline()
    page.feed(text)
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert {link.removeprefix("#") for link in page.links} == set(page.targets)
    assert page.tags.count("article") == 2 * len(FAULTY.findings)
    assert "http:" not in text.replace("http-equiv", "")
