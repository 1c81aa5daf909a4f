"""Texts of results that are tables: their columns, their sheets, and the page of a run."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "table.reports": Localised(zh="报告", en="Reports"),
    "table.findings": Localised(zh="问题", en="Findings"),
    "table.figures": Localised(zh="数据", en="Figures"),
    "table.not-checked": Localised(zh="未核对", en="Not checked"),
    "table.file": Localised(zh="文件", en="File"),
    "table.agency": Localised(zh="单位", en="Agency"),
    "table.year": Localised(zh="年度", en="Year"),
    "table.format": Localised(zh="格式", en="Format"),
    "table.verdict": Localised(zh="结论", en="Verdict"),
    "table.errors": Localised(zh="错误", en="Errors"),
    "table.warnings": Localised(zh="警告", en="Warnings"),
    "table.infos": Localised(zh="提醒", en="Remarks"),
    "table.undecided": Localised(zh="未核对的规则", en="Rules undecided"),
    "table.notes": Localised(zh="说明", en="Notes"),
    "table.severity": Localised(zh="程度", en="Severity"),
    "table.rule": Localised(zh="规则", en="Rule"),
    "table.title": Localised(zh="规则名称", en="What has to hold"),
    "table.message": Localised(zh="问题", en="What is wrong"),
    "table.cells": Localised(zh="单元格", en="Cells"),
    "table.suspect": Localised(zh="疑似填错", en="Suspect"),
    "table.printed": Localised(zh="现填", en="Printed"),
    "table.suggested": Localised(zh="建议改为", en="Suggested"),
    "table.advice": Localised(zh="怎么改", en="What to do"),
    "table.place": Localised(zh="位置", en="Place"),
    "table.source": Localised(zh="依据", en="Source"),
    "table.table": Localised(zh="表", en="Table"),
    "table.table-id": Localised(zh="表代码", en="Table id"),
    "table.row": Localised(zh="行", en="Row"),
    "table.row-id": Localised(zh="行代码", en="Row id"),
    "table.column": Localised(zh="列", en="Column"),
    "table.column-id": Localised(zh="列代码", en="Column id"),
    "table.value": Localised(zh="数值", en="Value"),
    "table.reason": Localised(zh="原因", en="Reason"),
    "table.count": Localised(zh="次数", en="Times"),
    "table.files": Localised(zh="文件数", en="Files"),
    "table.passes": Localised(zh="通过", en="passes"),
    "table.passes-open": Localised(zh="通过，但有未核对的规则", en="passes, but rules are undecided"),
    "table.fails": Localised(zh="不通过", en="fails"),
    "table.failed": Localised(zh="未能检查", en="not checked"),
    "table.no-report": Localised(zh="不是报告", en="no report"),
    "table.of-file": Localised(zh="整个文件", en="the whole file"),
    "page.title": Localised(zh="报告检查结果", en="What was found in the reports"),
    "page.by-rule": Localised(zh="各条规则的问题", en="Findings by rule"),
    "page.failed": Localised(zh="未能检查的文件", en="Files that could not be checked"),
    "page.sort": Localised(zh="点击表头排序", en="Click on a heading to sort"),
    "cli.check.statistics": Localised(
        zh="不逐个列出问题，只统计各条规则发现问题的次数；未能检查的文件列在最前。",
        en="Instead of findings, say how often each rule fired; files that could not be checked come first.",
    ),
    "cli.format-needs-file": Localised(
        zh="{format} 格式只能写入文件，请加上 --output 文件名，或写成 {format}=文件名",
        en="the {format} format goes into a file: add --output FILE, or write {format}=FILE",
    ),
    "cli.library-missing": Localised(
        zh="{format} 格式需要先安装 {library}：pip install {library}",
        en="the {format} format needs {library}: pip install {library}",
    ),
}
