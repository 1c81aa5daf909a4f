"""Figures that must add up.

```yaml
id: requests-balance
title: {zh: 新收加上年结转应等于办理总计加结转下年, en: received plus carried in equals processed plus carried out}
kind: equation
for-each: requests.columns
check: new_received + carried_in == processed_total + carried_out
severity: error
source: 表三表头注；国办公开办函〔2021〕30号
```

Each column or row in which it fails is one finding. Those that cannot be worked out are undecided, together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.expressions.linear import linear
from linter.kinds.figures.relation import SCHEMA, Relation, cells, check, needs_previous
from linter.kinds.figures.relation import parse as parse_relation
from linter.kinds.kind import Kind, OptionError, OptionErrors
from linter.model.message import Message
from linter.model.template import Template


def parse(options: Mapping[str, Any], template: Template) -> Relation:
    relation = parse_relation(options, template)
    form = linear(relation.instances[0].check)
    if form is None or form.operator != "==":
        raise OptionErrors([OptionError(("check",), Message("equation.no-equation", {"check": relation.text}))])
    return relation


KIND: Kind[Relation] = Kind(SCHEMA, parse, check, cells, needs_previous)
