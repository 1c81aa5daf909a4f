"""The sentence of a report that lists its parts: 全文由总体情况、主动公开情况、…六个部分组成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.model.records import Record
from linter.model.template import SectionSpec
from linter.prose.list_words import alternatives
from linter.text.figures import ProseFigure
from linter.text.grammar import grammar_of
from linter.text.languages import SEARCHED
from linter.text.punctuation import AFTER_NUMBERS, COLON, COMMA, DOT, LIST, QUOTATION, ROUND
from linter.text.sentences import sentences_with

FEWEST = 4
"""Parts of the form that a sentence names if it lists them without giving their number."""

_MARKS = QUOTATION + " "


class PartWords(Record):
    """`introduced_by` stand before the list, `closed_by` after it, `joined_by` between its last parts; `units` are
    what parts are counted as, `before_number` what stands before their number (共); `open_ended` there says that
    there may be more.
    """

    introduced_by: tuple[str, ...]
    units: tuple[str, ...]
    closed_by: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    language: str = SEARCHED.id


class ListedPart(Record):
    """A part as listed at `start` to `end` of the text: the section that it names, if any, and if that by an accepted
    title.
    """

    name: str
    start: int
    end: int
    section: SectionSpec | None = None
    accepted: bool = False


class PartList(Record):
    """The parts as listed, the number of them that the text gives, and whether it says that there may be more."""

    parts: tuple[ListedPart, ...]
    stated: ProseFigure | None = None
    open: bool = False


def part_lists(text: str, sections: tuple[SectionSpec, ...], words: PartWords) -> Iterator[PartList]:
    """The sentences that list the parts of the report, the first of the form among them."""
    if not sections or not any(word in text for word in words.introduced_by):
        return
    titles = _titles(sections)
    for start, end in sentences_with(_names_of(sections[0]), text):
        found = _read(text[start:end], start, sections, titles, words)
        if found is not None:
            yield found


@lru_cache(maxsize=16)
def _names_of(section: SectionSpec) -> re.Pattern[str]:
    return re.compile(alternatives((section.label.text, *section.label.aliases, *section.keywords)))


@lru_cache(maxsize=16)
def _titles(sections: tuple[SectionSpec, ...]) -> Mapping[str, SectionSpec]:
    """The section of every accepted title, the longest first."""
    named = {title: section for section in sections for title in (section.label.text, *section.label.aliases)}
    return dict(sorted(named.items(), key=lambda item: -len(item[0])))


def _read(
    sentence: str,
    base: int,
    sections: tuple[SectionSpec, ...],
    titles: Mapping[str, SectionSpec],
    words: PartWords,
) -> PartList | None:
    first = _first_title(sentence, sections, titles)
    begin = max(
        (sentence.rfind(word, 0, first) + len(word) for word in words.introduced_by if word in sentence[:first]),
        default=-1,
    )
    if first < 0 or begin < 0 or sentence[begin:first].count(COMMA) > 1:
        return None
    counted = list(grammar_of(words.language).figures(sentence, words.units))
    after = next((figure for figure in counted if figure.start > first), None)
    stated = after or (counted[-1] if counted else None)
    if stated is not None and any(figure.value != stated.value for figure in counted):
        return None
    ends = [at for word in words.closed_by if (at := sentence.find(word, first)) >= 0]
    end = min([*ends, after.start if after else len(sentence), len(sentence)])
    listed = _without_last(sentence[begin:end], words.before_number)
    closed = _without_last(listed, words.open_ended)
    is_open = closed != listed or sentence.startswith(words.open_ended, end)
    parts = tuple(_parts(closed, base + begin, sections, titles, words))
    named = {part.section.id for part in parts if part.section is not None}
    starts_right = bool(parts) and parts[0].section is not None and parts[0].section.id == sections[0].id
    if not (len(named) >= FEWEST or (stated is not None and starts_right and len(named) >= 2)):
        return None
    if stated is not None:
        stated = stated._replace(start=stated.start + base, end=stated.end + base)
    return PartList(parts, stated, is_open)


def _without_last(listed: str, words: tuple[str, ...]) -> str:
    listed = listed.rstrip(_MARKS + COMMA)
    return listed.removesuffix(next((word for word in words if listed.endswith(word)), ""))


def _first_title(sentence: str, sections: tuple[SectionSpec, ...], titles: Iterable[str]) -> int:
    """Where the first title stands in a sentence, or a word that tells the first section; −1 without any."""
    return min((at for name in (*titles, *sections[0].keywords) if (at := sentence.find(name)) >= 0), default=-1)


def _parts(
    listed: str,
    base: int,
    sections: tuple[SectionSpec, ...],
    titles: Mapping[str, SectionSpec],
    words: PartWords,
) -> Iterator[ListedPart]:
    """The parts of a list. Marks in an accepted title are none that part the list."""
    masked = listed
    for title in titles:
        masked = masked.replace(title, DOT * len(title))
    at = 0
    for cut in [*_cuts(words).finditer(masked), None]:
        end = cut.start() if cut else len(listed)
        name = listed[at:end].strip(_MARKS)
        name = name.removeprefix(next((word for word in words.joined_by if name.startswith(word)), ""))
        if any(mark in name[:4] for mark in AFTER_NUMBERS):
            name = _numbering().sub("", name).strip(_MARKS)
        if name:
            section = titles.get(name)
            found = section or _qualified(name, sections[0]) or _by_keyword(name, sections)
            yield ListedPart(name, base + at, base + end, found, section is not None)
        at = cut.end() if cut else end


@lru_cache(maxsize=1)
def _numbering() -> re.Pattern[str]:
    return re.compile(rf"^[{ROUND[0]}]?(?:[0-9]{{1,2}}|\w)[{AFTER_NUMBERS}]")


@lru_cache(maxsize=16)
def _cuts(words: PartWords) -> re.Pattern[str]:
    longer = tuple(word for word in words.joined_by if len(word) > 1)
    # A short word (和) may stand within a name; before a title it does not.
    return re.compile(f"[{LIST}{COLON}]|{alternatives(longer)}|(?:{alternatives(words.joined_by)})(?={DOT})")


def _qualified(name: str, first: SectionSpec) -> SectionSpec | None:
    """The first section, if `name` says more of it (政府信息公开工作总体情况)."""
    return first if name.endswith((first.label.text, *first.label.aliases)) else None


def _by_keyword(name: str, sections: tuple[SectionSpec, ...]) -> SectionSpec | None:
    """The one section whose keywords a name has."""
    found = [section for section in sections if any(word in name for word in section.keywords)]
    return found[0] if len(found) == 1 else None
