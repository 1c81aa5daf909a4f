"""The kinds that report how the columns of a table depart from its form, as its binding has found it."""

from __future__ import annotations

from linter.kinds.tables.misses import columns_missing, columns_moved, lacking, missed
from linter.model.message import Localised
from linter.model.report import MissKind

REQUIRED_COLUMNS = missed(
    """Columns that have to be there, in every row.

```yaml
id: columns-present
title: {zh: 表格各列应当齐全, en: the tables have all their columns}
kind: required-columns
severity: error
source: 国办公开办函〔2021〕30号
```

One finding for a table names the columns that are lacking and the rows that lack them.
""",
    "表格各列齐全，每一行都有。一张表缺少的列合为一条，并写明缺列的行。",
    {
        "required-columns.missing": Localised(
            zh="{table}缺少{columns}列，请按规定格式补齐",
            en="column(s) missing in {table}: {columns}; add them as in the form",
        ),
        "required-columns.missing-in-rows": Localised(
            zh="{table}有 {count} 行缺少{columns}列：{rows}；请补填",
            en="column(s) {columns} missing in {count} row(s) of {table}: {rows}; fill them in",
        ),
    },
    MissKind.COLUMN_MISSING,
    together=True,
    say=columns_missing,
    cells=lacking,
)

COLUMN_ORDER = missed(
    """Columns in the order of the form, as their labels in the header have them.

```yaml
id: columns-in-order
title: {zh: 表格各列应按规定顺序排列, en: columns are in the order of the form}
kind: column-order
severity: warning
source: 国办公开办函〔2021〕30号
```

Columns in another order are read by their labels. Where these leave open which column is which, as where two labels
are exchanged and the figures may be or not, the figures of these columns are not read.
""",
    "表头中的列名按规定格式的次序排列。次序不同的，按列名读取；从列名看不出哪一列是哪一项的（如两个列名对调，数字是否对调不明），"
    "这些列的数字不读取。",
    {
        "column-order.moved": Localised(
            zh="{table}的列次序与规定格式不同，从“{seen}”起：{columns}；请调回规定的位置（本次按列名读取数字）",
            en="columns of {table} are out of order from “{seen}” on: {columns}; move them back (their figures were "
            "read by the labels)",
        ),
        "column-order.unclear": Localised(
            zh="{table}的表头从“{seen}”起与规定格式对不上，分不清哪一列是{columns}，这些列的数字没有核对；请对照规定格式改正列名，"
            "并检查数字是否填在本列",
            en="from “{seen}” on, the header of {table} does not say which column is {columns}, so their figures were "
            "not checked; correct the labels, and check that each figure is in its column",
        ),
    },
    MissKind.COLUMN_ORDER,
    MissKind.COLUMNS_UNCLEAR,
    say=columns_moved,
)

KNOWN_COLUMNS = missed(
    """Columns that the form does not have.

```yaml
id: no-other-columns
title: {zh: 表格不应增加列, en: the tables have no columns of their own}
kind: known-columns
severity: info
source: 国办公开办函〔2021〕30号
```
""",
    "表中没有规定格式以外的列。",
    {
        "known-columns.unknown": Localised(
            zh="规定格式中没有“{seen}”这一列，该列没有核对；请核对是否自行增加",
            en="the form has no column “{seen}”, which was not read; check whether it was added",
        ),
    },
    MissKind.COLUMN_UNKNOWN,
    say="known-columns.unknown",
)
