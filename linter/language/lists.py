"""Texts about lists, enumerations and what is counted in running text."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "breakdown.less": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 少 {difference}{shares}；请核对总数和各项",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} less than {total}{shares}; "
        "check the total and its parts",
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
}
