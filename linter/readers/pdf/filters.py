"""The content of a PDF stream unpacked piece by piece, so that no more is unpacked than somebody wants to count.

What zlib packed is known by its first bytes, whatever the dictionary calls it; the others are known by their names.
Where the packed bytes are damaged, what comes before the damage is given.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from linter.formats.refusals import MEGABYTE

_PIECE = MEGABYTE
_MOST_FILTERS = 4
_FILTER = re.compile(rb"/(ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL)\b")
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]+")
_CLEAR, _END = 256, 257  # codes of LZW that stand for no bytes
_LONGEST_CODE = 12


def unpacked(packed: bytes, dictionary: bytes, most: int) -> Iterator[bytes]:
    """The content of a stream, of which no more pieces are unpacked than take it beyond `most` bytes."""
    chunks: Iterator[bytes] = iter((packed,))
    names = iter(_FILTER.findall(dictionary))
    for _ in range(_MOST_FILTERS):
        first = next(chunks, b"")
        chunks = chain((first,), chunks)
        if _is_from_zlib(first):
            chunks = _inflated(chunks)
        elif name := next(names, None):
            chunks = _BY_NAME[name](chunks)
        else:
            break
    size = 0
    for chunk in chunks:
        yield chunk
        size += len(chunk)
        if size > most:
            return


def _is_from_zlib(start: bytes) -> bool:
    return len(start) > 1 and start[0] & 15 == 8 and not int.from_bytes(start[:2], "big") % 31


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for chunk in packed:
            rest = chunk
            while rest and not unpacker.eof:
                if piece := unpacker.decompress(rest, _PIECE):
                    yield piece
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return


def _from_base_85(packed: Iterable[bytes]) -> Iterator[bytes]:
    text = b"".join(packed)
    try:
        yield a85decode(text.strip().removesuffix(b"~>"))
    except ValueError:
        yield text


def _from_hex(packed: Iterable[bytes]) -> Iterator[bytes]:
    digits = _NO_HEX.sub(b"", b"".join(packed).partition(b">")[0])
    yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _from_runs(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Runs: a byte below 128 comes before one more byte than it says, one above it before a byte to be repeated."""
    data = b"".join(packed)
    place = 0
    piece = bytearray()
    while place < len(data) and (length := data[place]) != 128:
        if length < 128:
            piece += data[place + 1 : place + 2 + length]
            place += 2 + length
        else:
            piece += data[place + 1 : place + 2] * (257 - length)
            place += 2
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def _from_lzw(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Codes of 9 to 12 bits, each for a run of bytes that came before and the byte after it."""
    table: list[bytes] = []
    before = b""
    piece = bytearray()
    for code in _lzw_codes(b"".join(packed), table):
        if code == _CLEAR:
            table[:] = [bytes((byte,)) for byte in range(256)] + [b"", b""]
            before = b""
            continue
        if code == _END or code > len(table) or (code == len(table) and not before):
            break
        entry = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 1 << _LONGEST_CODE:
            table.append(before + entry[:1])
        before = entry
        piece += entry
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def _lzw_codes(data: bytes, table: list[bytes]) -> Iterator[int]:
    """The codes in `data`, first that which clears `table`; they grow longer as whoever reads them fills it."""
    yield _CLEAR
    bits = held = 0
    for byte in data:
        bits = bits << 8 | byte
        held += 8
        width = max(9, min(_LONGEST_CODE, (len(table) + 1).bit_length()))
        if held >= width:
            held -= width
            yield bits >> held
            bits &= (1 << held) - 1


_BY_NAME: dict[bytes, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    b"ASCII85Decode": _from_base_85,
    b"A85": _from_base_85,
    b"ASCIIHexDecode": _from_hex,
    b"AHx": _from_hex,
    b"LZWDecode": _from_lzw,
    b"LZW": _from_lzw,
    b"RunLengthDecode": _from_runs,
    b"RL": _from_runs,
}
