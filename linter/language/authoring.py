"""Texts of the commands for those who write packs, looked up when one is needed."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

HELP: Mapping[str, Localised] = {
    "cli.rules.new": Localised(
        zh="从几份报告归纳出一个新的规则包：部分、表格，以及每份报告中都成立的加总关系。",
        en="Make a new pack from reports: their sections and tables, and the sums that hold in all of them.",
    ),
    "cli.rules.new.from": Localised(
        zh="同一种报告，每份一个文件；也可以是装有这些报告的文件夹。", en="Reports of one kind, or a folder of them."
    ),
    "cli.rules.new.more": Localised(zh="更多报告。", en="More reports."),
    "cli.rules.new.output": Localised(
        zh="新规则包的文件夹。默认：当前文件夹下的 new-pack。", en="Folder of the new pack. Default: new-pack."
    ),
    "cli.rules.new.force": Localised(
        zh="文件夹里已有规则包时，覆盖其中的 pack.yaml 和 rules.yaml。",
        en="Replace pack.yaml and rules.yaml where the folder has them.",
    ),
    "cli.rules.trace": Localised(
        zh="显示报告的各部分、各表、各行、各列是怎样找到的，没有找到的为什么没有找到。",
        en="Show how each section, table, row and column of a report was found, or why not.",
    ),
    "cli.rules.trace.file": Localised(zh="一份报告。", en="One report."),
    "cli.rules.trace.html": Localised(
        zh="写成网页：左边是说明，右边是报告。", en="Write a web page: what was found, beside the draft."
    ),
    "cli.rules.trace.force": Localised(zh="覆盖已有的网页。", en="Replace a page that exists."),
}

TRACE: Mapping[str, Localised] = {
    "trace.section": Localised(zh="部分", en="section"),
    "trace.heading": Localised(zh="标题", en="heading"),
    "trace.table": Localised(zh="表", en="table"),
    "trace.row": Localised(zh="行", en="row"),
    "trace.column": Localised(zh="列", en="column"),
    "trace.other": Localised(zh="其他", en="also"),
    "trace.section-exact": Localised(zh="标题“{title}”与模板相同", en="found by its title, {title}"),
    "trace.section-similar": Localised(
        zh="标题“{title}”与模板不同，凭关键词和次序认出",
        en="found by words of it and by its order; its title is worded otherwise: {title}",
    ),
    "trace.section-lost": Localised(
        zh="没有找到：没有一行与 {titles} 相同或相近", en="not found: no line is like any of {titles}"
    ),
    "trace.no-section": Localised(zh="不属于模板的任何部分", en="belongs to no section of the template"),
    "trace.by-title": Localised(
        zh="凭表上方的文字找到，共 {pieces} 段（{section}）",
        en="found by the line above it; pieces: {pieces}; under {section}",
    ),
    "trace.by-header": Localised(
        zh="凭表头找到，共 {pieces} 段（{section}）", en="found by its header; pieces: {pieces}; under {section}"
    ),
    "trace.by-labels": Localised(
        zh="凭各行的标签找到，共 {pieces} 段（{section}）",
        en="found by the labels of its rows; pieces: {pieces}; under {section}",
    ),
    "trace.table-no-title": Localised(
        zh="没有找到：没有一张表的上方有以 {pattern} 开头的一行",
        en="not found: above no table is a line that begins with {pattern}",
    ),
    "trace.table-no-section": Localised(
        zh="没有找到：它所在的部分 {section} 没有找到", en="not found: its section, {section}, was not found"
    ),
    "trace.table-no-header": Localised(
        zh="没有找到：没有一张表的表头有 {labels}", en="not found: no table has {labels} in its header"
    ),
    "trace.table-no-labels": Localised(
        zh="没有找到：没有一张表有 {labels} 这样的行", en="not found: no table has rows such as {labels}"
    ),
    "trace.row-read": Localised(
        zh="读到 {of} 格中的 {read} 格，有内容的 {filled} 格", en="read {read} of {of} cells; filled in: {filled}"
    ),
    "trace.column-read": Localised(zh="{of} 行中读到 {read} 行", en="read in {read} of {of} rows"),
    "trace.row-twice": Localised(
        zh="没有读：同一行印了两次，数字不同", en="not read: it stands there twice, with different figures"
    ),
    "trace.row-unreadable": Localised(
        zh="没有读：认出了这一行，但分不清哪个数字属于哪一列",
        en="not read: the row was recognised, but not which figure belongs to which column",
    ),
    "trace.group-collapsed": Localised(
        zh="没有读：整组的数字写在一行里", en="not read: the figures of its group stand in one row"
    ),
    "trace.row-missing": Localised(zh="没有找到：没有一行有这个标签", en="not found: no row has its label"),
    "trace.columns-unclear": Localised(
        zh="没有读：从表头看不出哪一列是哪一列", en="not read: the header does not say which column is which"
    ),
    "trace.column-missing": Localised(zh="没有找到：没有一列有这个标签", en="not found: no column has its label"),
    "trace.nothing-bound": Localised(zh="没有读到数字", en="no figure was read"),
    "trace.row-unknown": Localised(
        zh="表里有这一行数字，模板没有", en="a row with figures that the template does not have"
    ),
    "trace.column-unknown": Localised(zh="表里有这一列，模板没有", en="a column that the template does not have"),
    "trace.table-twice": Localised(
        zh="又一张同样的表，没有读", en="another table that claims to be this one; it was not read"
    ),
    "trace.label-misspelt": Localised(
        zh="写法与模板不同，按“{expected}”读", en="taken for {expected}, which is spelt otherwise"
    ),
    "trace.label-outdated": Localised(
        zh="是“{expected}”在另一版表格里的写法", en="what another edition of the form calls {expected}"
    ),
    "trace.corner-missing": Localised(
        zh="表头左上角没有“{expected}”", en="{expected} is not over the labels of the rows"
    ),
    "trace.page-title": Localised(zh="{name} 是怎样读的", en="How {name} was read"),
    "trace.exists": Localised(
        zh="{path} 已经存在。请换一个名字，或者用 --force 覆盖", en="{path} exists. Name another file, or use --force"
    ),
    "trace.written": Localised(zh="已写入 {path}", en="written to {path}"),
}

MINING: Mapping[str, Localised] = {
    "mining.needs-from": Localised(
        zh="请用 --from 给出几份同一种报告，例如 --from 报告/*.docx",
        en="give reports of one kind with --from, for example --from reports/*.docx",
    ),
    "mining.file-error": Localised(zh="{path}：{message}", en="{path}: {message}"),
    "mining.nothing": Localised(
        zh="{paths} 等 {count} 份文件中没有标题，也没有表格，归纳不出任何内容。请确认给的是报告",
        en="there is neither a heading nor a table in {paths} ({count} in all): nothing can be made of that. See "
        "whether these are reports",
    ),
    "mining.no-tables": Localised(
        zh="{count} 份报告里没有一张带数字的表格。规则包从表格归纳；只有文字的报告请按教程自己写模板",
        en="none of the {count} reports has a table with figures. A pack is made from tables: for reports of text "
        "alone, write the template as the tutorial shows",
    ),
    "mining.nothing-in-common": Localised(
        zh="这 {count} 份报告没有一张多数报告共有的表格，看来不是同一种报告。请把各种报告分开，每种归纳一次",
        en="these {count} reports have no table that most of them share: they look like reports of different kinds. "
        "Part them, and make a pack of each kind",
    ),
    "mining.strangers": Localised(
        zh="{paths} 等 {count} 份与其余报告不是同一种：多数报告共有的表格，它们大半没有。请去掉后再归纳",
        en="{paths} ({count} in all) look like reports of another kind: most of the tables that the others share are "
        "not in them. Leave them out and try again",
    ),
    "mining.exists": Localised(
        zh="{path} 已有规则包。请换一个文件夹，或者用 --force 覆盖",
        en="{path} holds a pack already. Name another folder, or replace it with --force",
    ),
    "mining.too-many": Localised(
        zh="给了 {count} 份报告，至多 {limit} 份。三十份一般已经足够",
        en="{count} reports were given; {limit} is the most, and thirty are as a rule enough",
    ),
    "mining.source": Localised(
        zh="归纳自 {count} 份报告", en="Holds in the {count} reports that the pack was made from"
    ),
    "mining.source-one": Localised(zh="归纳自 1 份报告", en="Holds in the one report that the pack was made from"),
    "mining.read": Localised(
        zh="读了 {count} 份报告：{sections} 个部分，{tables} 张表",
        en="reports read: {count}; sections: {sections}; tables: {tables}",
    ),
    "mining.sums": Localised(
        zh="在每份报告中都成立的加总关系 {count} 个：", en="sums that hold in every report: {count}"
    ),
    "mining.no-sums": Localised(
        zh="没有找到在每份报告中都成立的加总关系", en="no sum was found that holds in every report"
    ),
    "mining.all-zero": Localised(
        zh="各份报告的数字全是 0，什么加总关系都“成立”，因此一个也没有写进去。请给出有数字的报告",
        en="every figure in these reports is 0. Any sum would hold in that, so none was taken. Give reports with "
        "figures in them",
    ),
    "mining.in-columns": Localised(zh="逐列，{count} 列", en="in each of {count} columns"),
    "mining.in-rows": Localised(zh="逐行，{count} 行", en="in each of {count} rows"),
    "mining.in-one-column": Localised(zh="1 列", en="in one column"),
    "mining.in-one-row": Localised(zh="1 行", en="in one row"),
    "mining.in-each": Localised(zh="逐行", en="in each row"),
    "mining.in-one": Localised(zh="一格", en="one cell"),
    "mining.borne-out": Localised(zh="{count} 份报告有数字", en="with figures in {count}"),
    "mining.waiting": Localised(
        zh="成立，但数字太少、可能只是巧合，暂未写成规则的 {count} 个：",
        en="sums that hold, perhaps by accident, since there are few figures in them; not made rules: {count}",
    ),
    "mining.more": Localised(
        zh="还需要大约 {count} 份这样的报告", en="about {count} more reports like these would tell"
    ),
    "mining.one-more": Localised(zh="还需要大约 1 份这样的报告", en="about one more report like these would tell"),
    "mining.left-out": Localised(
        zh="没有写进规则包：{rule}。{path} 不符合：{message}",
        en="left out: {rule}, which {path} does not keep: {message}",
    ),
    "mining.table-left-out": Localised(
        zh="没有写进模板：表“{table}”的行或列分不清，写出来的表格读不回来。请自己写这张表的模板",
        en="left out: the table {table}, whose rows or columns cannot be told apart: its form was written, and could "
        "not be read back. Describe it by hand",
    ),
    "mining.untested": Localised(
        zh="没有写进规则包：{rule}，写不出能够说明它的例子",
        en="left out: {rule}, for which no example could be written",
    ),
    "mining.unread": Localised(
        zh="{path} 不能用新的规则包检查：{message}", en="{path} cannot be checked with the new pack: {message}"
    ),
    "mining.rows-differ": Localised(
        zh="“{table}”各份报告的行不同，按“每个{entity}一行”写进模板",
        en="the rows of {table} differ from report to report: the template has a row for each “{entity}”",
    ),
    "mining.one-report": Localised(
        zh="只有一份报告，分不清哪些行是固定的、哪些加总只是巧合。再给几份会更可靠",
        en="from one report it cannot be told which rows are the form's own, and which sums are accidents. A few more "
        "make this surer",
    ),
    "mining.written": Localised(
        zh="规则包写在 {path}：{count} 条规则。接着可以：\n  gouji rules validate {path}\n  gouji rules test {path}\n"
        "  gouji check 报告 --pack {path}",
        en="the pack is in {path}: {count} rules. Go on with\n  gouji rules validate {path}\n"
        "  gouji rules test {path}\n  gouji check REPORT --pack {path}",
    ),
}

TRIAL: Mapping[str, Localised] = {
    "pack.untested": Localised(
        zh="规则“{id}”缺少测试（{lacking}）：每条规则至少有一个应通过、一个应报错的例子",
        en="rule “{id}” lacks tests ({lacking}): each rule has at least one that passes and one that fails",
    ),
    "pack.label-empty": Localised(
        zh="“{label}”没有文字，永远不会与报告中的标签相符", en="{label} has no letter in it and can never match a label"
    ),
    "pack.label-taken": Localised(
        zh="“{label}”与 {first} 处的标签相同（编号、标点和空格不算），这里永远不会相符",
        en="{label} is the same label as that at {first} (marks and spaces do not count), so it can never match here",
    ),
    "pack.cells-lost": Localised(
        zh="把各格填上不同的数字写成表格再读回来，{row} 的 {columns} 没有读到。请检查标签是否与别的行、列相同",
        en="with a figure of its own in every cell, the form was written and read back: {columns} of {row} were not "
        "read. See whether another row or column has the same labels",
    ),
    "pack.cells-elsewhere": Localised(
        zh="把各格填上不同的数字写成表格再读回来，{row} 的 {columns} 读到了别处：{elsewhere}",
        en="with a figure of its own in every cell, the form was written and read back: {columns} of {row} were read "
        "as {elsewhere}",
    ),
}

TEXTS: Mapping[str, Localised] = {**HELP, **TRACE, **MINING, **TRIAL}
