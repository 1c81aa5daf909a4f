"""Texts about layouts, sections, tables, rows and labels."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "table.absent": Localised(
        zh="报告中没有找到{tables}，无法核对",
        en="{tables} was not found in the report, so there was nothing to check",
    ),
    "table.blank-form": Localised(
        zh="{table}整表未填，无法核对",
        en="{table} is not filled in at all, so there was nothing to check",
    ),
    "agency.unknown": Localised(
        zh="无法从名称确定本机关属于哪一类机关",
        en="the name of the agency does not tell what kind of agency it is",
    ),
    "required-section.between": Localised(
        zh="缺少“{title}”这一部分，应在“{before}”与“{after}”之间补上",
        en="the section “{title}” is missing; it belongs between “{before}” and “{after}”",
    ),
    "required-section.after": Localised(
        zh="缺少“{title}”这一部分，应在“{before}”之后补上",
        en="the section “{title}” is missing; it belongs after “{before}”",
    ),
    "required-section.before": Localised(
        zh="缺少“{title}”这一部分，应在“{after}”之前补上",
        en="the section “{title}” is missing; it belongs before “{after}”",
    ),
    "required-section.missing": Localised(
        zh="缺少“{title}”这一部分，请补上",
        en="the section “{title}” is missing; add it",
    ),
    "section-order.after": Localised(
        zh="“{title}”位置不对，应移到“{other}”之后",
        en="“{title}” is out of place; move it behind “{other}”",
    ),
    "section-order.before": Localised(
        zh="“{title}”位置不对，应移到“{other}”之前",
        en="“{title}” is out of place; move it before “{other}”",
    ),
    "section-order.twice": Localised(
        zh="“{title}”重复出现，请只保留一处",
        en="“{title}” stands in the report twice; keep one of them",
    ),
    "section-title.differs": Localised(
        zh="标题为“{seen}”，应为“{expected}”",
        en="the title reads “{seen}”; it should read “{expected}”",
    ),
    "section-numbering.heading": Localised(zh="“{heading}”应为“{number}”", en="“{heading}” should be “{number}”"),
    "section-numbering.no-heading-number": Localised(
        zh="“{heading}”应加“{number}”", en="“{heading}” should have “{number}”"
    ),
    "section-numbering.style": Localised(
        zh="标题序号的样式不对：{headings}", en="headings are numbered in another style: {headings}"
    ),
    "section-numbering.missing": Localised(zh="标题没有序号：{headings}", en="headings have no number: {headings}"),
    "section-numbering.wrong": Localised(
        zh="标题序号不对：{headings}", en="headings have the wrong number: {headings}"
    ),
    "extra-section.found": Localised(
        zh="“{title}”不是规定的部分，请并入规定的六个部分之一或删去",
        en="“{title}” is no section of the form; move its text to one of the sections, or remove it",
    ),
    "required-table.missing": Localised(
        zh="{table}缺失或为图片：“{section}”之下没有找到表格，请以可编辑的表格补上",
        en="{table} is missing or is a picture: no table was found under “{section}”; put it in as a real table",
    ),
    "required-table.section-missing": Localised(
        zh="{tables}所在的部分缺失，表格无从查找",
        en="the section that holds {tables} is missing, so the table could not be looked for",
    ),
    "blank-form.found": Localised(
        zh="{table}整表空白，没有填写任何数字；没有的填 0",
        en="{table} is blank, not one figure is filled in; where there is nothing, write 0",
    ),
    "required-rows.missing": Localised(
        zh="{table}缺少 {count} 行：{rows}；请按规定格式补齐",
        en="{table} lacks {count} row(s): {rows}; add them as the form has them",
    ),
    "required-columns.missing": Localised(
        zh="{table}缺少{columns}列，请按规定格式补齐",
        en="{table} lacks the column(s) {columns}; add them as the form has them",
    ),
    "required-columns.missing-in-rows": Localised(
        zh="{table}有 {count} 行缺少{columns}列：{rows}；请补填",
        en="{table} lacks the column(s) {columns} in {count} row(s): {rows}; fill them in",
    ),
    "readable-rows.unreadable": Localised(
        zh="{rows}一行的数字无法对应到各列，请检查该行的单元格是否缺失或合并",
        en="the figures of the row {rows} cannot be told apart by column; see whether cells are missing or merged",
    ),
    "readable-rows.twice": Localised(
        zh="{rows}出现两次且数字不同，请只保留正确的一行",
        en="the row {rows} stands there twice with different figures; keep the right one",
    ),
    "known-rows.unknown": Localised(
        zh="“{seen}”不是规定格式中的行，请核对是否自行增加",
        en="“{seen}” is no row of the form; see whether it was added",
    ),
    "known-rows.near": Localised(
        zh="“{seen}”不是规定格式中的行，最接近的是“{expected}”，请核对",
        en="“{seen}” is no row of the form; the nearest is “{expected}”",
    ),
    "known-rows.unlabelled": Localised(
        zh="有一行数字没有行名，无法确定属于哪一项",
        en="a row of figures has no label, so it cannot be told what it counts",
    ),
    "required-corner.missing": Localised(
        zh="{table}的表头缺少“{label}”；请补上",
        en="the header of {table} lacks “{label}”; put it back",
    ),
    "row-order.moved": Localised(
        zh="{table}的行次序与规定格式不同：{rows}；请调回原位",
        en="rows of {table} are out of the order of the form: {rows}; move them back",
    ),
    "collapsed-group.found": Localised(
        zh="“{group}”合并填成一行，应分行填报：{rows}",
        en="“{group}” is filled in as one row; it should be split into {rows}",
    ),
    "label-spelling.misspelt": Localised(
        zh="表中文字为“{seen}”，应为“{expected}”",
        en="the label reads “{seen}”; it should read “{expected}”",
    ),
    "label-edition.outdated": Localised(
        zh="表中文字为“{seen}”，是另一年度格式的表述，当年格式为“{expected}”",
        en="the label reads “{seen}”, which is from another edition of the form; this year's reads “{expected}”",
    ),
    "layout-version.no-evidence": Localised(
        zh="没有找到可以判断报告格式的章节标题或表格文字",
        en="there are no section titles or table labels that tell the layout of the report",
    ),
    "layout-version.other": Localised(
        zh="本报告用的是“{found}”（见{seen}），应使用“{expected}”{lacks}",
        en="the report is in {found} (see {seen}); it should be in {expected}{lacks}",
    ),
    "layout-version.other-year": Localised(
        zh="本报告用的是“{found}”（见{seen}），{year} 年度报告应使用“{expected}”{lacks}",
        en="the report is in {found} (see {seen}); a report on {year} should be in {expected}{lacks}",
    ),
    "layout-version.lacks": Localised(zh="；缺少：{missing}", en="; it lacks: {missing}"),
    "layout-mixed.found": Localised(
        zh="报告混用了两种格式：应使用“{expected}”，但出现了“{found}”的文字{words}，请改为当年格式",
        en="two layouts are mixed: the report should be in {expected}, but has words of {found}: {words}",
    ),
    "required-fact.missing": Localised(
        zh="报告中没有找到{what}，请在标题或开头写明",
        en="{what} was not found in the report; state it in the title or at the beginning",
    ),
}
