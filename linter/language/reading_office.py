"""Texts of the reader of Word 97–2003 files, and of files that LibreOffice has to convert."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "read.doc-not-word": Localised(
        zh="文件不是 Word 或 WPS 文字文档，虽然名称像是；也可能已损坏。请确认选对了文件；如能用 Word 或 WPS 打开，"
        "请另存为“Word 文档（*.docx）”后再检查。",
        en="this is no Word or WPS document, though it is named like one, or it is damaged. Make sure that it is the "
        "right file; if Word or WPS can open it, save it as a Word document (*.docx) and check that.",
    ),
    "read.doc-by-office": Localised(
        zh="文件不是完好的 Word 97–2003 文档，由 LibreOffice 转换后读取，可能与原稿有出入。请核对，最好另存为 .docx。",
        en="this is no sound Word 97–2003 document; LibreOffice converted it, and what was read may differ from the "
        "draft. Compare the two, or better save the draft as .docx.",
    ),
    "read.doc-older": Localised(zh="Word 95 及更早版本的文件", en="a file of Word 95 or before"),
    "read.doc-odd": Localised(zh="已损坏或结构异常的 Word 文件（doc）", en="a Word file (doc) that is damaged or odd"),
    "read.doc-works": Localised(zh="Microsoft Works 的文件（wps）", en="a file of Microsoft Works (wps)"),
    "read.office-doc": Localised(zh="旧版 Word 文件（doc）", en="an old Word file (doc)"),
    "read.office-wps": Localised(zh="WPS 文字文件（wps）", en="a WPS file (wps)"),
    "read.office-odt": Localised(zh="OpenDocument 文件（odt）", en="an OpenDocument file (odt)"),
    "read.office-fodt": Localised(zh="OpenDocument 单文件（fodt）", en="an OpenDocument file in XML (fodt)"),
    "read.office-xml": Localised(zh="以 XML 保存的 Word 文件", en="a Word file saved as XML"),
    "read.office-rtf": Localised(zh="RTF 文件", en="an RTF file"),
    "read.office-missing": Localised(
        zh="这是{kind}，需要 LibreOffice 才能读取，本机没有安装。请安装 LibreOffice（免费），"
        "或用 Word、WPS 打开后另存为“Word 文档（*.docx）”再检查。",
        en="this is {kind}, which takes LibreOffice to read, and that is not installed here. Install LibreOffice (it "
        "is free), or open the file in Word or WPS, save it as a Word document (*.docx), and check that.",
    ),
    "read.office-failed": Localised(
        zh="这是{kind}，LibreOffice 无法转换，可能已损坏或设有密码。如能用 Word 或 WPS 打开，"
        "请另存为“Word 文档（*.docx）”后再检查。",
        en="this is {kind}, and LibreOffice could not convert it: it may be damaged, or protected by a password. If "
        "Word or WPS can open it, save it as a Word document (*.docx) and check that.",
    ),
    "read.office-too-slow": Localised(
        zh="这是{kind}，LibreOffice 在 {limit} 秒内没有转换完，已停止。请用 Word 或 WPS 打开，"
        "另存为“Word 文档（*.docx）”后再检查。",
        en="this is {kind}, and LibreOffice did not convert it within {limit} seconds, so it was stopped. Open it in "
        "Word or WPS, save it as a Word document (*.docx), and check that.",
    ),
    "read.office-too-large": Localised(
        zh="这是{kind}，解压后超过 {limit} MB，不像一份报告，没有读取。请确认选对了文件，文件来源可靠。",
        en="this is {kind}, and it unpacks to more than {limit} MB, which no report does; it was not read. Make sure "
        "that it is the right file and comes from someone you trust.",
    ),
}
