"""Figures in running text: Arabic with separated thousands or 万 behind them, or Chinese; with their unit and place."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.model.figure import LONGEST
from linter.prose.numerals import CHARACTERS, number

_ARABIC = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_RUN = re.compile(f"[0-9]+|[{CHARACTERS}]+")
_FACTORS = {"万": 4, "亿": 8, "百": 2, "千": 3}
VAGUE_BEFORE = ("约", "近", "超", "超过", "逾", "达到近", "不足", "至少", "大约", "将近")
_VAGUE_BEHIND = tuple("余多几来")
PERCENT = "%"
_OF_A_HUNDRED = "百分之"
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


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """A number as it is printed; compiled for the texts that have one."""
    return re.compile(
        rf"(?<![0-9A-Za-z.])(?P<arabic>{_ARABIC})(?P<factor>[百千万亿](?![{CHARACTERS}0-9])|)"
        rf"|(?<![第统{CHARACTERS}0-9])(?P<chinese>[{CHARACTERS}]+)"  # 统一 is no one
    )


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
    pattern, own, end = _number(), _by_first(units), 0
    # Only where digits or numerals begin can a figure begin: trying the pattern at every character takes far longer.
    for run in _RUN.finditer(text):
        start = run.start()
        if start < end:
            continue
        if PERCENT in own and text.startswith(_OF_A_HUNDRED, start):
            figure = _of_a_hundred(text, start)
        elif match := pattern.match(text, start):
            figure = _figure(match, text, own)
            end = match.end()
        else:
            continue
        if figure is not None:
            yield figure
            end = figure.end


def _unit(text: str, at: int, units: Mapping[str, tuple[str, ...]]) -> str:
    return next((unit for unit in units.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")


def _figure(match: re.Match[str], text: str, units: Mapping[str, tuple[str, ...]]) -> ProseFigure | None:
    start, end = match.span()
    unit = _unit(text, end, units)
    vague = text[max(start - 3, 0) : start].endswith(VAGUE_BEFORE)
    if not unit and text.startswith(_VAGUE_BEHIND, end):
        vague = True
        unit = _unit(text, end + 1, units)
        end += 1
    end += len(unit)
    if match["chinese"]:
        value = number(match["chinese"]) if unit else None
        return None if value is None else ProseFigure(value, start, end, unit, 0, vague, True)
    digits = match["arabic"].replace(",", "").replace("，", "")
    if len(digits) > LONGEST or text[start - 1 : start] == "第":
        return None
    factor = _FACTORS.get(match["factor"], 0)
    places = max(len(digits.partition(".")[2]) - factor, 0)
    return ProseFigure(Decimal(digits).scaleb(factor), start, end, unit, places, vague)


def _of_a_hundred(text: str, start: int) -> ProseFigure | None:
    """百分之三十, 百分之十二点五."""
    whole = _RUN.match(text, start + len(_OF_A_HUNDRED))
    if whole is None or whole.end() - whole.start() > LONGEST:
        return None
    printed, end, places = whole[0], whole.end(), 0
    value = Decimal(printed) if printed.isdecimal() else number("一百" if printed == "百" else printed)
    decimals = _RUN.match(text, end + 1) if text.startswith(_POINT, end) else None
    if value is not None and decimals is not None and len(decimals[0]) <= _MOST_PLACES:
        digits = [number(digit) for digit in decimals[0]]
        if all(digit is not None and digit < 10 for digit in digits):
            places, end = len(digits), decimals.end()
            value += Decimal("".join(str(digit) for digit in digits)).scaleb(-places)
    vague = text[max(start - 3, 0) : start].endswith(VAGUE_BEFORE) or text.startswith(_VAGUE_BEHIND, end)
    return None if value is None else ProseFigure(value, start, end, PERCENT, places, vague, True)
