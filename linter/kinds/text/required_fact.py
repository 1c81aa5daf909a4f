"""Something that a report has to say of itself.

```yaml
id: year-stated
title: {zh: 应写明报告年度, en: the report states its year}
kind: required-fact
fact: year
what: {zh: 报告年度, en: the year that it reports on}
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.kinds.option_types import FACT, TEXT
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport


class RequiredFact(Options):
    """The fact that must be stated, and what it is called."""

    fact = Option(FACT, zh="事实的编号，见规则包的 facts。", en="The id of the fact, as under `facts` of the pack.")
    what = Option(TEXT, zh="这个事实在结果中的称呼。", en="What the fact is called in messages.", required=True)


def check(options: RequiredFact, report: BoundReport) -> Iterable[Problem]:
    if options.fact not in report.facts:
        yield Problem(Message("required-fact.missing", {"what": options.what}), span=report.start)


MESSAGES: Catalogue = {
    "required-fact.missing": Localised(
        zh="报告中没有找到{what}，请在标题或开头写明",
        en="{what} was not found in the report; state it in the title or at the beginning",
    ),
}

KIND = Kind(
    __doc__,
    "报告必须写明的事实，如报告年度。",
    RequiredFact,
    check,
    MESSAGES,
)
