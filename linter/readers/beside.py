"""What stood beside or within the figures of a document and is no part of them, said once for a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.document import Document, Table, Text
from linter.model.message import Message
from linter.readers.shapes import is_figure
from linter.text.figures import joined_digits
from linter.text.marks import figure_alone
from linter.text.regex import regex

_PLAIN = regex(r"[0-9.,]*|[^0-9\uff10-\uff19]*|[^\W\d_].*", re.DOTALL)
_LONGEST = 40
"""Characters of a cell that may hold a figure with its marks."""


def notes_on(document: Document) -> Iterator[Message]:
    """Notes on footnote marks that are left out beside figures of tables, and on figures that are put together."""
    marked = 0
    joined = sum(_is_wrapped(text) for text in _all_texts(document)) if document.format == "pdf" else 0
    for text in _texts(document):
        alone = figure_alone(text)
        whole = joined_digits(alone)
        if is_figure(whole.strip()):
            marked += alone != text.strip()
            joined += alone != whole
    if marked:
        yield Message("read.footnote-marks", {"count": marked})
    if joined:
        yield Message("read.joined-figures", {"count": joined})


def _texts(document: Document) -> Iterator[str]:
    """The texts of cells that hold more than a bare figure and begin like one."""
    for text, _ in _all_texts(document):
        if len(text) <= _LONGEST and not _PLAIN.fullmatch(text):
            yield text


def _all_texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield cell.text


def _is_wrapped(text: Text) -> bool:
    """Whether a figure stood on several lines, as in a column that is too narrow for it."""
    return len(text.pieces) > 1 and text.value.isdecimal()
