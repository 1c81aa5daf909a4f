"""What lies around a place in running text: its clause, its sentence, and the time that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from linter.prose.patterns import compiled
from linter.text import punctuation
from linter.text.punctuation import BRACKETS, FULL_STOPS
from linter.text.sentences import after_last, to_next

FARTHEST = 400
"""Characters that are looked at before a place and behind it: a paragraph of a megabyte is not read for each figure."""

CLAUSE = punctuation.CLAUSE + "".join(BRACKETS)
"""What stands in brackets is a clause of its own."""

YEAR = "{year}"
"""What stands for the year of the report in a pattern of times."""


def around(plain: str, start: int, end: int, ends: Iterable[str]) -> tuple[int, int]:
    """The offsets of what lies between two of `ends` and holds `plain[start:end]`; marks at its own ends are none.

    What is farther away than `FARTHEST` is not looked at.
    """
    while start < end and plain[start] in ends:
        start += 1
    while end > start and plain[end - 1] in ends:
        end -= 1
    first, last = max(start - FARTHEST, 0), min(end + FARTHEST, len(plain))
    return after_last(plain, ends, first, start), to_next(plain, ends, end, last)


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
