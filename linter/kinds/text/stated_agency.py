"""A place that names the agency: it has to be the report's own, in one form.

```yaml
id: agency-in-the-text
title: {zh: 文中的机关名称应与报告机关一致, en: the text names the agency of the report}
kind: stated-agency
pattern: (^|。)(?P<name>[^0-9，。；：、（）]{4,40}[局委厅办部])20[0-9]{2}年度收入支出总计
severity: warning
source: 常理推定
```

`pattern` has a group `name`. A name that is the report's with some of its characters left out (市规划局) is a short
form and passes, unless names have to stand `in-full`; words that go before the name are no part of it. Each other name
is one finding, at the first of its places. A sentence in which `unless` is found is skipped. Where the report does not
say whose it is, nothing is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.agencies import is_short_for
from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import FLAG, PARTS, excuses, pattern_with
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import hits


class StatedAgency(InParts):
    """How the name is found, and where."""

    pattern = Option(pattern_with("name"), zh="带有 name 分组的模式。", en="An RE2 pattern with a group `name`.")
    in_ = Option(PARTS, zh="查看的部分的编号。", en="Ids of the parts that are looked at.")
    in_full = Option(
        FLAG, zh="是否必须写全称。", en="Whether short forms of the name are wrong as well.", default=False
    )
    unless = Option(
        excuses("sentence"), zh="符合这个模式的句子不计。", en="A pattern that excuses a sentence in which it is found."
    )


def check(options: StatedAgency, report: BoundReport) -> Iterable[Problem]:
    own = report.organisation
    if not own:
        return
    said: set[str] = set()
    for hit in hits(options.pattern, report.prose, options.in_, options.unless.sentence):
        name = hit.text("name")
        if not name or name in said or name.endswith(own) or (not options.in_full and is_short_for(name, own)):
            continue
        said.add(name)
        values = {"stated": name, "own": own}
        yield Problem(Message("stated-agency.other", values), span=hit.passage.span(*hit.groups["name"]))


MESSAGES: Catalogue = {
    "stated-agency.other": Localised(
        zh="文中写的是“{stated}”，报告机关为“{own}”；请核对名称是否写错，或从其他单位的报告中复制而来",
        en="the text says “{stated}”, but the report is that of “{own}”; correct the name, or what was copied",
    ),
}

KIND = Kind(
    __doc__,
    "写明机关名称的地方，写的就是本报告的机关。pattern 带有 name 分组；略去几个字的简称不算错（in-full 为 true 时算），"
    "其他名称各提示一次，句子符合 unless 的不计。报告没有写明机关的，不作判断。",
    StatedAgency,
    check,
    MESSAGES,
)
