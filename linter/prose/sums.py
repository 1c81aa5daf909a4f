"""Whether the parts of a list come to its total, or are so near to it that one of the figures must be wrong.

A list that is far from its total is a selection, or has been misread; of such nothing is said. In between are lists
that look as if they were whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from linter.model.records import Record
from linter.prose.breakdowns import Breakdown
from linter.prose.list_parts import Part
from linter.text.figures import ProseFigure
from linter.text.punctuation import ITEM

FEWEST = 3
"""Parts that a list has at the least if they fall short of the total; fewer are often a selection."""

SHORT, SHORT_OF_ALL = Decimal("0.05"), Decimal("0.4")
"""By how much of the total its parts may fall short of it and still be meant to add up to it; and where the text says
that they are all."""

SHORT_AT_MOST = Decimal("0.2")
"""By how much they may fall short where a word introduces all of them and nothing says that there are others: either
may be meant."""

OVER, TWO_OVER = Decimal("0.3"), Decimal("0.1")
"""By how much they may exceed it; and if there are only two."""

ONE_SHORT_OF = 10
"""The smallest total of which a list that falls a little short is no selection."""


class Miss(Record):
    """A list that misses its total: the parts up to its end, and their sum. `selection` says that it may be one."""

    parts: tuple[Part, ...]
    sum: Decimal
    selection: bool = False


def printed_step(figure: ProseFigure) -> Decimal:
    """The smallest step of a figure as printed: 0 for a whole number, 1000 for 1.2万, 0.1 for 7.2."""
    exponent = figure.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent else Decimal(0)


def miss(list_: Breakdown) -> Miss | None:
    """By what a list misses its total, where it can be read in one way and is meant to come to it."""
    if not list_.certain or list_.parts.open or fitting(list_) is not None:
        return None
    total, items = list_.total.value, list_.parts.items
    sums = tuple(accumulate(part.figure.value for part in items))
    near = [end for end in list_.parts.ends if end > 1 and _is_near(list_, end, sums[end - 1])]
    if len(items) < 2 or any(part.figure.value >= total for part in items):
        return None
    if not near:
        return Miss(items, sums[-1], True) if _may_be_all(list_, total - sums[-1]) else None
    end = min(near, key=lambda end: abs(sums[end - 1] - total))
    return Miss(items[:end], sums[end - 1])


def fitting(list_: Breakdown) -> int | None:
    """After how many parts the list comes to a total of the text; None where it never does."""
    items = list_.parts.items[::-1] if list_.closed else list_.parts.items
    totals = {list_.total.value, *list_.earlier}
    for number, (sum_, slack) in enumerate(_sums(list_.total, items), 1):
        if abs(sum_ - list_.total.value) <= slack or (number > 1 and sum_ in totals):
            return number
    if any(sum_ in totals for sum_ in accumulate(list_.parts.counts)):
        return len(items)
    return None


def _sums(total: ProseFigure, items: Sequence[Part]) -> Iterator[tuple[Decimal, Decimal]]:
    """The sums of the first part, the first two, …, each with what rounding may have changed."""
    slack = printed_step(total) / 2
    for sum_, steps in zip(
        accumulate(part.figure.value for part in items),
        accumulate(printed_step(part.figure) / 2 for part in items),
        strict=True,
    ):
        yield sum_, slack + steps


def _may_be_all(list_: Breakdown, missing: Decimal) -> bool:
    """Whether a list that is too far from its total to be certainly meant for it looks like one that is."""
    parts, total = list_.parts, list_.total.value
    number = len(parts.items)
    whole = parts.ends == (number,) and len(parts.counts) == number
    if not list_.introduced or not whole or missing <= 0:
        return False
    if number < FEWEST:
        return total >= ONE_SHORT_OF and missing <= max(total * SHORT, Decimal(1))
    return missing <= total * SHORT_AT_MOST if total >= ONE_SHORT_OF else missing == 1 and total > FEWEST


def _is_near(list_: Breakdown, end: int, sum_: Decimal) -> bool:
    total = list_.total.value
    difference = sum_ - total
    if difference < 0:
        whole = list_.closed or (list_.parts.complete and end == len(list_.parts.items))
        if end < FEWEST and not whole:
            return False
        if difference == -1 and total >= ONE_SHORT_OF:
            return True
        return -difference <= total * (SHORT_OF_ALL if whole else SHORT)
    most = total * OVER if end >= FEWEST else max(total * TWO_OVER, Decimal(1))
    return difference <= most and not _explained(list_.parts.items[:end], difference)


def exceeding(list_: Breakdown) -> Part | None:
    """The part that alone is more than its total, and nothing else that is counted there could be what it is a part of.

    It stands right after what introduces it, or in one list with the part that does (甲类2条、乙类30条).
    """
    parts, total = list_.parts, list_.total
    if not (list_.introduced and list_.certain):
        return None
    others = [value for value in list_.earlier if value != total.value]
    for part in parts.items[: parts.ends[0]] if parts.joint == ITEM else parts.items[:1]:
        figure = part.figure
        alike = figure.unit == total.unit and figure.chinese == total.chinese and not figure.places
        if alike and figure.value > total.value and all(value < figure.value for value in others):
            return part
    return None


def _explained(items: Sequence[Part], excess: Decimal) -> bool:
    """Whether parts next to each other come to the excess: they may be no parts of this total."""
    sums = {Decimal(0)}
    for sum_ in accumulate(part.figure.value for part in items):
        if sum_ - excess in sums:
            return True
        sums.add(sum_)
    return False
