"""Every limit that decides what is a heading, whose report it is, and where a paragraph ends: a pair of drafts each."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from small_forms import bound, document, form

from linter.binding import identify
from linter.model.message import Localised
from linter.model.template import FactPattern, Layout, Years

FORM = {
    "sections": [
        ["a", "总体借阅情况", "一、", "总体"],
        ["b", "主要工作成效与各项措施", "二、", "成效"],
        ["c", "存在问题及改进方向", "三、"],
        ["d", "其他报告事项", "四、"],
    ]
}


class Pair(NamedTuple):
    """The limit in words; a draft, the sections found in it; another, and those found there."""

    limit: str
    inside: str
    found: str
    outside: str
    left: str


HEADINGS = (
    Pair(
        "a heading has forty-five characters",
        f"一、总体借阅情况（{'注' * 35}）",
        "a",
        f"一、总体借阅情况（{'注' * 36}）",
        "",
    ),
    Pair(
        "a title before a full stop has forty-five",
        f"一、总体借阅情况（{'注' * 35}）。甲",
        "a",
        f"一、总体借阅情况（{'注' * 36}）。甲",
        "",
    ),
    Pair("one in brackets has the number of the section", "（一）总体借阅情况", "a", "（二）总体借阅情况", ""),
    Pair("one without brackets need not", "二、总体借阅情况", "a", "（二）总体借阅情况", ""),
    Pair("brackets of any sort hold a number", "〔一〕总体借阅情况", "a", "〔甲〕总体借阅情况", ""),
    Pair("a number may stand apart", "01  总体借阅情况", "a", "甲01  总体借阅情况", ""),
    Pair("and so may a numeral", "一\t总体借阅情况", "a", "甲乙丙\t总体借阅情况", ""),
    Pair("formal numerals count where a mark follows", "壹、总体借阅情况", "a", "壹总体借阅情况", ""),
    Pair("a sign may stand before a heading", "■ 一、总体借阅情况", "a", "甲 一、总体借阅情况", ""),
    Pair("one that is nearly right has no brackets", "一、总体借阅状况", "a", "（一）总体借阅状况", ""),
    Pair("one that is nearly right has a number", "一、总体借阅状况", "a", "总体借阅状况", ""),
    Pair("two letters of ten may be wrong", "九、主要工作成效和各种措施", "b", "九、主要工作成就和各种措施", ""),
    Pair("one of nine", "九、存在问题及改进办向", "c", "九、存在问题和改进办向", ""),
    Pair("one of six", "九、总体借阅状况", "a", "九、整体借阅状况", ""),
    Pair("a keyword tells with the right number", "二、今年的成效", "b", "三、今年的成效", ""),
    Pair(
        "words before a full stop are a title with a number",
        "一、总体借阅情况。今年共借出图书",
        "a",
        "总体借阅情况。今年共借出图书",
        "",
    ),
    Pair(
        "one that stands out of order is right",
        "三、存在问题及改进方向\n一、总体借阅状况",
        "c",
        "三、存在问题及改进方向\n一、总体借阅情况",
        "c a",
    ),
)


@pytest.mark.parametrize("pair", HEADINGS, ids=lambda pair: pair.limit)
def test_headings(pair: Pair) -> None:
    assert [_sections(pair.inside), _sections(pair.outside)] == [pair.found, pair.left]


def _sections(draft: str) -> str:
    return " ".join(section.spec.id for section in bound(FORM, draft).sections)


@pytest.mark.parametrize(
    ("headings", "recognised"),
    [
        ("一、总体借阅情况\n甲\n三、存在问题及改进方向\n乙\n四、其他报告事项\n丙", True),
        ("一、总体借阅情况\n甲\n三、存在问题及改进方向\n乙", False),
    ],
)
def test_a_report_has_more_than_half_of_the_sections(headings: str, recognised: bool) -> None:
    assert identify(document(headings), form(FORM)).recognised is recognised


@pytest.mark.parametrize(
    ("draft", "copies"),
    [
        ("一、总体借阅情况\n甲\n三、存在问题及改进方向\n乙\n四、其他报告事项\n丙\n" * 2, 2),
        (
            "一、总体借阅情况\n甲\n三、存在问题及改进方向\n乙\n四、其他报告事项\n丙\n一、总体借阅情况\n甲\n三、存在问题及改进方向\n乙",
            1,
        ),
    ],
    ids=["three of four sections", "two"],
)
def test_a_second_report_has_more_than_half_of_the_sections_again(draft: str, copies: int) -> None:
    assert identify(document(draft), form(FORM)).copies == copies


LAYOUTS = (
    Layout(
        "old", Localised("旧", "old"), Years(), ("旧图书", "旧期刊数", "旧地图数", "旧报纸数"), ("借书", "还书", "办证")
    ),
    Layout("new", Localised("新", "new"), Years(), ("新期刊数",)),
)


@pytest.mark.parametrize(
    ("limit", "inside", "outside"),
    [
        ("two labels of one edition", "旧期刊数 | 旧地图数", "旧期刊数 | 1"),
        ("and none of another", "旧期刊数 | 旧地图数", "旧期刊数 | 旧地图数 | 新期刊数"),
        ("labels of four characters", "旧期刊数 | 旧地图数", "旧期刊数 | 旧图书"),
        (
            "or two headings, with half of the sections missing",
            "一、总体借阅情况\n三、借书\n三、存在问题及改进方向\n四、还书",
            "一、总体借阅情况\n三、借书\n三、存在问题及改进方向\n四、还书\n四、其他报告事项",
        ),
        ("two of them", "三、借书\n四、还书", "三、借书"),
        ("of less than forty characters", f"三、借书\n四、还书{'甲' * 35}", f"三、借书\n四、还书{'甲' * 36}"),
    ],
    ids=lambda value: value if "\n" not in value and "|" not in value else "",
)
def test_editions(limit: str, inside: str, outside: str) -> None:
    template = form(FORM)._replace(layouts=LAYOUTS)
    layouts = [identify(document(draft), template).layout.layout for draft in (inside, outside)]
    assert layouts == ["old", None], limit


@pytest.mark.parametrize(
    ("limit", "region", "inside", "outside"),
    [
        ("the title has a hundred and sixty characters", "title", f"{'甲' * 159}\n2022年", f"{'甲' * 160}\n2022年"),
        (
            "the last six lines are the closing ones",
            "closing",
            "2022年\n甲\n甲\n\n甲\n甲\n甲",
            "2022年\n甲\n甲\n甲\n甲\n甲\n甲",
        ),
        ("a closing line has a hundred characters", "closing", f"2022年{'甲' * 95}", f"2022年{'甲' * 96}"),
    ],
)
def test_facts(limit: str, region: str, inside: str, outside: str) -> None:
    template = form(FORM)._replace(facts={"year": (FactPattern(region, "(?P<value>[0-9]{4})年"),)})
    facts = [identify(document(draft), template).facts for draft in (inside, outside)]
    assert [bool(one) for one in facts] == [True, False], limit


@pytest.mark.parametrize(
    ("limit", "inside", "outside"),
    [
        ("forty characters", f"甲，{'乙' * 38}\n丙", f"甲，{'乙' * 37}\n丙"),
        ("a sentence that goes on", f"甲，{'乙' * 38}\n丙", f"甲，{'乙' * 37}。\n丙"),
        ("that has begun", f"甲，{'乙' * 38}\n丙", f"{'乙' * 40}\n丙"),
        ("and no number after it", f"甲，{'乙' * 38}\n丙", f"甲，{'乙' * 38}\n1.丙"),
    ],
    ids=lambda value: "" if "\n" in value else value,
)
def test_a_paragraph_is_torn(limit: str, inside: str, outside: str) -> None:
    paragraphs = [
        [text for section, text in _paragraphs(f"一、总体借阅情况\n{draft}") if section == "a"]
        for draft in (inside, outside)
    ]
    assert [len(one) for one in paragraphs] == [1, 2], limit


@pytest.mark.parametrize(("length", "section"), [(60, "title"), (61, "lead")])
def test_a_line_of_the_title_has_sixty_characters(length: int, section: str) -> None:
    assert _paragraphs("甲" * length + "\n一、总体借阅情况\n乙")[0][0].strip("@<>") == section


def _paragraphs(draft: str) -> list[tuple[str, str]]:
    return [(passage.section, passage.plain) for passage in bound(FORM, draft).prose.passages]


@pytest.mark.parametrize(
    ("draft", "numbers"),
    [
        ("Ⅰ、总体借阅情况\n甲\nⅣ、其他报告事项\n乙", {"a": "I、", "d": "IV、"}),
        ("I.总体借阅情况\n甲\niii. 存在问题及改进方向\n乙", {"a": "I.", "c": "iii."}),
        ("第一部分 总体借阅情况\n甲\n第4部分：其他报告事项\n乙", {"a": "第一部分", "d": "第4部分:"}),
        ("第一章 总体借阅情况\n甲", {"a": "第一章"}),
        ("【一、总体借阅情况】\n甲\n“四、其他报告事项”\n乙", {"a": "一、", "d": "四、"}),
        ("**一、总体借阅情况**\n甲\n__四、其他报告事项__\n乙", {"a": "一、", "d": "四、"}),
        ("一、\n总体借阅情况\n甲\n\n4.\n\n其他报告事项\n乙", {"a": "一、", "d": "4."}),
        ("1. 一、总体借阅情况\n甲\n4. 四、其他报告事项\n乙", {"a": "1.一、", "d": "4.四、"}),
        ("一、总体借阅情况：甲借了书。\n四、其他报告事项。乙", {"a": "一、", "d": "四、"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_heading_is_found_however_its_number_is_printed(draft: str, numbers: dict[str, str]) -> None:
    found = {section.spec.id: (section.number, section.title) for section in bound(FORM, draft).sections}
    assert {id: number for id, (number, _) in found.items()} == numbers
    titles = {id: title for id, title, *_ in FORM["sections"]}
    assert all(title == titles[id] for id, (_, title) in found.items())


@pytest.mark.parametrize(
    "line", ["【一、总体】【借阅情况】", "第一季度总体借阅情况", "五十、总体借阅", "“总体借阅情况”很好"]
)
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    assert not bound(FORM, f"{line}\n甲").sections


@pytest.mark.parametrize(
    ("draft", "extra"),
    [
        ("一、总体借阅情况\n甲\n二、收费\n乙\n三、主要工作成效与各项措施\n丙", ["二、收费"]),
        ("一、总体借阅情况\n甲\n二、收费\n乙\n三、提案\n丙\n四、其他报告事项\n丙", ["二、收费", "三、提案"]),
        # The numbers of what follows leave none out, or leave out more.
        ("一、总体借阅情况\n甲\n二、收费\n乙\n二、主要工作成效与各项措施\n丙", []),
        ("一、总体借阅情况\n甲\n二、收费\n乙\n四、其他报告事项\n丙", []),
        ("一、总体借阅情况\n甲\n（二）收费\n乙\n三、存在问题及改进方向\n丙", []),
    ],
)
def test_a_heading_between_two_sections_is_one_more_where_it_is_counted(draft: str, extra: list[str]) -> None:
    assert [heading.text.value for heading in bound(FORM, draft).extra] == extra


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("一、总体借阅情况：甲借了书。", ["甲借了书。"]),
        ("一、总体借阅情况。甲借了书。\n乙", ["甲借了书。", "乙"]),
        ("**一、总体借阅情况**\n乙", ["乙"]),
        ("【一、总体借阅情况】\n乙", ["乙"]),
        ("一、总体借阅情况 甲借了书", ["甲借了书"]),
    ],
)
def test_what_stands_in_the_line_of_a_title_is_text_of_its_section(draft: str, text: list[str]) -> None:
    assert [plain for section, plain in _paragraphs(draft) if section == "a"] == text


LONG = "Loans to readers who live in the town, in the villages around it, or in neither, by month and by branch"
LEVELS = {
    "sections": [
        ["a", "Requests received by the desk and by post", "V.A."],
        ["b", "Requests received by the desk and by phone", "V.B.(1)."],
        ["c", LONG, "1.1"],
        ["d", "Opening hours", "A."],
        ["e", "附则", "第四章 "],
    ]
}


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("V.A. REQUESTS RECEIVED BY THE DESK AND BY POST", "a"),
        ("**V.B.(1). Requests received by the desk and by phone**", "b"),
        ("V.B.(1) Requests received by the desk, and by phone:", "b"),
        ("V.B.(1). Requests received by the desk and by pohne", "b"),
        ("V.C. Requests received by the desk and by pohne", ""),
        (f"1.1 {LONG}", "c"),
        (f"1.1. {LONG} (continued)", "c"),
        (f"1.1 {LONG} as the council counted them in the years before", ""),
        ("A. Opening Hours", "d"),
        ("AA. Opening Hours are long", ""),
        ("第四章　附则", "e"),
        ("|V.A. Requests received by the desk and by post|", "a"),
        ("|V.A. Requests received by the desk and by post|12|", ""),
    ],
)
def test_numbers_of_several_levels_and_titles_of_any_length(draft: str, found: str) -> None:
    report = bound(LEVELS | {"rows": ["r"], "columns": ["c"]}, draft)
    assert " ".join(section.spec.id for section in report.sections) == found
