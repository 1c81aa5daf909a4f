"""Figures that must compare: one not more than another, none without the other.

```yaml
id: purchases-have-an-amount
title: {zh: 采购项目与采购金额应同时为零或同时大于零, en: purchases and their amount are both zero or both not}
kind: comparison
for-each: proactive.rows
only: [procurement]
check: (projects > 0) == (amount > 0)
severity: warning
source: 常理推定
```

The same as `equation`, with any comparison, and `and`, `or`, `not` between comparisons.
"""

from __future__ import annotations

from linter.kinds.figures.relation import Relation, cells, check, needs_previous
from linter.kinds.figures.relation_messages import MESSAGES
from linter.kinds.kind import Kind

KIND = Kind(
    __doc__,
    "必须成立的数字关系：一个数不大于另一个，一个为零时另一个也为零。与 equation 相同，但可以用任何比较，"
    "比较之间可以用 and、or、not。",
    Relation,
    check,
    MESSAGES,
    cells,
    needs_previous,
)
