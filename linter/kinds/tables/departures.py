"""The kinds that report how a table departs from its form, as its binding has found it: a table of them.

A rule of such a kind needs nothing but the misses of its sort; `tables` chooses among the tables.
"""

from __future__ import annotations

from linter.kinds.tables.misses import (
    collapsed,
    missed,
    rows_moved,
    unknown_row,
    unreadable,
)
from linter.model.message import Localised
from linter.model.report import MissKind

LABEL_SPELLING = missed(
    """Labels of rows, columns and blocks spelt as the form spells them.

```yaml
id: labels-spelt-right
title: {zh: 表格文字应与规定格式一致, en: the labels of the tables are spelt as in the form}
kind: label-spelling
severity: warning
source: 国办公开办函〔2021〕30号
```
""",
    "行名、列名和分块标题的文字与规定格式一致。同一处错字只报告一次。",
    {
        "label-spelling.misspelt": Localised(
            zh="“{seen}”应为“{expected}”",
            en="“{seen}” should read “{expected}”",
        ),
    },
    MissKind.LABEL_MISSPELT,
    say="label-spelling.misspelt",
)

LABEL_EDITION = missed(
    """Labels of this edition of the form, not of another.

```yaml
id: labels-of-this-edition
title: {zh: 表格文字应使用当年格式的表述, en: the labels are those of this edition of the form}
kind: label-edition
severity: warning
source: 国办公开办函〔2021〕30号
```
""",
    "表格文字使用本年度格式的表述，而不是其他年度格式的表述。",
    {
        "label-edition.outdated": Localised(
            zh="“{seen}”是另一年度格式的表述，当年格式为“{expected}”",
            en="“{seen}” is the label of another edition of the form; this year's is “{expected}”",
        ),
    },
    MissKind.LABEL_OUTDATED,
    say="label-edition.outdated",
)

KNOWN_ROWS = missed(
    """Rows that the form does not have.

```yaml
id: no-other-rows
title: {zh: 表格不应增加行, en: the tables have no rows of their own}
kind: known-rows
severity: info
source: 国办公开办函〔2021〕30号
```
""",
    "表中没有规定格式以外的行。",
    {
        "known-rows.unknown": Localised(
            zh="规定格式中没有“{seen}”这一行，请核对是否自行增加",
            en="the form has no row “{seen}”; check whether it was added",
        ),
        "known-rows.near": Localised(
            zh="规定格式中没有“{seen}”这一行，最接近的是“{expected}”，请核对",
            en="the form has no row “{seen}”; the nearest is “{expected}”",
        ),
        "known-rows.unlabelled": Localised(
            zh="有一行数字没有行名，无法确定属于哪一项，请补上行名",
            en="a row of figures has no label, so what it counts is unknown; add the label",
        ),
    },
    MissKind.ROW_UNKNOWN,
    say=unknown_row,
)

REQUIRED_ROWS = missed(
    """Rows that have to be there.

```yaml
id: rows-present
title: {zh: 表格各行应当齐全, en: the tables have all their rows}
kind: required-rows
severity: error
source: 国办公开办函〔2021〕30号
```

One finding for a table names all the rows that it lacks.
""",
    "表格各行齐全。一张表缺少的行合为一条。",
    {
        "required-rows.missing": Localised(
            zh="{table}缺少 {count} 行：{rows}；请按规定格式补齐",
            en="{count} row(s) missing in {table}: {rows}; add them as in the form",
        ),
    },
    MissKind.ROW_MISSING,
    together=True,
    say="required-rows.missing",
)

