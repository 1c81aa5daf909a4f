"""Figures in running text: Arabic with separated thousands or 万 behind them, or Chinese; with their unit and place."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.model.figure import LONGEST
from linter.text.numerals import CHARACTERS, RUN, number

_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_NUMERALS = frozenset(CHARACTERS + "0123456789")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.")
_NOT_BEFORE = frozenset("第统")  # 第三条 is no three, 统一 no one
_FACTORS = {"万": 4, "亿": 8, "百": 2, "千": 3}
VAGUE_BEFORE = ("约", "近", "超", "超过", "逾", "达到近", "不足", "至少", "大约", "将近")
_VAGUE_BEHIND = tuple("余多几来")
PERCENT = "%"
OF_A_HUNDRED = "百分之"
_POINT = "点"
_MOST_PLACES = 4


class ProseFigure(NamedTuple):
    """A number in a text. `start` and `end` are offsets of the number with its unit, `places` its printed decimals.

    `vague` says that the text gives it as about so much (余, 近, 约), `chinese` that it is written in Chinese numerals.
    """

    value: Decimal
    start: int
    end: int
    unit: str = ""
    places: int = 0
    vague: bool = False
    chinese: bool = False


@lru_cache(maxsize=16)
def _by_first(units: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The units by their first character, the longest first."""
    alike: dict[str, list[str]] = {}
    for unit in sorted(units, key=len, reverse=True):
        alike.setdefault(unit[:1], []).append(unit)
    return {first: tuple(own) for first, own in alike.items()}


def figures(text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
    """Every figure in `text` (plain text of a passage), in order; a Chinese one only where a unit follows.

    A figure longer than any that a report may have is passed over. Ordinals (第三条) are none. With `PERCENT` among the
    units, 百分之三十 is one too.
    """
    own, end = _by_first(units), 0
    for run in RUN.finditer(text):
        start = run.start()
        if start < end:
            continue
        figure = None
        if PERCENT in own and text.startswith(OF_A_HUNDRED, start):
            figure = _of_a_hundred(text, start)
        elif not text[start].isascii():
            figure = _chinese(text, start, run.end(), own)
        elif text[start - 1 : start] not in _LETTERS:
            figure, end = _arabic(text, start, own)
        if figure is not None:
            yield figure
            end = figure.end


def _unit(text: str, at: int, units: Mapping[str, tuple[str, ...]]) -> str:
    return next((unit for unit in units.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")


def _measured(text: str, end: int, units: Mapping[str, tuple[str, ...]]) -> tuple[str, int, bool]:
    """The unit behind a number, where it ends, and whether a word between makes the number vague."""
    unit, vague = _unit(text, end, units), False
    if not unit and text.startswith(_VAGUE_BEHIND, end):
        vague, end = True, end + 1
        unit = _unit(text, end, units)
    return unit, end + len(unit), vague


def _is_vague(text: str, start: int) -> bool:
    return text[max(start - 3, 0) : start].endswith(VAGUE_BEFORE)


def _chinese(text: str, start: int, end: int, units: Mapping[str, tuple[str, ...]]) -> ProseFigure | None:
    before = text[start - 1 : start]
    unit, last, vague = _measured(text, end, units)
    if not unit or before in _NOT_BEFORE or before in _NUMERALS:
        return None
    value = number(text[start:end])
    vague = vague or _is_vague(text, start)
    return None if value is None else ProseFigure(value, start, last, unit, 0, vague, True)


def _arabic(text: str, start: int, units: Mapping[str, tuple[str, ...]]) -> tuple[ProseFigure | None, int]:
    """The figure that begins at `start`, unless it is too long or an ordinal, and where its number ends."""
    match = _ARABIC.match(text, start)
    assert match is not None
    end = match.end()
    factor = _FACTORS.get(text[end : end + 1], 0)
    if factor and text[end + 1 : end + 2] in _NUMERALS:
        factor = 0
    end += 1 if factor else 0
    digits = match[0].replace(",", "").replace("，", "")
    if len(digits) > LONGEST or text[start - 1 : start] == "第":
        return None, end
    unit, last, vague = _measured(text, end, units)
    places = max(len(digits.partition(".")[2]) - factor, 0)
    vague = vague or _is_vague(text, start)
    return ProseFigure(Decimal(digits).scaleb(factor), start, last, unit, places, vague), last


def _of_a_hundred(text: str, start: int) -> ProseFigure | None:
    """百分之三十, 百分之十二点五."""
    whole = RUN.match(text, start + len(OF_A_HUNDRED))
    if whole is None or whole.end() - whole.start() > LONGEST:
        return None
    printed, end, places = whole[0], whole.end(), 0
    value = Decimal(printed) if printed.isdecimal() else number("一百" if printed == "百" else printed)
    decimals = RUN.match(text, end + 1) if text.startswith(_POINT, end) else None
    if value is not None and decimals is not None and len(decimals[0]) <= _MOST_PLACES:
        digits = [number(digit) for digit in decimals[0]]
        if all(digit is not None and digit < 10 for digit in digits):
            places, end = len(digits), decimals.end()
            value += Decimal("".join(str(digit) for digit in digits)).scaleb(-places)
    vague = _is_vague(text, start) or text.startswith(_VAGUE_BEHIND, end)
    return None if value is None else ProseFigure(value, start, end, PERCENT, places, vague, True)
