"""Figures that sentences state: patterns in which `{figure}` stands for one, with its unit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.model.prose import Prose
from linter.prose.figures import VAGUE_BEFORE
from linter.prose.patterns import Hit, hits
from linter.text.numerals import CHARACTERS, number
from linter.text.punctuation import RANGE

FIGURE = "{figure}"
LONGEST = 24
"""Characters of a figure; with fewer digits than decimals have, sums and differences stay exact."""

_NUMBER = rf"(?:(?:[0-9]{{1,3}}(?:[,，][0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?[万亿]?|[{CHARACTERS}]+)"
_FACTORS = {"万": 4, "亿": 8}
_VAGUE_BEHIND = ("左右", "上下", "以上", "以下", "以内", "余", "多")
_ORDINAL = "第"

Units = tuple[tuple[str, Decimal], ...]
"""Units that may follow a figure, and what one of each is worth; the longest first."""


class Stated(NamedTuple):
    """A figure as a sentence states it. `pattern` counts the patterns that were searched for; `start` and `end` are
    offsets of the figure with its unit in `hit.passage.plain`, or of all that was found where the pattern has none.

    `value` is None for a pattern without a figure. `vague` says that the text gives it as about so much.
    """

    hit: Hit
    pattern: int
    start: int
    end: int
    value: Decimal | None = None
    vague: bool = False


def stated(patterns: tuple[str, ...], units: Units, prose: Prose, parts: tuple[str, ...]) -> Iterator[Stated]:
    """All that the patterns find, in order. Where two could begin at one place, the first that is given goes before.

    Ordinals and the ends of ranges are passed over, and figures longer than any that a report may have.
    """
    for hit in hits(_alternatives(patterns, units), prose, parts):
        group = next(iter(hit.groups), None)
        if group is None:
            continue
        start, end = hit.groups[group]
        pattern = int(group[1:].partition("_")[0])
        if group[0] == "p":
            yield Stated(hit, pattern, start, end)
        elif (value := _value(hit.passage.plain[start:end], units)) is not None and _whole(hit.passage.plain, start):
            yield Stated(hit, pattern, start, end, value, _vague(hit.passage.plain, start, end))


@lru_cache(maxsize=256)
def _alternatives(patterns: tuple[str, ...], units: Units) -> str:
    """One pattern for all, so that the text is gone through once: a figure is the group f1_2, and a pattern without
    one is the group p1.
    """
    unit = "|".join(name for name, _ in units)
    number = f"{_NUMBER}(?:{unit})" if units else _NUMBER
    found = []
    for index, pattern in enumerate(patterns):
        first, *others = pattern.split(FIGURE)
        for place, text in enumerate(others):
            first += f"(?P<f{index}_{place}>{number}){text}"
        found.append(first if others else f"(?P<p{index}>{first})")
    return "|".join(f"(?:{pattern})" for pattern in found)


def _value(text: str, units: Units) -> Decimal | None:
    unit, factor = next((unit for unit in units if text.endswith(unit[0])), ("", Decimal(1)))
    digits = text.removesuffix(unit)
    if len(digits) > LONGEST:
        return None
    if not digits[0].isascii():
        value = number(digits)
    else:
        scale = _FACTORS.get(digits[-1], 0)
        value = Decimal(digits.rstrip("万亿").replace(",", "").replace("，", "")).scaleb(scale)
    return None if value is None else value * factor


def _whole(plain: str, start: int) -> bool:
    """Whether a figure begins at `start`: not the end of a range, of an ordinal or of another figure."""
    before = plain[max(start - 2, 0) : start]
    if not before:
        return True
    numeral = before[-1] in f"{_ORDINAL}." or before[-1].isdigit() or before[-1] in CHARACTERS
    return not numeral and not (before[-1] in RANGE and (before[0].isdigit() or before[0] in CHARACTERS))


def _vague(plain: str, start: int, end: int) -> bool:
    return plain[max(start - 3, 0) : start].endswith(VAGUE_BEFORE) or plain.startswith(_VAGUE_BEHIND, end)


def units_of(given: Mapping[str, Decimal]) -> Units:
    """The units of a rule, the longest first."""
    return tuple(sorted(given.items(), key=lambda unit: -len(unit[0])))
