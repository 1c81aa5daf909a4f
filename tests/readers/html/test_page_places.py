"""Properties: every text knows its place, and nothing but `ReadFailure` is raised."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_blocks import read_page, texts

from linter.model.document import Source, Table, Text
from linter.model.span import TextSpan
from linter.readers import ReadFailure, read

TAGS = ["p", "div", "span", "b", "a href=x", "h2", "table", "tr", "td", "td rowspan=2", "th colspan=3", "tbody", "ul"]
TAGS += [
    "ol",
    "li",
    "pre",
    "font",
    "title",
    "style",
    "select",
    "nav",
    "caption",
    "span hidden",
    "td style=display:none",
]
SOUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS])
    | st.sampled_from(["规章", "12", "1,036", " ", "\n", "\r\n", "\r", "<br>", "&nbsp;", "&lt;", "&#x4e00;", "&amp"])
    | st.sampled_from(["<!--", "-->", "<![if x]>", "<", ">", '"', "\u3000", "\U00020000", "<p 'a"])
    | st.text(
        st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4
    ),  # with it, "\0a" is UTF-16
    max_size=60,
).map("".join)


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
        if character == "\n":
            continue  # between two lines of a cell
        assert places[span.offset] == (span.line, span.column)
        if source[span.offset] == "&" and character != "&":
            assert unescape(source[span.offset : span.offset + 12])[0] == character or character == " "
        else:
            assert source[span.offset] == character or (character == " " and source[span.offset].isspace())


@given(SOUP)
@settings(deadline=None, max_examples=300)
def test_places_are_those_of_the_source(soup: str) -> None:
    try:
        document = read_page(soup)
    except ReadFailure:
        return
    source = soup.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    places = [*lines_and_columns(source), (0, 0)]
    for found in texts(document):
        if found.value:
            assert_placed(found, source, places)


MARKUP = st.sampled_from(
    [
        "{}",
        "<p>{}</p>",
        "<span><font>{}</font></span>",
        "\r\n  <p>\n{}\n</p>",
        "&nbsp;{}&nbsp;",
        "&nbsp{}",
        "　{}",
    ]
)
CELL = st.tuples(st.sampled_from(["0", "12", "1,036", "８", "-3", "12.50", "3件", ""]), MARKUP)


@given(st.lists(st.lists(CELL, min_size=2, max_size=6), min_size=1, max_size=6), st.sampled_from(["", "md"]))
@settings(deadline=None)
def test_every_figure_is_found_where_it_stands(rows: list[list[tuple[str, str]]], suffix: str) -> None:
    lines = ["".join(f"<td>{markup.format(figure)}</td>" for figure, markup in row) for row in rows]
    source = (
        "<html><body><table>\r\n<tr><td>规章<td>甲" + "".join(f"</tr>\n<tr>{line}" for line in lines) + "</tr></table>"
    )
    table = read_page(source, suffix or "html").blocks[0]
    assert isinstance(table, Table)
    assert [[cell.text.value for cell in row.cells] for row in table.rows[1:]] == [
        [cell[0] for cell in row] for row in rows
    ]
    places = lines_and_columns(source)
    for row in table.rows:
        for cell in row.cells:
            if cell.text.value:
                assert_placed(cell.text, source, places)
                first = cell.text.span
                assert isinstance(first, TextSpan)
                assert source[first.offset :].startswith(cell.text.value)


def test_an_empty_cell_stands_where_one_would_write() -> None:
    source = "<table><tr><td>规章</td>\n<td class=a></td><td>&nbsp;</td><td>1"
    table = read_page(source).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text.span.location() for cell in table.rows[0].cells[1:3]] == [
        {"line": 2, "column": 13},
        {"line": 2, "column": 22},
    ]


@given(st.binary(max_size=200) | SOUP.map(str.encode), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255))))
@settings(deadline=None, max_examples=300)
def test_only_failures_to_read_are_raised(data: bytes, changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        if place < len(damaged):
            damaged[place] = value
    for suffix in ("html", "doc", "md"):
        try:
            document = read(Source("page", bytes(damaged), suffix))
        except ReadFailure as failure:
            assert failure.message.key.startswith("read.")
        else:
            assert document.blocks


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_end_where_an_editor_ends_them(end: str) -> None:
    document = read_page(end.join(["<p>甲", "乙</p>", "", "<pre>", "丙", "丁</pre>"]))
    assert [[span.location() for _, span in text.pieces] for text in texts(document)] == [
        [{"line": 1, "column": 4}, {"line": 2, "column": 1}],
        [{"line": 5, "column": 1}],
        [{"line": 6, "column": 1}],
    ]
