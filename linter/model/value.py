"""Value types: what the cells of a column may print, and what that means."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from linter.model.figure import Notation
from linter.model.records import Record


class EmptyMeaning(StrEnum):
    """What a cell without a figure means."""

    REPORT = "report"  # a finding of the severity that the rule states
    ERROR = "error"
    WARNING = "warning"
    ZERO = "zero"  # zero; one note for the table
    UNDECIDED = "undecided"  # no finding; equations over it are undecided
    DOES_NOT_APPLY = "does-not-apply"  # no finding; what is said of it says nothing


class Sort(StrEnum):
    """What sort of thing a cell holds."""

    FIGURE = "figure"
    DATE = "date"
    TEXT = "text"


class Interval(Record):
    """All numbers from `low` to `high`."""

    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    @property
    def reach(self) -> Decimal:
        """How far the ends are from the middle."""
        return (self.high - self.low) / 2


class ValueSpec(Record):
    """A value type: by default, counts from 0 on.

    Figures that are `decimal` have been rounded to the decimals that are printed, or to `places`, however many zeros
    stand at their end, unless they are `exact`. `notation` says how they are written. `unit` is the unit that they come
    to, `factors` what one of another unit is of it, and `unit_said` an RE2 pattern of the words above a table that give
    the unit of all its figures (its group, or else all of it). `intervals` are texts that stand for a range (`<1`),
    `missing` those that stand for none; what stands in a blank cell is up to the table where `blank` is None.

    A figure of a type with `share` is followed by its percentage: `138 (91.4%)`. `zero_base` are the texts of a
    percentage of nothing. What is not `adds_up` (medians, dates) stands in no total.
    """

    id: str = "count"
    sort: Sort = Sort.FIGURE
    decimal: bool = False
    exact: bool = False
    negative: bool = False
    places: int | None = None
    notation: Notation = Notation()
    unit: str = ""
    factors: Mapping[str, Decimal] = {}
    unit_said: str = ""
    intervals: Mapping[str, Interval] = {}
    missing: Mapping[str, EmptyMeaning] = {}
    blank: EmptyMeaning | None = None
    share: bool = False
    zero_base: tuple[str, ...] = ()
    adds_up: bool = True

    def __hash__(self) -> int:
        return hash(self.id)  # quick, and the same for equal ones

    @property
    def rounded(self) -> bool:
        """Whether a figure stands for all numbers that are rounded to it."""
        return self.decimal and not self.exact


COUNT = ValueSpec()
