"""Sections that say what last year's said.

```yaml
id: not-last-years-words
title: {zh: 内容不应与上年报告雷同, en: the text is not last year's}
kind: similar-to-previous
sections: [overview, problems]
thresholds: {error: 0.9, warning: 0.7}
shortest: 100
severity: error
source: 国办公开办函〔2021〕30号
```

Running text is compared, letter by letter and without digits; tables are not. `thresholds` say from which likeness on
(1 is the same) there is a finding, and of what severity. A section with fewer characters than `shortest` is not
compared, and of a very long one the beginning is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from linter.kinds.kind import Kind, OptionError, OptionErrors
from linter.kinds.naming import quoted
from linter.kinds.options import known_ids
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundSection
from linter.model.template import SectionSpec, Template
from linter.text.likeness import share_alike
from linter.text.sentences import Sentence, sentences

LONGEST = 20_000
"""Characters of a section that are compared: the time that takes grows with their square."""

SHORTEST_QUOTED = 10
"""Characters of a sentence that is worth quoting as the same."""

SHORTEST = 100
"""Characters of a section that is compared, where a rule does not say."""

_LIKENESS: Mapping[str, Any] = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "sections": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "uniqueItems": True,
            "description": "Ids of the sections that are compared. Without it, all sections.",
        },
        "thresholds": {
            "type": "object",
            "properties": {str(severity): _LIKENESS for severity in Severity},
            "minProperties": 1,
            "additionalProperties": False,
            "description": "Severity → the likeness from which on there is such a finding; 1 is the same.",
        },
        "shortest": {
            "type": "integer",
            "minimum": 1,
            "description": f"Characters of a section that is compared. Default: {SHORTEST}.",
        },
    },
    "required": ["thresholds"],
}
_LEFT_OUT = re.compile(r"[\d\s]+")


class Similarity(NamedTuple):
    """The sections that are compared, and from which likeness on which severity, the worst first."""

    sections: tuple[SectionSpec, ...]
    thresholds: tuple[tuple[Severity, float], ...]
    shortest: int = SHORTEST


def parse(options: Mapping[str, Any], template: Template) -> Similarity:
    """Raises `OptionErrors` for sections that there are not, and for a threshold that a milder one makes useless."""
    known = tuple(section.id for section in template.sections)
    ids = known_ids("sections", options.get("sections", known), known, "option.unknown-section")
    written = options["thresholds"]
    thresholds = tuple((severity, float(written[severity])) for severity in Severity if severity in written)
    errors = [
        OptionError(("thresholds", str(severity)), Message("similar-to-previous.order", {"severity": str(severity)}))
        for (severity, likeness), (_, milder) in pairwise(thresholds)
        if likeness <= milder
    ]
    if errors:
        raise OptionErrors(errors)
    sections = tuple(section for section in template.sections if section.id in ids)
    return Similarity(sections, thresholds, options.get("shortest", SHORTEST))


def check(options: Similarity, report: BoundReport) -> Iterable[Outcome]:
    previous = report.previous
    if previous is None:
        yield Undecided(Message("previous.none"))
        return
    for where, key in ((report, "previous.section-absent-here"), (previous, "previous.section-absent")):
        absent = [spec.number + spec.label.text for spec in options.sections if where.section(spec.id) is None]
        if absent:
            yield Undecided(Message(key, {"sections": quoted(absent)}))
    for spec in options.sections:
        section = report.section(spec.id)
        if section is not None and previous.section(spec.id) is not None:
            yield from _compared(section, options, report, previous)


def _compared(
    section: BoundSection, options: Similarity, report: BoundReport, previous: BoundReport
) -> Iterator[Problem]:
    id = section.spec.id
    ours, theirs = (_LEFT_OUT.sub("", one.prose.joined((id,)).text)[:LONGEST] for one in (report, previous))
    if min(len(ours), len(theirs)) < options.shortest:
        return
    likeness = share_alike(ours, theirs, at_least=options.thresholds[-1][1])
    severity = next((severity for severity, least in options.thresholds if likeness >= least), None)
    if severity is None:
        return
    values: dict[str, Value] = {"section": section.heading.value.strip(), "percent": int(likeness * 100)}
    same = _longest_in_both(id, report, previous)
    if same is None:
        message, span = Message("similar-to-previous.alike", values), section.heading.span
    else:
        quote = same.passage.quote(same.start, same.end)
        message = Message("similar-to-previous.alike-in", {**values, "sentence": quote})
        span = same.passage.span(same.start, same.end)
    yield Problem(message, span=span, section=id, severity=severity)


def _longest_in_both(section: str, report: BoundReport, previous: BoundReport) -> Sentence | None:
    """The longest sentence of a section that stands in last year's too, but for its digits."""
    before = {_LEFT_OUT.sub("", sentence.words) for sentence in _sentences(section, previous)}
    same = [sentence for sentence in _sentences(section, report) if _LEFT_OUT.sub("", sentence.words) in before]
    longest = max(same, key=lambda sentence: sentence.end - sentence.start, default=None)
    return longest if longest is not None and longest.end - longest.start >= SHORTEST_QUOTED else None


def _sentences(section: str, report: BoundReport) -> Iterator[Sentence]:
    for passage in report.prose.joined((section,)).passages:
        yield from sentences(passage)


def _always(_: Similarity) -> bool:
    return True


KIND: Kind[Similarity] = Kind(SCHEMA, parse, check, needs_previous=_always)
