"""Sentences about work done that name another year than the one reported on: mostly last year's, left in the text.

```yaml
id: work-of-an-earlier-year
title: {zh: 工作情况应为报告年度的, en: the work reported is that of the year}
kind: work-year
side: earlier
max: 2
in: [overview]
pattern: (?:^|[。；：])(?P<year>20[0-9]{2})年，我[镇局][^。；]{0,40}(?:公开|收到)
unless: {sentence: 较|比}
severity: warning
source: 国办公开办函〔2021〕30号
```

`pattern` finds a statement about work done, with a group `year` (Arabic or Chinese digits); `side` says on which side
of the report's year it has to lie, `max` by how many years at the most. A sentence that names a third year is history;
one that names the report's own year compares, and so does one that a sentence about that year follows. What stands in
the marks of a title or in quotation marks is skipped, and so is a sentence in which `unless` is found. From four
statements about one year on, one finding gives their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import choice, excuses, pattern_with, whole
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport
from linter.model.span import Span
from linter.prose.patterns import Hit, hits
from linter.text.dates import YEAR, read_year, written_years
from linter.text.punctuation import CLAUSE, FULL_STOPS
from linter.text.quotations import is_quoted
from linter.text.sentences import LONGEST_SENTENCE, after_last, to_next

MANY = 4
"""Statements about one year from which on they have one cause."""

MOST_HITS = 200
"""Statements that are looked at: a report has a dozen."""

LONGEST_QUOTE = 30
"""Characters that a message quotes after what the pattern found, at the most."""


class WorkYear(InParts):
    """How a statement about work done is found, and which years it may not be about."""

    pattern = Option(pattern_with("year"), zh="带有 year 分组的模式。", en="An RE2 pattern with a group `year`.")
    side = Option(
        choice("earlier", "later"),
        zh="earlier：早于报告年度；later：晚于报告年度。",
        en="Years before the one reported on, or after it.",
    )
    max = Option(whole(1), zh="至多相差几年。", en="How many years away at the most.", default=1)
    unless = Option(
        excuses("sentence"),
        zh="符合这个模式的句子不计。",
        en="A pattern that excuses a sentence in which it is found.",
    )

    @property
    def steps(self) -> Iterable[int]:
        """The years as steps from the report's own."""
        sign = -1 if self.side == "earlier" else 1
        return (sign * step for step in range(1, self.max + 1))


def check(options: WorkYear, report: BoundReport) -> Iterable[Problem]:
    year = report.year
    if year is None:
        return
    wrong = {str(year + step) for step in options.steps}
    text = report.prose.joined(options.in_).text
    if not any(form in text for other in wrong for form in written_years(other)):
        return
    found: dict[str, list[Hit]] = {}
    for hit in islice(hits(options.pattern, report.prose, options.in_, options.unless.sentence), MOST_HITS):
        other = str(read_year(hit.text("year")))
        if other in wrong and not _has_its_place(hit, other, str(year)):
            found.setdefault(other, []).append(hit)
    for other, statements in found.items():
        yield from _problems(statements, other, str(year))


def _has_its_place(hit: Hit, other: str, year: str) -> bool:
    """Whether the statement is history, a comparison, or somebody else's words."""
    plain = hit.passage.plain
    position = hit.groups["year"][0]
    earliest, latest = max(position - LONGEST_SENTENCE, 0), min(hit.end + LONGEST_SENTENCE, len(plain))
    start = after_last(plain, FULL_STOPS, earliest, position)
    end = to_next(plain, FULL_STOPS, hit.end - 1, latest)
    named = set(YEAR.findall(plain, start, end)) - {other}
    follows = plain.startswith(written_years(year), end + 1)
    return bool(named) or follows or is_quoted(plain, position)


def _problems(statements: list[Hit], other: str, year: str) -> Iterator[Problem]:
    values: dict[str, Value] = {"other": other, "year": year}
    if len(statements) >= MANY:
        first = statements[0]
        message = Message("work-year.many", {**values, "seen": _quote(first), "count": len(statements)})
        yield Problem(message, span=_span(first), section=first.section)
        return
    for hit in statements:
        message = Message("work-year.other", {**values, "seen": _quote(hit)})
        yield Problem(message, span=_span(hit), section=hit.section)


def _quote(hit: Hit) -> str:
    """The statement from its year to the end of the clause."""
    plain, longest = hit.passage.plain, min(hit.end + LONGEST_QUOTE, len(hit.passage.plain))
    return hit.passage.quote(hit.groups["year"][0], to_next(plain, CLAUSE, hit.end, longest))


def _span(hit: Hit) -> Span:
    return hit.passage.span(hit.groups["year"][0], hit.end)


MESSAGES: Catalogue = {
    "work-year.other": Localised(
        zh="“{seen}”说的是 {other} 年的工作，报告年度为 {year} 年；请核对是否为沿用其他年度的文字",
        en="“{seen}” is about work done in {other}, but the report is for {year}; check whether it was left over from "
        "the report of another year",
    ),
    "work-year.many": Localised(
        zh="文中有 {count} 处说的是 {other} 年的工作（首处为“{seen}”），报告年度为 {year} 年；请核对报告年度和正文",
        en="the text is about work done in {other} in {count} places (first: “{seen}”), but the report is for {year}; "
        "check the year and the text",
    ),
}

KIND = Kind(
    __doc__,
    "写本年工作的句子没有写成其他年度，多半是上年留下的文字。pattern 查找写工作情况的句子，"
    "year 分组是年份（阿拉伯数字或汉字）；side 说在报告年度之前还是之后，max 说至多相差几年。"
    "提到第三个年度的句子是回顾；提到报告年度的句子，以及下一句以报告年度开头的，是比较；"
    "书名号和引号之内的，以及句子符合 unless 的，都不计。同一年度有四处以上的，合为一条并写明处数。",
    WorkYear,
    check,
    MESSAGES,
)
