"""Web pages: saved from a site, or exported as HTML by a word processor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.model.document import Block, Document, Source
from linter.model.message import Message
from linter.readers.encoding import decode
from linter.readers.html.article import article_of
from linter.readers.html.flow import blocks_in
from linter.readers.html.plain import with_plain_tables
from linter.readers.html.tree import tree_of

_TAG = re.compile(r"<[a-zA-Z!/?]")


def read(source: Source) -> Document:
    """The blocks of a page, or of a plain text that was given a page's suffix; raises `ReadFailure`."""
    text, notes = decode(source.data)
    if _TAG.search(text) is None:
        from linter.readers.lines import lines_of
        from linter.readers.plain.read import blocks_of

        return Document(source.name, "txt", tuple(blocks_of(lines_of(text))), notes)
    return read_page(source.name, text, notes)


def read_page(name: str, text: str, notes: Sequence[Message] = ()) -> Document:
    """The blocks of the article on the page whose source is `text`; raises `ReadFailure`."""
    page = tree_of(text)
    placed = blocks_in(page.body)
    article = article_of(placed, page.title) if placed else []
    if page.deletions:
        notes = (*notes, Message("read.html-deletions", {"count": page.deletions}))
    return Document(name, "html", tuple(with_plain_tables(article)), tuple(notes))


def read_fragment(text: str, first_line: int, offset: int) -> list[Block]:
    """The blocks of HTML within another text: `text` begins at the start of line `first_line`, `offset` characters in.

    Raises `ReadFailure`.
    """
    return [placed.block for placed in blocks_in(tree_of(text, first_line, offset).body)]
