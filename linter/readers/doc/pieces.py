"""The text of a Word 97–2003 file, put together out of its pieces ([MS-DOC] 2.8.35), which stand anywhere in it."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from linter.model.records import Record
from linter.readers.doc.bytes import damaged, positions, u16, u32
from linter.readers.doc.sprms import short_sprm

MOST_PIECES = 100_000
"""Pieces that a text may have. One that was saved in one go has a few, one saved quickly many times some hundred."""

_PROPERTIES, _PIECES = 1, 2
_NARROW = 1 << 30
_INDEXED = 1
_CODE_PAGE = "".join(bytes((code,)).decode("cp1252", "ignore") or chr(code) for code in range(256))


class Piece(Record):
    """Characters `start` to `end` (not included) of the text stand from the byte `place` on, `width` bytes each.
    `properties` are stated for all of them, on top of their own.
    """

    start: int
    end: int
    place: int
    width: int
    properties: bytes

    def place_of(self, character: int) -> int:
        """The byte at which a character of the piece stands."""
        return self.place + (character - self.start) * self.width


class PieceTable:
    """The pieces in the order of the text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def piece_at(self, character: int) -> Piece:
        """The piece that holds a character."""
        return self.pieces[bisect_right(self._starts, character) - 1]

    def text(self, word: bytes) -> str:
        """The text, a character for each unit of 16 bits; raises `Unsure` where a piece is not there."""
        return "".join([_characters(piece, word) for piece in self.pieces])


def read_pieces(clx: bytes) -> PieceTable:
    """The piece table; raises `Unsure` where it is damaged."""
    at = 0
    properties: list[bytes] = []
    while at < len(clx) and clx[at] == _PROPERTIES:
        size = u16(clx, at + 1)
        properties.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at >= len(clx) or clx[at] != _PIECES:
        raise damaged()
    at += 1
    stored = clx[at + 4 : at + 4 + u32(clx, at)]
    starts, records = positions(stored, 8)
    if starts[0] != 0 or len(starts) > MOST_PIECES:
        raise damaged()
    return PieceTable(
        [
            _piece(start, end, records[8 * index : 8 * index + 8], properties)
            for index, (start, end) in enumerate(pairwise(starts))
        ]
    )


def _piece(start: int, end: int, record: bytes, properties: Sequence[bytes]) -> Piece:
    place, stated = u32(record, 2), u16(record, 6)
    own = b"".join(properties[stated >> 1 :][:1]) if stated & _INDEXED else short_sprm(stated)
    if place & _NARROW:
        return Piece(start, end, (place & _NARROW - 1) // 2, 1, own)
    return Piece(start, end, place, 2, own)


def _characters(piece: Piece, word: bytes) -> str:
    count = piece.end - piece.start
    if piece.place + count * piece.width > len(word):
        raise damaged()
    stored = word[piece.place : piece.place + count * piece.width]
    if piece.width == 1:
        return codecs.charmap_decode(stored, "strict", _CODE_PAGE)[0]
    text = stored.decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join([chr(stored[at] | stored[at + 1] << 8) for at in range(0, len(stored), 2)])


def whole(text: str) -> str:
    """`text` with the halves of characters beyond 16 bits put together, and none left alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
