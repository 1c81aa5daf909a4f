"""Texts about last year's report: whether it is the right one, and what holds between the two."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

PAIRS: Mapping[str, Localised] = {
    "previous.not-found": Localised(
        zh="--previous 所指的“{path}”：{reason}", en="“{path}”, which --previous names: {reason}"
    ),
    "previous.standard-input": Localised(
        zh="--previous 应为文件或文件夹，不能是标准输入",
        en="--previous takes a file or a folder, not the standard input",
    ),
    "previous.states-no-year": Localised(
        zh="看不出它的年度，无法确认是不是上一年的报告。请确认文件无误",
        en="states no year, so there is no telling whether it is the report of the year before. See whether it is the "
        "right file",
    ),
    "previous.draft-states-no-year": Localised(
        zh="报告没有写明年度，无法确认上年报告是否对应。请用 --year 指定年度，例如 --year 2023",
        en="the report states no year, so there is no telling which report is that of the year before. Give it with "
        "--year, for example --year 2023",
    ),
    "previous.draft-states-no-agency": Localised(
        zh="报告没有写明机关名称，无法在“{folder}”中找到它的上年报告；可以用 --previous 直接指定文件",
        en="the report does not say whose it is, so its report of the year before could not be looked for in "
        "“{folder}”; name the file itself with --previous",
    ),
    "previous.other-year": Localised(
        zh="“{path}”是 {theirs} 年的报告，不是上一年的：本报告为 {ours} 年，--previous 应指定 {wanted} 年的报告",
        en="“{path}” is the report of {theirs}, not of the year before: this one is for {ours}, so --previous should "
        "name that of {wanted}",
    ),
    "previous.other-agency": Localised(
        zh="“{path}”是“{theirs}”的报告，本报告是“{ours}”的；--previous 应指定同一机关的报告，"
        "检查多个机关的报告时应指定文件夹",
        en="“{path}” is the report of “{theirs}”, and this one is of “{ours}”; --previous should name a report of the "
        "same agency, or a folder where reports of several are checked",
    ),
    "previous.agency-not-compared": Localised(
        zh="未能核对“{path}”是否同一机关的上年报告：有一份没有写明机关名称",
        en="whether “{path}” is a report of the same agency is unknown: one of the two does not say whose it is",
    ),
    "previous.none": Localised(
        zh="没有上年报告，无从比对；请用 --previous 指定",
        en="there is no report of the year before; give it with --previous",
    ),
    "previous.none-in-folder": Localised(
        zh="“{folder}”中没有“{agency}”{year} 年的报告，无从与上年比对",
        en="there is no report of the year before ({year}) of “{agency}” in “{folder}”",
    ),
    "previous.none-in-folder-but": Localised(
        zh="“{folder}”中没有“{agency}”{year} 年的报告，无从与上年比对（其中有 {count} 个文件读不出机关或年度）",
        en="there is no report of the year before ({year}) of “{agency}” in “{folder}” ({count} of the files in it "
        "could not be read, or do not say whose they are and of which year)",
    ),
    "previous.several-in-folder": Localised(
        zh="“{folder}”中有不止一份“{agency}”{year} 年的报告，内容不一（{paths}），不知以哪一份为准；"
        "请只留一份，或者用 --previous 直接指定文件",
        en="“{folder}” holds more than one report of “{agency}” for {year}, and they differ ({paths}); keep one of "
        "them, or name the file itself with --previous",
    ),
    "previous.not-read": Localised(
        zh="上年报告“{path}”：{reason}", en="the report of the year before, “{path}”: {reason}"
    ),
}

RULES: Mapping[str, Localised] = {
    "previous.name": Localised(zh="“上年：{name}”", en="“last year: {name}”"),
    "previous.cell": Localised(zh="“上年：{name}” {text}", en="“last year: {name}” {text}"),
    "previous.term": Localised(zh="上年：{name}", en="last year: {name}"),
    "previous.table-absent": Localised(
        zh="上年报告中没有找到{tables}，无从比对", en="{tables} was not found in last year's report"
    ),
    "previous.table-blank": Localised(
        zh="上年报告的{table}完全没有填写，无从比对", en="{table} is not filled in at all in last year's report"
    ),
    "previous.section-absent": Localised(
        zh="上年报告中没有找到{sections}，无从比对", en="{sections} was not found in last year's report"
    ),
    "previous.section-absent-here": Localised(
        zh="没有找到{sections}，无从与上年比对",
        en="{sections} was not found, so it could not be compared with last year's",
    ),
    "rule-test.no-previous-pack": Localised(
        zh="没有适用于 {year} 年的规则包，写不出上年报告",
        en="there is no pack for {year}, so no last year's report can be written",
    ),
}

COMMANDS: Mapping[str, Localised] = {
    "report.previous": Localised(zh="上年", en="last year"),
    "cli.previous": Localised(
        zh="上年报告；或者一个文件夹，从中按机关和年度找出每份报告的上年报告。不给时，与上年有关的规则不运行。",
        en="The report of the year before, or a folder in which that of each report is found by agency and year. "
        "Without it, rules about last year are not run.",
    ),
    "cli.needs-previous": Localised(zh="（须用 --previous）", en=" (needs --previous)"),
    "cli.needs": Localised(zh="需要", en="needs"),
    "cli.last-years-report": Localised(
        zh="上年报告，用 --previous 给出；没有时不运行",
        en="last year's report, given with --previous; not run without it",
    ),
}

TEXTS: Mapping[str, Localised] = {**PAIRS, **RULES, **COMMANDS}
