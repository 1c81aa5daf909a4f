"""Pages of a PDF file as pictures, and where on such a picture a place of the page is."""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.model.records import Record
from linter.model.span import PdfSpan
from linter.readers.pdf.opening import load_page, open_pdf, refuse_huge

MOST_PIXELS = 4_000_000
"""Of a picture: four times those of a page of A4 on a screen."""

_GRID = 10_000  # device units, in which fractions of a page are asked for


class Sheet(Record):
    """A page as it is shown, in points; one that is stored turned is turned."""

    width: float
    height: float


class Box(Record):
    """A place on a page as it is shown: fractions of its width and height, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


def sheets(data: bytes, spans: Iterable[PdfSpan]) -> tuple[tuple[Sheet, ...], Mapping[PdfSpan, Box]]:
    """The pages of a PDF file, and where on them the places are. Raises `ReadFailure`."""
    by_page: dict[int, list[PdfSpan]] = {}
    for span in spans:
        by_page.setdefault(span.page, []).append(span)
    document = open_pdf(data)
    found: list[Sheet] = []
    boxes: dict[PdfSpan, Box] = {}
    try:
        for number in range(len(document)):
            page = load_page(document, number)
            if page is None:
                found.append(Sheet(595, 842))
                continue
            found.append(Sheet(*page.get_size()))
            boxes |= {span: _box(page, span) for span in by_page.get(number + 1, ())}
            page.close()
    finally:
        document.close()
    return tuple(found), boxes


def _box(page: Any, span: PdfSpan) -> Box:
    corners = [_shown(page, span.left, span.bottom), _shown(page, span.right, span.top)]
    (left, right), (top, bottom) = (sorted(axis) for axis in zip(*corners, strict=True))
    return Box(left, top, right - left, bottom - top)


def _shown(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own coordinates as fractions of the page that is shown."""
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return across.value / _GRID, down.value / _GRID


def picture(data: bytes, number: int, width: int) -> bytes:
    """Page `number`, from 1, as a PNG file `width` pixels wide, or less where the page is very long. Raises
    `ReadFailure`.

    It is drawn with the fonts of the system, which no process has that reads a PDF file: see `fonts`.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        try:
            page = load_page(document, number - 1) if 0 < number <= len(document) else None
            if page is None:
                raise ReadFailure(Message("read.pdf-damaged"))
            refuse_huge(page)
            wide, high = page.get_size()
            scale = min(width / max(wide, 1), (MOST_PIXELS / max(wide * high, 1)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=True, no_smoothtext=False)
            return _png(bitmap)
        finally:
            document.close()
    except PdfiumError as error:
        raise ReadFailure(Message("read.pdf-damaged")) from error


def _png(bitmap: Any) -> bytes:
    """A bitmap of red, green and blue as a PNG file; what its pages leave transparent is white already."""
    view = memoryview(bitmap.buffer).cast("B")
    used, channels = bitmap.width * bitmap.n_channels, bitmap.n_channels
    lines = (view[start : start + used] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    packed = zlib.compressobj(6)
    data = b"".join(packed.compress(b"\0" + line) for line in lines) + packed.flush()
    colours = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _part(b"IHDR", head) + _part(b"IDAT", data) + _part(b"IEND", b"")


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
