"""The list of its parts that a report gives in its introduction, against its headings.

```yaml
id: list-of-parts
title: {zh: 引言所列各部分应与标题一致, en: the parts listed in the introduction are those of the report}
kind: listed-parts
introduced-by: [由, 包括]
units: [个部分, 部分]
severity: warning
source: 常理推定
```

A sentence in `where` (default: before the first section, and in it) that names the sections of the form behind one of
`introduced-by`. `units` are what parts are counted as, `closed-by` end the list, `joined-by` stand between its last
parts, `before-number` before their number, where `open-ended` says that there may be more. One finding says all: a
number that is not that of the parts, sections of the report that are not listed, more parts than it has, and names
that are not the heading's. A heading that is worded wrongly itself is not held against the list.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message, Value
from linter.model.prose import LEAD, Joined
from linter.model.report import BoundReport, BoundSection, TitleMatch
from linter.model.template import Template
from linter.prose.part_lists import ListedPart, PartList, PartWords, part_lists
from linter.prose.patterns import Hit

SHORTEST_COMMON = 5
"""Characters at its beginning that a name shares with a title if it is meant for it."""


def _words(description: str) -> Mapping[str, Any]:
    return {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "description": description}


SCHEMA: Mapping[str, Any] = {
    "properties": {
        "where": PARTS_SCHEMA,
        "introduced-by": _words("Words before the list."),
        "units": _words("What parts are counted as."),
        "closed-by": _words("Words behind the list."),
        "joined-by": _words("Words between the last parts."),
        "before-number": _words("Words before the number of parts."),
        "open-ended": _words("Words before the number of parts that say that there may be more."),
    },
    "required": ["introduced-by", "units"],
}


class ListedParts(NamedTuple):
    """Where the list is looked for, and by what words it is told."""

    parts: tuple[str, ...]
    words: PartWords


def parse(options: Mapping[str, Any], template: Template) -> ListedParts:
    keys = ("introduced-by", "units", "closed-by", "joined-by", "before-number", "open-ended")
    first = tuple(section.id for section in template.sections[:1])
    return ListedParts(
        parse_parts(options, template) or (LEAD, *first), PartWords(*(tuple(options.get(key, ())) for key in keys))
    )


def check(options: ListedParts, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.parts)
    for found in part_lists(joined.text, report.template.sections, options.words):
        faults: tuple[Value, ...] = tuple(_faults(found, report)) if _is_judged(found, report) else ()
        if faults:
            yield _problem(found, faults, joined)


def _problem(found: PartList, faults: tuple[Value, ...], joined: Joined) -> Problem:
    start, end = (found.stated.start, found.stated.end) if found.stated else (found.parts[0].start, found.parts[-1].end)
    passage, line = joined.at(start)
    hit = Hit(passage, start - line, end - line)
    return Problem(Message("listed-parts.wrong", {"faults": faults}), span=hit.span, section=hit.section)


def _is_judged(found: PartList, report: BoundReport) -> bool:
    """An open list that does not go on to the last part of the form names some of them only."""
    last = report.template.sections[-1].id
    listed = [part.section.id for part in found.parts if part.section is not None]
    return not found.open or (last in listed and listed[0] == report.template.sections[0].id)


def _faults(found: PartList, report: BoundReport) -> Iterator[Message]:
    fewest, most = len(list(_groups(found.parts))), len(found.parts)
    stated = int(found.stated.value) if found.stated else None
    if stated is not None and not fewest <= stated <= most:
        names = tuple(f"“{part.name}”" for part in found.parts)
        values: dict[str, Value] = {"stated": stated, "number": most, "names": names}
        yield Message("listed-parts.count", values)
    missing = tuple(f"“{section.number}{section.title}”" for section in _missing(found, report))
    if missing:
        yield Message("listed-parts.missing", {"missing": missing})
    headings = len(report.sections) + len(report.extra)
    if stated is not None and stated == most > headings >= len(report.template.sections):
        strange = tuple(f"“{part.name}”" for part in found.parts if part.section is None)
        if strange:
            yield Message("listed-parts.extra", {"strange": strange})
    for part, section in _differing(found, report):
        yield Message("listed-parts.differs", {"name": part.name, "title": section.title})


def _groups(parts: tuple[ListedPart, ...]) -> Iterator[ListedPart]:
    """The parts without those that may be the rest of the name before: of its section, or of none."""
    yield from parts[:1]
    for before, part in pairwise(parts):
        if part.section is not None and part.section != before.section:
            yield part


def _missing(found: PartList, report: BoundReport) -> Iterator[BoundSection]:
    """The sections of the report that are surely not listed: no unknown name stands where they would."""
    listed = [part.section.id if part.section else "" for part in found.parts]
    order = [section.id for section in report.template.sections]
    for section in report.sections:
        place = order.index(section.spec.id)
        if section.spec.id in listed:
            continue
        before = max((at for at, id in enumerate(listed) if id and order.index(id) < place), default=-1)
        behind = min((at for at, id in enumerate(listed) if id and order.index(id) > place), default=len(listed))
        if all(listed[before + 1 : behind]):
            yield section


def _differing(found: PartList, report: BoundReport) -> Iterator[tuple[ListedPart, BoundSection]]:
    for part in found.parts:
        section = report.section(part.section.id) if part.section and not part.accepted else None
        if section is None or section.match is not TitleMatch.EXACT:
            continue
        wordings = (section.title, section.spec.label.text, *section.spec.label.aliases)
        meant = any(wording.startswith(part.name[:SHORTEST_COMMON]) for wording in wordings)
        if len(part.name) > SHORTEST_COMMON and meant and not any(_shortens(part.name, one) for one in wordings):
            yield part, section


def _shortens(name: str, title: str) -> bool:
    """Whether `name` is `title` with some of its characters left out."""
    rest = iter(title)
    return all(character in rest for character in name)


KIND: Kind[ListedParts] = Kind(SCHEMA, parse, check)
