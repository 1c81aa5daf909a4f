"""The period that the figures cover, where the report states it: the whole of the year reported on, and written right.

```yaml
id: statistics-period
title: {zh: 统计期限应为报告年度全年, en: the figures cover the whole of the year reported on}
kind: statistics-period
in: [lead, overview]
pattern: 统计[^。；0-9]{0,20}(?P<period>20[0-9]{2}年[^。；]{0,30})
right: (?P<first>20[0-9]{2})年1月1日起?至(同年|(?P<last>20[0-9]{2})年)?12月31日
severity: error
source: DB51/T 2660—2019（2.1）
```

`pattern` finds the statement, its group `period` the days; `right` is how they are written, with groups `first` and
`last` for the years, of which `last` may be left out. Another year is of the severity of the rule; days that are no
whole year or are miswritten are a warning, and nothing where the report holds `part`, a reason for it (成立).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import PATTERN, excuses, pattern_with
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem, Severity
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import Hit, compiled, hits
from linter.text.dates import FOUR_DIGITS

MOST_HITS = 100
"""Statements that are looked at: a report has one or two."""


class Period(InParts):
    """How the period is found and how it is written."""

    pattern = Option(
        pattern_with("period"),
        zh="带有 period 分组的模式，分组是写明的起止日期。",
        en="An RE2 pattern with a group `period`: the days as stated.",
    )
    right = Option(
        pattern_with("first", "last"),
        zh="完整年度的写法，带有 first 和 last 分组，各是一个年份。",
        en="An RE2 pattern for days that make a whole year, with groups `first` and `last` for years.",
    )
    part = Option(
        PATTERN,
        zh="全文符合这个模式的，当年只统计部分月份有其原因（如机关当年成立）。",
        en="A pattern: a report in which it is found has a reason for a part of its year (the agency is new).",
        default="",
    )
    unless = Option(
        excuses("sentence"),
        zh="符合这个模式的句子不计。",
        en="A pattern that excuses a sentence in which it is found.",
    )


def check(options: Period, report: BoundReport) -> Iterable[Problem]:
    if report.year is None:
        return
    seen: set[str] = set()
    for hit in islice(hits(options.pattern, report.prose, options.in_, options.unless.sentence), MOST_HITS):
        problem = _judge(options, hit, str(report.year))
        if problem is not None and problem.severity is not None and _has_a_reason(options, report):
            continue
        if problem is not None and hit.text("period") not in seen:
            seen.add(hit.text("period"))
            yield problem


def _judge(options: Period, hit: Hit, year: str) -> Problem | None:
    period = hit.text("period")
    right = compiled(options.right).search(period)
    years = {right["first"], right["last"] or year} if right else set(FOUR_DIGITS.findall(period))
    if right and years == {year}:
        return None
    start, end = hit.groups["period"]
    if right:
        start, end = start + right.start(), start + right.end()
    values = {"seen": hit.passage.quote(start, end), "year": year}
    span = hit.passage.span(start, end)
    if years - {year}:
        return Problem(Message("statistics-period.other-year", values), span=span, section=hit.section)
    message = Message("statistics-period.not-the-year", values)
    return Problem(message, span=span, section=hit.section, severity=Severity.WARNING)


def _has_a_reason(options: Period, report: BoundReport) -> bool:
    return bool(options.part) and next(hits(options.part, report.prose), None) is not None


MESSAGES: Catalogue = {
    "statistics-period.other-year": Localised(
        zh="统计期限写作“{seen}”，报告年度为 {year} 年；应为{year}年1月1日至{year}年12月31日",
        en="the period covered is given as “{seen}”, but the report is for {year}; it should run from 1 January to "
        "31 December {year}",
    ),
    "statistics-period.not-the-year": Localised(
        zh="统计期限写作“{seen}”，不是完整的年度，或者日期有误；应为{year}年1月1日至{year}年12月31日",
        en="the period covered is given as “{seen}”, which is not a full year, or is mistyped; it should run from "
        "1 January to 31 December {year}",
    ),
}

KIND = Kind(
    __doc__,
    "写明的统计期限是报告年度全年，并且写法正确。pattern 查找这句话，period 分组是起止日期；"
    "right 是正确的写法，first 和 last 分组是年份，last 可以省略。年度不对的，按规则的级别报告；"
    "不是完整年度或写法有误的，是警告；全文符合 part（如当年成立）的不报告。",
    Period,
    check,
    MESSAGES,
)
