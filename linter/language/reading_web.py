"""Texts of the reader of web pages."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "read.html-too-many-parts": Localised(
        zh="网页源代码中的标签和字符引用超过 {limit} 个，不像一份报告，没有检查。"
        "请确认选对了文件，或只保存报告所在的网页。",
        en="the page has more than {limit} tags and character references, which no report has, and was not checked. "
        "Make sure that it is the right file, or save only the page with the report.",
    ),
    "read.html-deletions": Localised(
        zh="文中有 {count} 处标为删除的文字，没有读取。",
        en="{count} piece(s) of text that are marked as deleted were not read.",
    ),
    "read.archive-without-page": Localised(
        zh="这个网页存档（mht）里没有网页，可能已损坏。请在浏览器或 Word 中重新保存后再检查。",
        en="there is no page in this web archive (mht); it may be damaged. Save it again in the browser or in Word.",
    ),
}
