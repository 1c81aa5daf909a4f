"""Automatic numbers: what Word prints before a numbered paragraph and the paragraph itself does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from linter.model.document import WHITE
from linter.model.records import Record
from linter.readers.docx.numerals import numeral
from linter.readers.docx.xml import ALTERNATE, VAL, child, is_on, number, value, w
from linter.text.regex import regex

LEVELS = 9
_LARGEST_COUNT = 1_000_000
_LONGEST_TEXT = 100  # characters of what a level prints around its counts: it is printed before every paragraph

_ABSTRACT, _NUM, _LVL, _OVERRIDE = w("abstractNum"), w("num"), w("lvl"), w("lvlOverride")
_ABSTRACT_ID, _NUM_ID, _LEVEL_ID = w("abstractNumId"), w("numId"), w("ilvl")
_STYLE_LINK, _NUM_STYLE_LINK = w("styleLink"), w("numStyleLink")
_START, _START_OVERRIDE, _FORMAT, _TEXT = w("start"), w("startOverride"), w("numFmt"), w("lvlText")
_RESTART, _LEGAL, _PSTYLE = w("lvlRestart"), w("isLgl"), w("pStyle")
_CUSTOM = w("format")

_PLACE = regex(r"%([1-9])")
_BULLET = "•"
_LETTER = regex("[^\\W_]|[\ue000-\uf8ff]")  # the latter are code points of symbol fonts


class Level(Record):
    """A level of a list: `text` has `%1` to `%9` where the counts of the levels stand. `restart` is the level (from 1)
    whose paragraphs begin the count anew, None for any above it, 0 for never.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class _List(Record):
    """A numbering as paragraphs use it: lists with the same `counter` go on counting where the other stopped."""

    counter: str
    levels: Mapping[int, Level]
    starts: tuple[int, ...]  # levels that begin anew when the list is first used


class Numbering:
    """The lists of a file and how far each has counted. Labels are to be asked for in reading order."""

    def __init__(self, root: _Element | None) -> None:
        self._nums = _by_attribute(root, _NUM, _NUM_ID)
        self._abstracts = _by_attribute(root, _ABSTRACT, _ABSTRACT_ID)
        self._linked: dict[str | None, _Element] = {}
        for abstract in self._abstracts.values():
            self._linked.setdefault(value(abstract, _STYLE_LINK), abstract)
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}

    def label(self, list_id: str, level: int | None, style: str | None = None) -> str:
        """What stands before the next paragraph of the list: empty for unknown lists and for lists without text.

        Where the level is not stated, it is the one that belongs to the paragraph's `style`.
        """
        numbering = self._list(list_id)
        if numbering is None:
            return ""
        if level is None:
            linked = (index for index, stated in numbering.levels.items() if stated.style and stated.style == style)
            level = next(linked, 0)
        here = numbering.levels.get(level)
        if here is None:
            return ""
        counts = self._counts.setdefault(numbering.counter, [None] * LEVELS)
        _count(counts, level, numbering.levels)
        return _written(here, counts, numbering.levels)

    def _list(self, id: str) -> _List | None:
        if id not in self._lists:
            found = self._lists[id] = self._read(id)
            if found is not None and found.counter in self._counts:
                counts = self._counts[found.counter]
                for level in found.starts:
                    counts[level:] = [None] * (LEVELS - level)
        return self._lists[id]

    def _read(self, id: str) -> _List | None:
        num = self._nums.get(id)
        counter = value(num, _ABSTRACT_ID)
        if num is None or counter is None:
            return None
        levels = dict(self._levels_of(counter))
        starts: list[int] = []
        for override in num.iterchildren(_OVERRIDE):
            index = number(override.get(_LEVEL_ID))
            if index is None or not 0 <= index < LEVELS:
                continue
            own = child(override, _LVL)
            if own is not None:
                levels[index] = _level(own)
            start = number(value(override, _START_OVERRIDE))
            if start is not None:
                levels[index] = levels.get(index, Level())._replace(start=start)
                starts.append(index)
        return _List(counter, levels, tuple(starts))

    def _levels_of(self, id: str) -> Mapping[int, Level]:
        """The levels of a definition, or of the one that it only points to by a style."""
        if id not in self._levels:
            abstract = self._abstracts.get(id)
            link = value(abstract, _NUM_STYLE_LINK)
            if link is not None:
                abstract = self._linked.get(link, abstract)
            self._levels[id] = dict(_stated_levels(abstract))
        return self._levels[id]


def _by_attribute(root: _Element | None, tag: str, attribute: str) -> dict[str, _Element]:
    return {element.get(attribute, ""): element for element in root.iterchildren(tag)} if root is not None else {}


def _stated_levels(abstract: _Element | None) -> Iterator[tuple[int, Level]]:
    for element in abstract.iterchildren(_LVL) if abstract is not None else ():
        index = number(element.get(_LEVEL_ID))
        if index is not None and 0 <= index < LEVELS:
            yield index, _level(element)


def _level(element: _Element) -> Level:
    form = child(element, _FORMAT)
    if form is None and (alternate := child(element, ALTERNATE)) is not None:
        form = next(alternate.iter(_FORMAT), None)
    legal = child(element, _LEGAL)
    start = number(value(element, _START))
    return Level(
        1 if start is None else start,
        "decimal" if form is None else _form(form),
        (value(element, _TEXT) or "")[:_LONGEST_TEXT],
        number(value(element, _RESTART)),
        legal is not None and is_on(legal),
        value(element, _PSTYLE) or "",
    )


def _form(form: _Element) -> str:
    """The number format; a custom one (`01, 02, 03, …`) is taken for two digits."""
    name = form.get(VAL, "decimal")
    return ("decimalZero" if form.get(_CUSTOM, "").startswith("0") else "decimal") if name == "custom" else name


def _count(counts: list[int | None], level: int, levels: Mapping[int, Level]) -> None:
    """Count one on in `level`, and let the levels below it that restart begin anew."""
    last = counts[level]
    counts[level] = levels[level].start if last is None else min(last + 1, _LARGEST_COUNT)
    for below in range(level + 1, LEVELS):
        restart = levels[below].restart if below in levels else None
        if restart is None or level < restart:
            counts[below] = None


def _written(here: Level, counts: list[int | None], levels: Mapping[int, Level]) -> str:
    if here.form == "bullet":  # a letter is one of a symbol font, in which it is a picture
        return _LETTER.sub(_BULLET, here.text).strip(WHITE)

    def count(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        level = levels.get(index, Level())
        reached = counts[index]
        form = "decimal" if here.legal and level.form != "none" else level.form
        return numeral(form, level.start if reached is None else reached)

    return _PLACE.sub(count, here.text).strip(WHITE)
