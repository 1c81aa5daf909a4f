"""What lies between two marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.text.punctuation import CLAUSE, NARROW, WIDE, either_width
from linter.text.quotations import titles
from linter.text.sentences import after_last, to_next


@given(st.text(alphabet="甲乙，。", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_between_two_marks_there_is_none(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert set(text[after_last(text, CLAUSE, start, end) : end]).isdisjoint(CLAUSE)
    assert set(text[start : to_next(text, CLAUSE, start, end)]).isdisjoint(CLAUSE)


def test_where_there_is_no_mark_the_bounds_stand() -> None:
    assert (after_last("甲乙丙", CLAUSE, 1, 2), to_next("甲乙丙", CLAUSE, 1, 2)) == (1, 2)


def test_marks_in_either_width() -> None:
    assert either_width("。；") == "。；;"
    assert either_width(WIDE) == WIDE + NARROW


def test_titles_hold_the_titles_within_them() -> None:
    text = "按《关于《甲》的通知》和《乙》，《丙\n《丁》"
    assert [text[start:end] for start, end in titles(text)] == ["《关于《甲》的通知》", "《乙》", "《丁》"]
