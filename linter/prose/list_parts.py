"""The parts of a list, read clause by clause: which count of each is the part, and where the list may end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from linter.model.records import Record
from linter.prose.clauses import Clause
from linter.prose.list_words import ListWords, begins_with, ends_with
from linter.text.figures import ProseFigure
from linter.text.punctuation import ITEM

MOST_DIGITS = 15
"""Digits of a count that is added up; a longer one is none of a report."""


class Part(Record):
    """A part: its count, and the percentage of the total that it is said to be."""

    figure: ProseFigure
    share: ProseFigure | None = None


class Parts(Record):
    """The parts of a list in order.

    `ends` are the numbers of parts after which the list may be over, all of them being the last; `counts` are all
    counts that stand there, also such as are no parts; `totals` those that the text calls a total. `certain` says that
    there is one way to read it, `complete` that the last part takes in all others, `open` that there are more. `joint`
    is what parts one from the next.
    """

    items: tuple[Part, ...]
    ends: tuple[int, ...]
    counts: tuple[Decimal, ...]
    totals: frozenset[Decimal] = frozenset()
    certain: bool = True
    complete: bool = False
    open: bool = False
    joint: str = ""


def is_exact(clause: Clause, figure: ProseFigure, words: ListWords) -> bool:
    """Whether a figure stands for itself: not for about so much, at least so much, or the end of a range."""
    if figure.vague or figure.value.adjusted() >= MOST_DIGITS:
        return False
    return not (begins_with(clause.after(figure), words.inexact) or ends_with(clause.before(figure), words.inexact))


def parts_of(
    clauses: Sequence[Clause], total: ProseFigure, words: ListWords, shares: Mapping[int, ProseFigure]
) -> Parts | None:
    """The parts of `total` in `clauses`, up to where the text says that there are more; None where one is inexact.

    `shares` are the percentages in brackets, by the offset at which the count before them ends.
    """
    return _PartReader(total, words, shares).read(clauses)


class _PartReader:
    def __init__(self, total: ProseFigure, words: ListWords, shares: Mapping[int, ProseFigure]) -> None:
        self.total = total
        self.words = words
        self.shares = shares
        self.family = words.family(total.unit)
        self.items: list[Part] = []
        self.ends: list[int] = []
        self.counts: list[Decimal] = []
        self.totals: set[Decimal] = set()
        self.certain = True
        self.complete = False
        self.foreign = False
        self.joint = ""
        self.own_joint = ""

    def read(self, clauses: Sequence[Clause]) -> Parts | None:
        more = False
        for clause in clauses:
            more = self._says_more(clause)
            if more and not clause.counts:
                break
            if not self.joint:
                self.joint = clause.opener
            if clause.counts:
                if not self._read_counts(clause):
                    return None
                if self.totals:
                    break
            self._read_shares(clause)
            if more:
                break
        if not self.items:
            return None
        ends = tuple(dict.fromkeys((*self.ends, len(self.items))))
        totals = frozenset(self.totals)
        return Parts(
            tuple(self.items), ends, tuple(self.counts), totals, self.certain, self.complete, more, self.own_joint
        )

    def _says_more(self, clause: Clause) -> bool:
        """Whether the words after the part, or a clause without one, say that there are others."""
        words = self.words.open_ended
        if clause.counts:
            after = clause.after(clause.counts[-1])
            return any(word in after for word in words)
        if not self.items:
            return False
        return clause.words.lstrip().startswith(words) or (
            clause.opener == ITEM and any(word in clause.words for word in words)
        )

    def _read_counts(self, clause: Clause) -> bool:
        """Takes the part of a clause; False where it is inexact."""
        closing = next((one for one in clause.counts if self.words.close_a_list(clause.before(one))), None)
        if closing is not None and self.items:
            self.totals.add(closing.value)
            return True
        self.counts += [count.value for count in clause.counts]
        own = [count for count in clause.counts if count.unit in self.family]
        if clause.skipped:
            self.certain = self.certain and not own
            return True
        if not own:
            self.foreign = True
            self.ends += [len(self.items)] * bool(self.items)
            return True
        printed = [count for count in own if not count.chinese]
        if len(printed if printed else own) > 1:
            self.certain = False
        self._take(clause, (printed or own)[-1])
        return is_exact(clause, self.items[-1].figure, self.words)

    def _take(self, clause: Clause, figure: ProseFigure) -> None:
        if len(self.items) == 1:
            self.own_joint = self.joint
        elif self.items and self.joint != self.own_joint:
            self.ends.append(len(self.items))
        decimals = figure.places > self.total.places  # 1.3条 is the third of a list more likely than a count
        otherwise = figure.chinese != self.total.chinese and not self.words.spaced
        if self.foreign or decimals or otherwise:
            self.certain = False
        rest = self.words.rest
        self.complete = clause.words.lstrip().startswith(rest) or clause.after(figure).startswith(rest)
        self.joint = ""
        self.items.append(Part(figure, self.shares.get(figure.end)))

    def _read_shares(self, clause: Clause) -> None:
        """A percentage in a clause belongs to the part in it, or to the one before."""
        if not self.items or len(clause.percents) != 1 or self.items[-1].share is not None:
            return
        percent = clause.percents[0]
        if ends_with(clause.before(percent), self.words.share) and not percent.vague:
            self.items[-1] = self.items[-1]._replace(share=percent)
