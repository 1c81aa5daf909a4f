"""Numerals: Chinese ones read and written, Roman ones written."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from linter.text.languages import SEARCHED
from linter.text.regex import regex

_WORDS = SEARCHED.numerals
ONES = "".join(_WORDS.digits)
ZEROS = "".join(_WORDS.zeros)
DIGITS = ZEROS[0] + ONES
"""What years are written with; the place of each is its value."""

_TEN, _HUNDRED, _THOUSAND = (sign for value in (10, 100, 1000) for sign, of in _WORDS.scales.items() if of == value)
COUNTING = ONES + _TEN
"""What numbers of headings, items and days are written with, up to 99."""

FORMAL = "".join(_WORDS.formal)
"""The numerals of contracts and accounts, which some number headings with."""

IN_PLAIN_NUMERALS = str.maketrans(FORMAL, COUNTING)

SCALES = _WORDS.scales
"""What stands after a digit or a number and multiplies it, the largest first."""

_SHORT = {sign: ONES[value // 10 - 1] + _TEN for sign, value in _WORDS.others.items() if value > 9}
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | dict.fromkeys(ZEROS, 0)
_VALUES |= {sign: value for sign, value in _WORDS.others.items() if value < 10}
_TO_ARABIC = str.maketrans({digit: str(value) for digit, value in _VALUES.items()})

CHARACTERS = "".join((*_VALUES, *_SHORT, *SCALES))
ORDINAL = _WORDS.ordinal_before[0]
POWERS = ("", _TEN, _HUNDRED, _THOUSAND)
"""What stands after a digit for its place, up to the thousands."""

LONGEST = 30
"""Characters that a numeral may have."""

RUN = regex(f"[0-9{CHARACTERS}](?:(?<=[0-9])[0-9]*|[{CHARACTERS}]*)")
"""Digits or numerals side by side. Begun with one class for both, it is found three times as fast; and since a class of
scattered characters is slow to compile, all share this one.
"""

_MYRIAD = 10_000  # from here on, what stands before a scale may be more than a digit
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@lru_cache(maxsize=2)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Where digits or numerals stand in a text, from end to end: all rules that look for some begin with these."""
    return tuple(match.span() for match in RUN.finditer(text))


@lru_cache(maxsize=512)
def number(text: str) -> Decimal | None:
    """The value of a Chinese numeral, also of one read digit by digit (二〇二三); None for what is none."""
    if not text or len(text) > LONGEST:
        return None
    if all(character in _VALUES for character in text):
        if len(text) == 2 and not set(text) & set(ZEROS):
            return None  # 一二件 is one or two, and 统一一项 no numeral
        return Decimal(text.translate(_TO_ARABIC))
    value = _positional("".join(_SHORT.get(character, character) for character in text))
    return None if value is None else Decimal(value)


def _positional(text: str) -> int | None:
    """三千零五, and in short 一万二 (12,000) and 一百二 (120)."""
    sign = next((sign for sign in SCALES if sign in text), "")
    if not sign:
        return _VALUES.get(text)
    scale = SCALES[sign]
    head, _, rest = text.rpartition(sign)
    times = 1 if sign == _TEN and not head else _positional(head)
    if times is None or not 0 < times < (scale if scale >= _MYRIAD else 10):
        return None
    if not rest:
        return times * scale
    gap = rest[0] in ZEROS
    below = _positional(rest[gap:])
    if below is None or below >= (scale // 10 if gap and scale < _MYRIAD else scale):
        return None
    return times * scale + below * (scale // 10 if len(rest) == 1 else 1)


def whole(text: str) -> int:
    """The value of a whole number in digits or numerals; 0 for what is none."""
    return int(text) if text.isdecimal() else int(number(text) or 0)


def digit_by_digit(value: int, zero: str = ZEROS[0]) -> str:
    """二〇二三."""
    return "".join(DIGITS[int(digit)] for digit in str(value)).replace(ZEROS[0], zero)


def in_arabic(text: str) -> str:
    """A text with its Chinese digits replaced one by one."""
    return text.translate(_TO_ARABIC)


def written(value: int, digits: str = DIGITS, powers: tuple[str, ...] = POWERS, zero: str = "", one: str = "") -> str:
    """A number up to 9999 in Chinese numerals: 二十一. `zero` stands for zeros between digits (一百零一), `one`
    before a ten that leads (壹拾).
    """
    text = ""
    gap = False
    for power, digit in zip(reversed(range(len(str(value)))), map(int, str(value)), strict=True):
        if not digit:
            gap = True
            continue
        leads = digit == 1 and power == 1 and not text
        text += (zero if gap and text else "") + (one if leads else digits[digit]) + powers[power]
        gap = False
    return text


def roman(value: int) -> str:
    """A number in small Roman numerals: xiv."""
    text = ""
    for amount, sign in _ROMAN:
        times, value = divmod(value, amount)
        text += sign * times
    return text
