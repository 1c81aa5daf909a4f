"""What stood beside or within the figures of a document and is no part of them, said once for a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.document import Document, Table
from linter.model.message import Message
from linter.readers.shapes import is_figure
from linter.text.figures import joined_digits
from linter.text.marks import figure_alone

_PLAIN = re.compile(r"[0-9.,]*|[^0-9０-９]*|[^\W\d_].*", re.DOTALL)
_LONGEST = 40
"""Characters of a cell that may hold a figure with its marks."""


def notes_on(document: Document) -> Iterator[Message]:
    """Notes on footnote marks that are left out beside figures of tables, and on figures that are put together."""
    marked = joined = 0
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
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    text = cell.text.value
                    if len(text) <= _LONGEST and not _PLAIN.fullmatch(text):
                        yield text
