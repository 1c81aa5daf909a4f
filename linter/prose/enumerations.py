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

DEEPEST = 4
"""Enumerations within each other that are followed."""

_NUMERAL = re.compile(f"[{CHARACTERS}]+|[0-9]+")
_MARKS = frozenset("。！？；：，、”）\n")


class Marker(NamedTuple):
    """The number of an item as printed at `start` to `end` of a text. Those with one `form` make up one enumeration.

    `line` and `line_end` are where its paragraph begins and ends.
    """

    number: int
    start: int
    end: int
    form: int
    section: str
    line: int
    line_end: int

    @property
    def begins_paragraph(self) -> bool:
        return self.start == self.line


class Fault(NamedTuple):
    """An item whose number does not follow that of the item before. `missing` are the numbers between; none says that
    a number stands there twice.
    """

    before: Marker
    marker: Marker
    missing: tuple[int, ...] = ()


def markers(joined: Joined, forms: tuple[str, ...], paragraphs: bool, idioms: tuple[str, ...]) -> tuple[Marker, ...]:
    """The markers of `forms`, form by form, at the beginning of a clause, or where `paragraphs` says so of a paragraph.

    A form is the first marker as it is printed (一是, （一）, 1.); one that begins with an idiom (一是一) is none.
    """
    found = []
    matches = _at_paragraphs(joined, forms) if paragraphs else clause_starts(joined.text, forms)
    for match in matches:
        if not (idioms and joined.text.startswith(idioms, match.start())):
            marker = _marker(match, joined)
            if marker is not None:
                found.append(marker)
    return tuple(sorted(found, key=lambda marker: (marker.form, marker.start)))


@lru_cache(maxsize=2)
def clause_starts(text: str, forms: tuple[str, ...]) -> tuple[re.Match[str], ...]:
    """What looks like a marker at the beginning of a clause."""
    # The mark before is looked at last: looking for it at every character takes five times as long.
    return tuple(
        match for match in _pattern(forms).finditer(text) if not match.start() or text[match.start() - 1] in _MARKS
    )


def _at_paragraphs(joined: Joined, forms: tuple[str, ...]) -> Iterator[re.Match[str]]:
    pattern = _pattern(forms)
    return (match for start in joined.starts if (match := pattern.match(joined.text, start)) is not None)


@lru_cache(maxsize=16)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the forms; those that begin alike are tried together."""
    alike: dict[str, list[str]] = {}
    for index, form in enumerate(forms):
        numeral = _NUMERAL.search(form)
        if numeral is not None:
            own = "[0-9]{1,2}" if numeral[0].isascii() else f"[{CHARACTERS}]{{1,3}}"
            behind = re.escape(form[numeral.end() :]) + ("(?![0-9])" if numeral[0].isascii() else "")
            alike.setdefault(re.escape(form[: numeral.start()]) + own, []).append(f"(?P<form{index}>{behind})")
    return re.compile("|".join(f"{before}(?:{'|'.join(behind)})" for before, behind in alike.items()) or r"(?!)")


def _marker(match: re.Match[str], joined: Joined) -> Marker | None:
    printed = _NUMERAL.search(match[0])
    value = None if printed is None else int(printed[0]) if printed[0].isascii() else number(printed[0])
    if value is None or not 1 <= value <= LARGEST:
        return None
    form = int((match.lastgroup or "").removeprefix("form"))
    passage, line = joined.at(match.start())
    return Marker(int(value), match.start(), match.end(), form, passage.section, line, line + len(passage.plain))


def faults(found: Sequence[Marker], text: str, instead: tuple[str, ...] = ()) -> Iterator[Fault]:
    """What is wrong with the numbers of `found`. A 1 begins a new enumeration, after which the one around may go on.

    Between two items, one of the words `instead` (其次) stands for the numbers that are missing.
    """
    open_: list[Marker] = []
    for marker in found:
        if open_ and (open_[-1].section, open_[-1].form) != (marker.section, marker.form):
            open_ = []
        level = next((at for at in range(len(open_) - 1, -1, -1) if open_[at].number == marker.number - 1), None)
        if marker.number == 1:
            open_ = [*open_[1 - DEEPEST :], marker]
        elif level is not None:
            open_ = [*open_[:level], marker]
        elif open_ and open_[-1].number <= marker.number and _side_by_side(open_[-1], marker):
            fault = Fault(open_[-1], marker, tuple(range(open_[-1].number + 1, marker.number)))
            if len(fault.missing) <= WIDEST_GAP and not _is_there(fault, text, instead):
                yield fault
            open_[-1] = marker
        else:
            open_ = [marker]


def _side_by_side(one: Marker, other: Marker) -> bool:
    """Whether two markers can be of one enumeration: in one paragraph, or each at the beginning of its own."""
    return one.line == other.line or (one.begins_paragraph and other.begins_paragraph)


@lru_cache(maxsize=1)
def _otherwise() -> re.Pattern[str]:
    """A number as an item may begin with it; compiled for the texts that need it."""
    return re.compile(
        f"(?:^|第|[。！？；：，、（\n])(?P<number>[{CHARACTERS}]{{1,3}}|[0-9]{{1,2}})(?=[^0-9{CHARACTERS}])"
    )


def _is_there(fault: Fault, text: str, instead: tuple[str, ...]) -> bool:
    between = text[fault.before.end : fault.marker.start] if fault.missing else ""
    return any(word in between for word in instead) or stands_otherwise(between, fault.missing)


def stands_otherwise(text: str, missing: tuple[int, ...]) -> bool:
    """Whether one of the numbers `missing` stands in `text` in any form that an item may have (第二, 二要, 2.)."""
    if not missing:
        return False
    there = {match["number"] for match in _otherwise().finditer(text)}
    return any(str(one) in there or any(number(printed) == one for printed in there) for one in missing)
