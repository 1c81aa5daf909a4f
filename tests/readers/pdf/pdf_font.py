"""A font made for the tests, embedded in the files they draw: every character is a box, but its code is right."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT = "Boxes"
EM = 1000


def register() -> None:
    """Make the font known to reportlab, once."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, _font()))


def _characters() -> Iterator[str]:
    """ASCII, the Chinese characters and marks of GB 2312, and some compatibility forms of radicals."""
    yield from map(chr, range(0x20, 0x7F))
    for first in (*range(0xA1, 0xAA), *range(0xB0, 0xF8)):
        for second in range(0xA1, 0xFF):
            character = bytes((first, second)).decode("gb2312", "ignore")
            if character:
                yield character
    yield from "—―⽤⼈⼀"


def _font() -> io.BytesIO:
    cmap = {ord(character): f"u{ord(character):04X}" for character in _characters()}
    names = [".notdef", *cmap.values()]
    half = {name for code, name in cmap.items() if code < 0x7F}
    glyphs = {width: _box(width) for width in (EM // 2, EM)}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf({name: glyphs[EM // 2 if name in half else EM] for name in names})
    builder.setupHorizontalMetrics({name: (EM // 2 if name in half else EM, 50) for name in names})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": FONT, "styleName": "Regular", "psName": FONT})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    out.seek(0)
    return out


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, -50))
    pen.lineTo((50, 800))
    pen.lineTo((width - 50, 800))
    pen.lineTo((width - 50, -50))
    pen.closePath()
    return pen.glyph()
