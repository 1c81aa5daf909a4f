"""Web pages: saved from a site, or exported as HTML by a word processor."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import Block, Document
from linter.model.message import Message
from linter.readers.html.article import article_of
from linter.readers.html.copies import without_copies
from linter.readers.html.flow import blocks_in
from linter.readers.html.plain import with_plain_tables
from linter.readers.html.tree import tree_of


def read_page(name: str, text: str, notes: Sequence[Message] = ()) -> Document:
    """The blocks of the article on the page whose source is `text`; raises `ReadFailure`."""
    page = tree_of(text)
    placed = without_copies(blocks_in(page.body))
    article = article_of(placed, page.title) if placed else []
    if page.deletions:
        notes = (*notes, Message("read.html-deletions", {"count": page.deletions}))
    if page.unseen:
        notes = (*notes, Message("read.unseen-text", {"count": page.unseen}))
    return Document(name, "html", tuple(with_plain_tables(article)), tuple(notes), text)


def read_fragment(text: str, first_line: int, offset: int) -> list[Block]:
    """The blocks of HTML within another text: `text` begins at the start of line `first_line`, `offset` characters in.

    Raises `ReadFailure`.
    """
    return [placed.block for placed in blocks_in(tree_of(text, first_line, offset).body)]
