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

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport, BoundSection
from linter.model.template import Template
from linter.text.punctuation import COLON, COMMA, ITEM, POINTS, either_width

MISTAKES = ("style", "missing", "wrong")
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "mistakes": {
            "type": "array",
            "items": {"enum": list(MISTAKES)},
            "minItems": 1,
            "uniqueItems": True,
            "description": "What is reported: style (1、 for 一、), missing, wrong (two 三、). Default: all.",
        }
    },
    "required": [],
}
_MARKS = f" \t{either_width(COMMA + COLON)}{ITEM}﹑。{POINTS}"


class Numbering(NamedTuple):
    """The sorts of mistake that are reported."""

    mistakes: tuple[str, ...]


def parse(options: Mapping[str, Any], _template: Template) -> Numbering:
    return Numbering(tuple(options.get("mistakes", MISTAKES)))


def check(options: Numbering, report: BoundReport) -> Iterable[Problem]:
    numerals = {_numeral(section.number) for section in report.template.sections}
    found: dict[str, list[BoundSection]] = {}
    for section in report.sections:
        mistake = _mistake(_numeral(section.number), _numeral(section.spec.number), numerals)
        if mistake in options.mistakes:
            found.setdefault(mistake, []).append(section)
    for mistake, sections in found.items():
        values = {"headings": tuple(_expected(section, mistake) for section in sections)}
        first = sections[0]
        yield Problem(Message(f"section-numbering.{mistake}", values), span=first.heading.span, section=first.spec.id)


def _expected(section: BoundSection, mistake: str) -> Message:
    key = "section-numbering.no-heading-number" if mistake == "missing" else "section-numbering.heading"
    return Message(key, {"heading": section.heading.value.strip(), "number": section.spec.number})


def _mistake(seen: str, expected: str, numerals: set[str]) -> str:
    if seen == expected:
        return ""
    return "missing" if not seen else "wrong" if seen in numerals else "style"


def _numeral(number: str) -> str:
    return unicodedata.normalize("NFKC", number).strip(_MARKS)


KIND: Kind[Numbering] = Kind(SCHEMA, parse, check)
