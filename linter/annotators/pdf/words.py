"""Where words stand on a page: their characters found again within the line that a place is known to be in."""

from __future__ import annotations

from typing import Any

from linter.model.document import Document, Paragraph
from linter.model.records import Record
from linter.model.span import PdfSpan


class Box(Record):
    """A rectangle on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float


def box_of(span: PdfSpan, document: Document, page: Any) -> Box:
    """The rectangle around the words at `span` on a page of pypdfium2's; the whole of its line, or cell, where they are
    not found there.
    """
    line = Box(span.left, span.bottom, span.right, span.top)
    words = _words(span, document)
    if not words:
        return line
    characters = [(mark, box) for mark, box in _characters(page) if not mark.isspace() and _is_in(box, line)]
    start = "".join(mark for mark, _ in characters).find(words)
    if start < 0:
        return line
    boxes = [box for _, box in characters[start : start + len(words)]]
    return Box(
        max(line.left, min(box.left for box in boxes)),
        max(line.bottom, min(box.bottom for box in boxes)),
        min(line.right, max(box.right for box in boxes)),
        min(line.top, max(box.top for box in boxes)),
    )


def _words(span: PdfSpan, document: Document) -> str:
    """The words at a place in a paragraph, without white space; nothing for a paragraph or a cell as a whole."""
    at = span.at
    if at.block < 0 or at.row >= 0 or not at.length:
        return ""
    block = document.blocks[at.block]
    text = block.text.value[at.offset : at.offset + at.length] if isinstance(block, Paragraph) else ""
    return "".join(text.split())


def _characters(page: Any) -> list[tuple[str, Box]]:
    text = page.get_textpage()
    try:
        return [
            (text.get_text_range(index, 1)[:1], Box(*text.get_charbox(index, loose=True)))
            for index in range(text.count_chars())
        ]
    finally:
        text.close()


def _is_in(box: Box, line: Box) -> bool:
    """Whether the middle of a character is in a line."""
    across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return line.left <= across <= line.right and line.bottom <= up <= line.top
