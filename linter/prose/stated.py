"""Figures that sentences state: patterns in which `{figure}` stands for one, with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from linter.model.prose import Prose
from linter.model.records import Record
from linter.prose.patterns import Hit, compiled, hits
from linter.text.grammar import Grammar, grammar_of
from linter.text.languages import SEARCHED
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


def stated(
    patterns: tuple[str, ...], units: Units, prose: Prose, parts: tuple[str, ...], language: str = SEARCHED.id
) -> Iterator[Stated]:
    """All that the patterns find, in order. Where two could begin at one place, the first that is given goes before.

    Ordinals and the ends of ranges are skipped, and figures longer than any that a report may have.
    """
    worth, grammar = dict(units), grammar_of(language)
    names = tuple(worth)
    for hit in hits(_alternatives(patterns, units, language), prose, parts):
        group = next(iter(hit.groups), None)
        if group is None:
            continue
        start, end = hit.groups[group]
        pattern, plain = int(group[1:].partition("_")[0]), hit.passage.plain
        if group[0] == "p":
            yield Stated(hit, pattern, start, end)
        elif end - start <= LONGEST and _is_one(plain, start, end, names, grammar):
            figure = grammar.read(plain[start:end], names)
            if figure is not None:
                value, unit, vague = figure
                value *= worth.get(unit, 1)
                yield Stated(hit, pattern, start, end, value, vague or grammar.is_vague(plain, start, end))


def _is_one(plain: str, start: int, end: int, units: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether a figure stands by itself, and is not the end of a range."""
    unit = next((unit for unit in units if unit and plain.endswith(unit, start, end)), "")
    number = len(plain[start : end - len(unit)].rstrip())
    return grammar.is_whole(plain, start, start + number) and not grammar.is_end_of_range(plain, start)


@lru_cache(maxsize=256)
def _alternatives(patterns: tuple[str, ...], units: Units, language: str) -> str:
    """One pattern for all, so that the text is gone through once: a figure is the group f1_2, and a pattern without
    one is the group p1.
    """
    number = grammar_of(language).measured(tuple(name for name, _ in units))
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