ROW_ORDER = missed(
    """Rows in the order of the form.

```yaml
id: rows-in-order
title: {zh: 表格各行应按规定顺序排列, en: rows are in the order of the form}
kind: row-order
severity: warning
source: 国办公开办函〔2021〕30号
```
""",
    "表格各行按规定格式的次序排列。",
    {
        "row-order.moved": Localised(zh="行的次序不对：{moved}", en="rows out of order: {moved}"),
        "row-order.after": Localised(zh="“{row}”应在“{before}”之后", en="“{row}” belongs after “{before}”"),
        "row-order.first": Localised(zh="“{row}”应为第一行", en="“{row}” should be the first row"),
    },
    MissKind.ROW_ORDER,
    together=True,
    say=rows_moved,
)

READABLE_ROWS = missed(
    """Rows whose figures can be told apart, column by column, and that stand once.

```yaml
id: rows-readable
title: {zh: 表格各行应当能够辨认, en: the figures of every row can be told apart}
kind: readable-rows
severity: warning
source: 国办公开办函〔2021〕30号
```
""",
    "每一行的数字都能对应到各列，并且没有出现两次。",
    {
        "readable-rows.unreadable": Localised(
            zh="{rows}行的数字无法对应到各列，请检查该行的单元格是否缺失或合并",
            en="the figures of row {rows} cannot be matched to columns; check whether cells are missing or merged",
        ),
        "readable-rows.several": Localised(
            zh="{table}有 {count} 行的数字无法对应到各列：{rows}；请检查这些行的单元格是否缺失或合并",
            en="the figures of {count} rows of {table} cannot be matched to columns: {rows}; check whether cells are "
            "missing or merged",
        ),
        "readable-rows.twice": Localised(
            zh="{rows}行出现两次且数字不同，请只保留正确的一行",
            en="row {rows} appears twice with different figures; keep the right one",
        ),
    },
    MissKind.ROW_UNREADABLE,
    MissKind.ROW_TWICE,
    by_sort=True,
    say=unreadable,
)

COLLAPSED_GROUP = missed(
    """Groups of rows whose figures stand in one row.

```yaml
id: groups-split-up
title: {zh: 分项应当分行填报, en: the rows of a group are filled in one by one}
kind: collapsed-group
severity: error
source: 国办公开办函〔2021〕30号
```
""",
    "一组行没有合并成一行填报。",
    {
        "collapsed-group.found": Localised(
            zh="“{group}”合并填成了一行，应分 {count} 行填报：{rows}",
            en="“{group}” is filled in as one row; split it into {count}: {rows}",
        ),
    },
    MissKind.GROUP_COLLAPSED,
    say=collapsed,
)

REQUIRED_CORNER = missed(
    """The words that the form prints over the row labels, such as the note on what must add up.

```yaml
id: note-in-the-header
title: {zh: 表头的勾稽关系说明应当保留, en: the header keeps its note on what must add up}
kind: required-corner
tables: [requests]
severity: info
source: 国办公开办函〔2021〕30号
```

A table of which no header row was found says nothing of its corner.
""",
    "规定格式印在行名之上的文字（如勾稽关系说明）保留在表头中。没有找到表头的表不作判断。",
    {
        "required-corner.missing": Localised(
            zh="{table}的表头缺少“{label}”；请补上",
            en="“{label}” is missing in the header of {table}; put it back",
        ),
    },
    MissKind.CORNER_MISSING,
    say="required-corner.missing",
)

REPEATED_TABLE = missed(
    """Tables that stand in the report twice: another one claims to be it, by its title, and has the same rows.

```yaml
id: tables-once
title: {zh: 每张表只出现一次, en: each table stands there once}
kind: repeated-table
severity: warning
source: 国办公开办函〔2021〕30号
```

The first is read. A table that goes on with other rows under the same title is no other table.
""",
    "一张表在报告中只出现一次。标题和行与前一张表相同的，只核对前一张。",
    {
        "repeated-table.twice": Localised(
            zh="{table}在此重复出现，没有核对；请删去多余的一张，或核对标题",
            en="{table} appears a second time here and was not read; remove it, or correct its title",
        ),
    },
    MissKind.TABLE_TWICE,
    say="repeated-table.twice",
)
