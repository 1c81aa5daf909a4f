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
from linter.kinds.option import Options
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport, TitleMatch


def check(_options: Options, report: BoundReport) -> Iterable[Problem]:
    for section in report.sections:
        if section.match is TitleMatch.SIMILAR:
            values = {"seen": section.title, "expected": section.spec.label.text}
            yield Problem(Message("section-title.differs", values), span=section.heading.span, section=section.spec.id)


MESSAGES: Catalogue = {
    "section-title.differs": Localised(
        zh="标题为“{seen}”，应为“{expected}”",
        en="the title reads “{seen}”; it should read “{expected}”",
    ),
}

KIND = Kind(
    __doc__,
    "各部分的标题与规定格式的文字一致，或者是其认可的写法。",
    Options,
    check,
    MESSAGES,
)
