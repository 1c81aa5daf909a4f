"""Texts of a run and of the reports in the terminal. Those of the command line itself stand in `options`."""

from __future__ import annotations

from collections.abc import Mapping

from linter.language.options import OPTIONS
from linter.model.message import Localised

RUN: Mapping[str, Localised] = {
    "run.crashed": Localised(
        zh="程序自身出错：{crashes}。其他规则的结果仍然有效。请加上 --debug 再检查一次，把显示的内容"
        "反馈到 gouji 的问题页面（见 README）",
        en="the program itself failed: {crashes}. The results of the other rules hold. Please check again with --debug "
        "and report what it shows on the issue page of gouji (see the README)",
    ),
    "run.crash": Localised(zh="规则 {rule}（{exception}）", en="rule {rule} ({exception})"),
    "run.crashed-file": Localised(
        zh="程序自身出错（{exception}），该文件未能检查。请加上 --debug 再检查一次，把显示的内容反馈到 gouji 的问题页面"
        "（见 README）",
        en="the program itself failed ({exception}), so this file was not checked. Please check it again with --debug "
        "and report what it shows on the issue page of gouji (see the README)",
    ),
    "run.process-died": Localised(
        zh="检查该文件的进程两次意外中止，可能是内存不足，未能检查。请确认文件能够正常打开，关闭其他程序后再检查",
        en="the process that checked this file died twice, perhaps for lack of memory. See whether the file opens "
        "normally, close other programs, and check again",
    ),
    "run.no-process": Localised(
        zh="无法启动检查进程，该文件未能检查。请关闭其他程序，用 --jobs 1 再检查一次",
        en="no process could be started to check this file. Close other programs, and check again with --jobs 1",
    ),
    "run.hung": Localised(
        zh="检查该文件用时过长，两次都没有完成，已经中止。请确认文件能够正常打开，并且只有一份报告",
        en="checking this file took too long twice and was ended. See whether it opens normally and holds one report",
    ),
    "run.too-much-memory": Localised(
        zh="检查该文件所需内存超过上限，已经中止。一份报告远用不了这么多，请确认选对了文件",
        en="checking this file took more memory than it may, and was ended. A report needs far less: make sure that it "
        "is the right file",
    ),
    "run.requires": Localised(
        zh="先改好{rules}，再检查这一项",
        en="first correct {rules}",
    ),
    "run.required": Localised(zh="“{title}”", en="“{title}”"),
    "run.no-rule": Localised(
        zh="没有对它检查任何规则：所选的规则都不属于“{edition}”，或者须用 --previous 才能检查",
        en="no rule looked at it: none of those selected is one of “{edition}”, or they need --previous",
    ),
    "run.no-report": Localised(
        zh="看不出是所选规则包适用的报告。请确认文件无误，或者用 --pack 指定其他规则包",
        en="does not look like a report of this rule pack. Check that it is the right file, or name another pack with "
        "--pack",
    ),
    "run.several-reports": Localised(
        zh="一个文件里有 {count} 份报告。请拆成一份报告一个文件后再检查",
        en="this file holds {count} reports. Split it into one file per report and check again",
    ),
    "run.no-year": Localised(
        zh="报告没有写明年度，从版式也看不出来。请用 --year 指定，例如 --year 2023",
        en="the report states no year and its layout tells none. Give it with --year, for example --year 2023",
    ),
    "run.year-by-layout": Localised(
        zh="报告没有写明年度，按其版式以“{edition}”检查。如有不同，请用 --year 指定",
        en="the report states no year; going by its layout, it was checked as “{edition}”. If that is wrong, give the "
        "year with --year",
    ),
    "run.year-not-covered": Localised(
        zh="报告年度为 {year} 年，所选规则包适用于 {years}。如年度识别有误，请用 --year 指定",
        en="the report is for {year}, and the rule pack covers {years}. If the year was misread, give it with --year",
    ),
    "run.years-from": Localised(zh="{first} 年及以后", en="{first} and later"),
    "run.years-until": Localised(zh="{last} 年及以前", en="{last} and earlier"),
    "run.years-between": Localised(zh="{first} 年至 {last} 年", en="{first} to {last}"),
    "run.years-all": Localised(zh="所有年度", en="all years"),
    "run.not-found": Localised(zh="没有这个文件或文件夹。请检查路径", en="no such file or folder. Check the path"),
    "run.not-found-but": Localised(
        zh="没有这个文件或文件夹。同一位置有“{near}”，是否指它？",
        en="no such file or folder. There is “{near}” in the same place: is that the one?",
    ),
    "run.vanished": Localised(
        zh="文件在检查过程中不见了。请确认没有被移动或删除，再检查一次",
        en="the file vanished during the run. See whether it was moved or deleted, and check again",
    ),
    "run.broken-link": Localised(
        zh="这个链接所指的文件不存在。请修正或删除该链接",
        en="this link leads to a file that does not exist. Correct the link or remove it",
    ),
    "run.no-permission": Localised(
        zh="没有读取权限。请取得权限，或者把文件复制到可以读取的位置",
        en="no permission to read it. Ask for permission, or copy the file to where it can be read",
    ),
    "run.unreadable": Localised(
        zh="无法读取（{reason}）。请确认文件能够正常打开",
        en="cannot be read ({reason}). See whether the file opens normally",
    ),
    "run.empty-path": Localised(
        zh="路径是空的，可能是脚本中的变量没有值。请写明文件或文件夹；当前文件夹写作 .",
        en="the path is empty, perhaps for a variable of a script without a value. Name a file or a folder; . is the "
        "working folder",
    ),
    "run.no-regular-file": Localised(
        zh="这是管道、设备一类，不是普通文件，没有读取。要检查标准输入，请用 - 作为路径",
        en="this is a pipe, a device or the like and no regular file, so it was not read. To check the standard input, "
        "give - as the path",
    ),
    "run.not-private": Localised(
        zh="该文件不属于当前用户，或者他人可以改写，没有使用",
        en="this file is another user's, or can be changed by others, and was not used",
    ),
    "run.no-standard-input": Localised(
        zh="标准输入已经关闭，没有内容可读。请用管道给出内容，或者直接指定文件",
        en="the standard input is closed. Give something through a pipe, or name a file",
    ),
    "run.folder-unreadable": Localised(
        zh="无法列出文件夹内容，其中的文件未检查。请检查权限",
        en="the folder cannot be listed, so the files in it were not checked. Check its permissions",
    ),
    "run.folder-without-files": Localised(
        zh="文件夹里没有可以检查的文件（只查看 {suffixes}）。请检查路径，或者直接指定文件",
        en="the folder holds no file that can be checked (only {suffixes} are looked at). Check the path, or name the "
        "file itself",
    ),
    "run.folder-without-reports": Localised(
        zh="文件夹里没有找到报告：看过的 {count} 个文件（{suffixes}）都不是所选规则包适用的报告。请检查路径，"
        "或者用 --pack 指定其他规则包",
        en="the folder holds no report: none of the {count} files looked at ({suffixes}) is one of this rule pack. "
        "Check the path, or name another pack with --pack",
    ),
}

