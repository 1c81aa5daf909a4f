"""The numbers of findings beside their marks on a page of a PDF file."""

from __future__ import annotations

import ctypes
from typing import Any

SIZE = 7.0
"""Points of a digit; smaller than the text beside it, and still read on paper."""

_INK = (150, 20, 24)
_PRINTED, _LOCKED = 4, 128  # flags of an annotation
_WIDTH = 0.556  # of a digit of Helvetica, in sizes


def add_number(document: Any, page: Any, number: int, corner: tuple[float, float], raw: Any) -> bool:
    """Writes `number` above the upper left `corner` of a mark, as a stamp: the page itself is not changed. False where
    pdfium could not.
    """
    left, top = corner
    width = len(str(number)) * SIZE * _WIDTH
    stamp = raw.FPDFPage_CreateAnnot(page.raw, raw.FPDF_ANNOT_STAMP)
    if not stamp:
        return False
    digits = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica-Bold", ctypes.c_float(SIZE))
    text = ctypes.create_string_buffer(str(number).encode("utf-16-le") + b"\0\0")
    rectangle = raw.FS_RECTF(left=left - width, top=top + SIZE * 0.4, right=left, bottom=top - SIZE * 0.6)
    done = [
        bool(digits),
        raw.FPDFText_SetText(digits, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort))),
        raw.FPDFPageObj_SetFillColor(digits, *_INK, 255),
        raw.FPDFAnnot_SetRect(stamp, rectangle),
        raw.FPDFAnnot_SetFlags(stamp, _PRINTED | _LOCKED),
    ]
    raw.FPDFPageObj_Transform(digits, 1, 0, 0, 1, left - width, top - SIZE * 0.5)
    done.append(raw.FPDFAnnot_AppendObject(stamp, digits))
    raw.FPDFPage_CloseAnnot(stamp)
    return all(done)
