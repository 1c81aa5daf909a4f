"""Days as reports print them: with Arabic or Chinese numerals, and with whatever stands between year, month and day."""

from __future__ import annotations

import re

from linter.model.records import Record
from linter.text.languages import LANGUAGES
from linter.text.numerals import COUNTING, ONES, ZEROS, digit_by_digit, in_arabic, whole
from linter.text.regex import regex
from linter.text.widths import folded, squeeze

_NUMERALS = COUNTING + ZEROS
FOUR_DIGITS = regex(r"(?<![0-9])[0-9]{4}(?![0-9])")
"""A year where nothing but years stand, even a miswritten one."""

YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""What is a year wherever it stands."""

_CHINESE_YEAR = regex(f"[{ONES}{ZEROS}]{{4}}")
_DAY = regex(
    rf"([0-9]{{4}}|[{_NUMERALS}]{{4}})[^0-9{_NUMERALS}]"
    rf"([0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[^0-9{_NUMERALS}]"
    rf"([0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[^0-9{_NUMERALS}]?"
)
_BEGINS = "0123456789" + _NUMERALS
_MONTHS = {name.casefold(): month for language in LANGUAGES.values() for name, month in language.dates.months.items()}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ENDINGS = "|".join(ending for language in LANGUAGES.values() for ending in language.numerals.ordinal_after)
_PARTS = {
    "year": r"(?P<year>[0-9]{4})",
    "month": rf"(?P<month>{_NAMES})\.?",
    "day": rf"(?P<day>[0-9]{{1,2}})(?:{_ENDINGS})?",
}
_ORDERS = dict.fromkeys(
    order for language in LANGUAGES.values() if language.dates.months for order in language.dates.orders
)
_WITH_MONTH = tuple(regex("(?:,? |-)".join(_PARTS[part] for part in order.split()), re.IGNORECASE) for order in _ORDERS)
"""Days with the name of a month, in the orders in which languages write them."""

_BEGINS_OF_MONTHS = frozenset(name[:3] for name in _MONTHS)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(Record):
    """A day of the calendar; days compare in their order."""

    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has it: the 30th of February it has not."""
        if not 1 <= self.month <= 12:
            return False
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        return 1 <= self.day <= _LENGTHS[self.month - 1] + (self.month == 2 and leap)


def read_day(text: str) -> Day | None:
    """The day that `text` names and nothing else, whether the calendar has it or not; None where it names none."""
    if (named := _named_day(text)) is not None:
        return named
    squeezed = squeeze(text)
    match = _DAY.fullmatch(squeezed) if squeezed[:1] in _BEGINS else None  # few texts are days
    if match is None:
        return None
    year, month, day = match.groups()
    return Day(read_year(year), whole(month), whole(day))


def _named_day(text: str) -> Day | None:
    """September 30, 2023; 30 Sept. 2023."""
    words = text.split()  # few texts are days
    if not 1 <= len(words) <= 3 or not any(word[:3].casefold() in _BEGINS_OF_MONTHS for word in re.split("[ -]", text)):
        return None
    plain = " ".join(folded(text).split())
    for pattern in _WITH_MONTH:
        if found := pattern.fullmatch(plain):
            return Day(int(found["year"]), _MONTHS[found["month"].casefold()], int(found["day"]))
    return None


def read_year(text: str) -> int:
    """The year written with four digits, Arabic or Chinese (二〇二三); 0 for what is none."""
    digits = in_arabic(text)
    return int(digits) if digits.isdecimal() and digits.isascii() else 0


def years_in_arabic(text: str) -> str:
    """A text with the years that are written in Chinese numerals (二〇二三) in digits."""
    return _CHINESE_YEAR.sub(lambda match: in_arabic(match[0]), text)


def written_years(year: str) -> tuple[str, ...]:
    """A year as it may be printed, in digits and in Chinese numerals."""
    return (year, *(digit_by_digit(int(year), zero) for zero in ZEROS))
