"""Waivers: single findings that are accepted, with a reason and an owner, as long as the figure is what it was."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fnmatch import fnmatchcase

from linter.model.finding import Finding
from linter.model.records import Record


class Waiver(Record):
    """A finding that is accepted. `rule` and `file` may be patterns; without an `address` all findings of the rule in
    the file are meant. `value` is what the cell said then. `line` and `column` are where it is written.
    """

    rule: str
    file: str
    reason: str
    owner: str
    address: str = ""
    value: str = ""
    until: str = ""
    line: int = 0
    column: int = 0

    def is_over(self, today: str) -> bool:
        """Whether it no longer holds on a day, as 2024-01-17."""
        return bool(self.until) and self.until < today


class Fit(StrEnum):
    """How a waiver stands to a finding."""

    NONE = "none"
    WHOLE = "whole"
    OTHER_VALUE = "other-value"  # the cell is the one, and no longer says what it said


def fit(waiver: Waiver, finding: Finding) -> Fit:
    """Whether `waiver` means `finding`; findings that are folded under it are not looked at."""
    if waiver.rule != finding.rule and not fnmatchcase(finding.rule, waiver.rule):
        return Fit.NONE
    if not waiver.address:
        return Fit.WHOLE
    cell = next((cell for cell in finding.cells if str(cell.address) == waiver.address), None)
    if cell is None:
        return Fit.NONE
    return Fit.WHOLE if not waiver.value or is_same(waiver.value, cell.text) else Fit.OTHER_VALUE


def is_same(one: str, other: str) -> bool:
    """Whether two cells say the same: the same words, or the same number however it is written."""
    if one.strip() == other.strip():
        return True
    numbers = [_number(one), _number(other)]
    return numbers[0] is not None and numbers[0] == numbers[1]


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        return None
