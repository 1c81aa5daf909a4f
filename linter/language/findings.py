"""Texts of findings that belong to no kind of rule; those of a kind stand beside the kind."""

from __future__ import annotations

from linter.model.message import Catalogue, Localised

TEXTS: Catalogue = {
    "cell.name": Localised(zh="“{row}”行“{column}”列", en="row “{row}”, column “{column}”"),
    "cell.across": Localised(zh="“{row}”中的“{column}”", en="“{row}”, “{column}”"),
    "rule.own-message": Localised(zh="{own}：{found}", en="{own}: {found}"),
    "table.absent": Localised(
        zh="报告中没有找到{tables}，无法核对",
        en="{tables} was not found in the report, so it was not checked",
    ),
    "table.blank-form": Localised(
        zh="{table}整表未填，无法核对",
        en="{table} is not filled in at all, so it was not checked",
    ),
    "agency.unknown": Localised(
        zh="无法从名称确定本机关属于哪一类机关",
        en="the name of the agency does not tell what kind of agency it is",
    ),
    "prose.title": Localised(zh="标题", en="the title"),
    "prose.lead": Localised(zh="引言", en="the introduction"),
    "prose.other": Localised(zh="其余部分", en="the rest of the report"),
}
