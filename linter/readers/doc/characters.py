"""What is to be read of the characters of a Word 97–2003 file: hidden text, deletions and field codes are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from linter.model.records import Record
from linter.readers.doc.pages import CharacterPages
from linter.readers.doc.pieces import PieceTable, whole
from linter.readers.doc.sprms import Sprm, joined, sprms
from linter.readers.doc.styles import PLAIN, Style, Styles, switched
from linter.text.regex import regex

SHOWN, INSERTED, SYMBOL, DELETED, DROPPED, RAISED, STRUCK, WHITE, TINY = range(9)
"""What becomes of a character; where several are true of it, the last but for the looks after `DROPPED` counts."""

_LOOKS = {
    RAISED: '<w:vertAlign w:val="superscript"/>',
    STRUCK: "<w:strike/>",
    WHITE: '<w:color w:val="FFFFFF"/>',
    TINY: '<w:sz w:val="2"/>',
}
_HIGH = 4  # half points above the line, as in a .docx file
_WHITES = {Sprm.COLOUR_NUMBER: (b"\x08",), Sprm.COLOUR: (b"\xff\xff\xff\x00",)}
_SMALLEST = 4

_FIELD = regex("[\x13\x14\x15]")
_BEGIN, _RESULT = "\x13", "\x14"
_CONTENTS, _EMBEDDED = "TOC", "EMBED"
_EQUATION = "Equation"
_LONGEST = 200  # characters of a field's instruction that are looked at
_ALIKE = re.compile(rb"(.)\1*", re.DOTALL)
_ODD = regex("[\x00-\x08\x0a-\x1f&<>\ufffe\uffff\ud800-\udfff]")
_WRITTEN = {
    **dict.fromkeys((*range(9), *range(0x0A, 0x20), 0xFFFE, 0xFFFF)),
    **dict.fromkeys((0x0B, 0x0C, 0x0E), "\n"),
    0x1E: "-",
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}
_SPACES = " \t\n"
_BREAK = "</w:t><w:br/><w:t>"


class _Look(Record):
    """What the properties of a stretch of text say; `symbol` is its font's number and its code there."""

    state: int = SHOWN
    symbol: tuple[int, int] | None = None


