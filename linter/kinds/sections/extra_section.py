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
from linter.kinds.option import Options
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport


def check(_options: Options, report: BoundReport) -> Iterable[Problem]:
    for heading in report.extra:
        title = heading.label + heading.text.value.strip()
        yield Problem(Message("extra-section.found", {"title": title}), span=heading.text.span)


MESSAGES: Catalogue = {
    "extra-section.found": Localised(
        zh="“{title}”不是规定的部分，请并入规定的部分之一或删去",
        en="“{title}” is not a required section; move its text to one of these, or remove it",
    ),
}

KIND = Kind(
    __doc__,
    "没有规定部分以外的一级标题。",
    Options,
    check,
    MESSAGES,
)
