"""Sections that say something: not empty, not a mere “none”, not a line or two of what every report begins with.

```yaml
id: problems-and-improvements
title: {zh: 第五部分应写明问题和改进情况, en: section five names problems and improvements}
kind: section-content
section: problems
not-only: ^(无|暂无)[。.]?$
characters: 30
severity: error
source: 国办公开办函〔2021〕30号
```

An empty section, or one whose whole text matches `not-only`, is a finding of the rule's severity; one of fewer than
`characters` letters is a warning. Sentences that match `boilerplate` do not count; a section of nothing else is a
warning too. Tables count as content.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import known_ids
from linter.model.document import Table
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Message, Value
from linter.model.report import BoundReport, BoundSection
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, compiled
from linter.text.sentences import sentences

_NO_WORDS = re.compile(r"[\W_]+")

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "section": {"type": "string", "description": "The id of the section."},
        "not-only": {
            **PATTERN_SCHEMA,
            "description": "An RE2 pattern that the whole text of the section must not match.",
        },
        "characters": {
            "type": "integer",
            "minimum": 1,
            "description": "The letters and digits that the section has at the least.",
        },
        "at-most": {"type": "integer", "minimum": 1, "description": "The letters and digits that it has at the most."},
        "boilerplate": {**PATTERN_SCHEMA, "description": "An RE2 pattern: sentences that match it do not count."},
    },
    "required": ["section"],
}


class SectionContent(NamedTuple):
    """The section, and what is not enough for it."""

    section: str
    not_only: str = ""
    characters: int = 1
    at_most: int = 0
    boilerplate: str = ""


def parse(options: Mapping[str, Any], template: Template) -> SectionContent:
    """Raises `OptionErrors` for a section that the template lacks."""
    (section,) = known_ids(
        "section", [options["section"]], (section.id for section in template.sections), "option.unknown-section"
    )
    return SectionContent(
        section,
        options.get("not-only", ""),
        options.get("characters", 1),
        options.get("at-most", 0),
        options.get("boilerplate", ""),
    )


def check(options: SectionContent, report: BoundReport) -> Iterable[Outcome]:
    section = report.section(options.section)
    if section is None:
        title = _title(report.template, options.section)
        yield Undecided(Message("section-content.no-section", {"title": title}))
        return
    if any(isinstance(block, Table) for block in report.document.blocks[section.first : section.last]):
        return
    values: dict[str, Value] = {"title": section.heading.value.strip()}
    joined = report.prose.joined((options.section,))
    whole = joined.text.replace("\n", "")
    letters = len(_NO_WORDS.sub("", whole))
    if not letters:
        yield _problem(section, Message("section-content.empty", values))
    elif options.not_only and compiled(options.not_only).search(whole):
        yield _problem(section, Message("section-content.only", {**values, "seen": whole[:40]}), report)
    elif letters < options.characters:
        counted: dict[str, Value] = {**values, "count": letters}
        yield _problem(section, Message("section-content.short", counted), severity=Severity.WARNING)
    elif options.boilerplate and _is_boilerplate(options, report):
        yield _problem(section, Message("section-content.boilerplate", values), severity=Severity.WARNING)
    elif options.at_most and letters > options.at_most:
        counted = {**values, "count": letters, "limit": options.at_most}
        yield _problem(section, Message("section-content.long", counted))


def _is_boilerplate(options: SectionContent, report: BoundReport) -> bool:
    """Whether the sentences that are not what every report begins with have too few letters and digits."""
    letters = 0
    for passage in report.prose.joined((options.section,)).passages:
        for sentence in sentences(passage):
            if not compiled(options.boilerplate).search(sentence.words):
                letters += len(_NO_WORDS.sub("", sentence.words))
                if letters >= options.characters:
                    return False
    return True


def _problem(
    section: BoundSection, message: Message, report: BoundReport | None = None, severity: Severity | None = None
) -> Problem:
    """The finding, at the heading, or at the first words of the section where `report` is given."""
    passages = report.prose.joined((section.spec.id,)).passages if report else ()
    span = passages[0].text.span if passages else section.heading.span
    return Problem(message, span=span, section=section.spec.id, severity=severity)


def _title(template: Template, id: str) -> str:
    return next(section.number + section.label.text for section in template.sections if section.id == id)


KIND: Kind[SectionContent] = Kind(SCHEMA, parse, check)
