"""What is needed to mark a report beside what is found in it: the formats a copy can have, a Word file where there is
another word processor's, and which of its paragraphs are headings.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.formats.signatures import format_by_content
from linter.model.document import Document, Paragraph, Source
from linter.readers import ReadFailure, format_of, read

COPIES: Mapping[str, tuple[str, ...]] = {
    "txt": ("html",),
    "md": ("html",),
    "html": ("html",),
    "mht": ("html",),
    "pdf": ("pdf", "html"),
}
"""Format of a report → the formats that its copy can have, the usual one first."""

OFFICE_COPIES = ("docx", "html")
"""The same for all other formats, which word processors write."""


def format_read(source: Source) -> tuple[str, Document | None]:
    """The format that a report is in, and its document where it had to be read for that: a page or a text may be named
    like a file of a word processor.
    """
    format = format_of(source)
    if format in COPIES or format_by_content(source.data) is not None:
        return format, None
    try:
        document = read(source, locate=True)
    except ReadFailure:
        return format, None
    return document.format, document


def as_word(source: Source) -> Source:
    """The report as a .docx file, which LibreOffice makes of one in another word processor's format; raises
    ReadFailure.
    """
    format = format_of(source)
    if format == "docx":
        return source
    from linter.readers.office import read as office

    return Source(source.name, office.convert_to_docx(source.data, format), "docx")


def headings_of(document: Document) -> frozenset[int]:
    """The paragraphs that are numbered like a section and are no prose: text files and PDF files mark no headings."""
    from linter.readers.shapes import is_section_heading, is_sentence

    texts = enumerate(block.text.value if isinstance(block, Paragraph) else "" for block in document.blocks)
    return frozenset(number for number, text in texts if is_section_heading(text) and not is_sentence(text))
