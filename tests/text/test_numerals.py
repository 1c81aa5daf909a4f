"""Chinese numerals: what is read is what is written, and what is malformed is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.text.numerals import CHARACTERS, LONGEST, digit_by_digit, number, roman, whole, written

READ = {
    "十": 10,
    "十二": 12,
    "一十二": 12,
    "两": 2,
    "廿": 20,
    "廿三": 23,
    "卅一": 31,
    "一百零三": 103,
    "一百〇三": 103,
    "一百十二": 112,
    "一百二": 120,
    "两百二十": 220,
    "一千零二十": 1020,
    "一千二十": 1020,
    "三千五百万": 35_000_000,
    "一百万三千": 1_003_000,
    "一百万零三千": 1_003_000,
    "三亿五千万": 350_000_000,
    "一万亿": 10**12,
    "二〇二三": 2023,
    "二○二零": 2020,
    "〇": 0,
    "零三": 3,
    "一二三": 123,
}
MALFORMED = [
    *("", "百", "亿", "一千万百", "二十十", "二百二百", "三万万", "十百", "百三", "一廿", "廿十", "零百", "零三百"),
    *("一百零", "一百零十", "一百零一十", "一千零一百", "一千零零二", "三千零五百", "一一千", "万零万", "三亿五亿"),
    *("一二", "两三", "统", "12", "一件"),
]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_malformed_is_no_number(text: str) -> None:
    assert number(text) is None


def spelt(value: int) -> str:
    """Up to 10**12: by tens of thousands, with 零 where digits are skipped."""
    for power, sign in ((8, "亿"), (4, "万")):
        high, low = divmod(value, 10**power)
        if high:
            gap = "零" if low and low < 10 ** (power - 1) else ""
            return spelt(high) + sign + gap + (spelt(low) if low else "")
    return written(value, zero="零") if value else "零"


@given(st.integers(0, 10**9))
@example(0)
@example(10**9)
@example(100_010_000)
@example(99_999_999)
def test_numbers_are_read_as_they_are_written(value: int) -> None:
    assert number(spelt(value)) == value
    assert number(spelt(value).replace("二百", "两百").replace("二千", "两千")) == value


@given(st.integers(100, 9999))
def test_numbers_are_read_digit_by_digit(value: int) -> None:
    assert number(digit_by_digit(value)) == number(digit_by_digit(value, "零")) == value


@given(st.text(alphabet=CHARACTERS, max_size=40))
@example("一" * (LONGEST + 1))
def test_any_row_of_numerals_is_a_number_or_none(text: str) -> None:
    value = number(text)
    assert value is None or (value >= 0 and len(text) <= LONGEST)


def test_the_longest_numeral_is_read_and_a_longer_one_is_not() -> None:
    assert (number("一" * LONGEST) is None, number("一" * (LONGEST + 1)) is None) == (False, True)


def test_whole_numbers_in_digits_and_in_numerals() -> None:
    assert [whole(text) for text in ("12", "１２", "十二", "", "某", "一二", "1.5")] == [12, 12, 12, 0, 0, 0, 0]


def test_roman_numerals() -> None:
    assert [roman(value) for value in (1, 4, 9, 14, 40, 1990, 3999)] == [
        *("i", "iv", "ix", "xiv", "xl", "mcmxc", "mmmcmxcix"),
    ]
