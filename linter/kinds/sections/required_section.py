"""Sections that have to be there.

```yaml
id: sections-present
title: {zh: 六个部分应当齐全, en: all six sections are there}
kind: required-section
severity: error
source: 政府信息公开条例第五十条
```

Each missing section is one finding, at the end of the section before it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import known_ids
from linter.model.document import Paragraph
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport, BoundSection
from linter.model.span import Span
from linter.model.template import SectionSpec, Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "sections": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "uniqueItems": True,
            "description": "Ids of the sections that must be there. Without it, all sections.",
        }
    },
    "required": [],
}


class Sections(NamedTuple):
    """The sections that must be there, in the order of the form."""

    sections: tuple[SectionSpec, ...]


def parse(options: Mapping[str, Any], template: Template) -> Sections:
    known = tuple(section.id for section in template.sections)
    ids = known_ids("sections", options.get("sections", known), known, "option.unknown-section")
    return Sections(tuple(section for section in template.sections if section.id in ids))


def check(options: Sections, report: BoundReport) -> Iterable[Problem]:
    found = {section.spec.id: section for section in report.sections}
    order = [section.id for section in report.template.sections]
    for spec in options.sections:
        if spec.id in found:
            continue
        at = order.index(spec.id)
        before = next((found[id] for id in reversed(order[:at]) if id in found), None)
        after = next((found[id] for id in order[at + 1 :] if id in found), None)
        yield Problem(_message(spec, before, after), span=_place(report, before, after), section=spec.id)


def _message(spec: SectionSpec, before: BoundSection | None, after: BoundSection | None) -> Message:
    values: dict[str, str] = {"title": spec.number + spec.label.text}
    if before:
        values["before"] = before.heading.value.strip()
    if after:
        values["after"] = after.heading.value.strip()
    place = {(True, True): "between", (True, False): "after", (False, True): "before", (False, False): "missing"}
    return Message(f"required-section.{place[before is not None, after is not None]}", values)


def _place(report: BoundReport, before: BoundSection | None, after: BoundSection | None) -> Span:
    if before is None:
        return after.heading.span if after else report.start
    if before.last <= before.first:
        return before.heading.span
    block = report.document.blocks[min(before.last, len(report.document.blocks)) - 1]
    return block.text.span if isinstance(block, Paragraph) else block.rows[-1].span


KIND: Kind[Sections] = Kind(SCHEMA, parse, check)
