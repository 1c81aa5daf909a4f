"""Figures in running text: Arabic with separated thousands or 万 behind them, or Chinese; with their unit and place."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.model.figure import LONGEST
from linter.prose.numerals import CHARACTERS, number

_ARABIC = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_RUN = re.compile(f"[0-9]+|[{CHARACTERS}]+")
_FACTORS = {"万": 4, "亿": 8, "百": 2, "千": 3}
VAGUE_BEFORE = ("约", "近", "超", "超过", "逾", "达到近", "不足", "至少", "大约", "将近")
_VAGUE_BEHIND = "余多几来"


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
def _compiled(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    number = (
        rf"(?<![0-9A-Za-z.])(?P<arabic>{_ARABIC})(?P<factor>[百千万亿](?![{CHARACTERS}0-9])|)"
        rf"|(?<![第{CHARACTERS}0-9])(?P<chinese>[{CHARACTERS}]+)"
    )
    return re.compile(f"(?:{number})(?:(?P<vague>[{_VAGUE_BEHIND}])?(?P<unit>{unit}))?")


def figures(text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
    """Every figure in `text` (plain text of a passage), in order; a Chinese one only where a unit follows.

    A figure longer than any that a report may have is passed over. Ordinals (第三条) are none.
    """
    pattern, end = _compiled(units), 0
    # Only where digits or numerals begin can a figure begin: trying the pattern at every character takes far longer.
    for run in _RUN.finditer(text):
        match = pattern.match(text, run.start()) if run.start() >= end else None
        figure = _figure(match, text) if match else None
        end = match.end() if match else end
        if figure is not None:
            yield figure


def _figure(match: re.Match[str], text: str) -> ProseFigure | None:
    start, unit = match.start(), match["unit"] or ""
    vague = bool(match["vague"]) or text[max(start - 3, 0) : start].endswith(VAGUE_BEFORE)
    if match["chinese"]:
        value = number(match["chinese"]) if unit else None
        return None if value is None else ProseFigure(value, start, match.end(), unit, 0, vague, True)
    digits = match["arabic"].replace(",", "").replace("，", "")
    if len(digits) > LONGEST or text[start - 1 : start] == "第":
        return None
    factor = _FACTORS.get(match["factor"], 0)
    places = max(len(digits.partition(".")[2]) - factor, 0)
    return ProseFigure(Decimal(digits).scaleb(factor), start, match.end(), unit, places, vague)
