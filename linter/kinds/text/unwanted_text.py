"""Words that have no place in a report: what a template tells its users, leftovers, a law that is no longer in force.

```yaml
id: no-template-instructions
title: {zh: 模板说明文字应当删去, en: the template's instructions are taken out}
kind: unwanted-text
pattern: 该部分以表格形式报告|此处填写
advice: {zh: 这是模板里的填写说明，请删去, en: this is an instruction of the template; take it out}
severity: error
source: 国办公开办函〔2021〕30号
```

`where` names the parts that are looked at (ids of sections; `title`, `lead` before the first section, `other` behind
the last), `unless` a pattern that excuses a sentence, `unless-report` one that excuses the report wherever it stands,
`agencies` the kinds of agency. With `once`, only the first place is a finding. With `as-printed`, the text is searched
with its white space and asterisks. A group `quote` in the pattern is what the finding points at, where that is not the
whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.agencies import AGENCIES_SCHEMA, Agencies, parse_agencies
from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, TEXT_SCHEMA, parse_parts, parse_text
from linter.model.finding import Outcome, Problem
from linter.model.message import Localised, Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, Hit, hits

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "pattern": PATTERN_SCHEMA,
        "advice": TEXT_SCHEMA,
        "where": PARTS_SCHEMA,
        "unless": UNLESS_SCHEMA,
        "unless-report": {
            **PATTERN_SCHEMA,
            "description": "An RE2 pattern: where it is found anywhere in the report, all is well.",
        },
        "agencies": AGENCIES_SCHEMA,
        "as-printed": {
            "type": "boolean",
            "description": "Whether white space and asterisks are left in. Default: false.",
        },
        "once": {"type": "boolean", "description": "Whether only the first place is reported. Default: false."},
    },
    "required": ["pattern", "advice"],
}


class UnwantedText(NamedTuple):
    """What is looked for, where, and what to do about it."""

    pattern: str
    advice: Localised
    parts: tuple[str, ...] = ()
    unless: str = ""
    unless_report: str = ""
    agencies: Agencies = Agencies()
    once: bool = False
    as_printed: bool = False


def parse(options: Mapping[str, Any], template: Template) -> UnwantedText:
    return UnwantedText(
        options["pattern"],
        parse_text(options["advice"]),
        parse_parts(options, template),
        options.get("unless", ""),
        options.get("unless-report", ""),
        parse_agencies(options, template),
        bool(options.get("once", False)),
        bool(options.get("as-printed", False)),
    )


def check(options: UnwantedText, report: BoundReport) -> Iterable[Outcome]:
    found = list(_found(options, report))
    if found:
        yield from options.agencies.judged(report, (_problem(hit, options.advice) for hit in found))


def _found(options: UnwantedText, report: BoundReport) -> Iterator[Hit]:
    seen: set[str] = set()
    prose = report.prose.as_printed if options.as_printed else report.prose
    for hit in hits(options.pattern, prose, options.parts, options.unless):
        if options.unless_report and any(hits(options.unless_report, report.prose)):
            return
        start, end = hit.groups.get("quote", (hit.start, hit.end))
        quoted = hit._replace(start=start, end=end)
        if quoted.quote not in seen:
            seen.add(quoted.quote)
            yield quoted
        if options.once:
            return


def _problem(hit: Hit, advice: Localised) -> Problem:
    message = Message("unwanted-text.found", {"seen": hit.quote, "advice": advice})
    return Problem(message, span=hit.span, section=hit.section)


KIND: Kind[UnwantedText] = Kind(SCHEMA, parse, check)
