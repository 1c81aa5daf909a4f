"""Properties: no text is lost, every text knows its place, nothing but `ReadFailure` is raised, and time is linear."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_blocks import read_text, texts

from linter.model.document import WHITE, Source, Text
from linter.model.span import TextSpan
from linter.readers import ReadFailure, read

WORDS = [
    "规章",
    "行政许可",
    "（一）予以公开",
    "三、本年度办理结果",
    "1.属于国家秘密",
    "四、结转下年度继续办理情况",
    "无",
    "我镇公开。",
    "- 3 -",
]
FIGURES = ["0", "12", "1,036", "3件", "/", "—", "＋4"]
WHITES = ["\t", "\t\t", " ", "  ", "\u3000", "\f", "\u2028", "\x85"]
ENDS = ["\n", "\n\n", "\r\n", "\r", "\n\t", "\n\n\t", "\n\n\n\n"]
SEPARATORS = ["|", " | ", "---", "\n---\t---\n", "\n|---|---|\n"]
TEXTS = st.lists(
    st.sampled_from(WORDS + FIGURES * 2 + WHITES * 2 + ENDS * 3 + SEPARATORS) | st.text("甲乙0 \t\n", max_size=6),
    max_size=60,
).map("".join)
DROPPED = set(WHITE) | set("|-:+=*")


def substance(text: str) -> str:
    return "".join(character for character in text if character not in DROPPED)


def lines_and_columns(text: str) -> list[tuple[int, int]]:
    """The line and column of every character, counted one by one."""
    places = []
    line, column = 1, 1
    for index, character in enumerate(text):
        places.append((line, column))
        column += 1
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            line, column = line + 1, 1
    return places


def assert_placed(found: Text, source: str, places: list[tuple[int, int]]) -> None:
    assert found.pieces[0][0] == 0
    for index, character in enumerate(found.value):
        span = found.span_at(index, 1)
        assert isinstance(span, TextSpan)
        if character == "\n":  # between two fragments of a cell: the white space after the first
            assert source[span.offset] in WHITE
            continue
        assert source[span.offset] == character
        assert places[span.offset] == (span.line, span.column)


@given(TEXTS)
@settings(deadline=None)
def test_nothing_is_lost_and_order_is_kept(text: str) -> None:
    try:
        document = read_text(text)
    except ReadFailure:
        assert not text.strip(WHITE + "|-")
        return
    assert substance("".join(found.value for found in texts(document))) == substance(text)


@given(TEXTS)
@settings(deadline=None)
def test_markdown_loses_no_text_either(text: str) -> None:
    try:
        document = read_text(text, "md")
    except ReadFailure:
        assert not text.strip(WHITE + "|-")
        return
    assert substance("".join(found.value for found in texts(document))) == substance(text)


@given(TEXTS, st.sampled_from(["txt", "md"]))
@settings(deadline=None)
def test_places_are_those_of_the_source(text: str, suffix: str) -> None:
    try:
        document = read_text(text, suffix)
    except ReadFailure:
        return
    places = [*lines_and_columns(text), (0, 0)]
    for found in texts(document):
        assert_placed(found, text, places)


def test_places_in_a_cell_of_markdown_with_escapes() -> None:
    text = "| 甲\\|乙 | 丙<br>丁&amp;戊 |\n|---|---|\n| 0 | 1 |\n"
    found = list(texts(read_text(text, "md")))
    assert [cell.value for cell in found] == ["甲|乙", "丙\n丁&戊", "0", "1"]
    assert [found[0].span_at(index).location()["column"] for index in range(3)] == [3, 4, 6]
    assert [found[1].span_at(index).location()["column"] for index in range(5)] == [10, 11, 15, 16, 21]


@given(st.binary(max_size=300) | TEXTS.map(str.encode) | TEXTS.map(lambda text: text.encode("utf-16")))
@settings(max_examples=300, deadline=None)
def test_only_failures_to_read_are_raised(data: bytes) -> None:
    for suffix in ("txt", "md", "unknown"):
        try:
            document = read(Source("a", data, suffix))
        except ReadFailure as failure:
            assert failure.message.key.startswith("read.")
        else:
            assert document.blocks


LARGE = {
    "tab rows": "规章\t0\t0\n",
    "cells": "\t规章\n\t0\n\n",
    "cells without end": "\t规章\n",
    "broken labels": "\t\n\n三、本\n年\n",
    "marks between cells": "规章\n\t\n0\n",
    "headings and cells": "\t甲\n\n一、总体情况说明和概述\n",
    "bare figures": "规章\n0\n0\n",
    "bare figures without labels": "0\n",
    "headings": "一、甲\n",
    "short lines": "甲\n",
    "spaced": "规章  0 0 0\n",
    "words": "甲  乙\n",
    "pipes": "规章 | 0 | 0\n",
    "prose": "我镇公开信息。\n",
    "page numbers": "- 3 -\n",
    "one line of tabs": "甲\t",
    "one line of figures": "0 ",
    "one line of words": "甲",
}


def calls(data: bytes, suffix: str) -> int:
    """How many functions reading takes, built-in ones included."""
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        read(Source("a", data, suffix))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("unit", LARGE.values(), ids=LARGE)
def test_work_grows_with_the_text_only(unit: str, suffix: str) -> None:
    calls(unit.encode() * 10, suffix)  # what is done once
    once = calls(unit.encode() * 300, suffix)
    assert calls(unit.encode() * 1200, suffix) < 4.4 * once + 2000
