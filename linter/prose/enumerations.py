"""Enumerations in running text: 一是…二是…三是…, （一）…（二）…, and what is wrong with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from linter.model.prose import Joined
from linter.prose.numerals import CHARACTERS, number

LARGEST = 40
"""The largest number that is the number of an item; a larger one is a year or an amount."""

WIDEST_GAP = 2
"""Numbers that may be missing between two items; where more are, the second belongs to something else."""

_NUMERAL = re.compile(f"[{CHARACTERS}]+|[0-9]+")
_BEHIND_MARK = r"(?:\A|(?<=[。！？；：，、”）\n]))"
_BEHIND_END = r"(?:\A|(?<=\n))"
_OTHERWISE = re.compile(
    f"(?:^|第|[。！？；：，、（\n])(?P<number>[{CHARACTERS}]{{1,3}}|[0-9]{{1,2}})(?=[^0-9{CHARACTERS}])"
)


class Marker(NamedTuple):
    """The number of an item as printed at `start` to `end` of a text. Those with one `form` make up one enumeration."""

    number: int
    start: int
    end: int
    form: int
    section: str
    begins_paragraph: bool
    line: int


class Fault(NamedTuple):
    """An item whose number does not follow that of the item before. `missing` are the numbers between; none says that
    a number stands there twice.
    """

    before: Marker
    marker: Marker
    missing: tuple[int, ...] = ()


def markers(joined: Joined, forms: tuple[str, ...], paragraphs: bool, idioms: tuple[str, ...]) -> tuple[Marker, ...]:
    """The markers of `forms` in order, at the beginning of a clause, or where `paragraphs` says so of a paragraph.

    A form is the first marker as it is printed (一是, （一）, 1.); one that begins with an idiom (一是一) is none.
    """
    text = joined.text
    return tuple(
        found
        for form, pattern in _compiled(forms, paragraphs)
        for match in pattern.finditer(text)
        if not (idioms and text.startswith(idioms, match.start()))
        and (found := _marker(match, form, joined)) is not None
    )


@lru_cache(maxsize=16)
def _compiled(forms: tuple[str, ...], paragraphs: bool) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((index, _pattern(form, paragraphs)) for index, form in enumerate(forms))


def _pattern(form: str, paragraphs: bool) -> re.Pattern[str]:
    numeral = _NUMERAL.search(form)
    if numeral is None:
        return re.compile(r"(?!)")
    before, behind = re.escape(form[: numeral.start()]), re.escape(form[numeral.end() :])
    digits = numeral[0].isascii()
    own = "[0-9]{1,2}" if digits else f"[{CHARACTERS}]{{1,3}}"
    return re.compile(
        f"{_BEHIND_END if paragraphs else _BEHIND_MARK}{before}(?P<number>{own}){behind}{'(?![0-9])' if digits else ''}"
    )


def _marker(match: re.Match[str], form: int, joined: Joined) -> Marker | None:
    value = int(match["number"]) if match["number"].isascii() else number(match["number"])
    if value is None or not 1 <= value <= LARGEST:
        return None
    passage, line = joined.at(match.start())
    return Marker(int(value), match.start(), match.end(), form, passage.section, match.start() == line, line)


def faults(found: Sequence[Marker], text: str) -> Iterator[Fault]:
    """What is wrong with the numbers of `found`. A 1 begins a new enumeration, after which the one around may go on."""
    open_: list[Marker] = []
    for marker in found:
        if open_ and (open_[-1].section, open_[-1].form) != (marker.section, marker.form):
            open_ = []
        level = next((at for at in range(len(open_) - 1, -1, -1) if open_[at].number == marker.number - 1), None)
        if marker.number == 1:
            open_.append(marker)
        elif level is not None:
            open_ = [*open_[:level], marker]
        elif open_ and open_[-1].number <= marker.number and _side_by_side(open_[-1], marker):
            fault = Fault(open_[-1], marker, tuple(range(open_[-1].number + 1, marker.number)))
            if len(fault.missing) <= WIDEST_GAP and not stands_otherwise(
                text[fault.before.end : fault.marker.start], fault.missing
            ):
                yield fault
            open_[-1] = marker
        else:
            open_ = [marker]


def _side_by_side(one: Marker, other: Marker) -> bool:
    """Whether two markers can be of one enumeration: in one paragraph, or each at the beginning of its own."""
    return one.line == other.line or (one.begins_paragraph and other.begins_paragraph)


def stands_otherwise(text: str, missing: tuple[int, ...]) -> bool:
    """Whether one of the numbers `missing` stands in `text` in any form that an item may have (第二, 二要, 2.)."""
    if not missing:
        return False
    there = {match["number"] for match in _OTHERWISE.finditer(text)}
    return any(str(one) in there or any(number(printed) == one for printed in there) for one in missing)
