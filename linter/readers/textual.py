"""Files of text: decoded, and read as what is in them, which need not be what their suffix says."""

from __future__ import annotations

import re
from itertools import islice

from linter.formats.refusals import MOST_CHARACTERS, ReadFailure
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.readers.encoding import decode
from linter.text.comments import without_comments
from linter.text.regex import regex

MARKDOWN = ("md", "markdown")
"""Suffixes of Markdown."""

MOST_PARTS = 100_000
"""Lines, words and cells that a text may have: each becomes an object, so that a file of nothing but tabs, small as it
is, would fill the memory. The largest report that was seen has 23,000."""

_SPACES = regex(" +")
_TAG = regex(r"<[a-zA-Z!/?]")
_HTML = regex(r"<html", re.IGNORECASE)
_PAGE = regex(r"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_TABLE = regex(r"<table\b", re.IGNORECASE)
_MARKUP = regex(r"\s*(?:<\?xml\b|<!--|<[a-z!])", re.IGNORECASE)
_START = 2000  # characters in which a page's own tag stands

_CLOSED = regex(r"</(?:p|div|t[dhr]|table|h[1-6]|li|span|body|font)\s*>", re.IGNORECASE)
FEWEST_TAGS = 6
"""End tags of parts of a page that make a page of a text, wherever its first tag stands."""

_TABLE_RULE = regex(r"^ {0,3}(?:\|[ \t]*:?-{3,}|:?-{3,}:?[ \t]*\|[ \t]*:?-{3,})[-:| \t]*\r?$", re.MULTILINE)
_WIKI_TABLE = regex(r"^[ \t]*\{\|", re.MULTILINE)
_STRONG = regex(r"\*\*(?=[^\s*])[^*\r\n]+\*\*")
FEWEST_MARKS = 3
"""Emphases that make Markdown of a text."""


def read(source: Source) -> Document:
    """The blocks of a web page, a Markdown text or a plain text; raises `ReadFailure`."""
    text, notes = decode(source.data)
    if _is_page(text, source.suffix):
        from linter.readers.html.read import read_page

        return read_page(source.name, text, notes)
    is_markdown = _is_markdown(text, source.suffix)
    _refuse_endless(text, is_markdown)
    from linter.readers.plain.wrapped import unwrapped

    form = "md" if source.suffix in MARKDOWN else "txt"
    plain = without_comments(text) if form == "txt" else text
    if is_markdown:
        from linter.readers.markdown import read_markdown

        blocks, remarks = read_markdown(plain)
        return Document(source.name, form, tuple(unwrapped(blocks)), (*notes, *remarks), text)
    from linter.readers.lines import lines_of
    from linter.readers.plain.read import blocks_of

    return Document(source.name, form, tuple(unwrapped(blocks_of(lines_of(plain)))), notes, text)


def _refuse_endless(text: str, is_markdown: bool) -> None:
    """Raise `ReadFailure` for a text of more lines, words and cells, or of more characters, than any report has. In
    Markdown, bars alone part cells.
    """
    if len(text) > MOST_CHARACTERS:
        raise ReadFailure(Message("read.too-many-characters", {"limit": MOST_CHARACTERS}))
    if len(text) <= MOST_PARTS:
        return
    parts = sum(text.count(part) for part in "\n\r\t|") - text.count("\r\n")
    if not is_markdown:
        parts += sum(1 for _ in islice(_SPACES.finditer(text), MOST_PARTS + 1))
    if parts > MOST_PARTS:
        raise ReadFailure(Message("read.too-many-parts", {"limit": MOST_PARTS}))


def _is_page(text: str, suffix: str) -> bool:
    """Whether a text is a web page. A page's suffix and one tag are enough; Markdown may begin with HTML of its own."""
    if suffix in ("html", "htm"):
        return _TAG.search(text) is not None
    start = text[:_START]
    begins = _MARKUP.match(start) is not None
    if suffix in MARKDOWN:
        return begins and _HTML.search(start) is not None
    if begins and _PAGE.search(start) is not None:
        return True
    return _has(_CLOSED, text, FEWEST_TAGS) and not _begins_with_table(text)


def _is_markdown(text: str, suffix: str) -> bool:
    """Whether a text is Markdown, by its suffix or whatever that is: a table is ruled off in it, or stands there as
    HTML between its lines, or words are emphasised several times.
    """
    if "|}" in text and _WIKI_TABLE.search(text) is not None:
        return False  # a row of its own, `|-`, would be the rule of a table in Markdown
    if suffix in MARKDOWN or _has(_TABLE_RULE, text, 1) or _has(_STRONG, text, FEWEST_MARKS):
        return True
    return _begins_with_table(text)


def _begins_with_table(text: str) -> bool:
    """Whether the first tag in a text is that of a table, so that the lines before it are lines of text."""
    first = _TAG.search(text)
    return first is not None and _TABLE.match(text, first.start()) is not None


def _has(pattern: re.Pattern[str], text: str, count: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(text), count)) == count
