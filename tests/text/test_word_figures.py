"""Figures and marks of a language that parts its words by spaces."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.binding.prose import passage_of
from linter.model.document import Text
from linter.text.dates import Day, read_day
from linter.text.grammar import grammar_of
from linter.text.languages import LANGUAGES
from linter.text.spaced import holds_sentence, pattern_in_marks, words_in_marks
from linter.text.word_figures import WordGrammar

ENGLISH = LANGUAGES["en"]
WORDS = {value: word for word, value in ENGLISH.numerals.others.items() if " " not in word} | dict(
    enumerate(ENGLISH.numerals.digits, 1)
)


def spelt(number: int) -> str:
    """A number in words, up to 999,999."""
    if number >= 1000:
        rest = f" {spelt(number % 1000)}" if number % 1000 else ""
        return f"{spelt(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {spelt(number % 100)}" if number % 100 else ""
        return f"{WORDS[number // 100]} hundred{rest}"
    return WORDS.get(number) or f"{WORDS[number // 10 * 10]}-{WORDS[number % 10]}"


def plain(text: str) -> str:
    return passage_of("", Text(text, ()), ENGLISH).plain


def found(text: str) -> list[tuple[str, str, bool]]:
    figures = grammar_of("en").figures(plain(text), ("items", "%"))
    return [(str(figure.value.normalize()), figure.unit, figure.vague) for figure in figures]


@given(st.integers(1, 999_999))
def test_numbers_in_words_are_read_as_they_are_spelt(number: int) -> None:
    (figure,) = grammar_of("en").figures(f"We lent {spelt(number)} items.", ("items",))
    assert (figure.value, figure.vague) == (number, False)


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_digits_are_read_with_and_without_thousands(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    for printed in (f"{value:,.{places}f}", f"{value:.{places}f}"):
        (figure,) = grammar_of("en").figures(plain(f"It came to {printed} items, in all."), ("items",))
        assert (figure.value, figure.places) == (value, places)


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_a_language_may_write_decimals_after_a_comma(number: int, places: int) -> None:
    from linter.packs.value_building import build_values
    from linter.text.figures import parse_figure

    other = ENGLISH._replace(figures=ENGLISH.figures._replace(decimal_mark=","))
    value = Decimal(number).scaleb(-places)
    printed = f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
    (figure,) = WordGrammar(other).figures(passage_of("", Text(f"It was {printed} items", ()), other).plain, ("items",))
    assert (figure.value, figure.places) == (value, places)
    notation = build_values({"own": {"decimal-mark": "."}}, ",")
    cell = parse_figure(printed, notation["amount"].notation)
    assert cell is not None
    assert (cell.value, notation["own"].notation.comma) == (value, False)


@pytest.mark.parametrize("word", ENGLISH.figures.vague_before)
def test_a_word_before_a_figure_makes_it_vague(word: str) -> None:
    assert [vague for _, _, vague in found(f"We lent {word} 400 items.")] == [True]
    assert [vague for _, _, vague in found(f"We lent {word.title()} 400 items.")] == [True]


@pytest.mark.parametrize("words", ENGLISH.figures.vague_after)
def test_words_after_a_figure_make_it_vague(words: str) -> None:
    assert [vague for _, _, vague in found(f"We lent 400 items {words}.")] == [True]


@pytest.mark.parametrize("word", ENGLISH.figures.named_by)
def test_a_number_with_a_name_is_no_figure(word: str) -> None:
    assert found(f"See {word} 4 items.") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A12 items, 1.2 items, 12th items", [("1.2", "items", False)]),
        ("400+ items", [("4E+2", "items", True)]),
        ("3-5 items", [("5", "items", True)]),
        ("three to five items", [("5", "items", True)]),
        ("between 3 and 5 items", [("5", "items", True)]),
        ("two dozen items and a dozen items", [("24", "items", False), ("12", "items", False)]),
        ("several hundred items", [("1E+2", "items", True)]),
        ("half a million items", [("1E+6", "items", True)]),
        ("1.2 million items", [("1.2E+6", "items", False)]),
        ("3.5%, 3.5 % and 3.5 percent", [("3.5", "%", False)] * 3),
        ("one of the items, one or more items", []),
        ("in 2023, 412 items", [("412", "items", False)]),
        ("1,03 items, five two items", []),
        ("12 itemsets", []),
        ("ITEMS: Twelve items", [("12", "items", False)]),
    ],
)
def test_what_is_a_figure_and_what_is_none(text: str, figures: list[tuple[str, str, bool]]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("We read. We wrote.", 2),
        ("Mr. Smith of the U.S. Department read No. 5 by Sept. 30.", 1),
        ("Version 3.5 of J. Smith, e.g. the book.", 1),
        ("He said “no.” She did.", 2),
        ("1. Overview", 0),
        ("It was in 1998. We wrote.", 2),
        ("Is it so? It is! Fine.", 3),
    ],
)
def test_sentences_end_where_they_end(text: str, ends: int) -> None:
    assert len(re.findall("[。？！]", plain(text))) == ends


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"read \(or wrote\), of which", "We read (or wrote), of which some"),
        (r"read; [^,.;]+ wrote\.", "They read; then he wrote. Fine."),
        (r"it isn[’']t \"so\":", "But it isn’t “so”: no"),
        (r"\bof \d{1,3} books\b", "one of 12 books"),
        (r"end\.\s+The", "the end. The book"),
        (r"[A-Z]\w+, \d{4}", "in March, 2024, we"),
    ],
)
def test_patterns_are_typed_as_text_is_printed(pattern: str, text: str) -> None:
    import re2

    assert re2.search(pattern_in_marks(pattern), plain(text)) is not None


@pytest.mark.parametrize("text", ["end, The book", "the end; The book"])
def test_a_mark_of_a_pattern_is_that_mark(text: str) -> None:
    import re2

    assert re2.search(pattern_in_marks(r"end\. The"), plain(text)) is None


def test_words_of_packs_are_as_they_are_searched() -> None:
    assert words_in_marks(", of which ", ENGLISH) == "，of which"
    assert words_in_marks("First,", ENGLISH) == "First，"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("September 30, 2023", Day(2023, 9, 30)),
        ("30 Sept. 2023", Day(2023, 9, 30)),
        ("1st March 2024", Day(2024, 3, 1)),
        ("February 31, 2023", Day(2023, 2, 31)),
        ("31-Dec-2023", Day(2023, 12, 31)),
        ("2023-09-30", Day(2023, 9, 30)),
        ("May 3", None),
        ("May flowers 2023", None),
    ],
)
def test_days_are_read_with_the_names_of_months(printed: str, day: Day | None) -> None:
    assert read_day(printed) == day


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("We lent all of our books.", True),
        ("We lent all books.", False),
        ("Number of requests by the Dept.", False),
        ("Requests pending as of start of year", False),
        ("All lent. Some read", False),
        ("All of them were lent. Some were read", True),
    ],
)
def test_a_line_with_words_enough_and_an_end_is_a_sentence(text: str, is_one: bool) -> None:
    assert holds_sentence(text) is is_one
