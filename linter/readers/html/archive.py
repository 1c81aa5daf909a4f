"""Web archives (MHTML): a page and its pictures in one file, which browsers and Word save and people name `.doc`."""

from __future__ import annotations

from linter.formats.refusals import ReadFailure, refuse_larger
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.readers.encoding import LARGEST

MOST_PARTS = 2_000
"""Parts that an archive may have: the page, and its pictures and styles."""

DEEPEST = 20
"""Archives that may be in archives."""

_PAGE = "text/html"
_WITHIN = b"multipart/"
_BOUNDARY = b"\n--"


def read(source: Source) -> Document:
    """The blocks of the page in an archive; places are those in the page's own source. Raises `ReadFailure`."""
    from linter.readers.textual import read as read_textual

    return read_textual(Source(source.name, _page(source.data), "html"))._replace(format="mht", text="")


def _page(data: bytes) -> bytes:
    """The bytes of the page that an archive says it shows, or of its first; in UTF-8 where it states the encoding."""
    from email import message_from_bytes

    refuse_larger(data, LARGEST)
    if data.count(_BOUNDARY) > MOST_PARTS or data.lower().count(_WITHIN) > DEEPEST:
        raise ReadFailure(Message("read.too-many-parts", {"limit": MOST_PARTS}))
    message = message_from_bytes(data.lstrip())
    pages = [part for part in message.walk() if part.get_content_type() == _PAGE]
    if not pages:
        raise ReadFailure(Message("read.archive-without-page"))
    start = message.get_param("start")
    shown = (part for part in pages if start and str(part.get("Content-ID", "")).strip() == start)
    part = next(shown, pages[0])
    page = part.get_payload(decode=True)
    content = page if isinstance(page, bytes) else b""
    charset = part.get_content_charset()
    return content if charset is None else _in_utf8(content, charset)


def _in_utf8(content: bytes, charset: str) -> bytes:
    try:
        return content.decode("gb18030" if charset.startswith("gb") else charset).encode()
    except (LookupError, UnicodeError):
        return content
