"""Enumerations in running text: 一是…二是…三是…, （一）…（二）…, and what is wrong with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from linter.model.prose import Joined
from linter.model.records import Record
from linter.text.numbering import ORDINALS
from linter.text.numerals import CHARACTERS, ORDINAL, RUN, runs, whole
from linter.text.punctuation import BRACKETS, CLAUSE, ITEM, QUOTES

LARGEST = 40
"""The largest number that is the number of an item; a larger one is a year or an amount."""

WIDEST_GAP = 2
"""Numbers that may be missing between two items; where more are, the second belongs to something else."""

DEEPEST = 4
"""Enumerations within each other that are followed."""

MOST_DIGITS, MOST_NUMERALS = 2, 3
"""Digits and Chinese numerals of the number of an item."""

_DIGITS = tuple("0123456789")
_MARKS = frozenset(CLAUSE + ITEM + QUOTES[1] + BRACKETS[1] + "\n")


class Marker(Record):
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


class Fault(Record):
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
    text = joined.text
    places = _at_paragraphs(joined, forms) if paragraphs else clause_starts(text, forms)
    found = []
    for place in places:
        if not (idioms and text.startswith(idioms, place.start)):
            marker = _marker(place, joined)
            if marker is not None:
                found.append(marker)
    return tuple(sorted(found, key=lambda marker: (marker.form, marker.start)))


class _Form(Record):
    """What stands before and after the number of a marker; `arabic` says how the number is printed, `worded` that it is
    an ordinal in words (First,).
    """

    number: int
    before: str
    after: str
    arabic: bool
    worded: bool = False


class _Place(Record):
    """What looks like a marker, and its number as printed."""

    start: int
    end: int
    printed: str
    form: int


@lru_cache(maxsize=16)
def _forms(forms: tuple[str, ...]) -> tuple[_Form, ...]:
    found = []
    for index, form in enumerate(forms):
        worded = _ordinals().search(form)
        if worded is not None:
            found.append(_Form(index, form[: worded.start()], form[worded.end() :], False, True))
            continue
        numeral = RUN.search(form)
        if numeral is not None:
            found.append(_Form(index, form[: numeral.start()], form[numeral.end() :], numeral[0].isascii()))
    return tuple(found)


@lru_cache(maxsize=2)
def clause_starts(text: str, forms: tuple[str, ...]) -> tuple[_Place, ...]:
    """What looks like a marker at the beginning of a clause."""
    own = _forms(forms)
    marks = _MARKS | {form.before[-1] for form in own if form.before}
    worded = tuple(_worded(text, tuple(form for form in own if form.worded)))
    return worded + tuple(
        place
        for start, end in runs(text)
        if (not start or text[start - 1] in marks)
        and (place := _place(text, start, end, own)) is not None
        and (not place.start or text[place.start - 1] in _MARKS)
    )


def _worded(text: str, forms: tuple[_Form, ...]) -> Iterator[_Place]:
    """The markers with ordinals in words at the beginning of a clause."""
    for match in _ordinals().finditer(text) if forms else ():
        start, end = match.span()
        for number, before, after, _, _ in forms:
            at, last = start - len(before), end + len(after)
            if text.startswith(after, end) and text.startswith(before, at) and (not at or text[at - 1] in _MARKS):
                yield _Place(at, last, match[0], number)
                break


@lru_cache(maxsize=1)
def _ordinals() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE)


def _place(text: str, start: int, end: int, forms: tuple[_Form, ...]) -> _Place | None:
    """The marker of which the number stands at `start` to `end`."""
    arabic = text[start].isascii()
    if end - start > (MOST_DIGITS if arabic else MOST_NUMERALS):
        return None
    for form, before, after, in_digits, worded in forms:
        if not worded and in_digits is arabic and text.startswith(after, end) and text.endswith(before, 0, start):
            last = end + len(after)
            if not (arabic and text[last : last + 1] in _DIGITS):
                return _Place(start - len(before), last, text[start:end], form)
    return None


def _at_paragraphs(joined: Joined, forms: tuple[str, ...]) -> Iterator[_Place]:
    own = _forms(forms)
    befores = {len(form.before) for form in own}
    for line in joined.starts:
        for length in befores:
            numeral = RUN.match(joined.text, line + length)
            place = _place(joined.text, *numeral.span(), own) if numeral else None
            if place is not None and place.start == line:
                yield place
                break


def _marker(place: _Place, joined: Joined) -> Marker | None:
    value = ORDINALS.get(place.printed.casefold()) or whole(place.printed)
    if not 1 <= value <= LARGEST:
        return None
    passage, line = joined.at(place.start)
    return Marker(value, place.start, place.end, place.form, passage.section, line, line + len(passage.plain))


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
        f"(?:^|{ORDINAL}|[{CLAUSE}{ITEM}{BRACKETS[0]}\n])(?P<number>[{CHARACTERS}]{{1,3}}|[0-9]{{1,2}})(?=[^0-9{CHARACTERS}])"
    )


def _is_there(fault: Fault, text: str, instead: tuple[str, ...]) -> bool:
    between = text[fault.before.end : fault.marker.start] if fault.missing else ""
    return any(word.casefold() in between.casefold() for word in instead) or stands_otherwise(between, fault.missing)


def stands_otherwise(text: str, missing: tuple[int, ...]) -> bool:
    """Whether one of the numbers `missing` stands in `text` in any form that an item may have (第二, 二要, 2.)."""
    if not missing:
        return False
    there = {whole(match["number"]) for match in _otherwise().finditer(text)}
    there |= {ORDINALS[match[0].casefold()] for match in _ordinals().finditer(text)}
    return not there.isdisjoint(missing)
