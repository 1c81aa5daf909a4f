"""Things that a part of the report has to speak of.

```yaml
id: duties-of-governments
title: {zh: 应报告工作考核、社会评议和责任追究结果, en: 'assessment, public appraisal and accountability are reported'}
kind: required-mention
where: [overview, problems]
aspects:
  - {what: {zh: 工作考核, en: assessment}, pattern: 考核|考评}
  - {what: {zh: 社会评议, en: public appraisal}, pattern: 评议}
agencies: [township, county]
severity: warning
source: 政府信息公开条例第五十条第四项
```

One finding lists all that is not spoken of, at the heading of the first part. `if` is a pattern: only a report in
which it is found has to; `unless` one that excuses the report; `when` says of which figures it holds, as in
`requests.other_unpaid_fee.total > 0`. A report without any of the parts is undecided: that they are missing is another
rule's business.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.expressions.evaluate import Undetermined, decide
from linter.expressions.tree import Node
from linter.kinds.agencies import AGENCIES_SCHEMA, Agencies, parse_agencies
from linter.kinds.figures.amount import parse_condition
from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.text.prose_options import PARTS_SCHEMA, TEXT_SCHEMA, parse_parts, parse_text, part_names
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Localised, Message
from linter.model.prose import LEAD, Joined
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, compiled

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "where": PARTS_SCHEMA,
        "aspects": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"what": TEXT_SCHEMA, "pattern": PATTERN_SCHEMA},
                "required": ["what", "pattern"],
                "additionalProperties": False,
            },
            "description": "What has to be spoken of: a name for messages, and an RE2 pattern that shows it.",
        },
        "if": {**PATTERN_SCHEMA, "description": "An RE2 pattern: only where it is found does the rule apply."},
        "unless": {**PATTERN_SCHEMA, "description": "An RE2 pattern: where it is found, the rule does not apply."},
        "when": {
            "type": "string",
            "minLength": 1,
            "description": "A comparison of cells: only where it is true does the rule apply.",
        },
        "agencies": AGENCIES_SCHEMA,
    },
    "required": ["where", "aspects"],
}


class RequiredMention(NamedTuple):
    """What has to be spoken of, and in which parts of the report."""

    parts: tuple[str, ...]
    aspects: tuple[tuple[Localised, str], ...]
    condition: str = ""
    unless: str = ""
    agencies: Agencies = Agencies()
    when: Node | None = None


def parse(options: Mapping[str, Any], template: Template) -> RequiredMention:
    return RequiredMention(
        parse_parts(options, template),
        tuple((parse_text(aspect["what"]), aspect["pattern"]) for aspect in options["aspects"]),
        options.get("if", ""),
        options.get("unless", ""),
        parse_agencies(options, template),
        parse_condition(options["when"], ("when",), template) if "when" in options else None,
    )


def check(options: RequiredMention, report: BoundReport) -> Iterable[Outcome]:
    joined = report.prose.joined(options.parts)
    sections = [section for section in report.sections if section.spec.id in options.parts]
    if not sections and not joined.text:
        names = part_names(report.template, options.parts)
        yield Undecided(Message("required-mention.no-part", {"parts": names}))
        return
    missing = tuple(what for what, pattern in options.aspects if compiled(pattern).search(joined.encoded) is None)
    if not missing or not _applies(options, joined):
        return
    truth = True if options.when is None else decide(options.when, report.cell)
    if isinstance(truth, Undetermined):
        cells = quoted(dict.fromkeys(operand.name for operand in truth.missing))
        yield Undecided(Message("required-mention.no-figure", {"cells": cells}))
    if truth is not True:
        return
    span = sections[0].heading.span if sections else joined.passages[0].text.span
    problem = Problem(_message(options, report, missing), span=span, section=sections[0].spec.id if sections else None)
    yield from options.agencies.judged(report, [problem])


def _message(options: RequiredMention, report: BoundReport, missing: tuple[Localised, ...]) -> Message:
    """What is missing, and where; of a rule that looks at the introduction too, anywhere would do."""
    if LEAD in options.parts:
        return Message("required-mention.missing-anywhere", {"missing": missing})
    there = tuple(section.spec.id for section in report.sections if section.spec.id in options.parts)
    names = part_names(report.template, there or options.parts)
    return Message("required-mention.missing", {"parts": names, "missing": missing})


def _applies(options: RequiredMention, joined: Joined) -> bool:
    if options.condition and compiled(options.condition).search(joined.encoded) is None:
        return False
    return not options.unless or compiled(options.unless).search(joined.encoded) is None


KIND: Kind[RequiredMention] = Kind(SCHEMA, parse, check)