REPORT: Mapping[str, Localised] = {
    "report.error": Localised(zh="错误", en="error"),
    "report.warning": Localised(zh="警告", en="warning"),
    "report.info": Localised(zh="提醒", en="info"),
    "report.hint": Localised(zh="改法", en="fix"),
    "report.source": Localised(zh="依据", en="source"),
    "report.source-and-place": Localised(zh="{source}（{place}）", en="{source} ({place})"),
    "report.rule-title": Localised(zh="规则", en="rule"),
    "report.place-page": Localised(zh="第 {page} 页", en="page {page}"),
    "report.place-line": Localised(zh="第 {line} 行", en="line {line}"),
    "report.place": Localised(zh="位置", en="place"),
    "report.note": Localised(zh="说明", en="note"),
    "report.not-checked": Localised(zh="未能检查", en="not checked"),
    "report.also": Localised(zh="同样不符", en="also wrong"),
    "report.titles-more": Localised(zh="{titles}等 {count} 条", en="{titles} and others, {count} in all"),
    "report.also-rule": Localised(zh="{part}（{title}）", en="{part} ({title})"),
    "report.year": Localised(zh="{year} 年", en="{year}"),
    "report.text": Localised(zh="标题和开头", en="Title and introduction"),
    "report.blank": Localised(zh="（空）", en="(blank)"),
    "report.subtotal": Localised(zh="小计 {total}", en="subtotal {total}"),
    "report.difference": Localised(zh="差 {difference}", en="difference {difference}"),
    "report.subtotal-difference": Localised(
        zh="小计 {total}，差 {difference}", en="subtotal {total}, difference {difference}"
    ),
    "report.more-cells": Localised(zh="……另有 {count} 处", en="… and {count} more"),
    "report.must-differ": Localised(zh="不应等于", en="must differ from"),
    "report.must-be-less": Localised(zh="应小于", en="must be less than"),
    "report.must-not-exceed": Localised(zh="应不大于", en="must not exceed"),
    "report.must-be-more": Localised(zh="应大于", en="must be more than"),
    "report.must-reach": Localised(zh="应不小于", en="must not be less than"),
    "report.suspect": Localised(
        zh="最可能是{name}有误：现为 {value}，改为 {suggested} 后即可对上",
        en="{name} is most likely wrong: with {suggested} instead of {value}, the figures agree",
    ),
    "report.undecided": Localised(zh="没有核对：{rules}。原因：{reason}", en="not checked: {rules}. Reason: {reason}"),
    "report.not-looked": Localised(zh="没有核对的规则", en="Rules that were not checked"),
    "report.because": Localised(zh="{titles}——{reason}", en="{titles}: {reason}"),
    "report.next": Localised(zh="下一步", en="next"),
    "report.next-annotate": Localised(
        zh="用 {command} 生成标注稿，在原处标出这些问题", en="{command} makes a copy with each finding at its place"
    ),
    "report.skipped": Localised(
        zh="跳过 {count} 个不是报告的文件：{paths}",
        en="skipped, not reports ({count}): {paths}",
    ),
    "report.skipped-more": Localised(
        zh="跳过 {count} 个不是报告的文件：{paths} 等",
        en="skipped, not reports ({count}): {paths} …",
    ),
    "report.list": Localised(zh="{items}", en="{items}"),
    "report.comma": Localised(zh="，", en=", "),
    "report.semicolon": Localised(zh="；", en="; "),
    "report.summary": Localised(zh="{files}：{findings}", en="{files}: {findings}"),
    "report.what": Localised(zh="问题", en="what is wrong"),
    "report.more-reports": Localised(
        zh="另有 {count} 份报告有问题，此处从略", en="{count} more reports have findings, which are left out here"
    ),
    "report.nothing-checked": Localised(zh="没有检查任何报告", en="no report was checked"),
    "report.nothing-found": Localised(zh="没有发现问题", en="nothing found"),
    "report.one-file": Localised(zh="{count} 份报告", en="{count} report"),
    "report.files": Localised(zh="{count} 份报告", en="{count} reports"),
    "report.one-error": Localised(zh="{count} 处错误", en="{count} error"),
    "report.errors": Localised(zh="{count} 处错误", en="{count} errors"),
    "report.one-warning": Localised(zh="{count} 处警告", en="{count} warning"),
    "report.warnings": Localised(zh="{count} 处警告", en="{count} warnings"),
    "report.one-info": Localised(zh="{count} 处提醒", en="{count} remark"),
    "report.infos": Localised(zh="{count} 处提醒", en="{count} remarks"),
    "report.one-undecided": Localised(zh="{count} 条规则没有核对", en="{count} rule not checked"),
    "report.undecided-rules": Localised(zh="{count} 条规则没有核对", en="{count} rules not checked"),
    "report.one-failed": Localised(zh="{count} 个文件未能检查", en="{count} file not checked"),
    "report.failed": Localised(zh="{count} 个文件未能检查", en="{count} files not checked"),
}

TEXTS: Mapping[str, Localised] = {**RUN, **REPORT, **OPTIONS}
