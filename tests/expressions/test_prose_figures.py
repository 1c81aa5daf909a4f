"""Figures in running text: what is read, and what looks like a figure and is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.prose.figures import figures

UNITS = ("件", "条", "项", "次", "份", "元", "%")

CASES = {
    "收到十二件，公开1,036条": [("12", "十二件"), ("1036", "1,036条")],
    "公开5，120条，2020年12月，345件": [("5120", "5，120条"), ("2020", "2020"), ("12", "12"), ("345", "345件")],
    "收费3.5万元，1.2万条": [("35000", "3.5万元"), ("12000", "1.2万条")],
    "第三条第二款，第12号": [],
    "两件，一百零三件，二十项，廿三条": [("2", "两件"), ("103", "一百零三件"), ("20", "二十项"), ("23", "廿三条")],
    "一二件，三审三校，统一一项": [],
    "增长12.5%": [("12.5", "12.5%")],
    "1" * 400 + "件": [],
}


@pytest.mark.parametrize("text", CASES)
def test_figures(text: str) -> None:
    found = [(figure.value, text[figure.start : figure.end]) for figure in figures(text, UNITS)]
    assert found == [(Decimal(value), words) for value, words in CASES[text]]


@pytest.mark.parametrize("text", ["200余条", "3千多份", "约20条", "近30次", "十几件", "不足5件"])
def test_vague_figures(text: str) -> None:
    assert [figure.vague for figure in figures(text, UNITS)] == [True]


@given(st.integers(0, 10**9))
def test_numbers_are_read_as_they_are_printed(value: int) -> None:
    for text in (f"{value}件", f"共{value:,}件。"):
        assert [figure.value for figure in figures(text, UNITS)] == [value]
