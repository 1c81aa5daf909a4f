"""Figures in sentences and in cells: what is read, what is vague, and what looks like a figure and is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Text
from linter.model.figure import Notation
from linter.model.prose import Passage, Prose
from linter.prose.stated import stated, units_of
from linter.text.figures import (
    LONGEST,
    NO_NUMERALS,
    VAGUE_AFTER,
    VAGUE_BEFORE,
    VAGUE_TENS,
    VAGUE_WITHIN,
    figures,
    parse_figure,
    value_of,
)
from linter.text.numerals import ORDINAL

UNITS = ("件", "条", "项", "次", "份", "元", "万元", "%")

EXACT = {
    "收到十二件，公开1,036条": [("12", "十二件"), ("1036", "1,036条")],
    "公开5，120条，2020年12月，345件": [("5120", "5，120条"), ("345", "345件")],
    "收费3.5万元，1.2万条": [("35000", "3.5万元"), ("12000", "1.2万条")],
    "申请1.2千件": [("1200", "1.2千件")],
    "两千万元，2千万元，3百万元，1.5亿元": [
        *(("20000000", "两千万元"), ("20000000", "2千万元"), ("3000000", "3百万元"), ("150000000", "1.5亿元")),
    ],
    "1万2千件，2亿3000万元，1万2000件": [
        *(("12000", "1万2千件"), ("230000000", "2亿3000万元"), ("12000", "1万2000件")),
    ],
    "第三条第二款，第12号": [],
    "两件，一百零三件，二十项，廿三条": [("2", "两件"), ("103", "一百零三件"), ("20", "二十项"), ("23", "廿三条")],
    "一二件，三审三校，统一一项": [],
    "统一件，系统三件": [("3", "三件")],
    "3万5件，3千2万件，1.2万3千件，3五件，一千万百件，1,03": [],
    "A12件，A1,234件，No.12件": [],
    "增长12.5%，百分之三十，百分之十二点五，百分之百": [
        *(("12.5", "12.5%"), ("30", "百分之三十"), ("12.5", "百分之十二点五"), ("100", "百分之百")),
    ],
    "1" * LONGEST + "件": [("1" * LONGEST, "1" * LONGEST + "件")],
    "1" * (LONGEST + 1) + "件": [],
}

VAGUE = [
    *(
        "200余条",
        "3千多份",
        "约20条",
        "近30次",
        "十几件",
        "不足5件",
        "12余件",
        "12件左右",
        "百分之三十左右",
        "1万2千余件",
    ),
    *("几十件", "数十件", "3—5件", "三至五件", "12%以上"),
]


def found(text: str) -> list[tuple[Decimal, str]]:
    return [(figure.value, text[figure.start : figure.end]) for figure in figures(text, UNITS)]


def said(text: str, pattern: str = "{figure}") -> list[tuple[Decimal | None, bool]]:
    """What the reader of patterns finds in a text, which has to be what the reader of lists finds."""
    units = units_of(dict.fromkeys(UNITS, Decimal(1)) | {"万元": Decimal(10_000)})
    prose = Prose([Passage("", Text(text, ()), text, ((0, 0),))])
    return [(one.value, one.vague) for one in stated((pattern,), units, prose, ())]


@pytest.mark.parametrize("text", EXACT)
def test_figures_in_sentences(text: str) -> None:
    assert found(text) == [(Decimal(value), words) for value, words in EXACT[text]]


@pytest.mark.parametrize("text", [text for text in EXACT if "百分之" not in text and len(text) < LONGEST])
def test_patterns_read_the_same_figures(text: str) -> None:
    assert said(text) == [(Decimal(value), False) for value, _ in EXACT[text]]


@pytest.mark.parametrize("text", VAGUE)
def test_vague_figures(text: str) -> None:
    assert [figure.vague for figure in figures(text, UNITS)] == [True]


@pytest.mark.parametrize("text", ["12余件", "12件左右", "约12件", "十几件", "几十件", "数十件"])
def test_patterns_find_vague_figures_and_say_so(text: str) -> None:
    assert [vague for _, vague in said(f"申请{text}", "申请[约几数]?{figure}")] == [True]


@pytest.mark.parametrize("text", ["总数十二件", "12件，以上合计", "12件以外", "共12件多为本地", "大小12件"])
def test_words_that_only_look_vague(text: str) -> None:
    assert [figure.vague for figure in figures(text, UNITS)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        *(f"{word}12件" for word in VAGUE_BEFORE),
        *(f"12{word}件" for word in VAGUE_WITHIN),
        *(f"12件{word}" for word in VAGUE_AFTER),
        *(f"{word}十件" for word in VAGUE_TENS),
    ],
)
def test_each_vague_word_makes_a_figure_vague(text: str) -> None:
    assert [figure.vague for figure in figures(text, UNITS)] == [True]
    assert [figure.vague for figure in figures("12件", UNITS)] == [False]


def test_no_vague_word_ends_with_another() -> None:
    assert [word for word in VAGUE_BEFORE for other in VAGUE_BEFORE if word != other and word.endswith(other)] == []


@pytest.mark.parametrize("word", [*NO_NUMERALS, ORDINAL + "一"])
def test_each_word_that_ends_like_a_numeral_is_none(word: str) -> None:
    assert found(f"{word}件") == said(f"{word}件") == []
    assert found(f"{word[:-1]}件，一件") == [(Decimal(1), "一件")]


@given(st.integers(0, 10**9))
def test_numbers_are_read_as_they_are_printed(value: int) -> None:
    for text in (f"{value}件", f"共{value:,}件。"):
        assert [figure.value for figure in figures(text, UNITS)] == [value]
        assert said(text) == [(value, False)]
    cell = parse_figure(f"{value:,}", Notation())
    assert cell is not None and (cell.value, cell.grouped) == (value, value >= 1000)


@given(st.text(alphabet="0123456789.,，一二十百千万亿余约多件", max_size=30))
def test_both_readers_of_sentences_agree(text: str) -> None:
    """Where a pattern finds a figure that stands alone, the reader of lists finds it too."""
    by_lists = [(figure.value, figure.vague) for figure in figures(text, ("件",))]
    units = units_of({"件": Decimal(1)})
    prose = Prose([Passage("", Text(text, ()), text, ((0, 0),))])
    by_patterns = [(one.value, one.vague) for one in stated(("{figure}",), units, prose, ())]
    assert [one for one in by_patterns if one not in by_lists] == []


@given(st.text(alphabet="0123456789,.百千万亿", max_size=12))
def test_any_row_of_digits_and_scales_is_a_number_or_none(text: str) -> None:
    value = value_of(text)
    assert value is None or value[0] >= 0


@pytest.mark.parametrize("text", ["1\u200b036", "\ufeff1036", "1036\u200c", "１\u2060０３６", " 1,036\u3000", "1，036"])
def test_signs_of_no_width_and_white_space_are_no_part_of_a_cell(text: str) -> None:
    figure = parse_figure(text, Notation())
    assert figure is not None
    assert figure.value == Decimal(1036)


CELLS = {
    "＋461": ("461", ""),
    "−3": ("-3", ""),
    "–3": ("-3", ""),
    "8808257.32元": ("8808257.32", "元"),
    "减4": ("-4", ""),
    "9" * LONGEST: ("9" * LONGEST, ""),
}
NO_CELLS = ["1 2", "12-13", "1,03", "十二", "12件", "12余元", "1.2万元", "", "-", "9" * (LONGEST + 1)]


@pytest.mark.parametrize(("text", "value"), CELLS.items())
def test_figures_in_cells(text: str, value: tuple[str, str]) -> None:
    figure = parse_figure(text, Notation(("元",), {"增": "+", "减": "-"}))
    assert figure is not None and (figure.value, figure.unit) == (Decimal(value[0]), value[1])


@pytest.mark.parametrize("text", NO_CELLS)
def test_what_is_no_figure_of_a_cell(text: str) -> None:
    assert parse_figure(text, Notation(("元",), {"增": "+", "减": "-"})) is None


MARKED = [
    "41¹",
    "41①",
    "41 ⑵",
    "41[1]",
    "41【注2】",
    "41*",
    "41†",
    "41（注1）",
    "41注②",
    "41⁽¹⁾",
    "¹41",
    "*41",
    "41¹元",
    "41元ᵃ",
    "41₂",
    "41¹,²",
    "41§",
    "41元（含税）",
    "41(见附件)",
]
JOINED = ["1\u2009036", "1\xa0036", "1\u202f036", "1 036", "1\xad036", "1\u200b0\u200e36", "１\u2060036"]
LETTER_SPACED = [
    "1\u20090\u20093\u20096",
    "１\u200a０\u200a３\u200a６",
    "1\u202f0\u202f3\u202f6件",
    "1\u2009,\u20090\u20093\u20096",
]
TEXT_MARKED = ["'1036", "’1036", "＇１０３６", "'1,036"]
APART = [
    "1\u20090\u20093 6",
    "1\u20090\u200a3",
    "10\u200936",
    "1 0 3 6",
    "1\xa00\xa03",
    "'10'36",
    "''1036",
    "4¹1",
    "4₁1",
    "41¹,2",
    "①41",
    "41(1)",
    "12 81",
    "1 281",
    "0 036",
    "41[2023]",
    "①",
    "9\n56",
    "12\xa081",
]
VAGUE = ["41（约）", "41（万元）", "41（估算）", "41（上年）", "41（缺3）", "41（A）", "（含税）41"]


@pytest.mark.parametrize("text", MARKED)
def test_footnote_marks_are_no_digits_of_a_figure(text: str) -> None:
    figure = parse_figure(text, Notation(("元",)))
    assert figure is not None and figure.value == 41


@pytest.mark.parametrize("text", JOINED)
def test_a_figure_that_only_thin_or_unseen_signs_part_is_one(text: str) -> None:
    figure = parse_figure(text, Notation())
    assert figure is not None and figure.value == 1036


@pytest.mark.parametrize("text", LETTER_SPACED)
def test_the_same_thin_space_between_all_digits_parts_none(text: str) -> None:
    figure = parse_figure(text, Notation(("件",)))
    assert figure is not None and (figure.value, figure.spaced) == (1036, True)


@pytest.mark.parametrize("text", TEXT_MARKED)
def test_the_mark_of_a_text_in_a_spreadsheet_is_no_part_of_a_figure(text: str) -> None:
    figure = parse_figure(text, Notation())
    assert figure is not None and (figure.value, figure.spaced) == (1036, False)


@pytest.mark.parametrize("text", VAGUE)
def test_a_note_that_changes_what_a_figure_says_is_no_mark(text: str) -> None:
    assert parse_figure(text, Notation(("万元",))) is None


@pytest.mark.parametrize("text", APART)
def test_what_may_be_two_figures_is_none(text: str) -> None:
    assert parse_figure(text, Notation()) is None


def test_raised_digits_alone_are_a_figure() -> None:
    figure = parse_figure("²⁶", Notation())
    assert figure is not None and figure.value == 26


@given(st.integers(0, 10**6), st.sampled_from(["¹", "²³", "①", "[12]", "*", "※", "注1", "（注）"]))
def test_a_mark_never_changes_a_figure(value: int, mark: str) -> None:
    figure = parse_figure(f"{value}{mark}", Notation())
    assert figure is not None and figure.value == value
