"""Numbers as Word writes them before numbered paragraphs: `w:numFmt` and a count → text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.text.languages import SEARCHED
from linter.text.numerals import ONES, ZEROS, digit_by_digit, roman, written

_CIRCLE = ZEROS[2]
_WORDS = SEARCHED.numerals
_SIMPLIFIED_LEGAL = "".join(_WORDS.accounts)
_TRADITIONAL_LEGAL = "".join(_WORDS.accounts_traditional)
_LEGAL_POWERS = ("", *_WORDS.accounts_scales)
_FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
_LARGEST = 9999


def numeral(form: str, count: int) -> str:
    """`count` in the number format `form`; in digits where Word has no numeral for it, or the format is unknown."""
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(count) if write and 0 < count <= _LARGEST else str(count)


def _thousands(count: int) -> str:
    return written(count, zero=ZEROS[1])


def _below_hundred(count: int) -> str:
    return written(count) if count < 100 else digit_by_digit(count, _CIRCLE)


def _japanese(count: int) -> str:
    """As the Chinese, but without one before hundred and thousand."""
    return "".join(
        written(digit * 10**power).removeprefix(ONES[0] if power else "")
        for power, digit in zip(reversed(range(len(str(count)))), map(int, str(count)), strict=True)
        if digit
    )


def _full_width(count: int) -> str:
    return str(count).translate(_FULL_WIDTH)


def _letters(count: int) -> str:
    """A … z, aa, bb …: Word repeats the letter."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _signs(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if count <= len(signs) else str(count)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)]


def _run_of(first: str, length: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(length))


_CIRCLED = _signs(_run_of("①", 20) + _run_of(chr(0x3251), 15) + _run_of(chr(0x32B1), 15))

_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _below_hundred,
    "taiwaneseCounting": _below_hundred,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": digit_by_digit,
    "ideographDigital": digit_by_digit,
    "taiwaneseDigital": lambda count: digit_by_digit(count, _CIRCLE),
    "chineseLegalSimplified": lambda count: written(count, _SIMPLIFIED_LEGAL, _LEGAL_POWERS, *_WORDS.accounts[:2]),
    "ideographLegalTraditional": lambda count: written(count, _TRADITIONAL_LEGAL, _LEGAL_POWERS, *_WORDS.accounts[:2]),
    "ideographTraditional": _cycle("".join(_WORDS.stems)),
    "ideographZodiac": _cycle("".join(_WORDS.branches)),
    "ideographEnclosedCircle": _signs(_run_of(chr(0x3280), 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs(_run_of("⑴", 20)),
    "decimalEnclosedFullstop": _signs(_run_of("⒈", 20)),
}
