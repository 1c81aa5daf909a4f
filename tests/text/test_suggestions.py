"""Which known word is taken for the one that was meant, and what is said where none is."""

from __future__ import annotations

import pytest

from linter.model.message import Message
from linter.text.likeness import LONGEST, MOST_NAMED, nearest_word, unknown


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titel", ["table", "title", "text"], "title"),
        ("TITLE", ["title"], "title"),
        ("found_by", ["found-by"], "found-by"),
        ("abcde", ["abcxy"], "abcxy"),  # three letters of five: just near enough
        ("abcdefg", ["abcdxyz"], None),  # four of seven are not
        ("收到数", ["收到件数", "办结数"], "收到件数"),
        ("", ["title"], None),
        ("title", [], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], meant: str | None) -> None:
    assert nearest_word(word, known) == meant


def test_how_near_may_be_asked_for() -> None:
    assert nearest_word("abcd", ["abcx"], at_least=0.75) == "abcx"
    assert nearest_word("abcd", ["abcx"], at_least=0.76) is None


def test_of_a_long_word_its_beginning_is_compared() -> None:
    known = "a" * LONGEST
    assert nearest_word(known + "b" * 10 * LONGEST, [known]) == known
    assert nearest_word("b" * LONGEST + known, [known]) is None


def test_what_is_known_is_listed_where_nothing_is_near() -> None:
    known = [f"表{number}" for number in range(MOST_NAMED)]
    assert unknown("option.unknown-table", "x", known) == Message(
        "option.unknown-table", {"name": "x", "known": tuple(known)}
    )
    assert unknown("option.unknown-table", "x", [*known, *known, "y"]).values["known"] == tuple(known)
    assert unknown("option.unknown-table", "表7.", known) == Message(
        "option.unknown-table-near", {"name": "表7.", "nearest": "表7"}
    )
