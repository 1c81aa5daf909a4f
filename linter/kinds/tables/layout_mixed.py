"""Words of two editions of the form in one report.

```yaml
id: one-layout
title: {zh: 不应混用不同年度的格式, en: the report keeps to one edition of the form}
kind: layout-mixed
min: 2
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.option import Option, Options
from linter.kinds.option_types import whole
from linter.kinds.tables.layout_version import layout_title
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport


class Mixture(Options):
    """How many words of another edition make a mixture."""

    min = Option(
        whole(1),
        zh="出现几处其他年度格式的文字才算混用。",
        en="How many words of another edition make a mixture.",
        default=2,
    )


def check(options: Mixture, report: BoundReport) -> Iterable[Problem]:
    evidence, own = report.layout, report.template.layout
    if evidence.layout not in {None, own} or not evidence.seen.get(own):
        return
    for layout, seen in evidence.seen.items():
        words = tuple(dict.fromkeys(seen))
        if layout != own and len(words) >= options.min:
            values = {
                "expected": layout_title(report.template, own),
                "found": layout_title(report.template, layout),
                "words": quoted(words),
            }
            yield Problem(Message("layout-mixed.found", values), span=report.start)


MESSAGES: Catalogue = {
    "layout-mixed.found": Localised(
        zh="报告混用了两种格式：应使用“{expected}”，但出现了“{found}”的文字{words}，请改为当年格式",
        en="two layouts are mixed: the report should be in {expected}, but uses words of {found}: {words}",
    ),
}

KIND = Kind(
    __doc__,
    "一份报告不混用两个年度格式的文字。",
    Mixture,
    check,
    MESSAGES,
)
