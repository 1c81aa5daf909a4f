"""Texts about mistakes in the options of a rule, its expressions included."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "option.unknown-table": Localised(
        zh="没有表“{name}”；已有的表：{known}", en="there is no table “{name}”; the tables are {known}"
    ),
    "option.unknown-table-near": Localised(
        zh="没有表“{name}”，是否为“{nearest}”？", en="there is no table “{name}”; did you mean “{nearest}”?"
    ),
    "option.unknown-section": Localised(
        zh="没有部分“{name}”；已有的部分：{known}", en="there is no section “{name}”; the sections are {known}"
    ),
    "option.unknown-section-near": Localised(
        zh="没有部分“{name}”，是否为“{nearest}”？", en="there is no section “{name}”; did you mean “{nearest}”?"
    ),
    "option.unknown-agency": Localised(
        zh="没有机关类别“{name}”；已有的类别：{known}",
        en="there is no kind of agency “{name}”; the kinds are {known}",
    ),
    "option.unknown-agency-near": Localised(
        zh="没有机关类别“{name}”，是否为“{nearest}”？",
        en="there is no kind of agency “{name}”; did you mean “{nearest}”?",
    ),
    "option.unknown-fact": Localised(
        zh="没有事实“{name}”；已有的事实：{known}", en="there is no fact “{name}”; the facts are {known}"
    ),
    "option.unknown-fact-near": Localised(
        zh="没有事实“{name}”，是否为“{nearest}”？", en="there is no fact “{name}”; did you mean “{nearest}”?"
    ),
    "option.unknown-document": Localised(
        zh="documents 中没有“{name}”；现有：{known}", en="there is no document “{name}”; the documents are {known}"
    ),
    "option.unknown-document-near": Localised(
        zh="documents 中没有“{name}”，是否为“{nearest}”？",
        en="there is no document “{name}”; did you mean “{nearest}”?",
    ),
    "option.unknown-name": Localised(
        zh="规则的算式中没有“{name}”；可用的名称：{known}",
        en="the rule's check has no name “{name}”; its names are {known}",
    ),
    "option.no-cell": Localised(
        zh="“{name}”没有对应任何单元格；写法为 表.行.列，* 表示全部",
        en="“{name}” stands for no cell; write table.row.column, with * for all",
    ),
    "option.unknown-entity": Localised(
        zh="没有实体“{name}”；已有的有：{known}", en="there is no entity “{name}”; there are {known}"
    ),
    "option.unknown-entity-near": Localised(
        zh="没有实体“{name}”，是否为“{nearest}”？", en="there is no entity “{name}”; did you mean “{nearest}”?"
    ),
    "option.no-cell-near": Localised(
        zh="“{name}”没有对应任何单元格，是否为“{nearest}”？",
        en="“{name}” stands for no cell; did you mean “{nearest}”?",
    ),
    "expression.at": Localised(zh="第 {position} 个字符：{what}", en="at character {position}: {what}"),
    "expression.too-long": Localised(
        zh="算式超过 {limit} 个字符", en="the expression has more than {limit} characters"
    ),
    "expression.too-deep": Localised(
        zh="算式嵌套过深（最多 {limit} 层）", en="the expression is nested too deeply (at most {limit} levels)"
    ),
    "expression.character": Localised(zh="算式中不能用“{character}”", en="“{character}” cannot stand in an expression"),
    "expression.syntax": Localised(
        zh="算式不完整或写法有误", en="the expression is incomplete, or something is in the wrong place"
    ),
    "expression.not-allowed": Localised(
        zh="算式中不能用“{text}”；可用 + - * / ()、比较、and、or、not 和 sum(名称) 等函数",
        en="“{text}” cannot stand in an expression; use + - * / (), comparisons, and, or, not, and functions such as "
        "sum(name)",
    ),
    "expression.no-comparison": Localised(
        zh="算式没有比较；请写成 a == b 或 a <= b 的形式",
        en="the expression compares nothing; write a == b or a <= b",
    ),
    "expression.address": Localised(
        zh="“{text}”应为一个名称，或 表.行.列；上年报告的前面加 previous.",
        en="“{text}” should be one name, or table.row.column; for last year's report, with previous. before it",
    ),
    "expression.function": Localised(
        zh="没有函数“{text}”；可用的有：{known}", en="there is no function “{text}”; there are {known}"
    ),
    "expression.takes-one": Localised(
        zh="{function} 的括号里应是一个名称：{function}(名称)", en="{function} takes one name: {function}(name)"
    ),
    "expression.takes-two": Localised(
        zh="{function} 的括号里应是两个名称：{function}(名称, 名称)",
        en="{function} takes two names: {function}(name, name)",
    ),
    "expression.takes-numbers": Localised(
        zh="{function} 的括号里应是一组单元格的名称，或者几个数：{function}(名称)、{function}(数, 数)",
        en="{function} takes the name of a set, or several numbers: {function}(name), {function}(number, number)",
    ),
    "expression.unlike": Localised(
        zh="比较的两边不是同一类：数与数比较，真假只能用 == 或 !=",
        en="the two sides are not alike: compare numbers with numbers, and truths only with == or !=",
    ),
    "expression.number-wanted": Localised(
        zh="“{text}”是真假，这里应为数", en="“{text}” is true or false, where a number is wanted"
    ),
    "expression.truth-wanted": Localised(
        zh="“{text}”是数，这里应为比较", en="“{text}” is a number, where a comparison is wanted"
    ),
    "expression.bare-name": Localised(
        zh="“{name}”应写成 表.行.列，因为规则没有 for-each",
        en="“{name}” should be written table.row.column, because the rule has no for-each",
    ),
    "expression.no-sets": Localised(
        zh="这里没有成组的单元格，也就没有“{name}”", en="there are no sets of cells to be had here, so no “{name}”"
    ),
    "expression.unknown-name": Localised(
        zh="没有“{name}”；已有的名称：{known}", en="there is no “{name}”; the names are {known}"
    ),
    "expression.unknown-name-near": Localised(
        zh="没有“{name}”，是否为“{nearest}”？", en="there is no “{name}”; did you mean “{nearest}”?"
    ),
    "rule-test.no-pass": Localised(
        zh="规则没有 pass 测试；请举一个不应报告的例子",
        en="the rule has no test that passes; give an example that it should not report",
    ),
    "rule-test.no-fail": Localised(
        zh="规则没有 fail 测试；请举一个应当报告的例子",
        en="the rule has no test that fails; give an example that it should report",
    ),
    "rule-test.no-names": Localised(
        zh="规则没有算式，测试中不能用 {names}；单元格请写在 cells 下",
        en="the rule has no expression, so {names} means nothing in its test; give cells under `cells`",
    ),
    "rule-test.not-in-form": Localised(
        zh="由模板写出的报告中没有“{text}”",
        en="the report written from the template does not contain “{text}”",
    ),
}
