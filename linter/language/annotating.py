"""Texts of marked copies, and of the command that makes them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

MARKS: Mapping[str, Localised] = {
    "annotate.author": Localised(zh="勾稽", en="gouji"),
    "annotate.author-of": Localised(zh="勾稽·{severity}", en="gouji·{severity}"),
    "annotate.former-author": Localised(zh="勾稽 gouji", en="勾稽 gouji"),
    "annotate.initials": Localised(zh="勾稽", en="gouji"),
    "annotate.copy-mark": Localised(zh="（标注稿）", en=".marked"),
    "annotate.label": Localised(zh="{label}：", en="{label}: "),
    "annotate.summary": Localised(zh="检查结果", en="Result"),
    "annotate.must-equal": Localised(zh="应等于", en="must equal"),
    "annotate.pdf-forbidden": Localised(
        zh="这份 PDF 由制作者设了保护，不允许加批注。请改用原稿，或改用网页形式的标注稿：-o 后的文件名以 .html 结尾",
        en="the owner of this PDF has protected it against notes. Use the draft that it was made from, or make the "
        "marked copy a web page: give -o a name that ends in .html",
    ),
    "annotate.pdf-failed": Localised(
        zh="无法在这份 PDF 上加批注。请改用网页形式的标注稿：-o 后的文件名以 .html 结尾",
        en="notes cannot be added to this PDF. Make the marked copy a web page instead: give -o a name that ends in "
        ".html",
    ),
}

PAGE: Mapping[str, Localised] = {
    "annotate.page-title": Localised(zh="{name} 标注稿", en="{name}, marked copy"),
    "annotate.skip-to-report": Localised(zh="跳到报告正文", en="Skip to the report"),
    "annotate.findings": Localised(zh="发现的问题", en="Findings"),
    "annotate.no-findings": Localised(zh="没有发现问题。", en="Nothing was found."),
    "annotate.not-decided": Localised(zh="没有核对的规则", en="Rules that were not checked"),
    "annotate.notes": Localised(zh="说明", en="Notes"),
    "annotate.report": Localised(zh="报告全文", en="The report"),
    "annotate.number": Localised(zh="{word} {number}", en="{word} {number}"),
    "annotate.to-place": Localised(zh="原文位置", en="Place in the report"),
    "annotate.to-list": Localised(zh="返回目录", en="Back to the list"),
    "annotate.rule": Localised(zh="规则", en="rule"),
    "annotate.table": Localised(zh="第 {number} 个表格", en="Table {number}"),
    "annotate.about": Localised(
        zh="本页由 gouji 于 {date} 根据“{name}”生成，原文件未作改动。文字和表格按读取到的排列，外观可能与原文件不同。",
        en="Made by gouji on {date} from “{name}”, which was not changed. Text and tables stand as they were read; "
        "their looks may differ from the file.",
    ),
}

COMMAND: Mapping[str, Localised] = {
    "cli.annotate": Localised(
        zh="生成标注稿：把发现的问题标在报告副本的原处。Word 稿（.docx，以及 .doc、.wps、.odt）加批注，"
        "PDF 加高亮和注释，其他格式生成网页。原文件不会改动。退出码：0 已写出标注稿，2 没有写出。",
        en="Make a marked copy: the report with each finding at its place. Word files (.docx, and .doc, .wps, .odt) "
        "get comments, PDF files highlights with notes, all others become a web page. The draft itself is never "
        "changed. Exit code: 0 the copy was written, 2 it was not.",
    ),
    "cli.annotate.path": Localised(
        zh="报告、文件夹，或者 -（标准输入）；可以是多个。",
        en="Reports, folders, or - for the standard input; there may be several.",
    ),
    "cli.annotate.output": Localised(
        zh="标注稿的文件名；后缀决定格式：.docx、.pdf 或 .html。多份报告：存放标注稿的文件夹。"
        "默认：原文件旁的 <原名>.marked.<后缀>。",
        en="Name of the copy; its suffix decides the format: .docx, .pdf or .html. Of several reports: the folder for "
        "their copies. Default: <name>.marked.<suffix> beside each draft.",
    ),
    "cli.annotate.select": Localised(
        zh="只标注这些规则的结果，如 requests-*；可以多次使用，也可以用逗号分隔。",
        en="Mark only what these rules find, such as requests-*; may be repeated, or take several with commas.",
    ),
    "cli.annotate.ignore": Localised(
        zh="不标注这些规则的结果；用法同 --select。", en="Do not mark what these rules find; given like --select."
    ),
    "cli.annotate-needs-output": Localised(
        zh="报告来自标准输入，请用 -o 指定标注稿的文件名",
        en="the report comes from the standard input; name the marked copy with -o",
    ),
    "cli.annotate-suffix": Localised(
        zh="不能把 {format} 格式的报告标注成“{path}”。可用的后缀：{suffixes}",
        en="a report in the format {format} cannot be marked as “{path}”. Suffixes that can be had: {suffixes}",
    ),
    "cli.annotated": Localised(zh="已写入“{path}”：{counts}", en="wrote “{path}”: {counts}"),
}

TEXTS: Mapping[str, Localised] = {**MARKS, **PAGE, **COMMAND}
