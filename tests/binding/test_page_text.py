"""What a web page shows around a report is no part of its text; what looks like it within the report is."""

from __future__ import annotations

import pytest

from linter.binding import bind
from linter.binding.page import LONGEST_ITEM, LONGEST_SIGNATURE, is_menu
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read
from linter.run.form import write

NAME = "石桥镇人民政府"
SIGNED = [NAME, "2024年1月16日"]


def passages(family: Family, above: list[str], between: list[str], below: list[str]) -> list[str]:
    template = family.packs[0].template
    title, *body = write(template, 2023, NAME).split("\n")
    text = "\n\n".join([*above, title, *between, *body, *below])
    return [passage.plain for passage in bind(read(Source("a.txt", text.encode(), "txt")), template).prose.passages]


@pytest.mark.parametrize(
    "above",
    [
        ["首页", "走进石桥", "走进石桥", "政务公开"],
        ["长者助手 适老版 适老版"],
        ["今天是2025年3月2日，欢迎您访问石桥镇门户网站！"],
        ["首页 > 政务公开 > 年报 > XX年年报"],
        ["【字体：大 中 小】", "阅读：?? 次"],
    ],
)
def test_nothing_above_the_title_is_text_of_the_report(above: list[str], family: Family) -> None:
    assert passages(family, above, [], []) == passages(family, [], [], [])


@pytest.mark.parametrize(
    "between",
    [
        ["发布时间：2024-01-16 来源：石桥镇 点击数：??"],
        ["字号 大 中 小 小", "打印 | 收藏 | 收藏"],
        ["【打印本页】【打印本页】【关闭】"],
    ],
)
def test_a_menu_below_the_title_is_no_text_of_the_report(between: list[str], family: Family) -> None:
    assert passages(family, [], between, []) == passages(family, [], [], [])


@pytest.mark.parametrize(
    "below",
    [
        ["上一篇：石桥镇2022年年报 下一篇：没有 没有"],
        ["【打印】【打印】【关闭】"],
        ["本局微博 | 本局公众号"],
        ["主办：石桥镇人民政府 承办：石桥镇党政办 承办", "版权所有"],
    ],
)
@pytest.mark.parametrize("signed", [SIGNED, [f"{NAME} 2024年1月16日"], [NAME], []])
def test_a_menu_at_the_end_is_no_text_of_the_report(signed: list[str], below: list[str], family: Family) -> None:
    assert passages(family, [], [], [*signed, *below]) == passages(family, [], [], signed)


@pytest.mark.parametrize("date", ["2024年1月16日", "二〇二四年一月十六日", "（2024年1月16日）", f"{NAME}2024年1月16日"])
def test_nothing_below_the_date_is_text_of_the_report(date: str, family: Family) -> None:
    below = ["相关链接", "相关链接", "版权所有，未经本局许可，不得转载。"]
    assert passages(family, [], [], [date, *below]) == passages(family, [], [], [date])


@pytest.mark.parametrize(
    "line", ["本镇共有 3个村，均已公开", "石桥镇人民政府", "报告期：2023年1月1日 至 2023年12月31日", "无"]
)
def test_a_sentence_a_name_and_a_period_are_no_menu(line: str, family: Family) -> None:
    assert not is_menu(line)
    assert passages(family, [], [line], []) != passages(family, [], [], [])
    assert passages(family, [], [], [line]) != passages(family, [], [], [])


@pytest.mark.parametrize(("length", "menu"), [(LONGEST_ITEM, True), (LONGEST_ITEM + 1, False)])
def test_an_item_of_a_menu_has_twelve_characters(length: int, menu: bool) -> None:
    assert is_menu("关闭 " + "甲" * length) is menu
    assert is_menu("关闭 来源：" + "甲" * length)


@pytest.mark.parametrize(("length", "ends"), [(LONGEST_SIGNATURE, True), (LONGEST_SIGNATURE + 1, False)])
def test_a_signature_has_forty_characters(length: int, ends: bool, family: Family) -> None:
    signature = NAME + " " * (length - len(NAME) - len("2024年1月16日")) + "2024年1月16日"
    assert ("尾注。" not in passages(family, [], [], [signature, "尾注。"])) is ends
