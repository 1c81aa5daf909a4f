"""What pages are read as: a table of cases, and what is read of a page as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_blocks import read_page, shown, stated, texts
from ruamel.yaml import YAML

from linter.model.document import Source, Table
from linter.readers import ReadFailure, read
from linter.readers.html.tree import MOST_PARTS

CASES: dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("pages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_cases(case: dict[str, Any]) -> None:
    assert stated(read_page(case["html"])) == case["blocks"]


PAGE = (
    "<html><head><meta charset={0}><title>年报</title></head><body>{1}<p>规章<table><tr><td>规章<td>12</table></body>"
)
SCRIPT = "<script>" + "var a = 1;\n" * 9000 + "</script>"
CHARSETS = ["utf-8", "gb18030", "gbk", "gb2312", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("before", ["", SCRIPT], ids=["short", "after a long script"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "x-unknown"])
@pytest.mark.parametrize("charset", CHARSETS)
def test_encodings_whatever_is_declared(charset: str, declared: str, before: str) -> None:
    page = PAGE.format(declared, before)
    document = read_page(page, encoding=charset)
    line = 1 + page.count("\n")
    assert [shown(text) for text in texts(document)] == ["规章", "规章", "12"]
    assert [text.span.location()["line"] for text in texts(document)] == [line] * 3
    assert document.notes == ()


@pytest.mark.parametrize("suffix", ["html", "htm", "txt", "md", "wps", ""])
def test_a_page_is_told_by_its_content(suffix: str) -> None:
    page = "<!DOCTYPE html><html><body><p>规章</p><table><tr><td>规章<td>0</table></body></html>"
    document = read_page(page, suffix)
    assert document.format == "html"
    assert [shown(text) for text in texts(document)] == ["规章", "规章", "0"]


def test_tables_within_markdown() -> None:
    table = "<table>\n<tr><td rowspan=2>规章</td>\n\n<td>1</td></tr>\n<tr><td>2</td></tr>\n</table>"
    page = f"# 年报\n\n正文\n\n{table}\n\n尾\n"
    for end in ("\n", "\r\n"):
        assert stated(read_page(page.replace("\n", end), "md")) == [
            "1:3 h1 年报",
            "3:1 正文",
            ["6:19 | 0v2 规章 | 1 1", "9:9 | 1 2"],
            "12:1 尾",
        ]


def test_a_table_within_markdown_that_is_never_closed() -> None:
    assert stated(read_page("<table><tr><td>规章<td>1\n\n尾\n", "md")) == [["1:16 | 0 规章 | 1 1"], "3:1 尾"]


def test_grid_of_a_page_is_real() -> None:
    document = read_page("<table><tr><td>规章<td>1</table>")
    assert [block.ruled for block in document.blocks if isinstance(block, Table)] == [True]


def test_deletions_are_noted() -> None:
    document = read_page("<p>共<del>3</del><ins>4</ins>件</p>")
    assert [(note.key, note.values) for note in document.notes] == [("read.html-deletions", {"count": 1})]


def test_a_link_that_is_never_closed_does_not_take_the_article_away() -> None:
    text = "我镇认真贯彻落实政府信息公开条例，扎实推进各项工作，取得了一定的成效，群众比较满意，没有收到任何投诉。"
    document = read_page(f"<div><a href=/p>打印<p>一、总体情况<p>{text}<table><tr><td>规章<td>0<td>1</table></div>")
    assert [shown(found) for found in texts(document)] == ["一、总体情况", text, "规章", "0", "1"]


REFUSED = {
    "nothing to see": (b"<html><head><title>x</title></head><body><img src=a></body></html>", "read.empty"),
    "frames": (b"<html><frameset><frame src=a.html></frameset></html>", "read.empty"),
    "tags without end": (b"<b>" * (MOST_PARTS + 1), "read.html-too-many-parts"),
    "references without end": (b"<p>" + b"&lt;" * (MOST_PARTS + 1), "read.html-too-many-parts"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "read.is-image"),
    "large": (b"<p>" + b"0" * 100_000_000, "read.too-large"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read(Source("page.html", data, "html"))
    assert failure.value.message.key == key


HOSTILE = {
    "deep": "<div>" * 50_000 + "规章" + "</div>" * 50_000,
    "deep tables": "<table><tr><td>" * 20_000 + "规章",
    "text on every level": ("<div><p>" + "我街道认真贯彻落实条例，扎实推进各项工作。" * 4) * 190 + "<p>规章" * 20_000,
    "deep lists": "<ul><li>" * 30_000 + "规章",
    "wide spans": "<table>" + "<tr>" + "<td colspan=1000 rowspan=65534>规章" * 3000 + "<tr><td>1" * 3000 + "</table>",
    "misnested": "<table><b><p><a href=x><td>规章" * 10_000,
    "many cells": "<table>" + ("<tr>" + "<td>1" * 20) * 4_000 + "</table>",
    "text in rows": "<table><tr>字" + "<b>字</b>" * 20_000,
    "many blocks": "<p>规章" * 50_000,
    "open comment": "<p>规章<!--" + "<!--" * 50_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read(page: str) -> None:
    assert any(text.value for text in texts(read_page(page)))


TEXT = "<p>" + "全年收到申请并按期答复，没有结转。" * 20 + "</p>"
REPORT = f"<h1>青溪镇年报</h1>{TEXT}<table><tr><td>规章<td>{{}}</table>"


@pytest.mark.parametrize(
    ("page", "tables"),
    {
        "a copy for phones": (f"<div class=pc>{REPORT}</div><div class=m>{REPORT}</div>", ["3"]),
        "a copy deep in the page": (f"<nav>首页</nav><div><div>{REPORT}</div><section>{REPORT}</section></div>", ["3"]),
        "one that differs in a figure is none": (
            f"<div>{REPORT}</div><div>{REPORT.replace('{}', '4')}</div>",
            ["3", "4"],
        ),
        "a short text said twice": ("<div><p>甲<table><tr><td>规章<td>3</table></div>" * 2, ["3", "3"]),
    }.values(),
)
def test_copies_of_the_text(page: str, tables: list[str]) -> None:
    document = read_page(f"<html><body>{page.format('3', '3')}</body></html>")
    assert [block.rows[0].cells[1].text.value for block in document.blocks if isinstance(block, Table)] == tables
