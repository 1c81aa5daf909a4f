"""Totals and the lists of their parts in running text: 125条，其中A类28条，占22.4%；B类12条，占9.6%."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from linter.model.records import Record
from linter.prose.clauses import INTRODUCED, Clause, Level, levels
from linter.prose.list_parts import Parts, is_exact, parts_of
from linter.prose.list_words import ListWords, closing, counts, ends_with, opening
from linter.text.figures import ProseFigure
from linter.text.grammar import grammar_of
from linter.text.punctuation import COLON
from linter.text.sentences import sentence_end, sentence_start

EARLIER = 6
"""Counts before a list that may be the total of it, if the nearest is not."""

LONGEST_PREAMBLE = 12
"""Characters between the beginning of a sentence and the introduction of parts of a total in the sentence before."""


LONGEST_CLOSING = 10
"""Characters before the number of a total in which the words that close its list are looked for."""

LONGEST_BEFORE = 500
"""Characters of a sentence that are read for a total whose parts the next one gives."""


class Breakdown(Record):
    """A total and its parts.

    `earlier` are other counts that may be the total. `certain` says that there is one way to read the list;
    `closed` that the text puts the total after its parts, which are then all of them; `introduced` that a word
    (其中) introduces them.
    """

    total: ProseFigure
    parts: Parts
    earlier: frozenset[Decimal] = frozenset()
    certain: bool = True
    closed: bool = False
    introduced: bool = False


@lru_cache(maxsize=2)
def breakdowns(text: str, words: ListWords) -> tuple[Breakdown, ...]:
    """Every list of parts with its total, in order; those with inexact figures are none.

    Each sentence is read once, so the work grows with the length of `text`.
    """
    return tuple(found for start, end in _sentences(text, words) for found in _of_sentence(text, start, end, words))


def _sentences(text: str, words: ListWords) -> Iterator[tuple[int, int]]:
    """The sentences with counts after something that may introduce parts, or before what closes a list."""
    found = counts(text, words)
    first = at = 0
    while first + 1 < len(found):
        end = sentence_end(text, found[first][0])
        after = bisect_left(found, (end,), first)
        if after - first > 1:
            start = sentence_start(text, at, found[first][0])
            if _may_hold_list(text, start, found[first:after], words):
                yield start, end
        first, at = after, end


def _may_hold_list(text: str, start: int, found: Sequence[tuple[int, int]], words: ListWords) -> bool:
    """Whether parts may be introduced before the last of the counts `found`, or a total stand after two."""
    if any(text.find(word, start, found[-1][0]) >= 0 for word in words.introduced_by):
        return True
    if any(text.startswith(opening(words), end) for _, end in found[:-1]):
        return True
    return any(text.endswith(closing(words), max(begin - LONGEST_CLOSING, 0), begin) for begin, _ in found[2:])


def _of_sentence(text: str, start: int, end: int, words: ListWords) -> Iterator[Breakdown]:
    sentence = tuple(levels(text, start, end, words))
    shares = dict(_shares_in_brackets(sentence, words))
    owners = {figure.end: figure for level in sentence for clause in level.clauses for figure in clause.counts}
    for level in sentence:
        before = owners.get(level.opened)
        if level.opened < 0 and _begins_with_parts(level.clauses):
            before = _last_of_sentence_before(text, start, words)
        yield from _Reader(level, before, shares, words).lists()


def _shares_in_brackets(sentence: Sequence[Level], words: ListWords) -> Iterator[tuple[int, ProseFigure]]:
    """The percentages that stand in brackets of their own, by where the bracket opens."""
    for level in sentence:
        if level.opened >= 0 and len(level.clauses) == 1 and len(level.clauses[0].percents) == 1:
            clause = level.clauses[0]
            before = clause.before(clause.percents[0])
            if not clause.counts and not clause.percents[0].vague and (not before or ends_with(before, words.share)):
                yield level.opened, clause.percents[0]


def _begins_with_parts(clauses: Sequence[Clause]) -> bool:
    """Whether parts are introduced right at the beginning of the sentence."""
    for clause in clauses:
        if clause.opener == INTRODUCED:
            return clause.start - clauses[0].start <= LONGEST_PREAMBLE
        if clause.counts:
            return False
    return False


def _last_of_sentence_before(text: str, start: int, words: ListWords) -> ProseFigure | None:
    if start == 0 or text[start - 1] == "\n":
        return None
    for level in levels(text, sentence_start(text, max(start - LONGEST_BEFORE, 0), start - 1), start - 1, words):
        for clause in reversed(level.clauses):
            if clause.counts and not clause.skipped:
                last = clause.counts[-1]
                return (
                    last
                    if is_exact(clause, last, words) and grammar_of(words.language).is_whole(text, last.start, last.end)
                    else None
                )
        break
    return None


class _Reader:
    """Reads the lists of one level of a sentence from left to right."""

    def __init__(
        self, level: Level, before: ProseFigure | None, shares: Mapping[int, ProseFigure], words: ListWords
    ) -> None:
        self.clauses = level.clauses
        self.bracketed = level.opened >= 0
        self.before = before
        self.shares = shares
        self.words = words
        self.recent: deque[tuple[Clause, ProseFigure]] = deque(maxlen=EARLIER)

    def lists(self) -> Iterator[Breakdown]:
        starts = [index for index in range(len(self.clauses)) if self._opens(index)]
        if not starts:
            yield from self._closed(0, len(self.clauses))
            return
        outer: tuple[ProseFigure, int] | None = None
        self._remember(0, starts[0])
        for index, start in enumerate(starts):
            end = starts[index + 1] if index + 1 < len(starts) else len(self.clauses)
            head = self._head()
            if head is not None and any(clause.counts for clause in self.clauses[start:end]):
                found = self._list(head, start, end, outer)
                outer = head, self.clauses[start].start
                if found is not None:
                    yield found
            self._remember(start, end)

    def _opens(self, index: int) -> bool:
        clause = self.clauses[index]
        if clause.opener == INTRODUCED:
            return True
        if index == 0:
            return self.bracketed and self.before is not None
        before = self.clauses[index - 1]
        return clause.opener == COLON and bool(before.counts) and before.counts[-1].end == before.end

    def _remember(self, start: int, end: int) -> None:
        for clause in self.clauses[start:end]:
            if clause.counts and not clause.skipped:
                self.recent.extend((clause, count) for count in clause.counts[-EARLIER:])

    def _head(self) -> ProseFigure | None:
        """The total of a list that begins here: the nearest count, if it is an exact one."""
        if self.recent:
            clause, figure = self.recent[-1]
            return figure if is_exact(clause, figure, self.words) else None
        return self.before

    def _list(self, head: ProseFigure, start: int, end: int, outer: tuple[ProseFigure, int] | None) -> Breakdown | None:
        clauses = self.clauses[start:end]
        parts = parts_of(clauses, head, self.words, self.shares)
        if parts is None or self._selects(start):
            return None
        nested = outer is not None and head.start > outer[1]
        if nested and outer is not None:
            units = {part.figure.unit for part in parts.items}
            nested = outer[0].unit == head.unit or units != {head.unit}
        earlier = frozenset(figure.value for _, figure in self.recent) | parts.totals
        introduced = self.clauses[start].opener == INTRODUCED
        return Breakdown(head, parts, earlier, parts.certain and not nested, introduced=introduced)

    def _selects(self, start: int) -> bool:
        """Whether the words around the introduction say that not all parts follow."""
        before = self.clauses[start - 1].words if start else ""
        after = self.clauses[start].words or (self.clauses[start + 1].words if start + 1 < len(self.clauses) else "")
        return before.rstrip().endswith(self.words.selecting) or after.lstrip().startswith(self.words.selecting)

    def _closed(self, start: int, end: int) -> Iterator[Breakdown]:
        """A list that is closed by its total and has no introduction."""
        for index in range(start, end):
            clause = self.clauses[index]
            for count in clause.counts:
                if not self.words.close_a_list(clause.before(count)):
                    continue
                parts = parts_of(self.clauses[start:index], count, self.words, self.shares)
                if parts is not None and len(parts.items) >= 2 and is_exact(clause, count, self.words):
                    yield Breakdown(count, parts, parts.totals, parts.certain, True)
                start = index + 1
                break
