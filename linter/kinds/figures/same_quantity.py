"""Quantities that the text gives twice, with different figures.

```yaml
id: same-quantity-same-figure
title: {zh: 同一数量前后应一致, en: one quantity has one figure}
kind: same-quantity
quantities:
  - 主动公开政府信息{figure}
  - (组织|开展)政务公开培训{figure}
units: [条, 次]
unless-clause: 通过|其中
severity: info
source: 常理推定（无明文规定）
```

Each pattern is a quantity of its own: `{figure}` stands for its figure with one of `units`, and all that it finds in
the report is compared, per unit. The first figure that differs from the one before is a finding. `unless`,
`unless-clause` and `times` pass over what is a part, a comparison or of another year, as in `claim`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.figures.stated_options import (
    READING_SCHEMA,
    STATED_PATTERN_SCHEMA,
    Reading,
    parse_reading,
    pattern_errors,
    sentence,
)
from linter.kinds.kind import Kind, OptionErrors
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.stated import Stated

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "quantities": {
            "type": "array",
            "items": STATED_PATTERN_SCHEMA,
            "minItems": 1,
            "uniqueItems": True,
            "description": "A pattern with {figure} for each quantity that a report has one figure of.",
        },
        **READING_SCHEMA,
    },
    "required": ["quantities"],
}


class Quantities(NamedTuple):
    """What is read; each pattern is a quantity."""

    reading: Reading


def parse(options: Mapping[str, Any], template: Template) -> Quantities:
    written = options["quantities"]
    errors = [
        error
        for index, pattern in enumerate(written)
        for error in pattern_errors(("quantities", index), pattern, figure=True)
    ]
    if errors:
        raise OptionErrors(errors)
    return Quantities(parse_reading(options, written, template))


def check(options: Quantities, report: BoundReport) -> Iterable[Outcome]:
    first: dict[tuple[int, str], Stated] = {}
    told: set[tuple[int, str]] = set()
    for found in options.reading.found(report):
        quantity = found.pattern, _unit(found, options.reading)
        before = first.get(quantity)
        if quantity in told or (before is not None and before.value == found.value):
            continue
        if options.reading.excuses(found, report.year):
            continue
        if before is None:
            first[quantity] = found
        else:
            told.add(quantity)
            yield _problem(before, found)


def _unit(found: Stated, reading: Reading) -> str:
    text = found.hit.passage.plain[found.start : found.end]
    return next((name for name, _ in reading.units if text.endswith(name)), "")


def _problem(before: Stated, found: Stated) -> Problem:
    message = Message("same-quantity.differs", {"before": sentence(before), "found": sentence(found)})
    return Problem(message, span=found.hit.passage.span(found.start, found.end), section=found.hit.section)


KIND: Kind[Quantities] = Kind(SCHEMA, parse, check)
