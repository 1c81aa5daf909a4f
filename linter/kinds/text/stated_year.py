"""A place that names the year reported on, such as the title: it has to be the report's own year.

```yaml
id: title-year
title: {zh: 标题中的年度应与报告年度一致, en: the title names the year reported on}
kind: stated-year
in: [title]
pattern: (?P<year>20[0-9]{2})年度?[^，。；0-9]{0,40}信息公开
severity: error
source: 《政府信息公开条例》第四十九条
```

`pattern` has a group `year`. Where it is found several times, one right year is enough; a sentence in which `unless` is
found is skipped. The report's year is the one that it states first, or the one that was given with the command.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import PARTS, excuses, pattern_with
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import hits
from linter.text.dates import read_year

MOST_HITS = 100
"""Places that are looked at: a title has one or two."""


class StatedYear(InParts):
    """How the year is found, and where."""

    pattern = Option(pattern_with("year"), zh="带有 year 分组的模式。", en="An RE2 pattern with a group `year`.")
    in_ = Option(PARTS, zh="写明年度的部分的编号。", en="Ids of the parts that name the year.", required=True)
    unless = Option(
        excuses("sentence"),
        zh="符合这个模式的句子不计。",
        en="A pattern that excuses a sentence in which it is found.",
    )


def check(options: StatedYear, report: BoundReport) -> Iterable[Problem]:
    if report.year is None:
        return
    found = list(islice(hits(options.pattern, report.prose, options.in_, options.unless.sentence), MOST_HITS))
    if found and all(read_year(hit.text("year")) != report.year for hit in found):
        hit = found[0]
        values = {"seen": hit.quote, "stated": hit.text("year"), "year": str(report.year)}
        yield Problem(Message("stated-year.other", values), span=hit.passage.span(*hit.groups["year"]))


MESSAGES: Catalogue = {
    "stated-year.other": Localised(
        zh="“{seen}”写的是 {stated} 年，报告年度为 {year} 年；请核对",
        en="“{seen}” says {stated}, but the report is for {year}; correct one of them",
    ),
}

KIND = Kind(
    __doc__,
    "某处（如标题）写明的年度就是报告年度。pattern 带有 year 分组；出现几次时，有一次正确即可，"
    "句子符合 unless 的不计。报告年度是报告最先写明的年度，或者命令中指定的年度。",
    StatedYear,
    check,
    MESSAGES,
)
