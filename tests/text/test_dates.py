"""Days as reports print them, and what only looks like one."""

from __future__ import annotations

import pytest

from linter.text.dates import Day, read_day, read_year, written_years, years_in_arabic

DAYS = {
    "2024年1月17日": (2024, 1, 17),
    "2024 年 01 月 17 日": (2024, 1, 17),
    "２０２４年１月１７日": (2024, 1, 17),
    "2024-01-17": (2024, 1, 17),
    "2024.1.17": (2024, 1, 17),
    "2024/1/17": (2024, 1, 17),
    "2024年1月17": (2024, 1, 17),
    "二〇二四年一月十七日": (2024, 1, 17),
    "二○二四年十二月三十一日": (2024, 12, 31),
    "二零二四年十月二十日": (2024, 10, 20),
    "2024年一月十七日": (2024, 1, 17),
}
NO_DAYS = [
    "",
    "2024年",
    "2024年1月",
    "2024年1月17日至18日",
    "24年1月17日",
    "20240117",
    "12024年1月17日",
    "2024年1月177日",
    "日",
]
IN_NO_CALENDAR = ["2023年2月29日", "2023年13月45日", "0000-00-00", "1900-2-29", "2024年4月31日", "2024年0月1日"]
IN_A_CALENDAR = ["2024年2月29日", "2000-2-29", "9999年12月31日", "0001-1-1"]


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read_however_it_is_printed(text: str, day: tuple[int, int, int]) -> None:
    assert read_day(text) == Day(*day)


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_more_or_less_than_a_day_is_none(text: str) -> None:
    assert read_day(text) is None


def test_whether_the_calendar_has_it() -> None:
    assert [text for text in IN_NO_CALENDAR if (day := read_day(text)) is None or day.exists] == []
    assert [text for text in IN_A_CALENDAR if (day := read_day(text)) is None or not day.exists] == []


def test_years() -> None:
    assert [read_year(text) for text in ("2023", "二〇二三", "二○二三", "２０２３", "23年", "")] == [
        2023,
        2023,
        2023,
        0,
        0,
        0,
    ]


def test_years_are_written_and_read_in_every_manner() -> None:
    assert written_years("2023") == ("2023", "二〇二三", "二零二三", "二○二三")
    assert {read_year(written) for written in written_years("2030")} == {2030}
    assert years_in_arabic("二〇二三年和二零二二年，一二三件") == "2023年和2022年，一二三件"
