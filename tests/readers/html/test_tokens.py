"""The tags and pieces of text of a page: cut as the HTML standard says, each where it stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers.html.tokens import Tag, tokens

CASES = {
    "a<b>c</B d>e": ["a", "<b>", "c", "</b>", "e"],
    "a < b <3 <": ["a < b <3 <"],
    "a<b": ["a"],
    "a<b c='>": ["a"],
    "a</>b</ c>d</": ["a", "b", "d</"],
    "<!doctype html>a<?php b>c<![CDATA[d]]>e<!f": ["a", "c", "e"],
    "<!-- a > -->b<!--c--!>d<!-->e<!--->f<!--g": ["b", "d", "e", "f"],
    "<br/><p/x>": ["<br>", "<p x=>"],
    "<a b=c d='e>' f=\"g'\" h i = j k=>l": ["<a b=c d=e> f=g' h= i=j k=>", "l"],
    '<a b=c"d=e B=2 =f="g>h">': ['<a =f=g>h b=c"d=e>'],
    '<a b="c"d=e/>': ["<a b=c d=e/>"],
    "<a b=&lt;&#20013;&foo; c='?d=1&copy=2&notit;&amp;e' f=&copy>": ["<a b=<中&foo; c=?d=1&copy=2&notit;&e f=©>"],
    "a&amp;b&nbsp1&foo;&#20013;&#x4E2D;&am": ["a", "&", "b", "\xa0", "1&foo;", "中", "中", "&am"],
    "&#0;&#150;&#1;&#xD800;&#x110000;&#99999999999;&#": ["�", "–", "\x01", "�", "�", "�", "&#"],
    "&notit;&notin;&NotEqualTilde;": ["¬", "it;", "∉", "≂̸"],
    "<title>a<b>&lt;</titles></TITLE >c": ["<title>", "a<b>", "<", "</titles>", "</title>", "c"],
    "<style>a<b>&lt;</style>c": ["<style>", "a<b>&lt;", "</style>", "c"],
    "<textarea>a</style>": ["<textarea>", "a</style>"],
    "<plaintext>a</plaintext>": ["<plaintext>", "a</plaintext>"],
    "<script>a<b></script>c": ["<script>", "a<b>", "</script>", "c"],
    "<script><!--<script>a</script>b--></script>c": ["<script>", "<!--<script>a</script>b-->", "</script>", "c"],
    "<script><!--a</script>b": ["<script>", "<!--a", "</script>", "b"],
    "<script><!--><script></script>b": ["<script>", "<!--><script>", "</script>", "b"],
}


def shown(part: Tag | str) -> str:
    if isinstance(part, str):
        return part
    attributes = "".join(f" {name}={value}" for name, value in sorted(part.attributes.items()))
    return f"<{'/' * part.closes}{part.name}{attributes if not part.closes else ''}>"


@pytest.mark.parametrize("source", CASES)
def test_a_page_is_cut_as_the_standard_says(source: str) -> None:
    assert [shown(part) for _, _, part in tokens(source)] == CASES[source]


@given(st.lists(st.sampled_from([*"<>/=\"'!-&; \n\tab中", "<!--", "-->", "&lt", "<script", "</script>", "<title>"])))
def test_parts_stand_in_order_and_text_is_the_sources_own(pieces: list[str]) -> None:
    source, last = "".join(pieces), 0
    for start, end, part in tokens(source):
        assert last <= start < end <= len(source)
        if isinstance(part, Tag):
            assert source[start] == "<" and source[end - 1] == ">"
        elif not source.startswith("&", start):
            assert source[start:end] == part
        last = end


@pytest.mark.parametrize(
    "unit", ["<", "<a", "<a b", "<a b=", "</", "<!--", "<!-- -", "&a", "&#1", "a=b ", "<script><!--", "<title>", "&lt"]
)
@pytest.mark.parametrize("before", ["", "<a ", "<!--", "&", "&#"])
def test_time_grows_with_the_length_alone(unit: str, before: str) -> None:
    """Whatever is in it; work that grows with the square would take minutes."""
    started = time.process_time()
    sum(1 for _ in tokens(before + unit * (200_000 // len(unit))))
    assert time.process_time() - started < 5
