"""The sums that hold in a matrix of figures: totals of neighbouring lines first, then balances of what is left.

A line is a row or a column of the form, and its vector what all reports have in it. A total is looked for over lines
that stand together; what it is the sum of is then set aside, so that what a total of totals is made of stands together
too, and nothing is found again that follows. What is left may balance: a + b = c + d.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.mining.evidence import bits, densities, more_reports, needed
from linter.mining.shapes import Path
from linter.mining.totals import is_total
from linter.model.records import Record

HALF = Decimal("0.5")
MOST_LINES = 120
"""Lines of a table in which sums are looked for; a longer one is a list, and no form."""

Vector = tuple[Decimal, ...]


class Matrix(Record):
    """What all reports have in the lines of a form: `lines` are their labels, `vectors` their figures, one for each
    report and each line that crosses them. `reports` is the number of the report of each; `counts` says which tell
    something of their own, since totals only repeat; figures are `rounded` to so many places, or not (None).
    """

    lines: tuple[Path, ...]
    vectors: tuple[Vector, ...]
    reports: tuple[int, ...]
    counts: tuple[bool, ...]
    rounded: int | None = None

    def total(self, lines: Sequence[int]) -> Vector:
        """The sum of some lines, place by place."""
        return tuple(map(sum, zip(*(self.vectors[line] for line in lines), strict=True)))  # type: ignore[arg-type]

    def agree(self, one: Vector, other: Vector, terms: int) -> bool:
        """Whether two sums over so many terms are the same, but for the rounding."""
        if self.rounded is None:
            return one == other
        most = (HALF * terms).scaleb(-self.rounded)
        return all(abs(left - right) <= most for left, right in zip(one, other, strict=True))


class Sum(Record):
    """Lines, by their numbers, of which `left` come to as much as `right`. `left` is the total, where there is one.

    It is borne out by `reports`, in which it has figures; `missing` is how many more it takes, 0 where it is borne out.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    reports: int
    missing: int = 0


def sums_of(matrix: Matrix) -> list[Sum]:
    """The sums that hold, in the order in which they were found; those that need more reports among them."""
    if len(matrix.lines) > MOST_LINES or not matrix.vectors or not matrix.vectors[0]:
        return []
    search = _Search(matrix)
    found: list[Sum] = []
    while (total := search.next_total()) is not None:
        found.append(total)
    return [*found, *search.balances()]


