"""Texts of the reader of PDF files."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "read.pdf-scanned": Localised(
        zh="这份 PDF 是扫描件或图片，没有文字层，无法检查。请改用生成它的 Word 文件，或由 Word 直接导出的 PDF。",
        en="this PDF is a scan: it has pictures of pages but no text layer, and cannot be checked. Use the Word file "
        "it was made from, or a PDF exported from that.",
    ),
    "read.pdf-without-text": Localised(
        zh="这份 PDF 中没有文字，无法检查。请确认选对了文件，或改用生成它的 Word 文件。",
        en="there is no text in this PDF. Make sure that it is the right file, or use the Word file it was made from.",
    ),
    "read.pdf-without-letters": Localised(
        zh="这份 PDF 的字体没有注明各个字形是什么字，文字读出来是乱码，无法检查。请改用生成它的 Word 文件。",
        en="the fonts of this PDF do not say which letters they draw, so that its text cannot be read. Use the Word "
        "file it was made from.",
    ),
    "read.pdf-locked": Localised(
        zh="这份 PDF 设有打开密码，无法读取。请先取消密码，另存后再检查，或改用生成它的 Word 文件。",
        en="this PDF is encrypted and needs a password to be opened. Save it without the password, or use the Word "
        "file it was made from.",
    ),
    "read.pdf-damaged": Localised(
        zh="这份 PDF 已损坏或没有下载完整，无法读取。请重新获取或重新导出后再检查。",
        en="this PDF is damaged or was not downloaded completely. Fetch or export it again.",
    ),
    "read.pdf-too-long": Localised(
        zh="这份 PDF 有 {pages} 页，超过 {limit} 页的上限，没有读取。一份报告远没有这么长，请确认选对了文件。",
        en="this PDF has {pages} pages, more than the limit of {limit}, and was not read. A report is far shorter: "
        "make sure that it is the right file.",
    ),
    "read.pdf-page-too-large": Localised(
        zh="PDF 中有一页的边长超过 {limit} 点，不像报告的页面，没有读取。请确认选对了文件，或从原稿重新导出 PDF。",
        en="a page of the PDF file is more than {limit} points wide or high, which no page of a report is, and the "
        "file was not read. Make sure that it is the right file, or make the PDF file again from the draft.",
    ),
    "read.pdf-too-complex": Localised(
        zh="这份 PDF 的文字或图形多得不像一份报告，没有检查。请确认选对了文件，或改用生成它的 Word 文件。",
        en="this PDF has more text or drawings than any report, and was not checked. Make sure that it is the right "
        "file, or use the Word file it was made from.",
    ),
    "read.pdf-scanned-pages": Localised(
        zh="第 {pages} 页是扫描的图片，没有文字层，其中的内容没有检查。",
        en="page {pages} is a scanned picture without a text layer; what stands there was not checked.",
    ),
    "read.pdf-recognised-pages": Localised(
        zh="第 {pages} 页是扫描件，文字由软件识别得出，数字可能认错；请对照原件核对，或改查报告的文字原稿。",
        en="page(s) {pages} are scans whose text was recognised by a program, so figures may be misread; compare them "
        "with the original, or check the draft as text.",
    ),
    "read.pdf-damaged-pages": Localised(
        zh="第 {pages} 页已损坏，其中的内容没有检查。请重新导出 PDF。",
        en="page {pages} is damaged; what stands there was not checked. Export the PDF again.",
    ),
    "read.pdf-unknown-letters": Localised(
        zh="有 {count} 个字的字体没有注明是什么字，显示为“\ufffd”；含有它们的内容可能读错。",
        en="{count} characters are in a font that does not say which letters they are, shown as “\ufffd”; what stands "
        "there may be misread.",
    ),
}
