"""Numbers as Word writes them before numbered paragraphs: `w:numFmt` and a count → text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.text.numerals import digit_by_digit, roman, written

_CIRCLE = "○"
_SIMPLIFIED_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_LEGAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_POWERS = ("", "拾", "佰", "仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST = 9999


def numeral(form: str, count: int) -> str:
    """`count` in the number format `form`; in digits where Word has no numeral for it, or the format is unknown."""
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(count) if write and 0 < count <= _LARGEST else str(count)


def _thousands(count: int) -> str:
    return written(count, zero="零")


def _below_hundred(count: int) -> str:
    return written(count) if count < 100 else digit_by_digit(count, _CIRCLE)


def _japanese(count: int) -> str:
    """As the Chinese, but without one before hundred and thousand."""
    return "".join(
        written(digit * 10**power).removeprefix("一" if power else "")
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


_CIRCLED = _signs(_run_of("①", 20) + _run_of("㉑", 15) + _run_of("㊱", 15))

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
    "chineseLegalSimplified": lambda count: written(count, _SIMPLIFIED_LEGAL, _LEGAL_POWERS, "零", "壹"),
    "ideographLegalTraditional": lambda count: written(count, _TRADITIONAL_LEGAL, _LEGAL_POWERS, "零", "壹"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _signs(_run_of("㊀", 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs(_run_of("⑴", 20)),
    "decimalEnclosedFullstop": _signs(_run_of("⒈", 20)),
}
