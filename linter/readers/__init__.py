"""Bytes → `Document`, one module per format. Every text keeps its place from the first moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from linter.formats.refusals import MOST_CHARACTERS, ReadFailure
from linter.formats.signatures import format_by_content
from linter.model.document import Document, Paragraph, Source
from linter.model.message import Message
from linter.readers.beside import notes_on
from linter.readers.characters import with_characters

__all__ = ["KNOWN_SUFFIXES", "READERS", "ReadFailure", "format_of", "read"]

READERS: Mapping[str, str] = {
    "txt": "linter.readers.textual",
    "md": "linter.readers.textual",
    "html": "linter.readers.textual",
    "mht": "linter.readers.html.archive",
    "pdf": "linter.readers.pdf.read",
    "docx": "linter.readers.docx.read",
    "doc": "linter.readers.doc.read",
    "wps": "linter.readers.doc.read",
    "odt": "linter.readers.office.read",
    "fodt": "linter.readers.office.read",
    "rtf": "linter.readers.office.read",
    "xml": "linter.readers.office.read",
}
"""Format → the module whose `read(source)` reads it. It is imported when the first such file comes."""

KNOWN_SUFFIXES: Mapping[str, str] = {
    "txt": "txt",
    "text": "txt",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "mht": "mht",
    "mhtml": "mht",
    "pdf": "pdf",
    "docx": "docx",
    "docm": "docx",
    "doc": "doc",
    "wps": "wps",
    "odt": "odt",
    "fodt": "fodt",
    "rtf": "rtf",
}
"""Suffix, lower case and without its dot → format. A walk through a folder takes these and no others."""


def format_of(source: Source) -> str:
    """The format to read `source` as: what its content is, whatever its name says, or else what its suffix says.

    A file of an unknown suffix is taken for text, which refuses what is none.
    """
    return format_by_content(source.data) or KNOWN_SUFFIXES.get(source.suffix, "txt")


def read(source: Source, locate: bool = False) -> Document:
    """The blocks of `source`, one at least, with their places; raises `ReadFailure` where it cannot be read.

    With `locate` every place knows where in the document it is too, which only those who mark findings there need.
    """
    module = import_module(READERS[format_of(source)])
    document = cast(Callable[[Source], Document], module.read)(source)
    if not document.blocks:
        raise ReadFailure(Message("read.empty"))
    if _characters(document) > MOST_CHARACTERS:
        raise ReadFailure(Message("read.too-many-characters", {"limit": MOST_CHARACTERS}))
    document = with_characters(document)
    document = document._replace(notes=(*document.notes, *notes_on(document)))
    return document.located() if locate else document


def _characters(document: Document) -> int:
    return sum(
        len(block.text.value)
        if isinstance(block, Paragraph)
        else sum([len(cell.text.value) for row in block.rows for cell in row.cells])
        for block in document.blocks
    )
