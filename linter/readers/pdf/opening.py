"""Opening a PDF file, and saying why one cannot be read."""

from __future__ import annotations

from typing import Any

from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.signatures import foreign_content
from linter.model.message import Message
from linter.readers.pdf.fonts import use_own_font
from linter.readers.pdf.weight import is_too_heavy

LARGEST = 60 * MEGABYTE
"""Bytes a PDF file may have. A report with a text layer has 0.3 MB, one with photographs 20 MB."""

MOST_PAGES = 500
"""Pages a PDF file may have. A report has some ten."""


LARGEST_SIDE = 14_400
"""Points that a page may be wide and high: five metres, the most that a PDF file of today may state."""


def open_pdf(data: bytes) -> Any:
    """Pdfium's document, of one page at least; raises `ReadFailure`. The caller closes it."""
    refuse_larger(data, LARGEST)
    other = foreign_content(data)
    if other is not None and other.key != "read.is-pdf":
        raise ReadFailure(other)
    if is_too_heavy(data):
        raise ReadFailure(Message("read.pdf-too-complex"))
    from pypdfium2 import PdfDocument, PdfiumError, raw

    use_own_font()
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise ReadFailure(Message("read.pdf-locked" if locked else "read.pdf-damaged")) from error
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        document.close()
        if pages > MOST_PAGES:
            raise ReadFailure(Message("read.pdf-too-long", {"pages": pages, "limit": MOST_PAGES}))
        raise ReadFailure(Message("read.pdf-damaged"))
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()  # fields can be read then; no script of the file is run
    return document


def load_page(document: Any, index: int) -> Any:
    """Pdfium's page, or None where the file is damaged there. The caller closes it."""
    from pypdfium2 import PdfiumError

    try:
        return document[index]
    except PdfiumError:
        return None


def refuse_huge(page: Any) -> None:
    """Raise `ReadFailure` for a page that is larger than one can be."""
    left, bottom, right, top = page.get_mediabox()
    if not max(right - left, top - bottom) <= LARGEST_SIDE:
        raise ReadFailure(Message("read.pdf-page-too-large", {"limit": LARGEST_SIDE}))
