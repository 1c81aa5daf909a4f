"""The fields of a form in a PDF file: what is filled in there is drawn over the page and is no text of it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from linter.readers.pdf.glyphs import Box, Glyph, upright

MOST_FIELDS = 5_000
"""Fields of a page that are read. A report that is a form has some two hundred."""

LONGEST = 2_000
"""Characters of a field that are read."""

_HIDDEN = 2 | 32  # flags of an annotation: hidden, or not shown on the screen
_LARGEST = 11.0  # points: the size of print in a field that is higher
_WIDTH = 0.5  # of the size: that of a digit
_WIDE = 1.0
_MARGIN = 2.0  # points between the edge of a field and its text


def field_glyphs(page: Any, turn: int) -> Iterator[Glyph]:
    """The characters filled in in the fields of pdfium's `page`, turned upright, roughly where they are drawn."""
    from pypdfium2 import raw

    form = page.formenv
    if form is None:
        return
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            text, box = _filled_in(form.raw, annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if text and box is not None:
            yield from _set(text, upright(box, turn))


def _filled_in(form: Any, annotation: Any) -> tuple[str, Box | None]:
    """The text of a field for text or of a choice, and its box; none for other fields, and for those not shown."""
    from pypdfium2 import raw

    kinds = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
        return "", None
    if raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN or raw.FPDFAnnot_GetFormFieldType(form, annotation) not in kinds:
        return "", None
    length = min(raw.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0), 2 * LONGEST)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length)
    box = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, box):
        return "", None
    text = bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")
    return text, Box(box.left, box.bottom, box.right, box.top)


def _set(text: str, box: Box) -> Iterator[Glyph]:
    """The characters of a field, set in lines from its upper left corner, and closer where they are too many."""
    lines = text.splitlines()
    size = min((box.top - box.bottom) / max(len(lines), 1), _LARGEST)
    for number, line in enumerate(lines):
        widths = [size * (_WIDTH if character.isascii() else _WIDE) for character in line]
        narrow = min(1.0, max(box.right - box.left - 2 * _MARGIN, size * _WIDTH) / max(sum(widths), size * _WIDTH))
        left = box.left + _MARGIN
        bottom = (box.top + box.bottom) / 2 - size / 2 + size * ((len(lines) - 1) / 2 - number)
        for character, width in zip(line, widths, strict=True):
            yield Glyph(character, left, left + width * narrow, bottom + 0.2 * size, bottom, bottom + size)
            left += width * narrow
