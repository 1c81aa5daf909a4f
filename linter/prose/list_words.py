"""The words by which a list of parts is told in running text, and the patterns made of them."""

import re
from functools import lru_cache
from typing import NamedTuple

from linter.prose.numerals import CHARACTERS


class ListWords(NamedTuple):
    """Words of the language in which totals and their parts are written.

    `units` are families of measure words: things counted in words of one family may be added up. `introduced_by` stand
    between a total and its parts (其中), `not_introducing` only look like them (不含), `total_behind` stand before a
    total that closes its list (共计). `selecting` beside an introduction, and `open_ended` behind the last part, say
    that not all parts are given (主要, 等). `inexact` beside a figure say that it is a bound (不少于). A clause
    with one of `passed_over` holds no part (同比). `share` stands before a percentage of the total (占), and
    `rest` begins the label of a part that takes in all others (其他). `joined_by` stand between two parts (和).
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

    @property
    def all_units(self) -> tuple[str, ...]:
        return tuple(unit for family in self.units for unit in family)

    def family(self, unit: str) -> tuple[str, ...]:
        """The family of a unit."""
        return next((family for family in self.units if unit in family), ())


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, the longest first; without words, one that never matches."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def _first_of(words: tuple[str, ...]) -> str:
    """A character that one of `words` begins with: a pattern that is quick to compile and to search for."""
    return "[" + re.escape("".join(sorted({word[0] for word in words}))) + "]" if words else r"(?!)"


@lru_cache(maxsize=16)
def triggers(words: ListWords) -> re.Pattern[str]:
    """What may introduce parts, or close a list of them (group `closing`)."""
    longest = max(map(len, words.all_units), default=0)
    counted = f"[0-9{CHARACTERS}]{_first_of(words.all_units)}.{{0,{max(longest - 1, 0)}}}[：（]"
    closing = f"(?P<closing>[、，；](?:{alternatives(words.total_behind)})(?=[0-9]))"
    return re.compile(f"{alternatives(words.introduced_by)}|{closing}|{counted}")


@lru_cache(maxsize=16)
def counts(words: ListWords) -> re.Pattern[str]:
    """Where a count seems to stand: quick to search for, and never missing one."""
    return re.compile(f"[0-9{CHARACTERS}]{_first_of(words.all_units)}")


@lru_cache(maxsize=16)
def cuts(words: ListWords) -> re.Pattern[str]:
    """What a sentence is cut into clauses at: introductions (group `introduced`), marks, ends of lines."""
    no = f"{alternatives(words.not_introducing)}|(?<=[0-9])，(?=[0-9]{{3}}(?![0-9]))"  # 1，530 is a number
    return re.compile(f"(?P<no>{no})|(?P<introduced>{alternatives(words.introduced_by)})|[、，；：\n]")
