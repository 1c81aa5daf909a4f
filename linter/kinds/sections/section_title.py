"""Section titles worded as the form words them, or as it accepts them.

```yaml
id: section-titles
title: {zh: 各部分标题应与规定格式一致, en: section titles read as the form prints them}
kind: section-title
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.options import NOTHING_SCHEMA, Nothing, parse_nothing
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport, TitleMatch


def check(_options: Nothing, report: BoundReport) -> Iterable[Problem]:
    for section in report.sections:
        if section.match is TitleMatch.SIMILAR:
            values = {"seen": section.title, "expected": section.spec.label.text}
            yield Problem(Message("section-title.differs", values), span=section.heading.span, section=section.spec.id)


KIND: Kind[Nothing] = Kind(NOTHING_SCHEMA, parse_nothing, check)
