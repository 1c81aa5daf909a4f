"""Words of two editions of the form in one report.

```yaml
id: one-layout
title: {zh: 不应混用不同年度的格式, en: the report keeps to one edition of the form}
kind: layout-mixed
minimum: 2
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.tables.layout_version import layout_title
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "minimum": {
            "type": "integer",
            "minimum": 1,
            "description": "How many words of another edition make a mixture. Default: 2.",
        }
    },
    "required": [],
}


class Mixture(NamedTuple):
    """How many words of another edition make a mixture."""

    minimum: int


def parse(options: Mapping[str, Any], _template: Template) -> Mixture:
    return Mixture(int(options.get("minimum", 2)))


def check(options: Mixture, report: BoundReport) -> Iterable[Problem]:
    evidence, own = report.layout, report.template.layout
    if evidence.layout not in {None, own} or not evidence.seen.get(own):
        return
    for layout, seen in evidence.seen.items():
        words = tuple(dict.fromkeys(seen))
        if layout != own and len(words) >= options.minimum:
            values = {
                "expected": layout_title(report.template, own),
                "found": layout_title(report.template, layout),
                "words": quoted(words),
            }
            yield Problem(Message("layout-mixed.found", values), span=report.start)


KIND: Kind[Mixture] = Kind(SCHEMA, parse, check)
