"""Headings of the top level that belong to no section of the form.

```yaml
id: no-other-sections
title: {zh: 不应另设一级标题, en: there are no sections besides those of the form}
kind: extra-section
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
from linter.model.report import BoundReport


def check(_options: Nothing, report: BoundReport) -> Iterable[Problem]:
    for heading in report.extra:
        title = heading.label + heading.text.value.strip()
        yield Problem(Message("extra-section.found", {"title": title}), span=heading.text.span)


KIND: Kind[Nothing] = Kind(NOTHING_SCHEMA, parse_nothing, check)
