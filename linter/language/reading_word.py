"""Texts of the reader of Word files."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "read.docx-not-word": Localised(
        zh="文件不是 Word 文档（docx），虽然名称像是。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再检查。",
        en="this is no Word document (docx), though it is named like one. Open it in Word or WPS, save it as a Word "
        "document (*.docx), and check that.",
    ),
    "read.docx-damaged": Localised(
        zh="Word 文件已损坏，或者没有复制完整，无法读取。请重新复制；如能用 Word 或 WPS 打开，请另存为新文件后再检查。",
        en="the Word file is damaged or was not copied completely. Copy it again; if Word or WPS can open it, save it "
        "as a new file and check that.",
    ),
    "read.docx-encrypted": Localised(
        zh="Word 文件设有打开密码，无法读取。请打开后取消密码，另存后再检查。",
        en="the Word file is protected by a password and cannot be read. Open it, remove the password, save it, and "
        "check that.",
    ),
    "read.docx-too-large": Localised(
        zh="Word 文件的正文解压后过大（上限 {limit} MB），不像一份报告，没有读取。请确认选对了文件，文件来源可靠。",
        en="the Word file unpacks to more than a report ever has (the limit is {limit} MB) and was not read. Make sure "
        "that it is the right file and comes from someone you trust.",
    ),
    "read.docx-too-deep": Localised(
        zh="Word 文件中的表格或文本框嵌套层数过多，不像一份报告，没有读取。请把嵌套的表格移到正文中，另存后再检查。",
        en="tables or text boxes in the Word file are nested deeper than in any report, and it was not read. Move the "
        "inner tables out into the text, save it, and check that.",
    ),
    "read.docx-entities": Localised(
        zh="Word 文件中含有 Word 从不写入的内容（XML 实体声明），可能有害，没有读取。请确认来源可靠，从原稿另存。",
        en="the Word file declares XML entities, which Word never writes and which may do harm, and was not read. Make "
        "sure that it comes from someone you trust, and save the draft again from its origin.",
    ),
    "read.docx-two-parts": Localised(
        zh="Word 文件中有两个部分都叫“{name}”（不分大小写），打开时显示的未必是程序读到的那一个，没有检查。"
        "请用 Word 打开，核对文字，另存为新文件后再检查。",
        en="two parts of the Word file are called {name} (case does not count), and what is shown may not be what the "
        "program reads: it was not checked. Open it in Word, look at the text, save it as a new file and check that.",
    ),
    "read.docx-two-packages": Localised(
        zh="文件由两个压缩包拼接而成，打开时显示的未必是程序读到的那一个，没有检查。"
        "请用 Word 打开，核对文字，另存为新文件后再检查。",
        en="the file is two packages put together, and what is shown may not be what the program reads: it was not "
        "checked. Open it in Word, look at the text, save it as a new file and check that.",
    ),
    "read.docx-unclear-reference": Localised(
        zh="Word 文件没有清楚指明哪一个部分是“{kind}”，打开时显示的未必是程序读到的那一个，没有检查。"
        "请用 Word 打开，核对文字，另存为新文件后再检查。",
        en="the Word file leaves open which of its parts is its ‘{kind}’, and what is shown may not be what the "
        "program reads: it was not checked. Open it in Word, look at the text, save it as a new file and check that.",
    ),
    "read.docx-outside-reference": Localised(
        zh="Word 文件指明的“{kind}”是“{target}”，不是文件自身的一个部分，没有检查。"
        "请用 Word 打开，核对文字，另存为新文件后再检查。",
        en="the Word file names {target} as its ‘{kind}’, which is no part of the file: it was not checked. Open it in "
        "Word, look at the text, save it as a new file and check that.",
    ),
    "read.docx-other-content": Localised(
        zh="Word 文件把自身的部分“{part}”标为另一种内容（{content}），打开时显示的未必是程序读到的文字，没有检查。"
        "请用 Word 打开，核对文字，另存为新文件后再检查。",
        en="the Word file says that its part {part} is something else ({content}), and what is shown may not be "
        "what the program reads: it was not checked. Open it in Word, look at the text, save it as a new file and "
        "check that.",
    ),
    "read.docx-tracked-changes": Localised(
        zh="文件中有未处理的修订，已按“全部接受”读取：插入的内容算在内，删除的不算。公布前请接受或拒绝全部修订。",
        en="the file has tracked changes. It was read as if all of them were accepted: what was inserted counts, what "
        "was deleted does not. Accept or reject them before the report is published.",
    ),
    "read.docx-embedded": Localised(
        zh="文件中嵌入了另一个文件（如 Excel 表格），其中的内容没有读取。如属报告内容，请改为 Word 表格或文字。",
        en="another file (an Excel sheet, say) is embedded in this one, and was not read. If it is part of the report, "
        "make a Word table or text of it.",
    ),
}
