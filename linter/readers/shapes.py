"""What a piece of text looks like, whatever it says: a figure, a numbered heading, a sentence, a page number."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.text.marks import MARKS, may_be_marked
from linter.text.numbering import CHAPTERS, NAMED_CHAPTER, PAGE
from linter.text.numerals import COUNTING, ORDINAL, POWERS
from linter.text.punctuation import (
    AFTER_NUMBERS,
    CLOSING_BRACKETS,
    DASHES,
    DOT,
    ITEM,
    OPENING_BRACKETS,
    PERCENTS,
    POINTS,
    ROUND,
    SENTENCE,
    SIGNS,
    THOUSANDS,
)
from linter.text.regex import regex
from linter.text.spaced import holds_sentence
from linter.text.widths import UNSEEN

LABEL = 45
"""Characters that the longest label of a table is expected to have, on one line and without white space."""

_DIGITS = rf"[{re.escape(SIGNS)}]?(?![0\uff10]\d)(?:\d{{1,3}}(?:[{THOUSANDS}]\d{{3}})+|\d+)(?:[{POINTS}]\d+)?"
_WITH_UNIT = rf"{_DIGITS}(?:[{PERCENTS}]?|[^\W\d_]{{1,3}})"
_FIGURE = regex(rf"{_WITH_UNIT}|[^\W\d_]\d+|[{DASHES}/\uff0f\\*\uff0a]{{1,4}}")
"""A number, perhaps with a unit or a word for its sign, or a placeholder of punctuation (`/`, `—`)."""

_MARKED = regex(_WITH_UNIT + MARKS)

_CHINESE = COUNTING + POWERS[2]
_OF_SECTION = (
    rf"(?:[{_CHINESE}]{{1,3}}\s*[{ITEM}{POINTS}]|{ORDINAL}\s*[{_CHINESE}\d]{{1,3}}\s*(?:{CHAPTERS})|\d{{1,2}}{ITEM}"
    rf"|[IVX]{{1,5}}\.\s|{NAMED_CHAPTER.replace('?P<named>', '?:')})"
)
_OF_ITEM = rf"(?:[{ROUND[0]}]\s*[{_CHINESE}\d]{{1,3}}\s*[{ROUND[1]}]|\d{{1,2}}\s*[{POINTS}{ROUND[1]}](?!\d)|[①-⑳])"
_SECTION, _ITEM = regex(_OF_SECTION), regex(_OF_ITEM)
# What few texts are asked for stays a text: compiling a pattern takes longer than a short run needs it for.
_NUMBER_ALONE = rf"(?:{_OF_SECTION}|{_OF_ITEM}|\d{{1,2}}\s*[{POINTS}{ITEM}])\s*"
_ENDS_OF_NUMBERS = (*AFTER_NUMBERS, *CHAPTERS.split("|"), ":", *"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_STROKES = f"[{DASHES}{DOT}]+"
_PAGE_NUMBER = rf"{_STROKES}\s*\d{{1,4}}\s*{_STROKES}|{PAGE}|\d{{1,4}}\s*[/\uff0f]\s*\d{{1,4}}"
_RULE = r"\s*:?-+:?\s*"
_UNSEEN = dict.fromkeys(map(ord, UNSEEN))


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """`0`, `1,036`, `-3`, `12件`, `增3`, `/`, `—`: what stands in a cell for figures."""
    if len(text) > 40:
        return False
    if not text.isascii():
        text = text.translate(_UNSEEN)
    begins = text[:1].isdecimal() or text[:1] in SIGNS
    marked = begins and may_be_marked(text)
    return _FIGURE.fullmatch(text) is not None or (marked and _MARKED.fullmatch(text) is not None)


def has_unit(figure: str) -> bool:
    """Whether words stand in a figure: `2023年`, `3件`, `增3`."""
    return any(map(str.isalpha, figure))


def is_section_heading(text: str) -> bool:
    """`一、…`, `3、…`, `第三部分…`: numbered on the highest level."""
    return _SECTION.match(text) is not None


def is_item(text: str) -> bool:
    """`（一）…`, `1.…`, `①…`: numbered on a lower level."""
    return _ITEM.match(text) is not None


def is_number_alone(text: str) -> bool:
    """A number of a heading or list without its text, as Word writes it before a tab."""
    return len(text) <= 8 and text.rstrip().endswith(_ENDS_OF_NUMBERS) and re.fullmatch(_NUMBER_ALONE, text) is not None


def is_sentence(text: str) -> bool:
    """Prose: a full stop somewhere, unless all is in brackets (a note in a table), or longer than any label."""
    if len(text) > 2 * LABEL:
        return True
    in_brackets = len(text) > 1 and text[0] in OPENING_BRACKETS and text[-1] in CLOSING_BRACKETS
    return not in_brackets and (any(mark in text for mark in SENTENCE) or holds_sentence(text))


def is_page_number(text: str) -> bool:
    """`- 3 -`, `第3页`, `3/12`: left between the lines when pages were turned into text."""
    return len(text) <= 20 and any(map(str.isdecimal, text)) and re.fullmatch(_PAGE_NUMBER, text) is not None


def is_rule(cells: list[str]) -> bool:
    """A row of nothing but dashes, three in one cell at least, which Markdown draws between header and body."""
    filled = [cell for cell in cells if cell.strip()]
    return (
        len(cells) > 1 and all(re.fullmatch(_RULE, cell) for cell in filled) and any("---" in cell for cell in filled)
    )
