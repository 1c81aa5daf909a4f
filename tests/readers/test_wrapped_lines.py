"""Texts whose lines were broken at one width are read as if they had not been; others are left as they are."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.document import Document, Paragraph, Source
from linter.readers import read
from linter.readers.plain.wrapped import columns

PARAGRAPHS = (
    "石桥镇人民政府2023年政府信息公开工作年度报告",
    "本报告根据有关规定编制，分六个部分，数据的统计期限为2023年1月1日至2023年12月31日，电子版可在门户网站下载。",
    "一、总体情况",
    "2023年，本镇把公开贯穿于决策、执行、管理、服务和结果的全过程，群众关心的事项都在当天公布，没有一件超过期限。",
    "（一）主动公开。全年公开各类信息120条，其中机构职能类6条、财政预决算类14条，其余为工作动态和政策文件。",
    "（二）依申请公开。全年收到申请7件，其中自然人6件、商业企业1件，都按时答复，没有延期，没有收费，也没有被提起复议或者诉讼。",
    "二、主动公开政府信息情况",
    "本镇没有制定规章和规范性文件的权限，行政处罚由派驻机构办理，数据由其汇总，收费按县里的目录执行，没有自行设立的项目，也没有减免。",
)


def wrapped(text: str, width: int, measure: str) -> list[str]:
    """`text` broken into lines of `width` characters, or columns of a terminal."""
    lines = [""]
    for character in text:
        length = len(lines[-1]) if measure == "characters" else columns(lines[-1])
        if length + (1 if measure == "characters" else columns(character)) > width:
            lines.append("")
        lines[-1] += character
    return lines


def paragraphs(text: str, suffix: str = "txt") -> list[str]:
    return [block.text.value for block in document(text, suffix).blocks if isinstance(block, Paragraph)]


def document(text: str, suffix: str = "txt") -> Document:
    return read(Source(f"draft.{suffix}", text.encode(), suffix))


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("measure", ["characters", "columns"])
@settings(max_examples=15, deadline=None)
@given(width=st.integers(20, 44))
def test_a_wrapped_text_is_read_as_the_same_text_unwrapped(suffix: str, measure: str, width: int) -> None:
    lines = ["\n".join(wrapped(text, width * (2 if measure == "columns" else 1), measure)) for text in PARAGRAPHS]
    assert paragraphs("\n\n".join(lines), suffix) == list(PARAGRAPHS)


def test_a_text_in_english_is_broken_between_words() -> None:
    text = (
        "The office published the minutes of each meeting on the day after it took place, answered every request in "
        "the time that the law allows, and waived all fees. Two requests were refused, because the "
        "files belong to another body."
    )
    assert paragraphs("\n".join(textwrap.wrap(text, 48))) == [text]


LINKS = [f"石桥镇人民政府202{year}年政府信息公开工作年度报告" for year in range(5)]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "全年公开信息120条，其中动态类80条。",
            "办理申请4件。",
            "没有收费，也没有被提起行政复议。",
            "以上。",
            "石桥镇",
        ],
        LINKS,
    ],
    ids=["a paragraph a line", "a list of titles of one length"],
)
def test_lines_that_were_not_wrapped_stay_apart(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


FULL = "政务公开，政务公开，政务公开，政"


@pytest.mark.parametrize(("full", "joined"), [(3, False), (4, True)])
def test_four_full_lines_tell_a_width(full: int, joined: bool) -> None:
    assert len(paragraphs("\n".join([FULL] * full + ["末行"]))) == (1 if joined else full + 1)


@pytest.mark.parametrize(("short", "joined"), [(1, True), (2, False)])
def test_nearly_all_lines_have_to_be_full(short: int, joined: bool) -> None:
    """Of five lines that another follows directly, four are full; of six, four are too few."""
    lines = [FULL] * 4 + ["短行"] * short + ["末行"]
    assert (paragraphs("\n".join(lines))[0] != FULL) is joined


@pytest.mark.parametrize(("width", "joined"), [(15, False), (16, True)])
def test_a_width_has_sixteen_characters_at_least(width: int, joined: bool) -> None:
    assert (len(paragraphs("\n".join([FULL[:width]] * 5))) == 1) is joined


@pytest.mark.parametrize(("with_marks", "joined"), [(1, False), (2, True)])
def test_half_of_the_full_lines_are_parts_of_sentences(with_marks: int, joined: bool) -> None:
    lines = [FULL] * with_marks + [LINKS[0][: len(FULL)]] * (4 - with_marks) + ["末行"]
    assert (len(paragraphs("\n".join(lines))) == 1) is joined


@pytest.mark.parametrize(("room", "joined"), [(1, True), (2, False)])
def test_a_full_line_has_no_room_for_what_begins_the_next(room: int, joined: bool) -> None:
    """The next line begins with a character and a mark, which take two places."""
    lines = [FULL] * 5 + [FULL[:-room], "末，行"]
    assert (len(paragraphs("\n".join(lines))) == 1) is joined


@pytest.mark.parametrize(("over", "joined"), [(2, True), (3, False)])
def test_marks_may_stand_out_by_a_wide_character(over: int, joined: bool) -> None:
    lines = [FULL] * 5 + [FULL + "；" * over, "末行"]
    assert (len(paragraphs("\n".join(lines))) == 1) is joined


def test_every_character_keeps_its_place() -> None:
    text = "\n".join(wrapped(PARAGRAPHS[1] * 2, 20, "characters"))
    (block,) = document(text).blocks
    assert isinstance(block, Paragraph)
    for offset in range(len(block.text.value)):
        span = block.text.span_at(offset, 1)
        place = span.location()
        assert text.split("\n")[int(place["line"]) - 1][int(place["column"]) - 1] == block.text.value[offset]
