"""The clause and sentence around a place, and the time that it speaks of."""

from __future__ import annotations

import pytest

from linter.prose.stated import of_other_time
from linter.text.punctuation import CLAUSE_OR_BRACKET, FULL_STOPS
from linter.text.sentences import FARTHEST, LONGEST_SENTENCE, around, sentence_around

TIMES = "(?P<this>{year}年|今年)|较20[0-9]{2}年|(?P<other>20[0-9]{2}年|上年)"


def cut(text: str, words: str, ends: str) -> str:
    at = text.index(words)
    start, end = around(text, at, at + len(words), ends)
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "words", "clause", "sentence"),
    [
        ("甲。乙，丙3件，丁；戊。己", "3件", "丙3件", "乙，丙3件，丁；戊"),
        ("丙3件", "3件", "丙3件", "丙3件"),
        # What was found may begin or end with a mark, and may hold one.
        ("甲，乙：丙3件，丁", "：丙3件，", "丙3件", "甲，乙：丙3件，丁"),
        ("甲，乙，丙3件（丁）", "乙，丙3件", "乙，丙3件", "甲，乙，丙3件（丁）"),
    ],
)
def test_clause_and_sentence(text: str, words: str, clause: str, sentence: str) -> None:
    assert cut(text, words, CLAUSE_OR_BRACKET) == clause
    assert cut(text, words, FULL_STOPS) == sentence


def test_no_more_is_looked_at_in_a_long_sentence() -> None:
    text = "收到申请12件" * 1000
    assert around(text, 5000, 5003, FULL_STOPS) == (5000 - FARTHEST, 5003 + FARTHEST)
    assert sentence_around(text, 3000, 3003) == (3000 - LONGEST_SENTENCE, 3003 + LONGEST_SENTENCE)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("收到3件", False),
        ("上年收到3件", True),
        ("2022年收到9件，2023年收到3件", False),
        ("2023年制定办法，上年收到3件", True),
        ("今年较2022年有所增加，收到3件", False),
        ("2022年的情况。收到3件", False),
        ("2022年的情况；收到3件", True),
    ],
)
def test_the_time_named_last_decides(text: str, other: bool) -> None:
    assert of_other_time(text, text.rindex("3件"), TIMES, 2023) is other


def test_without_a_year_no_year_is_another() -> None:
    assert not of_other_time("2022年收到3件", 7, TIMES, None)
