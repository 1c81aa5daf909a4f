"""A day that the report names and that has to lie within bounds, such as the day on which it is signed.

```yaml
id: published-in-time-by-departments
title: {zh: 部门应于次年1月31日前公布年度报告, en: departments publish by 31 January}
kind: date-range
fact: published
what: {zh: 落款日期, en: the date of the report}
years-later: 1
not-after: 01-31
advice: {zh: 部门应在1月31日前公布, en: departments have to publish it by 31 January}
agencies: [department, county-department]
severity: warning
source: 《政府信息公开条例》第四十九条
```

The bounds `not-before` and `not-after` are days of the year `years-later` years after the one reported on, both
included. Without bounds the rule asks only that the calendar has such a day; with bounds it leaves other days to
that rule. A report that names no day has nothing to check.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.agencies import AGENCIES_SCHEMA, Agencies, parse_agencies
from linter.kinds.kind import Kind, OptionError, OptionErrors
from linter.kinds.options import known_ids
from linter.kinds.text.prose_options import TEXT_SCHEMA, parse_text
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Localised, Message, Value
from linter.model.report import BoundReport, Fact
from linter.model.template import Template
from linter.text.dates import Day, read_day

_BOUND: Mapping[str, Any] = {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "fact": {"type": "string", "description": "The id of the fact, as under `facts` of the pack."},
        "what": {**TEXT_SCHEMA, "description": "What the day is called in messages."},
        "years-later": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9,
            "description": "How many years after the one reported on the bounds lie. Default: 0.",
        },
        "not-before": {**_BOUND, "description": "The first day allowed, month and day: 01-01."},
        "not-after": {**_BOUND, "description": "The last day allowed, month and day: 01-31."},
        "advice": {**TEXT_SCHEMA, "description": "Why another day is wrong, and what to do."},
        "agencies": AGENCIES_SCHEMA,
    },
    "required": ["fact", "what"],
}
_SOME_YEAR = 2023  # no leap year: a bound has to exist in every year

MonthDay = tuple[int, int]


class DateRange(NamedTuple):
    """The fact that names the day, and the bounds."""

    fact: str
    what: Localised
    years_later: int
    first: MonthDay | None
    last: MonthDay | None
    advice: Localised
    agencies: Agencies


def parse(options: Mapping[str, Any], template: Template) -> DateRange:
    fact = options["fact"]
    if fact not in template.facts:
        known_ids("fact", (fact,), template.facts, "option.unknown-fact")
    return DateRange(
        fact,
        parse_text(options["what"]),
        options.get("years-later", 0),
        _bound("not-before", options),
        _bound("not-after", options),
        parse_text(options.get("advice", {"zh": "", "en": ""})),
        parse_agencies(options, template),
    )


def _bound(key: str, options: Mapping[str, Any]) -> MonthDay | None:
    if key not in options:
        return None
    month, day = map(int, options[key].split("-"))
    if not Day(_SOME_YEAR, month, day).exists:
        raise OptionErrors([OptionError((key,), Message("option.no-such-day", {"day": options[key]}))])
    return month, day


def check(options: DateRange, report: BoundReport) -> Iterable[Outcome]:
    fact = report.facts.get(options.fact)
    day = read_day(fact.value) if fact else None
    if fact is None or day is None:
        return
    if options.first is None and options.last is None:
        if not day.exists:
            message = Message("date-range.no-such-day", {"what": options.what, "seen": fact.value})
            yield Problem(message, span=fact.span)
    elif day.exists and report.year is None:
        yield Undecided(Message("date-range.no-year", {"what": options.what}))
    elif day.exists and report.year is not None:
        problems = list(_out_of_bounds(options, fact, day, report.year + options.years_later))
        if problems:
            yield from options.agencies.judged(report, problems)


def _out_of_bounds(options: DateRange, fact: Fact, day: Day, year: int) -> Iterable[Problem]:
    values: dict[str, Value] = {"what": options.what, "seen": fact.value, "advice": options.advice}
    if options.first is not None and day < Day(year, *options.first):
        bound = _shown(Day(year, *options.first))
        yield Problem(Message("date-range.early", {**values, "bound": bound}), span=fact.span)
    elif options.last is not None and day > Day(year, *options.last):
        bound = _shown(Day(year, *options.last))
        yield Problem(Message("date-range.late", {**values, "bound": bound}), span=fact.span)


def _shown(day: Day) -> Message:
    return Message("date.day", {"year": str(day.year), "month": str(day.month), "day": str(day.day)})


KIND: Kind[DateRange] = Kind(SCHEMA, parse, check)
