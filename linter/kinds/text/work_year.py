"""Sentences about work done that name another year than the one reported on: mostly last year's, left in the text.

```yaml
id: work-of-an-earlier-year
title: {zh: 工作情况应为报告年度的, en: the work reported is that of the year}
kind: work-year
years: earlier
farthest: 2
where: [overview]
pattern: (?:^|[。；：])(?P<year>20[0-9]{2})年，我[镇局][^。；]{0,40}(?:公开|收到)
unless: 较|比
severity: warning
source: 国办公开办函〔2021〕30号
```

`pattern` finds a statement about work done, with a group `year` (Arabic or Chinese digits); `years` says on which side
of the report's year it has to lie, `farthest` by how many years at the most. A sentence that names a third year is
history; one that names the report's own year compares, and so does one that a sentence about that year follows. What
stands in the marks of a title or in quotation marks is passed over, and so is a sentence that holds `unless`.
From four statements about one year on, one finding gives their number.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts, required_groups
from linter.model.finding import Problem
from linter.model.message import Message, Value
from linter.model.report import BoundReport
from linter.model.span import Span
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, Hit, hits
from linter.text.dates import YEAR, read_year, written_years
from linter.text.punctuation import CLAUSE, FULL_STOPS
from linter.text.quotations import is_quoted
from linter.text.sentences import LONGEST_SENTENCE, after_last, to_next

EARLIER, LATER = "earlier", "later"
MANY = 4
"""Statements about one year from which on they have one cause."""

MOST_HITS = 200
"""Statements that are looked at: a report has a dozen."""

LONGEST_QUOTE = 30
"""Characters that a message quotes behind what the pattern found, at the most."""

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pattern": {**PATTERN_SCHEMA, "description": "An RE2 pattern with a group `year`."},
        "years": {"enum": [EARLIER, LATER], "description": "Years before the one reported on, or after it."},
        "farthest": {"type": "integer", "minimum": 1, "description": "How many years away at the most. Default: 1."},
        "where": PARTS_SCHEMA,
        "unless": UNLESS_SCHEMA,
    },
    "required": ["pattern", "years"],
}


class WorkYear(NamedTuple):
    """How a statement about work done is found, and which years it may not be about: steps from the report's own."""

    pattern: str
    steps: tuple[int, ...]
    parts: tuple[str, ...] = ()
    unless: str = ""


def parse(options: Mapping[str, Any], template: Template) -> WorkYear:
    required_groups("pattern", options, "year")
    sign = -1 if options["years"] == EARLIER else 1
    steps = tuple(sign * step for step in range(1, options.get("farthest", 1) + 1))
    return WorkYear(options["pattern"], steps, parse_parts(options, template), options.get("unless", ""))


def check(options: WorkYear, report: BoundReport) -> Iterable[Problem]:
    year = report.year
    if year is None:
        return
    wrong = {str(year + step) for step in options.steps}
    text = report.prose.joined(options.parts).text
    if not any(form in text for other in wrong for form in written_years(other)):
        return
    found: dict[str, list[Hit]] = {}
    for hit in islice(hits(options.pattern, report.prose, options.parts, options.unless), MOST_HITS):
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


KIND: Kind[WorkYear] = Kind(SCHEMA, parse, check)
