"""The marks that end, part and enclose what is written; each set stands here and nowhere else.

Running text is searched in one width (`widths`), in which the marks of sentences are wide: those sets have wide ones
alone. What is read as printed takes `either_width` of them.
"""

from __future__ import annotations

WIDE, NARROW = "！？；：，（）", "!?;:,()"

FULL_STOPS = "。！？"
SENTENCE = FULL_STOPS + "；"
"""What ends a sentence; a semicolon ends one too."""

END_OF_PARAGRAPH = "。；"
"""What no title or heading has, and a paragraph ends with."""

COMMA, ITEM, COLON = "，", "、", "："
CLAUSE = SENTENCE + COLON + COMMA
LIST = ITEM + COMMA + "；"
"""What stands between two parts of a list."""

BRACKETS = ("（", "）")
TITLES = ("《", "》")
INNER_TITLES = (("〈", "〉"), ("<", ">"))
QUOTES = ("“", "”")
CLAUSE_OR_BRACKET = CLAUSE + "".join(BRACKETS)
"""Where what stands in brackets is a clause of its own."""

YEAR_BRACKETS = ("〔", "〕")
"""Brackets around the year in the number of a document."""

HIDING = (TITLES, QUOTES, ("‘", "’"), YEAR_BRACKETS)
"""What encloses words that are no part of what the sentence says."""

OPENING_BRACKETS, CLOSING_BRACKETS = "（([［【〔〈﹝", "）)]］】〕〉﹞"
OPENING, CLOSING = OPENING_BRACKETS + "《「『“‘{", CLOSING_BRACKETS + "》」』”’}"
QUOTATION = "“”‘’《》\"'"

THOUSANDS, POINTS = ",，", ".．"
"""What parts the digits of a figure, in either width."""

AFTER_NUMBERS = "）)" + ITEM + POINTS
"""What stands after the number of an item."""

BARS, DRAWN_BARS = "|｜", "│┃"
"""What stands between the cells of a table that is written in characters."""

DASHES = "-‐‑‒–—―－−"
RANGE = "-—~～至到"
"""What stands between the two ends of a range."""

ELLIPSIS, DOT = "…", "·"


def either_width(marks: str) -> str:
    """`marks` with the narrow ones that are typed for them."""
    return marks + "".join(narrow for wide, narrow in zip(WIDE, NARROW, strict=True) if wide in marks)


NO_LINE_BEGINS_WITH = CLOSING + either_width(CLAUSE + ITEM) + "．.…％%"
"""A line is not broken before these, nor after those of `OPENING`."""
