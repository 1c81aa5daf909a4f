"""The font in place of those that a PDF file names and does not hold: the same on every machine.

Pdfium takes such a font from the system, and where the system has none for Chinese it gives characters boxes without
height, and leaves some out. So it is given a font of boxes for all Chinese characters, and looks for
no others: Latin ones are in it. Nothing is drawn with it; the widths are those that the file states.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import cache
from typing import Any

_SIMPLIFIED = 134
_CHINESE = frozenset({128, 129, _SIMPLIFIED, 136})
"""Windows' numbers of the character sets of East Asia."""

_EM, _NARROW, _ABOVE, _BELOW = 1000, 400, 880, -120
_SPACE, _LATIN, _LAST = 0x20, 0x2FF, 0x10FFFF
_ONE = 0x10000  # as fonts write 1.0
_WHOLE = 0  # asks for all of a font's file, and not for one table of it
_FACE = b"gouji\0"
_HANDLE = 1
_CHARACTER_SET = 3  # the place of the character set among what is asked of `MapFont`


@cache
def use_own_font() -> tuple[Any, ...]:
    """Have pdfium use this font from now on. Gives back what has to live as long as pdfium does."""
    from pypdfium2 import raw

    data = _file()
    functions: dict[str, Callable[..., int | None]] = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": lambda *asked: _HANDLE if asked[_CHARACTER_SET] in _CHINESE else None,
        "GetFont": lambda *_: None,
        "GetFontData": lambda _, font, table, *to: _put(data, *to) if (font, table) == (_HANDLE, _WHOLE) else 0,
        "GetFaceName": lambda _, font, *to: _put(_FACE, *to) if font == _HANDLE else 0,
        "GetFontCharset": lambda *_: _SIMPLIFIED,
        "DeleteFont": lambda *_: None,
    }
    types = dict(raw.FPDF_SYSFONTINFO._fields_)
    kept = {name: types[name](function) for name, function in functions.items()}
    info = raw.FPDF_SYSFONTINFO(version=1, **kept)
    raw.FPDF_SetSystemFontInfo(info)
    return info, kept, data


def _put(data: bytes, buffer: Any, size: int) -> int:
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def _file() -> bytes:
    """A TrueType font of three signs: nothing, a narrow box for Latin characters, and a square for all others."""
    narrow, square = _box(_NARROW), _box(_EM)
    groups = struct.pack(">6I", _SPACE, _LATIN, 1, _LATIN + 1, _LAST, 2)
    glyphs = (0, 0, len(narrow) // 2, (len(narrow) + len(square)) // 2)
    extent = (0, _BELOW, _EM, _ABOVE)
    tables = {
        b"OS/2": struct.pack(">HhHHH", 3, _EM, 400, 5, 0) + bytes(86),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 13, 0, 40, 0, 2) + groups,
        b"glyf": narrow + square,
        b"head": struct.pack(">IIIIHH16x4hHHhhh", _ONE, _ONE, 0, 0x5F0F3CF5, 0, _EM, *extent, 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhh14xH", _ONE, _ABOVE, _BELOW, 0, _EM, 0, 0, _EM, 1, 1),
        b"hmtx": struct.pack(">Hhhh", _EM, 0, 0, 0),
        b"loca": struct.pack(">4H", *glyphs),
        b"maxp": struct.pack(">IHHHHHH16x", _ONE, 3, 4, 1, 0, 0, 1),
        b"post": struct.pack(">IIhh20x", 3 * _ONE, 0, -100, 50),
    }
    head, body = struct.pack(">IHHHH", _ONE, len(tables), 128, 3, 16 * len(tables) - 128), b""
    start = len(head) + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        head += tag + struct.pack(">III", 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return head + body


def _box(width: int) -> bytes:
    """The outline of a rectangle: its extent, the number of its last point, no instructions, flags, and steps."""
    outline = struct.pack(">5hHH4B", 1, 0, _BELOW, width, _ABOVE, 3, 0, 1, 1, 1, 1)
    return outline + struct.pack(">8h", 0, width, 0, -width, _BELOW, 0, _ABOVE - _BELOW, 0)
