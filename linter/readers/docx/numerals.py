"""Numbers as Word writes them before numbered paragraphs: `w:numFmt` and a count → text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_PLAIN = "〇一二三四五六七八九"
_CIRCLE = "○一二三四五六七八九"
_SIMPLIFIED_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_LEGAL = "零壹貳參肆伍陸柒捌玖"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST = 9999


def numeral(form: str, count: int) -> str:
    """`count` in the number format `form`; in digits where Word has no numeral for it, or the format is unknown."""
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(count) if write and 0 < count <= _LARGEST else str(count)


def _counting(count: int, digits: str = _PLAIN, units: tuple[str, ...] = _UNITS, zero: str = "", one: str = "") -> str:
    """二十一. `zero` stands for noughts between digits (一百零一), `one` before a unit that leads (壹拾)."""
    text = ""
    gap = False
    for power, digit in zip(reversed(range(len(str(count)))), map(int, str(count)), strict=True):
        if not digit:
            gap = True
            continue
        if gap and text:
            text += zero
        gap = False
        leads = digit == 1 and power == 1 and not text
        text += (one if leads else digits[digit]) + units[power]
    return text


def _thousands(count: int) -> str:
    return _counting(count, zero="零")


def _below_hundred(count: int) -> str:
    return _counting(count) if count < 100 else _digitwise(count, _CIRCLE)


def _japanese(count: int) -> str:
    """As the Chinese, but without one before hundred and thousand, and without a sign for nought between digits."""
    return "".join(
        ("" if digit == 1 and power else _PLAIN[digit]) + _UNITS[power]
        for power, digit in zip(reversed(range(len(str(count)))), map(int, str(count)), strict=True)
        if digit
    )


def _digitwise(count: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(count))


def _roman(count: int) -> str:
    text = ""
    for amount, sign in _ROMAN:
        while count >= amount:
            text += sign
            count -= amount
    return text


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
    "decimalFullWidth": lambda count: _digitwise(count, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda count: _digitwise(count, "０１２３４５６７８９"),
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _below_hundred,
    "taiwaneseCounting": _below_hundred,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": lambda count: _digitwise(count, _PLAIN),
    "ideographDigital": lambda count: _digitwise(count, _PLAIN),
    "taiwaneseDigital": lambda count: _digitwise(count, _CIRCLE),
    "chineseLegalSimplified": lambda count: _counting(count, _SIMPLIFIED_LEGAL, _LEGAL_UNITS, "零", "壹"),
    "ideographLegalTraditional": lambda count: _counting(count, _TRADITIONAL_LEGAL, _LEGAL_UNITS, "零", "壹"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _signs(_run_of("㊀", 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs(_run_of("⑴", 20)),
    "decimalEnclosedFullstop": _signs(_run_of("⒈", 20)),
}
