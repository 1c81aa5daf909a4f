"""Percentages that are always those of one column of another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from linter.mining.evidence import needed
from linter.mining.forms import Figures, Form, FormLine, FormPart, Key, is_figured
from linter.mining.identities import summands, value_of
from linter.mining.readings import Reading
from linter.model.records import Record

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
BITS = 6.0
"""What one percentage says that is neither 0 nor 100, and differs from those of other pairs of columns."""


class Share(Record):
    """A column of percentages: in every row of every report, 100 times `of` by `base`."""

    table: int
    part: int
    share: FormLine
    of: FormLine
    base: FormLine
    reports: int


def shares_of(form: Form) -> list[Share]:
    """The columns of percentages that are always those of two other columns, the first such pair of each."""
    return [
        share
        for table, entry in enumerate(form.tables)
        for number, part in enumerate(entry.parts)
        for line in part.columns
        if _is_share(part, line) and (share := _share(table, number, part, line)) is not None
    ]


def _is_share(part: FormPart, line: FormLine) -> bool:
    cells = [cell for figures in part.figures for (_, at), cell in figures.items() if at == line.key]
    return is_figured(cells) and 2 * sum(cell.unit == "%" for cell in cells) > len(cells)


def _share(table: int, number: int, part: FormPart, line: FormLine) -> Share | None:
    columns = summands(part, part.columns, False)
    wanted = needed(len(columns) ** 2)
    for of, base in permutations(columns, 2):
        told: list[int] = []
        for report, figures in enumerate(part.figures):
            agree = [_agrees(*cells) for cells in _rows(figures, line.key, of.key, base.key)]
            if False in agree:
                break
            told += [report] * agree.count(True)
        else:
            if len(told) * BITS >= wanted:
                return Share(table, number, line, of, base, len(set(told)))
    return None


def _rows(figures: Figures, *columns: Key) -> Iterator[tuple[Reading | None, ...]]:
    for row in dict.fromkeys(row for row, _ in figures):
        yield tuple(figures.get((row, column)) for column in columns)


def _agrees(share: Reading | None, of: Reading | None, base: Reading | None) -> bool | None:
    """Whether a row's percentage is right; None where it has none, or one that fits too much to say anything."""
    one, other = value_of(of), value_of(base)
    if share is None or share.value is None or one is None or not other:
        return None
    right = abs(HUNDRED * one / other - share.value) <= HALF.scaleb(-share.places)
    return None if right and share.value in (0, HUNDRED) else right
