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

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.agencies import OfAgencies
from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionError, OptionErrors, OptionType
from linter.kinds.option_types import FACT, TEXT, whole
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport, Fact
from linter.model.template import Template
from linter.text.dates import Day, read_day

_SOME_YEAR = 2023  # no leap year: a bound has to exist in every year

MonthDay = tuple[int, int]


def _day_of_every_year(written: str, _template: Template) -> MonthDay:
    month, day = map(int, written.split("-"))
    if not Day(_SOME_YEAR, month, day).exists:
        raise OptionErrors([OptionError((), Message("option.no-such-day", {"day": written}))])
    return month, day


_BOUND = OptionType(
    Localised("月-日", "month-day"), {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}, _day_of_every_year
)


class DateRange(OfAgencies):
    """The fact that names the day, and the bounds."""

    fact = Option(FACT, zh="事实的编号，见规则包的 facts。", en="The id of the fact, as under `facts` of the pack.")
    what = Option(TEXT, zh="这个日期在结果中的称呼。", en="What the day is called in messages.", required=True)
    years_later = Option(
        whole(0, 9),
        zh="界限在报告年度之后第几年。",
        en="How many years after the one reported on the bounds lie.",
        default=0,
    )
    not_before = Option(
        _BOUND, zh="最早的日期，月和日，如 01-01。", en="The first day allowed, month and day: 01-01.", default=None
    )
    not_after = Option(
        _BOUND, zh="最晚的日期，月和日，如 01-31。", en="The last day allowed, month and day: 01-31.", default=None
    )
    advice = Option(TEXT, zh="为什么别的日期不对，应当怎么办。", en="Why another day is wrong, and what to do.")


def check(options: DateRange, report: BoundReport) -> Iterable[Outcome]:
    fact = report.facts.get(options.fact)
    day = read_day(fact.value) if fact else None
    if fact is None or day is None:
        return
    if options.not_before is None and options.not_after is None:
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
    if options.not_before is not None and day < Day(year, *options.not_before):
        bound = _shown(Day(year, *options.not_before))
        yield Problem(Message("date-range.early", {**values, "bound": bound}), span=fact.span)
    elif options.not_after is not None and day > Day(year, *options.not_after):
        bound = _shown(Day(year, *options.not_after))
        yield Problem(Message("date-range.late", {**values, "bound": bound}), span=fact.span)


def _shown(day: Day) -> Message:
    return Message("date-range.day", {"year": str(day.year), "month": str(day.month), "day": str(day.day)})


MESSAGES: Catalogue = {
    "date-range.day": Localised(zh="{year}年{month}月{day}日", en="{year}/{month}/{day}"),
    "date-range.early": Localised(
        zh="{what}为“{seen}”，早于{bound}：{advice}", en="{what} is “{seen}”, before {bound}: {advice}"
    ),
    "date-range.late": Localised(
        zh="{what}为“{seen}”，晚于{bound}：{advice}", en="{what} is “{seen}”, after {bound}: {advice}"
    ),
    "date-range.no-such-day": Localised(
        zh="{what}为“{seen}”，日历上没有这一天，请核对", en="{what} is “{seen}”, which is not a valid date; correct it"
    ),
    "date-range.no-year": Localised(
        zh="不知道报告年度，无法核对{what}", en="the year reported on is not known, so {what} was not checked"
    ),
    "option.no-such-day": Localised(
        zh="不是每年都有“{day}”这一天；请写月和日，如 01-31",
        en="not every year has a day “{day}”; give a month and a day, such as 01-31",
    ),
}

KIND = Kind(
    __doc__,
    "报告写明的某个日期（如落款日期）在规定的界限之内。"
    "not-before 和 not-after 是报告年度之后第 years-later 年的月和日，都含当天。没有界限时，"
    "只检查日历上有没有这一天；有界限时，没有的日子由那样的规则检查。报告没有写日期的，不作检查。",
    DateRange,
    check,
    MESSAGES,
)
