"""Percentages of a whole: whether they fit their parts, and whether those of one whole come to a hundred."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from linter.model.records import Record
from linter.prose.breakdowns import Breakdown
from linter.prose.clauses import Clause, Level, levels
from linter.prose.list_parts import Part
from linter.prose.list_words import ListWords, alternatives, counts, ends_with
from linter.prose.sums import fitting, miss
from linter.text.figures import OF_A_HUNDRED, PERCENT, ProseFigure
from linter.text.sentences import sentences_with

WHOLE = Decimal(100)
FEWEST = 3
"""Percentages that a set without counts has at the least."""

SLACK = Decimal("0.5")
"""By how much percentages may miss a hundred in any case."""

SHORT, SHORT_OF_ALL, OVER = 2, 20, 20
"""By how many points a set may miss a hundred and still be meant to come to it: fall short; fall short where the last
takes in all others; exceed it.
"""


class WrongShare(Record):
    """A part whose percentage is another: `right` is what it would be, to two places."""

    part: Part
    share: ProseFigure
    right: Decimal


def wrong_shares(list_: Breakdown) -> tuple[WrongShare, ...]:
    """The parts of a list whose percentage is not that of their count in the total.

    Only of a list whose parts come to the total, or whose other percentages show what they are a part of.
    """
    if list_.total.value == 0 or len(list_.parts.items) < 2 or list_.parts.open:
        return ()
    items, fit = list_.parts.items, fitting(list_)
    if fit is not None:
        items = items[-fit:] if list_.closed else items[:fit]
        if sum(part.figure.value for part in items) != list_.total.value:
            return ()
    shared = [part for part in items if part.share is not None]
    wrong = tuple(_wrong(list_, shared))
    if not wrong:
        return ()
    if fit is None:
        return wrong if len(wrong) == 1 < len(shared) and list_.certain and miss(list_) is None else ()
    stated = sum(part.share.value for part in shared if part.share is not None)
    of_another_whole = len(wrong) == len(shared) == len(items) and abs(stated - WHOLE) > OVER
    return () if of_another_whole else wrong


def _wrong(list_: Breakdown, shared: list[Part]) -> Iterator[WrongShare]:
    for part in shared:
        assert part.share is not None
        right = part.figure.value * WHOLE / list_.total.value
        # A percentage that is cut off instead of rounded is not worth a finding.
        if abs(right - part.share.value) >= _step(part.share):
            places = max(part.share.places, 0)
            yield WrongShare(part, part.share, round(right, places) if places else round(right, 1))


class ShareSet(Record):
    """Percentages that divide one whole, without counts, and their sum."""

    percents: tuple[ProseFigure, ...]
    sum: Decimal


def share_sets(text: str, words: ListWords) -> Iterator[ShareSet]:
    """The sets of percentages that are meant to come to a hundred, and do not."""
    if text.count(PERCENT) + text.count(OF_A_HUNDRED) < FEWEST:
        return
    counted = counts(text, words)
    for start, end in sentences_with(_shares(words), text):
        if bisect_left(counted, (start,)) < bisect_left(counted, (end,)):
            continue
        for level in levels(text, start, end, words):
            yield from _sets(level, words)
            break


@lru_cache(maxsize=16)
def _shares(words: ListWords) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(words.share)})(?:[0-9]+(?:\\.[0-9]+)?%|{OF_A_HUNDRED})")


def _sets(level: Level, words: ListWords) -> Iterator[ShareSet]:
    percents: list[ProseFigure] = []
    complete = False
    for clause in level.clauses:
        percent = _share(clause, words)
        if (
            percent is None
            and not clause.counts
            and not clause.percents
            and not clause.words.lstrip().startswith(words.open_ended)
        ):
            continue
        if percent is None:
            yield from _unequal(percents, complete)
            return
        complete = clause.words.lstrip().startswith(words.rest)
        percents.append(percent)
    yield from _unequal(percents, complete)


def _share(clause: Clause, words: ListWords) -> ProseFigure | None:
    """The percentage that is all the figures of a clause, if the clause says that it is a share."""
    if clause.counts or len(clause.percents) != 1 or clause.percents[0].vague:
        return None
    percent = clause.percents[0]
    more = any(word in clause.after(percent) for word in words.open_ended)
    return percent if ends_with(clause.before(percent), words.share) and not more else None


def _unequal(percents: list[ProseFigure], complete: bool) -> Iterator[ShareSet]:
    if len(percents) < FEWEST:
        return
    sum_ = sum((percent.value for percent in percents), Decimal(0))
    slack = max(SLACK, sum((_step(percent) for percent in percents), Decimal(0)) / 2)
    short, over = WHOLE - sum_, sum_ - WHOLE
    if slack < over <= OVER or (slack < short <= SHORT or (complete and slack <= short <= SHORT_OF_ALL)):
        yield ShareSet(tuple(percents), sum_)


def _step(percent: ProseFigure) -> Decimal:
    return Decimal(1).scaleb(-percent.places)
