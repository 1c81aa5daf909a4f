"""What a report calls its own agency: a town is not 本局, and a bureau not 我镇.

```yaml
id: self-names-fit
title: {zh: 自称应与本机关一致, en: the report calls its agency what it is}
kind: self-name
names:
  - {pattern: '[本我]镇', fits: 镇}
  - {pattern: '[本我]局', fits: 局|队|中心}
severity: warning
source: 各地通报的常见差错
```

`fits` is held against the name of the agency. Words in book-title marks or quotation marks are another's. Each name is
one finding, at its first place.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Message, Value
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, Hit, compiled, hits
from linter.text.quotations import is_quoted

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "names": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "pattern": {**PATTERN_SCHEMA, "description": "An RE2 pattern: the self-name, or its group `name`."},
                    "fits": {
                        **PATTERN_SCHEMA,
                        "description": "An RE2 pattern on the name of an agency it is right for.",
                    },
                },
                "required": ["pattern", "fits"],
                "additionalProperties": False,
            },
            "description": "Self-names, each with the names of the agencies that may call themselves so.",
        },
        "unless": UNLESS_SCHEMA,
        "where": PARTS_SCHEMA,
    },
    "required": ["names"],
}


class SelfNames(NamedTuple):
    """Patterns of self-names with patterns of the agencies that they fit."""

    names: tuple[tuple[str, str], ...]
    parts: tuple[str, ...] = ()
    unless: str = ""


def parse(options: Mapping[str, Any], template: Template) -> SelfNames:
    names = tuple((name["pattern"], name["fits"]) for name in options["names"])
    return SelfNames(names, parse_parts(options, template), options.get("unless", ""))


def check(options: SelfNames, report: BoundReport) -> Iterable[Outcome]:
    organisation = report.organisation
    foreign = tuple(
        pattern for pattern, fits in options.names if organisation is None or not compiled(fits).search(organisation)
    )
    if not foreign or not any(hits(_any_of(foreign), report.prose, options.parts)):
        return
    for pattern in foreign:
        for words, found in _by_words(pattern, options, report).items():
            if organisation is None:
                yield Undecided(Message("self-name.unknown", {"seen": words}))
                continue
            values: dict[str, Value] = {"seen": words, "organisation": organisation, "count": len(found)}
            key = "self-name.other" if len(found) == 1 else "self-name.other-often"
            yield Problem(Message(key, values), span=found[0].span, section=found[0].section)


@lru_cache(maxsize=64)
def _any_of(patterns: tuple[str, ...]) -> str:
    """One pattern for all: most reports have none of these names, and are searched once."""
    return "|".join(f"(?:{pattern})" for pattern in patterns).replace("(?P<name>", "(")


def _by_words(pattern: str, options: SelfNames, report: BoundReport) -> Mapping[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in _names(pattern, options, report):
        found.setdefault(hit.quote, []).append(hit)
    return found


def _names(pattern: str, options: SelfNames, report: BoundReport) -> Iterator[Hit]:
    for hit in hits(pattern, report.prose, options.parts, options.unless):
        start, end = hit.groups.get("name", (hit.start, hit.end))
        if not is_quoted(hit.passage.plain, start):
            yield hit._replace(start=start, end=end)


KIND: Kind[SelfNames] = Kind(SCHEMA, parse, check)
