"""Figures that sentences state: patterns in which `{figure}` stands for one, with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from linter.model.prose import Prose
from linter.model.records import Record
from linter.prose.patterns import Hit, compiled, hits
from linter.text.figures import NUMBER, is_end_of_range, is_vague, is_whole, read
from linter.text.punctuation import FULL_STOPS
from linter.text.sentences import around

FIGURE = "{figure}"
LONGEST = 24
"""Characters of a figure; with fewer digits than decimals have, sums and differences stay exact."""

YEAR = "{year}"
"""What stands for the year of the report in a pattern of times."""

Units = tuple[tuple[str, Decimal], ...]
"""Units that may follow a figure, and what one of each is worth; the longest first."""


class Stated(Record):
    """A figure as a sentence states it. `pattern` counts the patterns that were searched for; `start` and `end` are
    offsets of the figure with its unit in `hit.passage.plain`, or of all that was found where the pattern has none.

    `value` is None for a pattern without a figure. `vague` says that the text gives it as about so much.
    """

    hit: Hit
    pattern: int
    start: int
    end: int
    value: Decimal | None = None
    vague: bool = False


def stated(patterns: tuple[str, ...], units: Units, prose: Prose, parts: tuple[str, ...]) -> Iterator[Stated]:
    """All that the patterns find, in order. Where two could begin at one place, the first that is given goes before.

    Ordinals and the ends of ranges are skipped, and figures longer than any that a report may have.
    """
    worth = dict(units)
    names = tuple(worth)
    for hit in hits(_alternatives(patterns, units), prose, parts):
        group = next(iter(hit.groups), None)
        if group is None:
            continue
        start, end = hit.groups[group]
        pattern, plain = int(group[1:].partition("_")[0]), hit.passage.plain
        if group[0] == "p":
            yield Stated(hit, pattern, start, end)
        elif end - start <= LONGEST and is_whole(plain, start) and not is_end_of_range(plain, start):
            figure = read(plain[start:end], names)
            if figure is not None:
                value, unit, vague = figure
                value *= worth.get(unit, 1)
                yield Stated(hit, pattern, start, end, value, vague or is_vague(plain, start, end))


@lru_cache(maxsize=256)
def _alternatives(patterns: tuple[str, ...], units: Units) -> str:
    """One pattern for all, so that the text is gone through once: a figure is the group f1_2, and a pattern without
    one is the group p1.
    """
    unit = "|".join(name for name, _ in units)
    number = f"{NUMBER}(?:{unit})" if units else NUMBER
    found = []
    for index, pattern in enumerate(patterns):
        first, *others = pattern.split(FIGURE)
        for place, text in enumerate(others):
            first += f"(?P<f{index}_{place}>{number}){text}"
        found.append(first if others else f"(?P<p{index}>{first})")
    return "|".join(f"(?:{pattern})" for pattern in found)


def units_of(given: Mapping[str, Decimal]) -> Units:
    """The units of a rule, the longest first."""
    return tuple(sorted(given.items(), key=lambda unit: -len(unit[0])))


def of_other_time(plain: str, at: int, pattern: str, year: int | None) -> bool:
    """Whether what is said at `at` is of another time than the report's.

    The last thing that `pattern` finds before `at` in the sentence decides; it is of another time if its group
    `other` took part.
    """
    begin, _ = around(plain, at, at, FULL_STOPS)
    searched = compiled(pattern.replace(YEAR, str(year) if year else "20[0-9][0-9]"))
    other = searched.groupindex.get("other", 0)
    last = None
    for found in searched.finditer(plain[begin:at]):
        last = found
    return last is not None and bool(other) and last.start(other) >= 0
