"""A place that names the year reported on, such as the title: it has to be the report's own year.

```yaml
id: title-year
title: {zh: 标题中的年度应与报告年度一致, en: the title names the year reported on}
kind: stated-year
where: [title]
pattern: (?P<year>20[0-9]{2})年度?[^，。；0-9]{0,40}信息公开
severity: error
source: 《政府信息公开条例》第四十九条
```

`pattern` has a group `year`. Where it is found several times, one right year is enough; a sentence that holds `unless`
is passed over. The report's year is the one that it states first, or the one that was given with the command.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts, required_groups
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, hits
from linter.text.dates import read_year

MOST_HITS = 100
"""Places that are looked at: a title has one or two."""

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pattern": {**PATTERN_SCHEMA, "description": "An RE2 pattern with a group `year`."},
        "where": PARTS_SCHEMA,
        "unless": UNLESS_SCHEMA,
    },
    "required": ["pattern", "where"],
}


class StatedYear(NamedTuple):
    """How the year is found, and where."""

    pattern: str
    parts: tuple[str, ...]
    unless: str = ""


def parse(options: Mapping[str, Any], template: Template) -> StatedYear:
    required_groups("pattern", options, "year")
    return StatedYear(options["pattern"], parse_parts(options, template), options.get("unless", ""))


def check(options: StatedYear, report: BoundReport) -> Iterable[Problem]:
    if report.year is None:
        return
    found = list(islice(hits(options.pattern, report.prose, options.parts, options.unless), MOST_HITS))
    if found and all(read_year(hit.text("year")) != report.year for hit in found):
        hit = found[0]
        values = {"seen": hit.quote, "stated": hit.text("year"), "year": str(report.year)}
        yield Problem(Message("stated-year.other", values), span=hit.passage.span(*hit.groups["year"]))


KIND: Kind[StatedYear] = Kind(SCHEMA, parse, check)
