"""Figures in sentences of a language that parts words by spaces: `1,208 requests`, `1.2 million`, `twenty-one`, `a
dozen`.

A unit follows the number after a space or none, and ends where a word ends. Words before (about) or after (or so) make
a figure vague. A number that follows a word such as `Section` is a name, and `12th` or `third` is an ordinal: none of
these is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from linter.model.language import Language
from linter.text.figures import PERCENT, ProseFigure
from linter.text.punctuation import RANGE

_SPACES = re.compile(r"[\s-]+")
LONGEST = 150
"""Characters of a figure, in words or in digits."""

_FARTHEST = 40
"""Characters before a figure in which words that concern it are looked for."""

NEVER = r"\b\B"
"""A pattern that is found nowhere, in either sort of expression."""

TEN, THOUSAND, LARGEST = 10, 1000, 10**15
_TENS = 2 * TEN  # from twenty on, a digit may follow


class WordGrammar:
    """How one language writes figures: patterns made of its words, which are compiled when first asked for."""

    def __init__(self, language: Language) -> None:
        self._language = language
        numerals = language.numerals
        values = dict.fromkeys(numerals.zeros, 0) | {word: value for value, word in enumerate(numerals.digits, 1)}
        self._values = {word.casefold(): value for word, value in (values | dict(numerals.others)).items()}
        self._scales = {word.casefold(): value for word, value in numerals.scales.items()}
        self._factors = {word.casefold(): power for word, power in language.figures.factors.items()}
        self._mark = language.figures.decimal_mark
        self._thousands = "." if self._mark == "," else ","

    @property
    def number(self) -> str:
        """A number before its unit, for patterns of either sort of expression."""
        words, scales = self._any((*self._values, *self._scales)), self._any(self._scales)
        more = self._any((*self._values, *self._scales, *self._language.numerals.joined_by))
        factors = self._any(self._factors)
        mark, thousands = re.escape(self._mark), re.escape(self._thousands)
        digits = rf"(?:[0-9]{{1,3}}(?:{thousands}[0-9]{{3}})+|[0-9]+)(?:{mark}[0-9]+)?(?: ?(?i:{factors})\b)?\+?"
        return rf"(?:{digits}|\b(?i:(?:an? (?:{scales})|{words})(?:[ -](?:{more}))*)\b)"

    def measured(self, units: tuple[str, ...]) -> str:
        """A pattern (RE2) of a number and one of `units` after it."""
        if not units:
            return self.number
        percents = self._language.figures.percent_after if PERCENT in units else ()
        named = [unit for unit in units if unit != PERCENT]
        after = [rf"{re.escape(unit)}\b" if unit[-1].isalnum() else re.escape(unit) for unit in (*percents, *named)]
        return f"{self.number} ?(?:{'|'.join(after)})"

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return re.compile(self.number)

    @cached_property
    def _vague_before(self) -> re.Pattern[str]:
        words = self._language.figures
        return re.compile(rf"(?:^|[^\w])(?i:{self._any((*words.vague_before, *words.vague_scales))}) ?[$£€]?\Z")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        words = (*self._language.figures.named_by, *self._language.dates.months)
        return re.compile(rf"(?:^|[^\w])(?i:{self._any(words)})\.? ?\Z")

    @cached_property
    def _range(self) -> re.Pattern[str]:
        numbers, words = self._any((*self._values, *self._scales)), self._any(self._language.figures.range_words)
        between = "|".join(rf"{start} [^ ]+ {then} " for start, then in self._language.figures.range_pairs.items())
        sides = rf"(?:[0-9%]|\b(?i:{numbers}))(?: ?[{re.escape(RANGE)}] ?| (?i:{words}) )"
        return re.compile(rf"(?:{sides}|\b(?i:{between or NEVER}))\Z")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(rf" ?(?i:{self._any(self._language.figures.vague_after)})\b")

    @cached_property
    def _none(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:{self._any(self._language.figures.no_numerals)})\b")

    @cached_property
    def _ordinal(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:{self._any(self._language.numerals.ordinal_after)})\b")

    @staticmethod
    def _any(words: object) -> str:
        """A pattern for any of some words, the longest first; for none, one that never matches."""
        alternatives = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
        return "|".join(re.escape(word).replace(r"\ ", " ") for word in alternatives) or NEVER

    def figures(self, text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
        """Every figure in `text` that one of `units` follows, in order; an empty unit is a number by itself."""
        follows = _unit_pattern(units, self._language)
        end = 0
        for match in self._number.finditer(text):
            start, last = match.span()
            unit = follows.match(text, last)
            if start < end or unit is None or not self.is_whole(text, start, last):
                continue
            read = self.value_of(match[0])
            if read is not None:
                end = unit.end()
                own = PERCENT if unit["percent"] else unit["unit"] or ""
                vague = self.is_vague(text, start, end, match[0])
                yield ProseFigure(read[0], start, end, own, read[1], vague, not match[0][0].isdigit())

    def read(self, printed: str, units: tuple[str, ...]) -> tuple[Decimal, str, bool] | None:
        """The value, the unit and the vagueness of a figure that is all of `printed`; None where it is none."""
        match = self._number.match(printed)
        unit = _unit_pattern(units, self._language).match(printed, match.end()) if match else None
        if match is None or unit is None or unit.end() != len(printed):
            return None
        value = self.value_of(match[0])
        return (value[0], PERCENT if unit["percent"] else unit["unit"] or "", match[0].endswith("+")) if value else None

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether the number from `start` to `end` is one by itself: no part of a word or another number, no ordinal,
        no name (Section 3), no numeral of a phrase (one of).
        """
        before = text[max(start - _FARTHEST, 0) : start]
        if before and (before[-1].isalnum() or before[-1] in "._/#" or (before[-1] == "," and before[-2:-1].isdigit())):
            return False
        if self._named.search(before) or self._none.match(text, start):
            return False
        after = text[end : end + 2]
        return not (after[:1].isalpha() and text[end - 1].isdigit() and self._ordinal.match(text, end))

    def is_vague(self, text: str, start: int, end: int, printed: str = "") -> bool:
        """Whether the words around a figure make it about so much, or one end of a range."""
        before = text[max(start - _FARTHEST, 0) : start]
        return (
            "+" in printed
            or self._vague_before.search(before) is not None
            or self._after.match(text, end) is not None
            or self.is_end_of_range(text, start)
        )

    def is_end_of_range(self, text: str, start: int) -> bool:
        """3-5 tickets, three to five: whether another number stands before, and what makes a range of the two."""
        return self._range.search(text[max(start - _FARTHEST, 0) : start]) is not None

    def value_of(self, printed: str) -> tuple[Decimal, int] | None:
        """The value and the decimals of a number without its unit; None for what is malformed."""
        if len(printed) > LONGEST:
            return None
        plain = printed.rstrip("+").casefold()
        if not plain[:1].isdigit():
            value = self.in_words(plain)
            return None if value is None else (Decimal(value), 0)
        digits = re.match(r"[0-9.,]+", plain)
        assert digits is not None
        power = self._factors.get(plain[digits.end() :].strip(), 0)
        number = digits[0].replace(self._thousands, "").replace(self._mark, ".")
        return Decimal(number).scaleb(power), max(len(number.partition(".")[2]) - power, 0)

    @lru_cache(maxsize=512)  # noqa: B019 - there is one grammar for each language
    def in_words(self, text: str) -> int | None:
        """`one hundred and twenty-three`, `a dozen`, `two thousand five hundred`; None for what is no number."""
        if text in self._values:
            return self._values[text]
        joining = set(self._language.numerals.joined_by) | {"a", "an"}
        total = part = 0
        before = LARGEST
        for word in _SPACES.split(text):
            if word in joining:
                continue
            if word in self._scales:
                scale = self._scales[word]
                part = (part or 1) * scale
                if scale >= THOUSAND:
                    total, part = total + part, 0
                before = scale
            elif word in self._values and (value := self._values[word]) < before:
                part, before = part + value, TEN if value >= _TENS else 1
            else:
                return None
        return total + part


@lru_cache(maxsize=64)
def _unit_pattern(units: tuple[str, ...], language: Language) -> re.Pattern[str]:
    """What follows a number: one of `units` up to the end of a word, or nothing where they allow that."""
    alternatives = WordGrammar._any
    percents = alternatives(language.figures.percent_after) if PERCENT in units or not units else NEVER
    named = [unit.strip() for unit in units if unit.strip() and unit != PERCENT]
    own = rf"(?P<unit>{alternatives(named)})(?!\w)" if named else rf"(?P<unit>{NEVER})"
    nothing = "" if not units or "" in units else NEVER
    return re.compile(rf" ?(?:(?P<percent>{percents})(?!\w)|{own})|{nothing}")
