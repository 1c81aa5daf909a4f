"""Sections that say something: not empty, not a mere “none”, not a line or two of what every report begins with.

```yaml
id: problems-and-improvements
title: {zh: 第五部分应写明问题和改进情况, en: section five names problems and improvements}
kind: section-content
in: problems
not-only: ^(无|暂无)[。.]?$
min: 30
severity: error
source: 国办公开办函〔2021〕30号
```

An empty section, or one whose whole text matches `not-only`, is a finding of the rule's severity; one of fewer than
`min` letters is a warning. Sentences that match `boilerplate` do not count; a section of nothing else is a
warning too. Tables count as content.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.kinds.option_types import PATTERN, SECTION, whole
from linter.model.document import Table
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport, BoundSection
from linter.model.template import Template
from linter.prose.patterns import compiled
from linter.text.regex import regex
from linter.text.sentences import sentences

_NO_WORDS = regex(r"[\W_]+")


class SectionContent(Options):
    """The section, and what is not enough for it."""

    in_ = Option(SECTION, zh="部分的编号。", en="The id of the section.")
    not_only = Option(
        PATTERN,
        zh="整个部分的文字不能只是这个模式所说的内容。",
        en="An RE2 pattern that the whole text of the section must not match.",
    )
    min = Option(
        whole(1),
        zh="至少几个字（只计文字和数字）。",
        en="The letters and digits that the section has at the least.",
        default=1,
    )
    max = Option(
        whole(1),
        zh="至多几个字；不写时不限。",
        en="The letters and digits that it has at the most. Default: any.",
        default=None,
    )
    boilerplate = Option(
        PATTERN, zh="符合这个模式的句子不计在内。", en="An RE2 pattern: sentences that match it do not count."
    )


def check(options: SectionContent, report: BoundReport) -> Iterable[Outcome]:
    section = report.section(options.in_)
    if section is None:
        title = _title(report.template, options.in_)
        yield Undecided(Message("section-content.no-section", {"title": title}))
        return
    if any(isinstance(block, Table) for block in report.document.blocks[section.first : section.last]):
        return
    values: dict[str, Value] = {"title": section.heading.value.strip()}
    joined = report.prose.joined((options.in_,))
    whole = joined.text.replace("\n", "")
    letters = len(_NO_WORDS.sub("", whole))
    if not letters:
        yield _problem(section, Message("section-content.empty", values))
    elif options.not_only and compiled(options.not_only).search(whole):
        yield _problem(section, Message("section-content.only", {**values, "seen": whole[:40]}), report)
    elif letters < options.min:
        counted: dict[str, Value] = {**values, "count": letters}
        yield _problem(section, Message("section-content.short", counted), severity=Severity.WARNING)
    elif options.boilerplate and _is_boilerplate(options, report):
        yield _problem(section, Message("section-content.boilerplate", values), severity=Severity.WARNING)
    elif options.max and letters > options.max:
        counted = {**values, "count": letters, "limit": options.max}
        yield _problem(section, Message("section-content.long", counted))


def _is_boilerplate(options: SectionContent, report: BoundReport) -> bool:
    """Whether the sentences that are not what every report begins with have too few letters and digits."""
    letters = 0
    for passage in report.prose.joined((options.in_,)).passages:
        for sentence in sentences(passage):
            if not compiled(options.boilerplate).search(sentence.words):
                letters += len(_NO_WORDS.sub("", sentence.words))
                if letters >= options.min:
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


MESSAGES: Catalogue = {
    "section-content.no-section": Localised(
        zh="没有找到“{title}”，无法核对", en="“{title}” was not found, so there was nothing to check"
    ),
    "section-content.empty": Localised(zh="“{title}”没有内容，请补写", en="“{title}” is empty; write it"),
    "section-content.only": Localised(
        zh="“{title}”只写了“{seen}”，请按要求写明具体内容",
        en="“{title}” says only “{seen}”; write what is required",
    ),
    "section-content.short": Localised(
        zh="“{title}”只有 {count} 字，内容过于简单，请充实",
        en="“{title}” has only {count} characters; say more",
    ),
    "section-content.long": Localised(
        zh="“{title}”共 {count} 字，要求不超过 {limit} 字，请精简",
        en="“{title}” has {count} characters; no more than {limit} are allowed: shorten it",
    ),
    "section-content.boilerplate": Localised(
        zh="“{title}”只有编制依据、组成部分一类的说明，没有写本年工作，请补写",
        en="“{title}” only says how the report was compiled; write what was done in the year",
    ),
}

KIND = Kind(
    __doc__,
    "部分写有内容：不是空的，不是只写一个“无”，也不是只有每份报告开头都有的一两句话。空的，"
    "或者全文符合 not-only 的，按规则的级别报告；不足 min 字的，以及除去 boilerplate 的句子后不足的，"
    "是警告。表格也算内容。",
    SectionContent,
    check,
    MESSAGES,
)
