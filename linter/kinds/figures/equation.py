"""Figures that must add up.

```yaml
id: requests-balance
title: {zh: 新收加上年结转应等于办理总计加结转下年, en: new + brought forward should equal completed + carried forward}
kind: equation
for-each: requests.columns
check: new_received + carried_in == processed_total + carried_out
severity: error
source: 表三表头注；国办公开办函〔2021〕30号
```

Each column or row in which it fails is one finding. Those that cannot be calculated are undecided, together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.expressions.linear import linear
from linter.kinds.figures.relation import Relation, cells, check, needs_previous
from linter.kinds.figures.relation_messages import MESSAGES as OF_RELATIONS
from linter.kinds.kind import Kind
from linter.kinds.option import OptionError, OptionErrors
from linter.model.message import Catalogue, Localised, Message
from linter.model.template import Template


class Equality(Relation):
    """Two sums that must be equal."""

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        derived = super().derived(template)
        form = linear(derived["instances"][0].check)
        if form is None or form.operator != "==":
            raise OptionErrors([OptionError(("check",), Message("equation.no-equation", {"check": self.check}))])
        return derived


MESSAGES: Catalogue = {
    **OF_RELATIONS,
    "equation.no-equation": Localised(
        zh="“{check}”不是等式：应为两个和用 == 相连；其他比较请用 kind: comparison",
        en="“{check}” is no equation: write two sums with == between them, or use kind: comparison",
    ),
}

KIND = Kind(
    __doc__,
    "必须相等的数字：两个和用 == 相连。每个不相等的列或行是一条结果；缺少数字而无法计算的，合为一条“无法判断”。",
    Equality,
    check,
    MESSAGES,
    cells,
    needs_previous,
)
