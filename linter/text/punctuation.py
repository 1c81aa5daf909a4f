"""The marks that end, part and enclose what is written; each set stands here and nowhere else.

Running text is searched in the marks of one language, whatever it is written in (`widths`): those sets have these marks
alone. What is read as printed takes `either_width` of them.
"""

from __future__ import annotations

from linter.text.languages import LANGUAGES, SEARCHED

_MARKS = SEARCHED.marks
_OTHERS = [language.marks for language in LANGUAGES.values() if language is not SEARCHED]
WIDE, NARROW = "".join(_MARKS.typed_for), "".join(_MARKS.typed_for.values())

FULL_STOPS = _MARKS.full_stops
SENTENCE = FULL_STOPS + _MARKS.semicolon
"""What ends a sentence; a semicolon ends one too."""

END_OF_PARAGRAPH = FULL_STOPS[0] + _MARKS.semicolon
"""What no title or heading has, and a paragraph ends with."""

COMMA, ITEM, COLON = _MARKS.comma, _MARKS.item, _MARKS.colon
CLAUSE = SENTENCE + COLON + COMMA
LIST = ITEM + COMMA + _MARKS.semicolon
"""What stands between two parts of a list."""

BRACKETS = (_MARKS.brackets[0], _MARKS.brackets[1])
TITLES = (_MARKS.titles[0], _MARKS.titles[1])
INNER_TITLES = tuple((pair[0], pair[1]) for pair in _MARKS.inner_titles)
QUOTES = (_MARKS.quotes[0], _MARKS.quotes[1])
CLAUSE_OR_BRACKET = CLAUSE + "".join(BRACKETS)
"""Where what stands in brackets is a clause of its own."""

YEAR_BRACKETS = (_MARKS.year_brackets[0], _MARKS.year_brackets[1])
"""Brackets around the year in the number of a document."""

HIDING = (TITLES, QUOTES, (_MARKS.single_quotes[0], _MARKS.single_quotes[1]), YEAR_BRACKETS)
"""What encloses words that are no part of what the sentence says."""

OPENING_BRACKETS, CLOSING_BRACKETS = ("".join(pair[side] for pair in _MARKS.all_brackets) for side in (0, 1))
OPENING = OPENING_BRACKETS + "".join(pair[0] for pair in _MARKS.all_quotes)
CLOSING = CLOSING_BRACKETS + "".join(pair[1] for pair in _MARKS.all_quotes)
QUOTATION = _MARKS.quotation
NOTE_BRACKETS = tuple("".join(pair[side] for pair in _MARKS.note_brackets) for side in (0, 1))
NOTE_SIGNS, TEXT_SIGNS = _MARKS.note_signs, _MARKS.text_signs
"""What marks a note, and what spreadsheets set before a figure that they keep as text."""

ROUND = tuple(bracket + NARROW[WIDE.index(bracket)] for bracket in BRACKETS)
"""Round brackets of both widths, the opening ones and the closing ones."""

WIDE_TILDE = chr(0xFF5E)
WIDE_DIGITS = r"\uff10-\uff19"
"""Digits as wide as characters, as a class of a pattern has them."""


def _of_all(name: str) -> str:
    """The marks of one sort in all languages."""
    return "".join(dict.fromkeys("".join([getattr(_MARKS, name), *(getattr(marks, name) for marks in _OTHERS)])))


THOUSANDS, POINTS = _of_all("thousands"), _of_all("points")
"""What parts the digits of a figure, in either width."""

AFTER_NUMBERS = ROUND[1] + ITEM + POINTS
"""What stands after the number of an item."""

OTHER_ITEMS = _MARKS.other_items
"""Marks that are typed by mistake for the one between two items."""

BARS, DRAWN_BARS = _of_all("bars"), "│┃"
"""What stands between the cells of a table that is written in characters."""

DASHES = _of_all("dashes")
RANGE = _of_all("range")
"""What stands between the two ends of a range."""

SIGNS = _of_all("signs")
"""What a figure may have before it as its sign."""

PERCENTS = _of_all("percent")

ELLIPSIS, DOT = "…", "·"


def either_width(marks: str) -> str:
    """`marks` with the narrow ones that are typed for them."""
    return marks + "".join(narrow for wide, narrow in zip(WIDE, NARROW, strict=True) if wide in marks)


NO_LINE_BEGINS_WITH = CLOSING + either_width(CLAUSE + ITEM) + POINTS + ELLIPSIS + PERCENTS[::-1]
"""A line is not broken before these, nor after those of `OPENING`."""
