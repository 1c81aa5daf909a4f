"""What reports look like: one golden file per format, language and result. GOUJI_UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import json
import os
import unicodedata
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len
from sample_results import BALANCE, BLANKS, FAULTY, RESULTS

from linter.model.message import Message
from linter.model.result import Checked, Head, RunResult
from linter.reporters import BINARY, REPORTERS, Look, render
from linter.reporters.exact import dumps
from linter.reporters.layout import Ruler

GOLDEN = Path(__file__).parent / "golden"
TEXTS = [format for format in REPORTERS if format not in BINARY]
SUFFIXES = {
    "csv": "csv",
    "html": "html",
    "json": "json",
    "sarif": "json",
    "gitlab": "json",
    "rdjson": "json",
    "junit": "xml",
    "checkstyle": "xml",
    "jsonl": "jsonl",
    "markdown": "md",
}


@pytest.mark.parametrize(("format", "language", "name"), list(product(TEXTS, ("zh", "en"), RESULTS)))
def test_a_report_looks_like_its_golden_file(format: str, language: str, name: str) -> None:
    text = render(RESULTS[name], format, Look(language))
    golden = GOLDEN / f"{name}.{format}.{language}.{SUFFIXES.get(format, 'txt')}"
    if os.environ.get("GOUJI_UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("format", "language", "colour"), list(product(TEXTS, ("zh", "en"), (False, True))))
def test_no_control_character_of_a_report_gets_out(format: str, language: str, colour: bool) -> None:
    text = render(RESULTS["mixed"], format, Look(language, colour=colour))
    if format == "terminal" and colour:
        text = text.replace("\x1b[0m", "").replace("\x1b[", "[")
        assert "\x1b" not in text
    unsafe = [
        hex(ord(mark)) for mark in text if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp") and mark != "\n"
    ]
    assert unsafe == []


@pytest.mark.parametrize(("language", "width"), list(product(("zh", "en"), (40, 60, 80, 100))))
def test_no_line_is_wider_than_the_terminal(language: str, width: int) -> None:
    lines = render(RESULTS["mixed"], "terminal", Look(language, width)).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


def test_markup_of_rich_in_a_report_is_shown_as_it_stands() -> None:
    assert "[bold]" in render(RESULTS["faulty"], "terminal", Look("zh", colour=True))


def test_figures_stand_below_each_other() -> None:
    lines = render(RunResult((FAULTY,)), "terminal", Look("zh", verbose=True)).splitlines()
    names = ("一、本年新收政府信息公开申请数量 ", "二、上年结转 ", "四、结转下年度继续办理 ")
    drawn = [next(line for line in lines if line.strip().startswith(name)) for name in names]
    edges = {cell_len(line.split("小计")[0].rstrip(" <-")) for line in drawn}
    assert len(edges) == 1


def test_colour_changes_nothing_but_colour() -> None:
    import re

    plain = render(RESULTS["mixed"], "terminal", Look("zh"))
    coloured = render(RESULTS["mixed"], "terminal", Look("zh", colour=True))
    stripped = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


def test_json_is_version_1_with_all_its_keys() -> None:
    document = json.loads(render(RESULTS["mixed"], "json", Look("en")))
    assert document["version"] == 1
    assert {"files", "error", "warning", "info", "undecided"} <= document["summary"].keys()
    file = document["files"][0]
    assert {"path", "format", "pack", "year", "organisation", "findings", "undecided", "error"} <= file.keys()
    first = file["findings"][0]
    assert {"rule", "severity", "message", "source", "section", "table", "cells", "suspect", "location"} <= first.keys()
    assert first["suspect"] == {
        "table": "requests",
        "row": "processed_total",
        "column": "natural_person",
        "value": 13,
        "suggested": 14,
        "reason": None,
        "certain": False,
    }
    assert first["explanations"] == first["imputed"] == []
    assert first["location"] == {"line": 88, "column": 3}
    assert first["related"][0]["rule"] == BALANCE.related[0].rule
    assert document["summary"] == {
        "files": 3,
        "error": 2,
        "warning": 2,
        "info": 1,
        "undecided": 3,
        "failed": 1,
        "accepted": 0,
    }
    assert document["skipped"] == ["通知.txt"]


def test_json_for_a_console_that_is_not_utf_8_is_ascii() -> None:
    text = render(RESULTS["mixed"], "json", Look("zh", ascii=True))
    assert text.isascii()
    assert json.loads(text) == json.loads(render(RESULTS["mixed"], "json", Look("zh")))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("8808257.32"), "8808257.32"),
        (Decimal("0.1"), "0.1"),
        (Decimal(10**30), "1" + "0" * 30),
        (Decimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
        (None, "null"),
        (True, "true"),
        ({}, "{}"),
        ([], "[]"),
        ("\udc80\u2028\x9b", '"\\udc80\\u2028\\u009b"'),
        ("\x1b", '"\\u001b"'),
    ],
)
def test_json_values_are_exact(value: Decimal | str | None, text: str) -> None:
    assert dumps(value) == text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("一二三四五六", 8, ["一二三四", "五六"]),
        ("一二三四，五六", 8, ["一二三", "四，五六"]),
        ("一二三（四）五", 8, ["一二三", "（四）五"]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("  一", 4, ["一"]),
    ],
)
def test_lines_break_where_they_should(text: str, width: int, lines: list[str]) -> None:
    assert Ruler().wrap(text, width) == lines


def test_a_beginning_is_at_least_one_character() -> None:
    assert Ruler().fit("一二", 1) == "一"


def test_a_file_with_nothing_to_say_is_only_counted() -> None:
    text = render(RunResult((Checked(Head("a.txt")), Checked(Head("b.txt")))), "terminal", Look("en"))
    assert text == "2 reports: nothing found\n"


def test_a_cell_that_holds_half_a_file_does_not_flood_the_terminal() -> None:
    reference = BALANCE.cells[0]._replace(text="x" * 1_000_000)
    message = Message("report.list", {"items": reference.text})
    flooded = FAULTY._replace(findings=(BLANKS._replace(cells=(reference, *BLANKS.cells), message=message),))
    assert len(render(RunResult((flooded,)), "terminal", Look("zh"))) < 5000
