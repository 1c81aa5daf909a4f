"""Texts of a document in the characters that are meant: signs of radicals that print like them are reported once."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import Block, Document, Paragraph, Row, Table, Text
from linter.model.message import Message
from linter.text.punctuation import BRACKETS
from linter.text.radicals import radicals, without_radicals

SHOWN = 5
"""Signs that the note shows."""


def with_characters(document: Document) -> Document:
    """The document with its radicals replaced, one for one, and a note; the same where there are none."""
    found = [sign for text in _texts(document) for sign in radicals(text.value)]
    if not found:
        return document
    pairs = tuple(
        without_radicals(sign).join((sign + BRACKETS[0], BRACKETS[1])) for sign in list(dict.fromkeys(found))[:SHOWN]
    )
    note = Message("read.radicals", {"count": len(found), "signs": pairs})
    return document._replace(blocks=tuple(map(_block, document.blocks)), notes=(*document.notes, note))


def _texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_text(block.text), block.level, block.label)
    return Table(tuple(map(_row, block.rows)), block.ruled)


def _row(row: Row) -> Row:
    return row._replace(cells=tuple(cell._replace(text=_text(cell.text)) for cell in row.cells))


def _text(text: Text) -> Text:
    return Text(without_radicals(text.value), text.pieces)