class Characters:
    """The text of a file, with what becomes of each character. `embedded` says that it holds other files."""

    def __init__(self, text: str, fonts: bytes) -> None:
        self.text = text
        self.states = bytearray(len(text))
        self.embedded = False
        self._fonts = fonts
        self._symbols: dict[int, tuple[int, int]] = {}

    def look(self, pieces: PieceTable, pages: CharacterPages, styles: Styles) -> None:
        """Go through the properties of all characters."""
        known: dict[bytes, _Look] = {}
        for piece in pieces.pieces:
            last = piece.place_of(piece.end)
            for start, end, at in pages.runs(piece.place, last):
                stored = joined(pages.properties(at), piece.properties)
                look = known.get(stored)
                if look is None:
                    look = known[stored] = _look(stored, styles)
                if look.state:
                    first = piece.start + (max(start, piece.place) - piece.place) // piece.width
                    after = piece.start + (min(end, last) - piece.place) // piece.width
                    self._mark(first, after, look)

    def silence_fields(self, first: int, after: int) -> None:
        """Leave out what is no result in the fields between two characters. What does not end there is no field."""
        for start, end in self._silent(first, after):
            self.states[start:end] = bytes((DROPPED,)) * (end - start)

    def _mark(self, first: int, after: int, look: _Look) -> None:
        self.states[first:after] = bytes((look.state,)) * (after - first)
        if look.symbol is not None:
            for place in range(first, after):
                self._symbols[place] = look.symbol

    def _silent(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """(first, after the last) of the characters of fields that are no result."""
        begun: list[tuple[int, int | None]] = []
        for mark in _FIELD.finditer(self.text, start, end):
            place = mark.start()
            if mark[0] == _BEGIN:
                begun.append((place, None))
            elif not begun:
                continue
            elif mark[0] == _RESULT:
                begun[-1] = (begun[-1][0], begun[-1][1] or place)
            else:
                first, result = begun.pop()
                words = self.text[first + 1 : min(result or place, first + _LONGEST)].split(maxsplit=2)
                self.embedded |= words[:1] == [_EMBEDDED] and not words[-1].startswith(_EQUATION)
                whole_field = result is None or words[:1] in ([_CONTENTS], [_CONTENTS.lower()])
                yield first, place + 1 if whole_field or result is None else result + 1

    def runs_xml(self, first: int, after: int) -> str:
        """The runs of a paragraph, of which the characters from `first` on are the text."""
        if self.states.count(SHOWN, first, after) == after - first:
            return _run_xml(self.text[first:after]) if after > first else ""
        xml = ""
        for alike in _ALIKE.finditer(self.states, first, after):
            state = alike[1][0]
            if state == SYMBOL:
                xml += "".join([self._symbol_xml(place) for place in range(*alike.span())])
            elif state == DELETED:
                xml += "<w:del/>"
            elif state != DROPPED:
                xml += _run_xml(self.text[alike.start() : alike.end()], _LOOKS.get(state, ""))
                xml += "<w:ins/>" if state == INSERTED else ""
        return xml

    def _symbol_xml(self, place: int) -> str:
        font, code = self._symbols[place]
        return f'<w:r><w:sym w:font={quoteattr(_font_name(self._fonts, font))} w:char="{code:X}"/></w:r>'


def _look(stored: bytes, styles: Styles) -> _Look:
    """What properties say. Text that was inserted and deleted again is deleted."""
    found: dict[int, bytes] = dict(sprms(stored))
    style = PLAIN
    if Sprm.CHARACTER_STYLE in found:
        style = styles.of(int.from_bytes(found[Sprm.CHARACTER_STYLE], "little"))
    hidden = switched(found[Sprm.HIDDEN][0], style.hidden) if Sprm.HIDDEN in found else style.hidden
    if hidden:
        return _Look(DROPPED)
    if any(found.get(Sprm.DELETED, b"")):
        return _Look(DELETED)
    if Sprm.SYMBOL in found:
        symbol = found[Sprm.SYMBOL]
        return _Look(SYMBOL, (int.from_bytes(symbol[:2], "little"), int.from_bytes(symbol[2:], "little")))
    if any(found.get(Sprm.INSERTED, b"")):
        return _Look(INSERTED)
    return _Look(_appearance(found, style))


def _appearance(found: Mapping[int, bytes], style: Style) -> int:
    """How characters look that are neither hidden nor changed."""
    struck = switched(found[Sprm.STRUCK][0], style.struck) if Sprm.STRUCK in found else style.struck
    if struck or any(found.get(Sprm.STRUCK_TWICE, b"")):
        return STRUCK
    if any(found.get(code) in values for code, values in _WHITES.items()):
        return WHITE
    if 0 < int.from_bytes(found.get(Sprm.SIZE, b"\x18"), "little") < _SMALLEST:
        return TINY
    vertical = found[Sprm.VERTICAL][0] in (1, 2) if Sprm.VERTICAL in found else style.raised
    if vertical or int.from_bytes(found.get(Sprm.POSITION, b""), "little", signed=True) >= _HIGH:
        return RAISED
    return SHOWN


def _run_xml(text: str, look: str = "") -> str:
    if _ODD.search(text) is not None:
        text = whole(text).translate(_WRITTEN)
        if "\n" in text:
            text = text.replace("\n", _BREAK)
    if not text:
        return ""
    edges = text[0] in _SPACES or text[-1] in _SPACES
    space = ' xml:space="preserve"' if edges else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t{space}>{text}</w:t></w:r>"


def _font_name(fonts: bytes, number: int) -> str:
    """The name of a font in the table of fonts; empty where it is not there."""
    at = 4
    for _ in range(number):
        at += 1 + (fonts[at] if at < len(fonts) else 0)
    stored = fonts[at + 40 : at + 1 + (fonts[at] if at < len(fonts) else 0)]
    name = stored[: len(stored) // 2 * 2].decode("utf-16-le", "ignore").partition("\0")[0]
    return name if name.isprintable() else ""
