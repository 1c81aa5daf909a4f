"""What a cell of an unknown table prints: nothing, words, a figure, a day, or a text that stands for no figure."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import lru_cache

from linter.language.table_words import CURRENCIES, NOTHING, SHARE, UNITS, YEAR
from linter.model.figure import Notation
from linter.model.records import Record
from linter.text.dates import read_day
from linter.text.figures import PERCENT, parse_figure
from linter.text.regex import regex
from linter.text.widths import squeeze

AROUND = (("(", ")"),)

_NOTATION = Notation((PERCENT, *UNITS), prefixes=CURRENCIES, around=AROUND)
_SHARE = regex(SHARE)
_YEAR = regex(YEAR)


class Sort(Enum):
    """What a cell prints."""

    BLANK = "blank"
    WORDS = "words"
    MISSING = "missing"
    FIGURE = "figure"
    DAY = "day"


class Reading(Record):
    """What a cell says. `text` is as it is compared (no white space, no emphasis); `value`, `places`, `prefix` and
    `unit` are those of a figure; `brackets` stand for its minus; a percentage beside it is its `share`.
    """

    sort: Sort
    text: str = ""
    value: Decimal | None = None
    places: int = 0
    prefix: str = ""
    unit: str = ""
    brackets: bool = False
    share: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a figure, or stands where one is missing."""
        return self.sort in (Sort.FIGURE, Sort.MISSING, Sort.DAY)


@lru_cache(maxsize=4096)
def reading(text: str) -> Reading:
    """The reading of a cell's text."""
    plain = squeeze(text)
    if not plain:
        return Reading(Sort.BLANK)
    if plain.casefold() in NOTHING:
        return Reading(Sort.MISSING, plain)
    beside = _SHARE.fullmatch(plain)
    figure = parse_figure(beside[1] if beside else text, _NOTATION)
    if figure is None:
        day = read_day(text)
        return Reading(Sort.WORDS if day is None or not day.exists else Sort.DAY, plain)
    prefix = next((mark for mark in CURRENCIES if mark in plain), "")
    brackets = figure.value < 0 and "(" in plain
    return Reading(Sort.FIGURE, plain, figure.value, figure.places, prefix, figure.unit, brackets, beside is not None)


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else, as over columns for years."""
    return _YEAR.fullmatch(squeeze(text)) is not None
