"""Quantities that the text gives twice, with different figures.

```yaml
id: same-quantity-same-figure
title: {zh: 同一数量前后应一致, en: one quantity has one figure}
kind: same-quantity
quantities:
  - 主动公开政府信息{figure}
  - (组织|开展)政务公开培训{figure}
units: [条, 次]
unless: {clause: 通过|其中}
severity: info
source: 常理推定（无明文规定）
```

Each pattern is a quantity of its own: `{figure}` stands for its figure with one of `units`, and all that it finds in
the report is compared, per unit. The first figure that differs from the one before is a finding. `unless`
and `times` skip what is a part, a comparison or of another year, as in `claim`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.kinds.figures import stated_options
from linter.kinds.figures.stated_options import Reading, sentence, with_figure
from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionType, each
from linter.kinds.option_types import PATTERN
from linter.model.finding import Outcome, Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.stated import Stated


class Quantities(Reading):
    """What is read; each pattern is a quantity."""

    quantities = Option(
        OptionType(
            Localised("RE2 模式", "RE2 patterns"),
            {"type": "array", "items": PATTERN.schema, "minItems": 1, "uniqueItems": True},
            each(with_figure),
        ),
        zh="每种数量一个带 {figure} 的模式，同一数量在报告中只有一个数。",
        en="A pattern with {figure} for each quantity that a report has one figure of.",
    )

    def derived(self, _template: Template, /) -> Mapping[str, Any]:
        return {"patterns": self.quantities}


def check(options: Quantities, report: BoundReport) -> Iterable[Outcome]:
    first: dict[tuple[int, str], Stated] = {}
    reported: set[tuple[int, str]] = set()
    for found in options.found(report):
        quantity = found.pattern, _unit(found, options)
        before = first.get(quantity)
        if quantity in reported or (before is not None and before.value == found.value):
            continue
        if options.excuses(found, report):
            continue
        if before is None:
            first[quantity] = found
        else:
            reported.add(quantity)
            yield _problem(before, found)


def _unit(found: Stated, reading: Reading) -> str:
    text = found.hit.passage.plain[found.start : found.end]
    return next((name for name, _ in reading.units if text.endswith(name)), "")


def _problem(before: Stated, found: Stated) -> Problem:
    message = Message("same-quantity.differs", {"before": sentence(before), "found": sentence(found)})
    return Problem(message, span=found.hit.passage.span(found.start, found.end), section=found.hit.section)


MESSAGES: Catalogue = {
    **stated_options.MESSAGES,
    "same-quantity.differs": Localised(
        zh="同一数量前后不一致：“{before}”与“{found}”；请核对",
        en="one quantity has two figures: “{before}” and “{found}”; check which is right",
    ),
}

KIND = Kind(
    __doc__,
    "同一数量在报告中前后一致。每个模式是一种数量，{figure} 代表带有 units 中某个量词的数字；"
    "按量词比较报告中找到的所有数字，第一个与前面不同的是一条结果。unless 和 times 跳过部分数、"
    "比较和其他年度的数字，与 claim 相同。",
    Quantities,
    check,
    MESSAGES,
)
