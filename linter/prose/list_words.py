"""The words by which a list of parts is recognised in running text, and the patterns made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.model.records import Record
from linter.text.grammar import grammar_of
from linter.text.languages import LANGUAGES, SEARCHED
from linter.text.numerals import runs
from linter.text.punctuation import BRACKETS, COLON, COMMA, LIST


class ListWords(Record):
    """Words of the language in which totals and their parts are written.

    `units` are families of measure words: things counted in words of one family may be added up.
    `introduced_by` stand between a total and its parts (其中), `not_introducing` only look like them (不含),
    `total_behind` stand before a total that closes its list (共计). `selecting` beside an introduction, and
    `open_ended` after the last part, say that not all parts are given (主要, 等). `inexact` beside a figure
    say that it is a bound (不少于). A clause with one of `passed_over` holds no part (同比). `share` stands
    before a percentage of the total (占), and `rest` begins the label of a part that takes in all others
    (其他). `joined_by` stand between two parts (和). Where the `language` parts words by spaces, a part
    needs no unit.
    """

    units: tuple[tuple[str, ...], ...] = ()
    introduced_by: tuple[str, ...] = ()
    not_introducing: tuple[str, ...] = ()
    total_behind: tuple[str, ...] = ()
    selecting: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    inexact: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    language: str = SEARCHED.id

    @property
    def all_units(self) -> tuple[str, ...]:
        return tuple(unit for family in self.units for unit in family)

    def family(self, unit: str) -> tuple[str, ...]:
        """The family of a unit."""
        family = next((family for family in self.units if unit in family), ())
        return (*family, "") if self.spaced else family

    def close_a_list(self, before: str) -> bool:
        """Whether these words, all that stands before a count, say that it is the total of a list."""
        return before in self.total_behind or before.strip() in self.total_behind

    @property
    def spaced(self) -> bool:
        return LANGUAGES[self.language].spaces


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, the longest first; without words, one that never matches."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def begins_with(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text begins with one of some words, a space before them left out or not."""
    return text.startswith(words) or text.lstrip().startswith(words)


def ends_with(text: str, words: tuple[str, ...]) -> bool:
    """The same of its end."""
    return text.endswith(words) or text.rstrip().endswith(words)


@lru_cache(maxsize=16)
def _firsts(words: ListWords) -> frozenset[str]:
    return frozenset(unit[0] for unit in words.all_units)


def counts(text: str, words: ListWords) -> list[tuple[int, int]]:
    """Where the number of a count seems to stand: quick to find, and never missing one with its unit right after it."""
    if words.spaced:
        found = grammar_of(words.language).figures(text, (*words.all_units, ""))
        return [(figure.start, figure.end - len(figure.unit)) for figure in found]
    firsts = _firsts(words)
    return [run for run in runs(text) if text[run[1] : run[1] + 1] in firsts]


@lru_cache(maxsize=16)
def opening(words: ListWords) -> tuple[str, ...]:
    """What stands after the number of a total whose parts follow."""
    return tuple(unit + mark for mark in (COLON, BRACKETS[0]) for unit in words.all_units)


@lru_cache(maxsize=16)
def closing(words: ListWords) -> tuple[str, ...]:
    """What stands before the number of a total that closes its list."""
    return tuple(mark + word for mark in LIST for word in words.total_behind)


@lru_cache(maxsize=16)
def cuts(words: ListWords) -> re.Pattern[str]:
    """What a sentence is cut into clauses at: introductions (group `introduced`), marks, ends of lines."""
    no = f"{alternatives(words.not_introducing)}|(?<=[0-9]){COMMA}(?=[0-9]{{3}}(?![0-9]))"  # 1，530 is a number
    return re.compile(f"(?P<no>{no})|(?P<introduced>{alternatives(words.introduced_by)})|[{LIST}{COLON}\n]")
