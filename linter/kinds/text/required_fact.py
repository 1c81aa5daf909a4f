"""Something that a report has to say of itself.

```yaml
id: year-stated
title: {zh: 应写明报告年度, en: the report states its year}
kind: required-fact
fact: year
what: {zh: 报告年度, en: the year that it reports on}
severity: warning
source: 国办公开办函〔2021〕30号
```
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import known_ids
from linter.model.finding import Problem
from linter.model.message import Localised, Message
from linter.model.report import BoundReport
from linter.model.template import Template

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "fact": {"type": "string", "description": "The id of the fact, as under `facts` of the pack."},
        "what": {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "required": ["zh", "en"],
            "additionalProperties": False,
            "description": "What the fact is called in messages.",
        },
    },
    "required": ["fact", "what"],
}


class RequiredFact(NamedTuple):
    """The fact that must be stated, and what it is called."""

    fact: str
    what: Localised


def parse(options: Mapping[str, Any], template: Template) -> RequiredFact:
    fact = options["fact"]
    if fact not in template.facts:
        known_ids("fact", (fact,), template.facts, "option.unknown-fact")
    return RequiredFact(fact, Localised(options["what"]["zh"], options["what"]["en"]))


def check(options: RequiredFact, report: BoundReport) -> Iterable[Problem]:
    if options.fact not in report.facts:
        yield Problem(Message("required-fact.missing", {"what": options.what}), span=report.start)


KIND: Kind[RequiredFact] = Kind(SCHEMA, parse, check)
