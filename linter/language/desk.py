"""Texts of the desk: what the page says, and what it says in place of messages that speak of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

PAGE: Mapping[str, Localised] = {
    "desk.page.title": Localised(zh="勾稽 · 报告检查", en="gouji · check reports"),
    "desk.page.brand": Localised(zh="勾稽", en="gouji"),
    "desk.page.private": Localised(
        zh="文件只在本机检查，不会上传", en="Files are checked on this machine only, and never uploaded"
    ),
    "desk.page.settings": Localised(zh="设置", en="Settings"),
    "desk.page.new-form": Localised(zh="空白表样", en="Empty form"),
    "desk.page.end": Localised(zh="结束", en="Quit"),
    "desk.page.drop-title": Localised(zh="把报告草稿拖到这里", en="Drop draft reports here"),
    "desk.page.drop-formats": Localised(
        zh="Word、WPS、PDF、网页、文本都可以，一次可以多份", en="Word, WPS, PDF, web pages or text; one or many"
    ),
    "desk.page.choose": Localised(zh="选择文件", en="Choose files"),
    "desk.page.add": Localised(zh="添加草稿", en="Add drafts"),
    "desk.page.earlier-title": Localised(zh="上一年度的报告", en="Last year's report"),
    "desk.page.earlier-why": Localised(
        zh="可选。有了它，可以核对从上年接续的数字，并查出照抄上年的文字",
        en="Optional. With it, what was carried over is checked too, and text that was copied",
    ),
    "desk.page.earlier-add": Localised(zh="添加上年报告", en="Add last year's report"),
    "desk.page.earlier-short": Localised(zh="上年报告", en="Last year"),
    "desk.page.earlier-more": Localised(zh="添加", en="Add"),
    "desk.page.drop-here": Localised(zh="松开即可检查", en="Let go to check"),
    "desk.page.files": Localised(zh="文件", en="Files"),
    "desk.page.findings": Localised(zh="问题", en="Findings"),
    "desk.page.document": Localised(zh="原文", en="Document"),
    "desk.page.waiting": Localised(zh="等待检查", en="waiting"),
    "desk.page.working": Localised(zh="正在检查…", en="checking…"),
    "desk.page.reading": Localised(zh="正在读取…", en="reading…"),
    "desk.page.clean": Localised(zh="没有发现问题", en="nothing found"),
    "desk.page.not-checked": Localised(zh="未能检查", en="not checked"),
    "desk.page.too-large": Localised(
        zh="“{name}”超过 60 MB，没有检查。一份报告远没有这么大，请确认选对了文件。",
        en="“{name}” has more than 60 MB and was not checked. A report has far less: see whether it is the right file.",
    ),
    "desk.page.progress": Localised(zh="已检查 {done} / {all} 份", en="{done} of {all} checked"),
    "desk.page.all-done": Localised(zh="{all} 份都已检查", en="all {all} checked"),
    "desk.page.year": Localised(zh="{year} 年", en="{year}"),
    "desk.page.remove": Localised(zh="移除 {name}", en="Remove {name}"),
    "desk.page.clear": Localised(zh="全部移除", en="Remove all"),
    "desk.page.downloads": Localised(zh="保存结果", en="Save results"),
    "desk.page.save-copy": Localised(zh="保存标注稿（{suffix}）", en="Save marked copy ({suffix})"),
    "desk.page.save-copies": Localised(zh="全部标注稿（zip）", en="All marked copies (zip)"),
    "desk.page.save-findings": Localised(zh="问题清单（Excel）", en="Table of findings (Excel)"),
    "desk.page.save-figures": Localised(zh="报送数字（Excel 可开）", en="Figures (CSV)"),
    "desk.page.save-figures-json": Localised(zh="报送数字（JSON）", en="Figures (JSON)"),
    "desk.page.print": Localised(zh="打印", en="Print"),
    "desk.page.next": Localised(zh="下一处", en="Next"),
    "desk.page.previous": Localised(zh="上一处", en="Previous"),
    "desk.page.next-key": Localised(zh="Alt+↓", en="Alt+↓"),
    "desk.page.previous-key": Localised(zh="Alt+↑", en="Alt+↑"),
    "desk.page.position": Localised(zh="第 {number} 处，共 {all} 处", en="{number} of {all}"),
    "desk.page.sum": Localised(zh="算式", en="The sum"),
    "desk.page.related": Localised(zh="同样不符", en="Also fails"),
    "desk.page.place": Localised(zh="位置", en="Place"),
    "desk.page.source": Localised(zh="依据", en="Source"),
    "desk.page.rule": Localised(zh="规则", en="Rule"),
    "desk.page.undecided": Localised(zh="这几项没有核对", en="Not checked"),
    "desk.page.undecided-why": Localised(zh="原因：{reason}", en="Because: {reason}"),
    "desk.page.notes": Localised(zh="说明", en="Notes"),
    "desk.page.compared": Localised(zh="已与上年报告“{name}”比对", en="Compared with “{name}”"),
    "desk.page.see-place": Localised(zh="看原文", en="See the place"),
    "desk.page.mark": Localised(zh="问题 {number}：{text}", en="Finding {number}: {text}"),
    "desk.page.page": Localised(zh="第 {number} 页", en="Page {number}"),
    "desk.page.table": Localised(zh="第 {number} 个表格", en="Table {number}"),
    "desk.page.select-file": Localised(zh="在左边选一份文件", en="Choose a file at the left"),
    "desk.page.language": Localised(zh="界面语言", en="Language"),
    "desk.page.pack": Localised(zh="报告种类", en="Kind of report"),
    "desk.page.report-year": Localised(zh="报告年度", en="Year of the report"),
    "desk.page.year-auto": Localised(zh="以报告写明的为准", en="as the report states"),
    "desk.page.agency": Localised(zh="机关类别", en="Kind of agency"),
    "desk.page.agency-auto": Localised(zh="按机关名称识别", en="by the agency's name"),
    "desk.page.published": Localised(zh="公布日期", en="Day of publication"),
    "desk.page.published-why": Localised(zh="不填则以落款日期为准", en="if empty, the date under the report counts"),
    "desk.page.apply": Localised(zh="应用并重新检查", en="Apply and check again"),
    "desk.page.cancel": Localised(zh="取消", en="Cancel"),
    "desk.page.skip": Localised(zh="跳到问题", en="Skip to the findings"),
    "desk.page.ended": Localised(
        zh="勾稽已经结束，本页不再检查文件。要继续，请重新打开勾稽。",
        en="gouji has ended, and this page checks nothing any more. To go on, open gouji again.",
    ),
    "desk.page.lost": Localised(zh="与勾稽的连接断开，正在重连…", en="The connection to gouji was lost; trying again…"),
    "desk.page.form-title": Localised(zh="空白表样", en="Empty form"),
    "desk.page.form-why": Localised(
        zh="按规定格式生成一份空表，填好后拖进来检查",
        en="A form as prescribed; fill it in, and drop it here to have it checked",
    ),
    "desk.page.form-format": Localised(zh="格式", en="Format"),
    "desk.page.form-cells": Localised(zh="数字格", en="Cells"),
    "desk.page.form-blank": Localised(zh="留空", en="blank"),
    "desk.page.form-zero": Localised(zh="填 0", en="0"),
    "desk.page.form-organisation": Localised(zh="机关名称", en="Agency"),
    "desk.page.form-earlier": Localised(zh="上年数字取自", en="Last year's figures from"),
    "desk.page.form-none": Localised(zh="不带入", en="none"),
    "desk.page.form-save": Localised(zh="生成并保存", en="Make and save"),
    "desk.page.severity-error": Localised(zh="错误", en="error"),
    "desk.page.severity-warning": Localised(zh="警告", en="warning"),
    "desk.page.severity-info": Localised(zh="提醒", en="remark"),
    "desk.page.undecided-count": Localised(zh="{count} 项没有核对", en="{count} not checked"),
}

SERVICE: Mapping[str, Localised] = {
    "desk.earlier-files": Localised(zh="所选的上年报告", en="the reports of last year that were chosen"),
    "desk.findings-file": Localised(zh="问题清单.xlsx", en="findings.xlsx"),
    "desk.figures-file": Localised(zh="报送数字.{suffix}", en="figures.{suffix}"),
    "desk.copies-file": Localised(zh="标注稿.zip", en="marked copies.zip"),
    "desk.form-file": Localised(zh="{year}年空白表样.{suffix}", en="form for {year}.{suffix}"),
    "desk.bad-request": Localised(zh="请求有误，请刷新页面后再试", en="this request makes no sense; reload the page"),
    "desk.bad-year": Localised(zh="报告年度应为四位数字：“{value}”", en="the year has four digits: “{value}”"),
    "desk.too-large": Localised(
        zh="文件超过 {limit} MB，没有检查。一份报告远没有这么大，请确认选对了文件",
        en="this file has more than {limit} MB and was not checked. A report has far less: see whether it "
        "is the right one",
    ),
    "desk.not-received": Localised(
        zh="文件没有收全，或者超过 60 MB。请再试一次", en="the file did not arrive as a whole, or has more than 60 MB"
    ),
    "desk.desk-full": Localised(
        zh="页面上的文件太多（最多 {files} 份、共 {limit} MB）。请先移除一些",
        en="there are too many files on the page ({files}, or {limit} MB in all). Remove some first",
    ),
}

INSTEAD: Mapping[str, Localised] = {
    "desk.run.no-report": Localised(
        zh="看不出是这一种类的报告。请确认文件无误，或者在“设置”里换一个报告种类",
        en="does not look like a report of this kind. See whether it is the right file, or choose another kind of "
        "report in the settings",
    ),
    "desk.run.no-year": Localised(
        zh="报告没有写明年度，从版式也看不出来。请在“设置”里填写报告年度",
        en="the report states no year and its layout tells none. Give it in the settings",
    ),
    "desk.run.year-by-layout": Localised(
        zh="报告没有写明年度，按其版式以“{edition}”检查。如有不同，请在“设置”里填写报告年度",
        en="the report states no year; going by its layout, it was checked as “{edition}”. If that is wrong, give the "
        "year in the settings",
    ),
    "desk.run.year-not-covered": Localised(
        zh="报告年度为 {year} 年，这一种类的规则适用于 {years}。如年度识别有误，请在“设置”里填写",
        en="the report is for {year}, and the rules cover {years}. If the year was misread, give it in the settings",
    ),
    "desk.run.no-rule": Localised(
        zh="没有对它检查任何规则：“{edition}”里没有可用的规则", en="no rule looked at it: there is none in “{edition}”"
    ),
    "desk.run.no-process": Localised(
        zh="无法启动检查进程，该文件未能检查。请关闭其他程序，再试一次",
        en="no process could be started to check this file. Close other programs, and try again",
    ),
    "desk.run.crashed": Localised(
        zh="程序自身出错：{crashes}。其他规则的结果仍然有效",
        en="the program itself failed: {crashes}. The results of the other rules hold",
    ),
    "desk.run.crashed-file": Localised(
        zh="程序自身出错（{exception}），该文件未能检查",
        en="the program itself failed ({exception}), so this file was not checked",
    ),
    "desk.annotate.pdf-forbidden": Localised(
        zh="这份 PDF 由制作者设了保护，不允许加批注，只能保存网页形式的标注稿",
        en="the owner of this PDF has protected it against notes: the marked copy can only be a web page",
    ),
    "desk.annotate.pdf-failed": Localised(
        zh="无法在这份 PDF 上加批注，只能保存网页形式的标注稿",
        en="notes cannot be added to this PDF: the marked copy can only be a web page",
    ),
    "desk.previous.draft-states-no-year": Localised(
        zh="报告没有写明年度，无法确认上年报告是否对应。请在“设置”里填写报告年度",
        en="the report states no year, so there is no telling which report is that of the year before. Give it in the "
        "settings",
    ),
    "desk.previous.draft-states-no-agency": Localised(
        zh="报告没有写明机关名称，无法在{folder}中找到它的上年报告；请只添加一份上年报告",
        en="the report does not say whose it is, so its report of the year before could not be found among {folder}; "
        "add that one alone",
    ),
    "desk.previous.other-year": Localised(
        zh="“{path}”是 {theirs} 年的报告，不是上一年的：本报告为 {ours} 年，应添加 {wanted} 年的报告",
        en="“{path}” is the report of {theirs}, not of the year before: this one is for {ours}, so that of {wanted} is "
        "needed",
    ),
    "desk.previous.other-agency": Localised(
        zh="“{path}”是“{theirs}”的报告，本报告是“{ours}”的；应添加同一机关的上年报告",
        en="“{path}” is the report of “{theirs}”, and this one is of “{ours}”: that of the same agency is needed",
    ),
    "desk.previous.not-found": Localised(zh="上年报告“{path}”：{reason}", en="last year's report, “{path}”: {reason}"),
    "desk.previous.none": Localised(zh="没有添加上年报告，无从比对", en="no report of the year before was added"),
    "desk.previous.several-in-folder": Localised(
        zh="{folder}中“{agency}”{year} 年的报告不止一份，内容不同：{paths}。请只留一份",
        en="among {folder}, several are of “{agency}” for {year} and differ: {paths}. Keep one of them",
    ),
}

TEXTS: Mapping[str, Localised] = {**PAGE, **SERVICE, **INSTEAD}
