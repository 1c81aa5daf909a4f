"""Section headings numbered as the form numbers them.

```yaml
id: section-number-style
title: {zh: 一级标题应使用规定的序号, en: headings are numbered in the style of the form}
kind: section-numbering
mistakes: [style, missing]
severity: info
source: 国办公开办函〔2021〕30号
```

Each sort of mistake is one finding, however many headings show it: `style` (the right place in another style, `1、` for
`一、`), `missing` (no number), `wrong` (the number of another section).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linter.binding.label import form_of
from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.kinds.option_types import choices
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport, BoundSection
from linter.text.punctuation import COLON, COMMA, FULL_STOPS, ITEM, OTHER_ITEMS, POINTS, either_width

_MARKS = f" \t{either_width(COMMA + COLON)}{ITEM}{OTHER_ITEMS}{FULL_STOPS[0]}{POINTS}"


class Numbering(Options):
    """The sorts of mistake that are reported."""

    mistakes = Option(
        choices("style", "missing", "wrong"),
        zh="报告哪些差错：style（把“一、”写成“1、”）、missing（没有序号）、wrong（两个“三、”）；不写时全部报告。",
        en="What is reported: style (1、 for 一、), missing, wrong (two 三、). Default: all.",
    )


def check(options: Numbering, report: BoundReport) -> Iterable[Problem]:
    numerals = {_numeral(section.number) for section in report.template.sections}
    found: dict[str, list[BoundSection]] = {}
    for section in report.sections:
        if _is_moved_on(section, report):
            continue
        mistake = _mistake(_numeral(section.number), _numeral(section.spec.number), numerals)
        if mistake in options.mistakes:
            found.setdefault(mistake, []).append(section)
    for mistake, sections in found.items():
        values = {"headings": tuple(_expected(section, mistake) for section in sections)}
        first = sections[0]
        yield Problem(Message(f"section-numbering.{mistake}", values), span=first.heading.span, section=first.spec.id)


def _is_moved_on(section: BoundSection, report: BoundReport) -> bool:
    """Whether a section is numbered right but for headings of the report's own before it, which are reported once."""
    before = sum(heading.text.span.order() < section.heading.span.order() for heading in report.extra)
    seen, own = form_of(section.number), form_of(section.spec.number)
    return bool(before) and seen.mark == own.mark and seen.number == (own.number or 0) + before


def _expected(section: BoundSection, mistake: str) -> Message:
    key = "section-numbering.no-heading-number" if mistake == "missing" else "section-numbering.heading"
    return Message(key, {"heading": section.heading.value.strip(), "number": section.spec.number})


def _mistake(seen: str, expected: str, numerals: set[str]) -> str:
    if seen == expected:
        return ""
    return "missing" if not seen else "wrong" if seen in numerals else "style"


def _numeral(number: str) -> str:
    return unicodedata.normalize("NFKC", number).strip(_MARKS)


MESSAGES: Catalogue = {
    "section-numbering.heading": Localised(zh="“{heading}”应为“{number}”", en="“{heading}” should be “{number}”"),
    "section-numbering.no-heading-number": Localised(
        zh="“{heading}”应加“{number}”", en="“{heading}” should have “{number}”"
    ),
    "section-numbering.style": Localised(
        zh="标题序号的样式不对：{headings}", en="headings are numbered in another style: {headings}"
    ),
    "section-numbering.missing": Localised(zh="标题没有序号：{headings}", en="headings have no number: {headings}"),
    "section-numbering.wrong": Localised(
        zh="标题序号不对：{headings}", en="headings have the wrong number: {headings}"
    ),
}

KIND = Kind(
    __doc__,
    "各部分标题的序号与规定格式一致。每种差错合为一条：style（位置对、样式不同）、missing（没有序号）、"
    "wrong（写成其他部分的序号）。",
    Numbering,
    check,
    MESSAGES,
)
