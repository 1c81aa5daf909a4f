"""Texts about the configuration: what is wrong with it, and what applies to a file."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "config.broken": Localised(zh="配置文件“{file}”有 {count} 处错误", en="configuration “{file}”: {count} mistakes"),
    "config.broken-once": Localised(
        zh="配置文件“{file}”有 {count} 处错误", en="configuration “{file}”: {count} mistake"
    ),
    "config.toml": Localised(
        zh="此处不是有效的 TOML；请检查引号、括号和等号",
        en="this is not valid TOML; check quotes, brackets and equals signs",
    ),
    "config.no-such-day": Localised(
        zh="“{value}”不是日历上的日期；请写作 2024-01-17 这样的形式",
        en="“{value}” is no day of the calendar; give it like 2024-01-17",
    ),
    "config.no-such-agency-kind": Localised(
        zh="所用规则包没有机关类别“{name}”，可以是：{known}",
        en="the pack has no kind of agency “{name}”; it can be: {known}",
    ),
    "config.no-such-agency-kind-near": Localised(
        zh="所用规则包没有机关类别“{name}”，是否指“{nearest}”？",
        en="the pack has no kind of agency “{name}”. Did you mean “{nearest}”?",
    ),
    "pack.family-laid-over": Localised(
        zh="有 members 的规则包（一组规则包）不能叠加在另一个规则包上",
        en="a family (a pack with members) cannot be laid over another pack",
    ),
    "config.none": Localised(
        zh="“{path}”没有配置文件，按默认设置检查", en="“{path}” has no configuration and is checked by default"
    ),
    "config.of-file": Localised(zh="“{path}”的设置：", en="What applies to “{path}”:"),
    "config.entries": Localised(zh="{count} 项", en="{count} entries"),
    "config.by-default": Localised(zh="默认", en="default"),
    "config.by-profile": Localised(zh="{place}（profile: {profile}）", en="{place} (profile: {profile})"),
    "config.command-line": Localised(
        zh="命令行上写明的选项优先于以上设置。", en="Options on the command line win over these."
    ),
    "expected.title-agency": Localised(
        zh="报告应是配置文件所写机关的报告", en="the report is of the agency that the configuration names"
    ),
    "expected.title-year": Localised(
        zh="报告应是配置文件所写年度的报告", en="the report is of the year that the configuration names"
    ),
    "expected.agency": Localised(
        zh="报告写的是“{stated}”，配置文件写的是“{expected}”",
        en="the report is of “{stated}”, the configuration says “{expected}”",
    ),
    "expected.year": Localised(
        zh="报告写的是 {stated} 年，配置文件写的是 {expected} 年",
        en="the report is of {stated}, the configuration says {expected}",
    ),
    "expected.hint": Localised(
        zh="请确认文件没有放错位置；如果文件无误，请修改配置文件",
        en="see whether this is the right file in the right place; if it is, change the configuration",
    ),
}
