"""The period that the figures cover, where the report states it: the whole of the year reported on, and written right.

```yaml
id: statistics-period
title: {zh: 统计期限应为报告年度全年, en: the figures cover the whole of the year reported on}
kind: statistics-period
where: [lead, overview]
pattern: 统计[^。；0-9]{0,20}(?P<period>20[0-9]{2}年[^。；]{0,30})
right: (?P<first>20[0-9]{2})年1月1日起?至(同年|(?P<last>20[0-9]{2})年)?12月31日
severity: error
source: DB51/T 2660—2019（2.1）
```

`pattern` finds the statement, its group `period` the days; `right` is how they are written, with groups `first` and
`last` for the years, of which `last` may be left out. Another year is of the severity of the rule; days that are no
whole year or are miswritten are a warning.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts, required_groups
from linter.model.finding import Problem, Severity
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, Hit, compiled, hits
from linter.text.dates import FOUR_DIGITS

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pattern": {**PATTERN_SCHEMA, "description": "An RE2 pattern with a group `period`: the days as stated."},
        "right": {
            **PATTERN_SCHEMA,
            "description": "An RE2 pattern for days that make a whole year, with groups `first` and `last` for years.",
        },
        "where": PARTS_SCHEMA,
        "unless": UNLESS_SCHEMA,
    },
    "required": ["pattern", "right"],
}

MOST_HITS = 100
"""Statements that are looked at: a report has one or two."""


class Period(NamedTuple):
    """How the period is found and how it is written."""

    pattern: str
    right: str
    parts: tuple[str, ...] = ()
    unless: str = ""


def parse(options: Mapping[str, Any], template: Template) -> Period:
    required_groups("pattern", options, "period")
    required_groups("right", options, "first", "last")
    return Period(options["pattern"], options["right"], parse_parts(options, template), options.get("unless", ""))


def check(options: Period, report: BoundReport) -> Iterable[Problem]:
    if report.year is None:
        return
    seen: set[str] = set()
    for hit in islice(hits(options.pattern, report.prose, options.parts, options.unless), MOST_HITS):
        problem = _judge(options, hit, str(report.year))
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


KIND: Kind[Period] = Kind(SCHEMA, parse, check)
