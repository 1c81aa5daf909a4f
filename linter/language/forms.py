"""Texts of empty forms, and of the command that makes them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

FORM: Mapping[str, Localised] = {
    "form.agency": Localised(zh="（机关名称）", en="(name of the agency)"),
    "form.write-here": Localised(
        zh="（在此填写{title}，填好后删去本行）", en="(Write of {title} here, and delete this line.)"
    ),
    "form.carried": Localised(
        zh="取自 {year} 年报告“{name}”，请核对", en="taken from the report of {year}, “{name}”; please check"
    ),
    "form.no-pack": Localised(zh="没有 {year} 年的报告格式", en="there is no form of a report for {year}"),
    "form.other-year": Localised(
        zh="“{path}”是 {theirs} 年的报告，{year} 年的表应带入 {wanted} 年报告的数字",
        en="“{path}” is the report of {theirs}; a form for {year} takes its figures from that of {wanted}",
    ),
}

COMMAND: Mapping[str, Localised] = {
    "cli.new": Localised(
        zh="按规定格式生成空白表样：标题、各部分、合并好的表头，数字格留空或填 0；可以带入上年报告的结转数。",
        en="Make an empty form as prescribed: titles, sections, tables with merged headers, and cells that are blank "
        "or 0; what is carried over is taken from last year's report.",
    ),
    "cli.new.output": Localised(
        zh="表样的文件名；后缀决定格式：.docx、.html 或 .md。",
        en="Name of the form; its suffix decides the format: .docx, .html or .md.",
    ),
    "cli.new.organisation": Localised(
        zh="机关名称。默认取自上年报告。", en="Name of the agency. Default: that of last year's report."
    ),
    "cli.new.cells": Localised(
        zh="数字格留空（blank）还是填 0（zero）。", en="Leave the cells blank, or fill in 0 (zero)."
    ),
    "cli.new.previous": Localised(
        zh="上一年度的报告：带入上年结转等数字，并标明来处。",
        en="The report of the year before: what is carried over from it is filled in and marked.",
    ),
    "cli.new-suffix": Localised(
        zh="表样不能写成“{path}”。可用的后缀：{suffixes}",
        en="a form cannot be written as “{path}”. Suffixes that can be had: {suffixes}",
    ),
    "cli.new-one-report": Localised(
        zh="请用 --previous 指定一份上年报告，“{path}”是文件夹",
        en="--previous takes one report here, and “{path}” is a folder",
    ),
    "cli.new-written": Localised(zh="已写入“{path}”", en="wrote “{path}”"),
    "cli.work-exists": Localised(
        zh="“{path}”已经存在，可能有人改过，未写入。要覆盖它请加 --force，否则请用 -o 换一个文件名",
        en="“{path}” exists, and somebody may have worked on it, so nothing was written. Add --force to overwrite "
        "it, or give another name with -o",
    ),
}

TEXTS: Mapping[str, Localised] = {**FORM, **COMMAND}
