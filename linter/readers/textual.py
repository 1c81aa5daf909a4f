"""Files of text: decoded, and read as what is in them, which need not be what their suffix says."""

from __future__ import annotations

import re

from linter.model.document import Document, Source
from linter.readers.encoding import decode

_TAG = re.compile(r"<[a-zA-Z!/?]")
_HTML = re.compile(r"<html", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_MARKUP = re.compile(r"\s*(?:<\?xml\b|<!--|<[a-z!])", re.IGNORECASE)
_START = 2000  # characters in which a page's own tag stands


def read(source: Source) -> Document:
    """The blocks of a web page, a Markdown text or a plain text; raises `ReadFailure`."""
    text, notes = decode(source.data)
    if _is_page(text, source.suffix):
        from linter.readers.html.read import read_page

        return read_page(source.name, text, notes)
    from linter.readers.plain.wrapped import unwrapped

    if source.suffix in ("md", "markdown"):
        from linter.readers.markdown import blocks_of as marked_blocks

        return Document(source.name, "md", tuple(unwrapped(list(marked_blocks(text)))), notes)
    from linter.readers.lines import lines_of
    from linter.readers.plain.read import blocks_of

    return Document(source.name, "txt", tuple(unwrapped(blocks_of(lines_of(text)))), notes)


def _is_page(text: str, suffix: str) -> bool:
    """Whether a text is a web page. A page's suffix and one tag are enough; Markdown may begin with HTML of its own."""
    if suffix in ("html", "htm"):
        return _TAG.search(text) is not None
    start = text[:_START]
    if _MARKUP.match(start) is None or _PAGE.search(start) is None:
        return False
    return suffix not in ("md", "markdown") or _HTML.search(start) is not None
