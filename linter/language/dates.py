"""Texts about years, days, and the laws and notices that a report cites."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "date.day": Localised(zh="{year}年{month}月{day}日", en="{year}/{month}/{day}"),
    "date-range.early": Localised(
        zh="{what}为“{seen}”，早于{bound}：{advice}", en="{what} is “{seen}”, before {bound}: {advice}"
    ),
    "date-range.late": Localised(
        zh="{what}为“{seen}”，晚于{bound}：{advice}", en="{what} is “{seen}”, after {bound}: {advice}"
    ),
    "date-range.no-such-day": Localised(
        zh="{what}为“{seen}”，日历上没有这一天，请核对", en="{what} is “{seen}”, a day that no calendar has; correct it"
    ),
    "date-range.no-year": Localised(
        zh="不知道报告年度，无法核对{what}", en="the year reported on is not known, so {what} was not checked"
    ),
    "stated-year.other": Localised(
        zh="“{seen}”写的是 {stated} 年，报告年度为 {year} 年；请核对",
        en="“{seen}” names {stated}, and the report is for {year}; correct one of them",
    ),
    "statistics-period.other-year": Localised(
        zh="统计期限写作“{seen}”，报告年度为 {year} 年；应为{year}年1月1日至{year}年12月31日",
        en="the period covered is given as “{seen}”, and the report is for {year}; it should run from 1 January to "
        "31 December {year}",
    ),
    "statistics-period.not-the-year": Localised(
        zh="统计期限写作“{seen}”，不是完整的年度，或者日期有误；应为{year}年1月1日至{year}年12月31日",
        en="the period covered is given as “{seen}”, no whole year or miswritten; it should run from 1 January "
        "to 31 December {year}",
    ),
    "work-year.other": Localised(
        zh="“{seen}”说的是 {other} 年的工作，报告年度为 {year} 年；请核对是否为沿用其他年度的文字",
        en="“{seen}” speaks of work done in {other}, and the report is for {year}; see whether it was left over from "
        "the report of another year",
    ),
    "work-year.many": Localised(
        zh="文中有 {count} 处说的是 {other} 年的工作（首处为“{seen}”），报告年度为 {year} 年；请核对报告年度和正文",
        en="the text speaks of work done in {other} at {count} places (first: “{seen}”), and the report is for {year}; "
        "check the year and the text",
    ),
    "cited-document.replaced": Localised(
        zh="文中引用了“{seen}”，该文件只适用于 {last} 年度及以前的报告，{year} 年度报告应引用“{instead}”",
        en="the text cites “{seen}”, which holds for reports up to {last}; the report for {year} should cite "
        "“{instead}”",
    ),
    "cited-document.superseded": Localised(
        zh="文中引用了“{seen}”，该文件只适用于 {last} 年度及以前的报告，{year} 年度报告不应再引用",
        en="the text cites “{seen}”, which holds for reports up to {last}; take it out of the report for {year}",
    ),
    "cited-document.not-yet": Localised(
        zh="文中引用了“{seen}”，该文件自 {first} 年度报告起适用，{year} 年度报告不应引用",
        en="the text cites “{seen}”, which holds from the reports for {first} on; take it out of the report for {year}",
    ),
    "document-name.misquoted": Localised(
        zh="文件名称写作“{seen}”，应为“{expected}”；请核对",
        en="a document is called “{seen}”; its name is “{expected}”; correct it",
    ),
    "option.no-such-day": Localised(
        zh="不是每年都有“{day}”这一天；请写月和日，如 01-31",
        en="not every year has a day “{day}”; give a month and a day, such as 01-31",
    ),
    "option.unknown-document": Localised(
        zh="documents 中没有“{name}”；现有：{known}", en="there is no document “{name}”; the documents are {known}"
    ),
    "option.unknown-document-near": Localised(
        zh="documents 中没有“{name}”，是否为“{nearest}”？",
        en="there is no document “{name}”; did you mean “{nearest}”?",
    ),
    "pack.document-unnamed": Localised(
        zh="文件“{id}”既没有 names 也没有 numbers，无法查找",
        en="the document “{id}” has neither names nor numbers; give one",
    ),
    "pack.document-replaces-when": Localised(
        zh="文件“{id}”取代了其他文件，却没有写明起始年份；请写 years: {{first: …}}",
        en="the document “{id}” replaces others, but not from a year on; give years: {{first: …}}",
    ),
    "pack.unknown-document": Localised(zh="documents 中没有“{name}”", en="there is no document “{name}” to replace"),
    "pack.document-replaced-twice": Localised(
        zh="“{name}”已由“{other}”取代；一份文件只能由一份文件取代",
        en="“{name}” is replaced by “{other}” already; a document is replaced by one other",
    ),
}
