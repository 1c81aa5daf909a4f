"""Items numbered without a gap and without a number twice: 一是…二是…三是….

```yaml
id: enumerations-in-sequence
title: {zh: 列举序号应当连续, en: the items of an enumeration are numbered in sequence}
kind: enumeration
forms: [一是, 一要]
severity: warning
source: 常理推定
```

`forms` are first markers as they are printed; each is an enumeration of its own, and a first marker within one begins
another, after which it may go on. Markers stand at the beginning of a clause, with `paragraphs` at that of a paragraph.
What begins with one of `idioms` (一是一) is no marker; one of `instead` (其次) stands for a missing number. `where`
names the parts that are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message, Value
from linter.model.prose import Joined
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.enumerations import Fault, Marker, faults, markers
from linter.prose.patterns import Hit
from linter.text.numerals import written
from linter.text.punctuation import CLAUSE, ITEM
from linter.text.sentences import to_next

LONGEST_QUOTE = 20
"""Characters of an item that a message quotes."""

FORMS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": "[一1]"},
    "minItems": 1,
    "uniqueItems": True,
    "description": "First markers as printed, such as 一是 or （一）.",
}
IDIOMS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string", "minLength": 1},
    "minItems": 1,
    "description": "Words that begin like a marker and are none.",
}
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "forms": FORMS_SCHEMA,
        "where": PARTS_SCHEMA,
        "paragraphs": {
            "type": "boolean",
            "description": "Whether a marker stands at the beginning of a paragraph. Default: of any clause.",
        },
        "idioms": IDIOMS_SCHEMA,
        "instead": {**IDIOMS_SCHEMA, "description": "Words that stand for the number of an item between two others."},
    },
    "required": ["forms"],
}


class Enumeration(NamedTuple):
    """The forms of markers, and where they are looked for."""

    forms: tuple[str, ...]
    parts: tuple[str, ...] = ()
    paragraphs: bool = False
    idioms: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


def parse(options: Mapping[str, Any], template: Template) -> Enumeration:
    return Enumeration(
        tuple(options["forms"]),
        parse_parts(options, template),
        bool(options.get("paragraphs", False)),
        tuple(options.get("idioms", ())),
        tuple(options.get("instead", ())),
    )


def check(options: Enumeration, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.parts)
    for fault in faults(
        markers(joined, options.forms, options.paragraphs, options.idioms), joined.text, options.instead
    ):
        yield _problem(fault, joined)


def _problem(fault: Fault, joined: Joined) -> Problem:
    hit = item(fault.marker, joined)
    values: dict[str, Value] = {"seen": hit.quote, "before": item(fault.before, joined).quote}
    if fault.missing:
        values["missing"] = tuple(f"“{_printed(fault, number, joined)}”" for number in fault.missing)
    return Problem(
        Message("enumeration.gap" if fault.missing else "enumeration.twice", values), span=hit.span, section=hit.section
    )


def _printed(fault: Fault, number: int, joined: Joined) -> str:
    """The marker of a missing item, in the form of the others."""
    printed = joined.text[fault.marker.start : fault.marker.end]
    if any(character.isdigit() and character.isascii() for character in printed):
        return printed.replace(str(fault.marker.number), str(number))
    return printed.replace(written(fault.marker.number), written(number))


def item(marker: Marker, joined: Joined) -> Hit:
    """The marker with the words up to the next mark."""
    passage, line = joined.at(marker.start)
    start, end = marker.start - line, marker.end - line
    longest = min(end + LONGEST_QUOTE, len(passage.plain))
    return Hit(passage, start, to_next(passage.plain, CLAUSE + ITEM, end, longest))


KIND: Kind[Enumeration] = Kind(SCHEMA, parse, check)
