"""Days as reports print them: with Arabic or Chinese numerals, and with whatever stands between year, month and day."""

import re
from typing import NamedTuple

from linter.binding.label import numeral, squeeze

_DIGITS = "〇一二三四五六七八九"
_NUMERALS = _DIGITS + "零○十"
_TO_DIGITS = {ord(digit): str(value) for value, digit in enumerate(_DIGITS)} | {ord("零"): "0", ord("○"): "0"}
_DAY = re.compile(
    rf"([0-9]{{4}}|[{_NUMERALS}]{{4}})[^0-9{_NUMERALS}]"
    rf"([0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[^0-9{_NUMERALS}]"
    rf"([0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[^0-9{_NUMERALS}]?"
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
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
    match = _DAY.fullmatch(squeeze(text))
    if match is None:
        return None
    year, month, day = match.groups()
    return Day(read_year(year), numeral(month), numeral(day))


def read_year(text: str) -> int:
    """The year written with four digits, Arabic or Chinese (二〇二三); 0 for what is none."""
    digits = text.translate(_TO_DIGITS)
    return int(digits) if digits.isdecimal() and digits.isascii() else 0
