"""Sections in the order of the form.

```yaml
id: sections-in-order
title: {zh: 各部分应按规定顺序排列, en: the sections are in the order of the form}
kind: section-order
severity: error
source: 国办公开办函〔2021〕30号
```

As few sections as possible are called out of place; each is one finding.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.option import Options
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport, BoundSection


def check(_options: Options, report: BoundReport) -> Iterable[Problem]:
    order = {section.id: index for index, section in enumerate(report.template.sections)}
    ranks = [order[section.spec.id] for section in report.sections if section.spec.id in order]
    kept = _longest_rising(ranks)
    for index, section in enumerate(report.sections):
        if index not in kept:
            yield _problem(section, [report.sections[other] for other in sorted(kept)], order)


def _problem(section: BoundSection, kept: list[BoundSection], order: dict[str, int]) -> Problem:
    rank = order[section.spec.id]
    before = [other for other in kept if order[other.spec.id] < rank]
    after = [other for other in kept if order[other.spec.id] > rank]
    values = {"title": section.heading.value.strip()}
    if before:
        message = Message("section-order.after", {**values, "other": before[-1].heading.value.strip()})
    elif after:
        message = Message("section-order.before", {**values, "other": after[0].heading.value.strip()})
    else:
        message = Message("section-order.twice", values)
    return Problem(message, span=section.heading.span, section=section.spec.id)


def _longest_rising(ranks: list[int]) -> set[int]:
    """The indices of a longest strictly rising subsequence of `ranks`."""
    best: list[list[int]] = []
    for index, rank in enumerate(ranks):
        shorter = [chain for chain in best if ranks[chain[-1]] < rank]
        best.append([*_longest(shorter), index])
    return set(_longest(best))


def _longest(chains: list[list[int]]) -> list[int]:
    return max(chains, key=len) if chains else []


MESSAGES: Catalogue = {
    "section-order.after": Localised(
        zh="“{title}”位置不对，应移到“{other}”之后",
        en="“{title}” is out of place; move it after “{other}”",
    ),
    "section-order.before": Localised(
        zh="“{title}”位置不对，应移到“{other}”之前",
        en="“{title}” is out of place; move it before “{other}”",
    ),
    "section-order.twice": Localised(
        zh="“{title}”重复出现，请只保留一处",
        en="“{title}” appears twice; keep one of them",
    ),
}

KIND = Kind(
    __doc__,
    "各部分按规定次序排列。只报告尽量少的部分，每个一条。",
    Options,
    check,
    MESSAGES,
)
