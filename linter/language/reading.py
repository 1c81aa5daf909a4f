"""Texts of the readers: why a file could not be read, and what had to be assumed."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "read.empty": Localised(
        zh="文件是空的，没有文字。请确认选对了文件，并且内容已经保存。",
        en="the file is empty: there is no text in it. Make sure that it is the right file and that it was saved.",
    ),
    "read.too-large": Localised(
        zh="文件有 {size} MB，超过 {limit} MB 的上限，没有读取。一份报告的文字远没有这么大，请确认选对了文件。",
        en="the file has {size} MB, more than the limit of {limit} MB, and was not read. The text of a report is far "
        "smaller: make sure that it is the right file.",
    ),
    "read.too-many-parts": Localised(
        zh="文件的行、词和单元格超过 {limit} 个，不像一份报告，没有检查。请确认选对了文件。",
        en="the file has more than {limit} lines, words and cells, which no report has, and was not checked. Make sure "
        "that it is the right file.",
    ),
    "read.too-many-characters": Localised(
        zh="文件的文字超过 {limit} 字，不像一份报告，没有检查。请确认选对了文件。",
        en="the text of the file has more than {limit} characters, which no report has, and was not checked. Make sure "
        "that it is the right file.",
    ),
    "read.is-word": Localised(
        zh="这是 Word 文件（docx），不是纯文本。请在 Word 中打开，另存为“纯文本（*.txt）”后再检查。",
        en="this is a Word file (docx), not text. Open it in Word, save it as plain text (*.txt), and check that.",
    ),
    "read.is-old-office": Localised(
        zh="这是旧版 Word、Excel 或 WPS 文件（doc、xls、wps），不是纯文本。"
        "请用 Word 或 WPS 打开，另存为“纯文本（*.txt）”后再检查。",
        en="this is a file of an older Word, Excel or WPS (doc, xls, wps), not text. Open it there, save it as plain "
        "text (*.txt), and check that.",
    ),
    "read.is-word-xml": Localised(
        zh="这是以 XML 保存的 Word 文件，不是纯文本。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再检查。",
        en="this is a Word file saved as XML, not text. Open it in Word or WPS, save it as a Word document (*.docx), "
        "and check that.",
    ),
    "read.is-flat-opendocument": Localised(
        zh="这是 OpenDocument 单文件（fodt），不是纯文本。请用 LibreOffice 打开，另存为“文本（*.txt）”后再检查。",
        en="this is an OpenDocument file in XML (fodt), not text. Open it in LibreOffice, save it as text (*.txt), "
        "and check that.",
    ),
    "read.is-opendocument": Localised(
        zh="这是 OpenDocument 文件（odt），不是纯文本。请用 LibreOffice 或 WPS 打开，另存为“文本（*.txt）”后再检查。",
        en="this is an OpenDocument file (odt), not text. Open it in LibreOffice, save it as text (*.txt), "
        "and check that.",
    ),
    "read.is-excel": Localised(
        zh="这是电子表格文件，不是纯文本。请检查报告正文所在的文件，或把内容另存为“文本文件（制表符分隔）”后再检查。",
        en="this is a spreadsheet, not text. Check the file that holds the report, or save the sheet as text "
        "with tabs.",
    ),
    "read.is-rtf": Localised(
        zh="这是 RTF 文件，不是纯文本。请用 Word 或 WPS 打开，另存为“纯文本（*.txt）”后再检查。",
        en="this is an RTF file, not text. Open it in a word processor, save it as plain text (*.txt), and check that.",
    ),
    "read.is-pdf": Localised(
        zh="这是 PDF 文件，不是纯文本。请检查生成它的原稿，或把 PDF 的文字复制到 .txt 文件后再检查。",
        en="this is a PDF file, not text. Check the draft it was made from, or copy its text to a .txt file.",
    ),
    "read.is-image": Localised(
        zh="这是图片，不是文字，无法检查。请使用报告的文字原稿。",
        en="this is a picture, not text, and cannot be checked. Use the draft of the report as text.",
    ),
    "read.is-archive": Localised(
        zh="这是压缩包，不是纯文本。请先解压，再检查其中的报告。",
        en="this is an archive, not text. Unpack it and check the report in it.",
    ),
    "read.not-text": Localised(
        zh="这是二进制文件或已损坏的文件，不是文字。请确认选对了文件，必要时从原稿重新另存为“纯文本（*.txt）”。",
        en="this is a binary or damaged file, not text. Make sure that it is the right file; if it is, save the draft "
        "again as plain text (*.txt).",
    ),
    "read.unknown-encoding": Localised(
        zh="无法识别文字编码：不是 UTF-8、UTF-16，也不是 GB18030（GBK）。请用记事本打开，另存时把编码选为“UTF-8”。",
        en="the text is in an unknown encoding: neither UTF-8 nor UTF-16 nor GB18030 (GBK). Open it in an editor and "
        "save it as UTF-8.",
    ),
    "read.damaged-characters": Localised(
        zh="文件中有 {count} 处文字已损坏，显示为“\ufffd”；含有它们的内容可能读错。请从原稿重新保存。",
        en="the file has {count} damaged characters, shown as “\ufffd”; what stands there may be misread. Save the "
        "draft again from its origin.",
    ),
    "read.radicals": Localised(
        zh="文中有 {count} 个字用的是形似的部首符号（{signs}），多由 PDF 复制而来；已按常用汉字核对。"
        "建议改为正常的字，否则检索不到",
        en="{count} characters are signs of radicals that only look like them ({signs}), as copied from a PDF; they "
        "were read as the characters meant. Better replace them, for no search finds them",
    ),
    "read.footnote-marks": Localised(
        zh="表格中有 {count} 处数字旁带注释标记（上标、①、* 等），已略去，只取数字。",
        en="{count} footnote mark(s) beside figures of tables (¹, ①, * and the like) were left out.",
    ),
    "read.joined-figures": Localised(
        zh="表格中有 {count} 个数字被空格、换行或看不见的字符隔开，已连起来读。请核对，并删去这些字符。",
        en="{count} figure(s) of tables were parted by spaces, ends of lines or characters that are not seen, and were "
        "put together. Compare them, and take these characters out.",
    ),
    "read.struck-text": Localised(
        zh="有 {count} 处文字带删除线，视为已删去，没有读取。公布前请删除这些文字。",
        en="{count} piece(s) of struck text were taken for deleted and were not read. Delete them before the report is "
        "published.",
    ),
    "read.unseen-text": Localised(
        zh="有 {count} 处文字看不见（字号为零、颜色与底色相同、隐藏等），没有读取。请删除这些文字。",
        en="{count} piece(s) of text that cannot be seen (of no size, of the colour of the paper, or hidden) were not "
        "read. Delete them.",
    ),
}
