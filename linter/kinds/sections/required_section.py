"""Sections that have to be there.

```yaml
id: sections-present
title: {zh: 六个部分应当齐全, en: all six sections should be there}
kind: required-section
severity: error
source: 政府信息公开条例第五十条
```

Each missing section is one finding, at the end of the section before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.kinds.option_types import SECTIONS
from linter.model.document import Paragraph
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport, BoundSection
from linter.model.span import Span
from linter.model.template import SectionSpec


class Sections(Options):
    """The sections that must be there, in the order of the form."""

    in_ = Option(
        SECTIONS,
        zh="必须有的部分的编号；不写时为所有部分。",
        en="Ids of the sections that must be there. Without it, all sections.",
    )


def check(options: Sections, report: BoundReport) -> Iterable[Problem]:
    found = {section.spec.id: section for section in report.sections}
    order = [section.id for section in report.template.sections]
    for spec in options.in_:
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


MESSAGES: Catalogue = {
    "required-section.between": Localised(
        zh="缺少“{title}”这一部分，应在“{before}”与“{after}”之间补上",
        en="the section “{title}” is missing; it belongs between “{before}” and “{after}”",
    ),
    "required-section.after": Localised(
        zh="缺少“{title}”这一部分，应在“{before}”之后补上",
        en="the section “{title}” is missing; it belongs after “{before}”",
    ),
    "required-section.before": Localised(
        zh="缺少“{title}”这一部分，应在“{after}”之前补上",
        en="the section “{title}” is missing; it belongs before “{after}”",
    ),
    "required-section.missing": Localised(
        zh="缺少“{title}”这一部分，请补上",
        en="the section “{title}” is missing; add it",
    ),
}

KIND = Kind(
    __doc__,
    "规定的部分齐全。每个缺少的部分是一条，位置在它前一部分的末尾。",
    Sections,
    check,
    MESSAGES,
)