class _Search:
    """A search in which what totals are made of is set aside."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.left = [line for line, vector in enumerate(matrix.vectors) if any(vector)]
        own = [place for place, counts in enumerate(matrix.counts) if counts] or list(range(len(matrix.counts)))
        vectors = [[vector[place] for place in own] for vector in matrix.vectors]
        live = [vectors[line] for line in self.left]
        dense = densities(live) if live else []
        self.said = [bits(vector, dense) for vector in vectors]
        self.done: set[int] = set()

    def next_total(self) -> Sum | None:
        """The clearest total that is left, with what it is made of; its parts are set aside."""
        ranges = [run for run in _runs(self.left) if len(run) > 1]
        candidates = [
            (self._rank(target, run), target, run)
            for target in self.left
            if target not in self.done
            for run in self._runs_of(target, ranges)
        ]
        for _, target, run in sorted(candidates, reverse=True):
            named = is_total(self.matrix.lines[target][-1])
            said = self.said[target] if named else min(self.said[line] for line in (target, *run))
            wanted = needed(len(ranges) * (1 if named else len(self.left)))
            if said < wanted and not named:
                continue
            self.done.add(target)
            self.left = [line for line in self.left if line not in run]
            return self._sum((target,), self._whole(target, run), said, wanted)
        return None

    def _runs_of(self, target: int, ranges: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        vector = self.matrix.vectors[target]
        peak = max(range(len(vector)), key=lambda place: abs(vector[place]))
        most = Decimal(0) if self.matrix.rounded is None else HALF.scaleb(-self.matrix.rounded)
        for run in ranges:
            off = sum(self.matrix.vectors[line][peak] for line in run) - vector[peak]
            if abs(off) > most * (len(run) + 1) or target in run:
                continue
            if self.matrix.agree(vector, self.matrix.total(run), len(run) + 1):
                yield run

    def _rank(self, target: int, run: tuple[int, ...]) -> tuple[bool, bool, bool, int]:
        """Whether it is called a total, of all that stands beside it, next to it; and how many these are."""
        whole = self._whole(target, run)
        beside = whole[-1] == target - 1 or whole[0] == target + 1
        return is_total(self.matrix.lines[target][-1]), self._is_all(target, whole), beside, len(run)

    def _is_all(self, target: int, run: tuple[int, ...]) -> bool:
        before = run[-1] < target
        following = run[0] - 1 if before else run[-1] + 1
        return not self._may_be_part(target, following)

    def _may_be_part(self, target: int, line: int) -> bool:
        """Whether a line may be a part of a total: below the same label, and no total itself."""
        lines = self.matrix.lines
        if not 0 <= line < len(lines) or line == target or is_total(lines[line][-1]):
            return False
        above = lines[target][:-1]
        return lines[line][: len(above)] == above

    def _whole(self, target: int, run: tuple[int, ...]) -> tuple[int, ...]:
        """The run with the lines that were never filled in, between its parts and up to the end of their group."""
        first, last = run[0], run[-1]
        while self._is_blank_part(target, first - 1):
            first -= 1
        while self._is_blank_part(target, last + 1):
            last += 1
        blank = (line for line in range(first, last + 1) if line not in run and self._is_blank_part(target, line))
        return tuple(sorted((*run, *blank)))

    def _is_blank_part(self, target: int, line: int) -> bool:
        return self._may_be_part(target, line) and not any(self.matrix.vectors[line])

    def balances(self) -> Iterator[Sum]:
        """Two lines or neighbours on each side that come to the same, and do not follow from balances before."""
        sets = sorted({*(run for run in _runs(self.left) if len(run) > 1), *combinations(self.left, 2)}, key=_plainness)
        apart = sum(not set(one) & set(other) for one, other in combinations(sets, 2)) if len(self.left) < 9 else 0
        wanted = needed(apart or len(sets) ** 2 // 2)
        taken: list[set[int]] = []
        for one, other in self._equal(sets):
            lines = set(one) | set(other)
            if any(len(lines - before) < 2 for before in taken) or self._falls_apart(one, other):
                continue
            said = min(self.said[line] for line in lines)
            if said * 2 < wanted:
                continue
            taken.append(lines)
            yield self._sum(one, other, said, wanted)

    def _equal(self, sets: Sequence[tuple[int, ...]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Pairs of sets without a line in common, with equal sums, the plainest first."""
        if not sets:
            return
        totals = [self.matrix.total(lines) for lines in sets]
        peak = max(range(len(totals[0])), key=lambda place: len({total[place] for total in totals}))
        order = sorted(range(len(sets)), key=lambda index: totals[index][peak])
        values = [totals[index][peak] for index in order]
        pairs = []
        for index, lines in enumerate(sets):
            reach = Decimal(0) if self.matrix.rounded is None else HALF.scaleb(-self.matrix.rounded) * 2 * len(lines)
            near = slice(
                bisect_left(values, totals[index][peak] - reach), bisect_right(values, totals[index][peak] + reach)
            )
            for other in order[near]:
                apart = not set(lines) & set(sets[other])
                if index < other and apart and self.matrix.agree(totals[index], totals[other], len(lines) * 2):
                    pairs.append((index, other))
        for index, other in sorted(pairs, key=lambda pair: _plainness(sets[pair[0]] + sets[pair[1]])):
            yield tuple(sorted((sets[index], sets[other])))  # type: ignore[misc]

    def _falls_apart(self, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        """Whether a line of the one side is always equal to a line of the other."""
        vectors = self.matrix.vectors
        return any(vectors[left] == vectors[right] for left in one for right in other)

    def _sum(self, left: tuple[int, ...], right: tuple[int, ...], said: float, wanted: float) -> Sum:
        lines = (*left, *right)
        own = {
            report
            for place, report in enumerate(self.matrix.reports)
            if any(self.matrix.vectors[line][place] for line in lines)
        }
        return Sum(left, right, len(own), more_reports(said, wanted, len(set(self.matrix.reports))))


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for first in range(len(lines)):
        for end in range(first + 1, len(lines) + 1):
            yield tuple(lines[first:end])


def _plainness(lines: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
    """Few lines that stand together come first."""
    return len(lines), max(lines) - min(lines), lines
