"""Texts about lists, enumerations and what is counted in running text."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "breakdown.less": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 少 {difference}{shares}；"
        "请核对总数和各项，只列举一部分的请写明",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} less than {total}{shares}; "
        "check the total and its parts, and say so if only some are listed",
    ),
    "breakdown.selection": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 少 {difference}{shares}；"
        "如已全部列出，请核对数字；如只列举一部分，请在末尾加“等”或写明其余数量",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} less than {total}{shares}; "
        "if these are all, check the figures, and if they are only some, say so or give the rest",
    ),
    "breakdown.more": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 多 {difference}{shares}；请核对总数和各项",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} more than {total}{shares}; "
        "check the total and its parts",
    ),
    "breakdown.shares": Localised(
        zh="，所列百分比合计 {sum}%", en=", and their percentages come to {sum} instead of 100"
    ),
    "breakdown.percentages": Localised(zh="{shares}；请核对百分比", en="{shares}; check the percentages"),
    "breakdown.percentage": Localised(
        zh="“{quote}”：{part}÷{total} 约为 {right}%", en="“{quote}”: {part} of {total} is {right}%"
    ),
    "breakdown.bare-percentages": Localised(
        zh="所列百分比相加 {terms}＝{sum}%，与 100% 相差 {difference}%；请核对各项",
        en="the percentages add up to {terms} = {sum}%, which is {difference} off 100; check them",
    ),
    "enumeration.gap": Localised(
        zh="“{before}”之后是“{seen}”，缺少{missing}；请补写或改正序号",
        en="“{seen}” follows “{before}”, so {missing} is missing; add it or correct the number",
    ),
    "enumeration.twice": Localised(
        zh="“{before}”之后是“{seen}”，序号重复；请改正序号",
        en="“{seen}” has the number of “{before}” before it; correct the number",
    ),
    "stated-count.titles": Localised(
        zh="文中称“{stated}”，列出的是 {number} 个；请核对数量或补全名称",
        en="the text says “{stated}” and names {number}; check the number or name them all",
    ),
    "stated-count.items": Localised(
        zh="文中称“{stated}”，列举到“{last}”共 {number} 项；请核对数量或补全内容",
        en="the text says “{stated}” and lists {number}, up to “{last}”; check the number or list them all",
    ),
    "listed-parts.wrong": Localised(
        zh="所列报告组成部分：{faults}；请与各部分标题核对一致",
        en="the list of the report’s parts: {faults}; make it agree with the headings",
    ),
    "listed-parts.count": Localised(
        zh="称有 {stated} 个部分，列出 {number} 个（{names}）", en="says {stated} parts and names {number} ({names})"
    ),
    "listed-parts.missing": Localised(zh="没有列出{missing}", en="{missing} is not in it"),
    "listed-parts.extra": Localised(zh="报告没有{strange}这一部分", en="the report has no part {strange}"),
    "listed-parts.differs": Localised(zh="“{name}”与标题“{title}”不同", en="“{name}” is headed “{title}”"),
}
