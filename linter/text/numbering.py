"""Words around the numbers of headings and pages, in every language: 第三章, Part IV, 第3页, Page 3 of 12."""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.text.languages import LANGUAGES, SEARCHED, every
from linter.text.numerals import COUNTING, ORDINAL

_SPACED = tuple(language for language in LANGUAGES.values() if language.spaces)
CHAPTERS = "|".join(map(re.escape, SEARCHED.headings.after))
"""What a number with `ORDINAL` before it counts, where nothing parts the words, as alternatives of a pattern."""

_NAMES = "|".join(re.escape(word) for language in _SPACED for word in language.headings.before)
_NUMBERS_IN_WORDS = {word: value for language in _SPACED for value, word in enumerate(language.numerals.digits, 1)}
_NUMBERS_IN_WORDS |= {
    word: value for language in _SPACED for word, value in language.numerals.others.items() if " " not in word
}
NAMED_CHAPTER = (
    rf"(?i:{_NAMES})\s+(?P<named>\d{{1,2}}|[IVXivx]{{1,5}}|(?i:{'|'.join(_NUMBERS_IN_WORDS)}))(?:\s*[.:]|\s+[-–—]|\s*$)"
)
"""A number after a name (`Part IV:`); a mark or the end of the line has to follow, or a sentence speaks of it."""


ORDINALS: dict[str, int] = {
    word.casefold(): value for language in _SPACED for word, value in language.numerals.ordinals.items()
}
"""Ordinals in words with their values, in small letters: first, secondly."""


def in_words(number: str) -> int:
    """The value of a number in words as headings have it; 0 for what is none."""
    return _NUMBERS_IN_WORDS.get(number.lower(), 0)


def _page(before: Iterable[str], after: Iterable[str], spaced: bool) -> str:
    opening, closing = ("|".join(map(re.escape, words)) for words in (before, after))
    return rf"(?i:{opening})\s{'+' if spaced else '*'}\d{{1,4}}" + (rf"\s*(?:{closing})" if closing else "")


PAGE = "|".join(
    _page(language.pages.before, language.pages.after, language.spaces)
    + rf"(?:\s*{_page(language.pages.of_before, language.pages.of_after, language.spaces)})?"
    for language in LANGUAGES.values()
)
"""The number of a page in words, perhaps with that of all pages."""

HEADING_STYLES = "|".join(every(lambda language: language.headings.styles))
CONTENTS_STYLES = "|".join(rf"\S*{word}" for word in every(lambda language: language.headings.contents_styles))
"""Names of styles of Word, in small letters, as alternatives of a pattern."""

CHAPTER = rf"{ORDINAL}([0-9]{{1,2}}|[{COUNTING}]{{1,3}})(?:{CHAPTERS})"
"""A number in the words of a language that nothing parts, white space taken out."""
