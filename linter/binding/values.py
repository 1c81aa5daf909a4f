"""What the text of a cell says, by its value type: a figure, an interval, a date, text, or that there is none."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from linter.model.figure import Figure, Notation
from linter.model.records import Record
from linter.model.report import CellState
from linter.model.value import EmptyMeaning, Sort, ValueSpec
from linter.text.dates import read_day
from linter.text.figures import PERCENT, parse_figure
from linter.text.punctuation import CLOSING_BRACKETS, OPENING_BRACKETS
from linter.text.regex import regex
from linter.text.widths import squeeze

_ZERO = Decimal(0)
_HALF = Decimal("0.5")
_EXACT = Context(prec=200)
_PERCENTAGE = Notation((PERCENT,))
_OPEN, _CLOSE = (re.escape(marks) for marks in (OPENING_BRACKETS, CLOSING_BRACKETS))
_SHARE = regex(rf"(?P<figure>.*[0-9].*?)\s*[{_OPEN}](?P<share>[^{_OPEN}{_CLOSE}]+)[{_CLOSE}]", re.DOTALL)


class Reading(Record):
    """What a cell says: its state, and the rest as a `BoundCell` has it."""

    state: CellState
    value: Decimal | None = None
    figure: Figure | None = None
    meaning: EmptyMeaning | None = None
    reach: Decimal = _ZERO
    share: Figure | None = None


_UNREADABLE = Reading(CellState.UNREADABLE)


def as_compared(text: str) -> str:
    """A text as `ValueSpec` has those that stand for an interval or for nothing: `N/A` and `n / a` are one."""
    return squeeze(text).casefold()


def read_value(text: str, spec: ValueSpec, blank: EmptyMeaning, said: str = "") -> Reading:
    """The reading of a cell's text. `blank` is what an empty one means; `said` the unit given for the whole table."""
    compared = as_compared(text)
    if not compared:
        return _without(CellState.BLANK, spec.blank or blank)
    if (meaning := spec.missing.get(compared)) is not None:
        return _without(CellState.PLACEHOLDER, meaning)
    if spec.sort is Sort.TEXT:
        return Reading(CellState.TEXT)
    if spec.sort is Sort.DATE:
        return _date(text)
    if (interval := spec.intervals.get(compared)) is not None:
        return Reading(CellState.INTERVAL, interval.middle, reach=interval.reach)
    plain, share = share_apart(text) if spec.share else (text, None)
    figure = parse_figure(plain, spec.notation)
    if figure is None:
        return Reading(CellState.UNREADABLE)
    places = figure.places if spec.places is None else spec.places
    reach = _HALF.scaleb(-places) if spec.rounded else _ZERO
    value, factor = figure.value, spec.factors.get(figure.unit or said)
    if factor is not None:
        value, reach = _EXACT.multiply(value, factor), _EXACT.multiply(reach, factor)
    return Reading(CellState.FIGURE, value, figure, reach=reach, share=share)


def _without(state: CellState, meaning: EmptyMeaning) -> Reading:
    return Reading(state, _ZERO if meaning is EmptyMeaning.ZERO else None, meaning=meaning)


def _date(text: str) -> Reading:
    """A day as its number in the calendar, so that days can be compared."""
    day = read_day(text)
    if day is None or not day.exists:
        return Reading(CellState.UNREADABLE)
    from datetime import date

    return Reading(CellState.DATE, Decimal(date(*day).toordinal()))


def share_apart(text: str) -> tuple[str, Figure | None]:
    """A figure and the percentage that stands after it in brackets: `138 (91.4%)`."""
    found = _SHARE.fullmatch(text.strip())
    share = parse_figure(found["share"], _PERCENTAGE) if found is not None else None
    return (text, None) if found is None or share is None else (found["figure"], share)
