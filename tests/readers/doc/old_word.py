"""Word 97–2003 files made by hand, byte for byte, for tests that go without Word and LibreOffice."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from linter.model.document import Document, Source
from linter.readers import read

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_AT = 0x800
CELL, ROW_END = "\x07", "\x07\x07"

IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_MARK = IN_TABLE + struct.pack("<HB", 0x2417, 1)
HIDDEN = struct.pack("<HB", 0x083C, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
INSERTED = struct.pack("<HB", 0x0801, 1)


def container(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 file with these streams. All stand in sectors of their own, none in the small ones."""
    data = b""
    fat: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    entries = [("Root Entry", 5, END, 0)]
    for name, content in padded.items():
        places[name] = (len(fat), len(content))
        count = -(-len(content) // SECTOR)
        fat += [*range(len(fat) + 1, len(fat) + count), END]
        data += content.ljust(count * SECTOR, b"\0")
        entries.append((name, 2, *places[name]))
    directory = directory_of(entries)
    first = len(fat)
    count = len(directory) // SECTOR
    fat += [*range(first + 1, first + count), END]
    tables = 1
    while len(fat) + tables > tables * SECTOR // 4:
        tables += 1
    start = len(fat)
    fat += [FAT] * tables
    fat += [FREE] * (tables * SECTOR // 4 - len(fat))
    return header(first, [*range(start, start + tables)]) + data + directory + struct.pack(f"<{len(fat)}I", *fat)


def directory_of(entries: Sequence[tuple[str, int, int, int]]) -> bytes:
    """(name, type, first sector, size): the first is the root, and each of the others hangs on the one before."""
    stored = b""
    for index, (name, kind, first, size) in enumerate(entries):
        following = index + 1 if index + 1 < len(entries) else FREE
        child, right = (following, FREE) if index == 0 else (FREE, following)
        encoded = name.encode("utf-16-le") + b"\0\0"
        stored += struct.pack(
            "<64sHBBIII16sIQQIII", encoded, len(encoded), kind, 1, FREE, right, child, b"", 0, 0, 0, first, size, 0
        )
    return stored.ljust(-(-len(stored) // SECTOR) * SECTOR, b"\0")


def header(directory: int, tables: Sequence[int], small: tuple[int, int] = (END, 0), more: int = 0) -> bytes:
    """`small` is the first sector and the number of those of the small allocation table."""
    head = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII",
        *(SIGNATURE, b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, len(tables), directory, 0, 4096, *small),
        *(tables[0] if more else END, more),
    )
    listed = [*tables[:109], *[FREE] * (109 - len(tables[:109]))]
    return head + struct.pack("<109I", *listed)


@dataclass
class OldWord:
    """A text in pieces, each stored in 8 or in 16 bits, with the properties of its paragraphs and characters.

    `paragraphs` has (style, properties) for each paragraph, cell and row end in turn, `runs` (first character, after
    the last, properties). `order` is that of the pieces in the file, where it is another. `after` counts what stands
    in notes, headers, comments, endnotes and text boxes, `boxes` has (the character it hangs on, its shape, characters)
    for each of the last.
    """

    pieces: Sequence[tuple[str, int]]
    paragraphs: Mapping[int, tuple[int, bytes]] = field(default_factory=dict)
    runs: Sequence[tuple[int, int, bytes]] = ()
    order: Sequence[int] = ()
    after: Sequence[int] = (0, 0, 0, 0, 0)
    boxes: Sequence[tuple[int, int, int]] = ()
    styles: bytes = b""
    data: bytes = b""
    properties: Sequence[bytes] = ()
    piece_properties: Mapping[int, int] = field(default_factory=dict)
    flags: int = 0x0200
    kind: int = 0xA5EC
    version: int = 0xC1

    def streams(self) -> dict[str, bytes]:
        text, stored, places, ends = "", b"", list[int](), list[int]()
        encoded = [
            piece.encode("cp1252" if width == 1 else "utf-16-le", "surrogatepass") for piece, width in self.pieces
        ]
        starts_at: dict[int, int] = {}
        for index in self.order or range(len(self.pieces)):
            starts_at[index] = TEXT_AT + len(stored)
            stored += encoded[index]
        records = b""
        starts = [0]
        for index, (piece, width) in enumerate(self.pieces):
            at, units = starts_at[index], len(encoded[index]) // width
            places += [at + width * unit for unit in range(units)]
            ends += [place + width for place in places[len(ends) :]]
            records += struct.pack(
                "<HIH", 0, (at * 2) | 1 << 30 if width == 1 else at, self.piece_properties.get(index, 0)
            )
            text += piece
            starts.append(starts[-1] + units)
        places.append(TEXT_AT + len(stored))
        word = bytearray(TEXT_AT) + stored
        word += bytes(-len(word) % SECTOR)
        paragraph_pages = self._paragraph_pages(word, text, places, ends)
        character_pages = self._character_pages(word, places, ends)
        clx = b"".join(b"\x01" + struct.pack("<H", len(own)) + own for own in self.properties)
        table_of_pieces = struct.pack(f"<{len(starts)}I", *starts) + records
        clx += b"\x02" + struct.pack("<I", len(table_of_pieces)) + table_of_pieces
        table = b""
        parts = {1: self.styles, 12: character_pages, 13: paragraph_pages, 33: clx, **self._boxes(starts[-1])}
        struct.pack_into("<HH", word, 0, self.kind, self.version)
        struct.pack_into("<H", word, 10, self.flags)
        counts = (starts[-1] - sum(self.after), *self.after)
        for at, count in zip((76, 80, 84, 92, 96, 100), counts, strict=True):
            struct.pack_into("<I", word, at, count)
        for index, part in parts.items():
            struct.pack_into("<II", word, 154 + 8 * index, len(table), len(part))
            table += part
        return {"WordDocument": bytes(word), "1Table": table, "Data": self.data}

    def _boxes(self, end: int) -> dict[int, bytes]:
        """The tables of the anchors, by shape, and of the texts."""
        if not self.boxes:
            return {}
        hung = sorted(self.boxes)
        anchors = struct.pack(f"<{len(hung) + 1}I", *(anchor for anchor, *_ in hung), end)
        anchors += b"".join(struct.pack("<I22x", shape) for _, shape, _ in hung)
        bounds = [0, *accumulate(length for *_, length in self.boxes)]
        texts = struct.pack(f"<{len(bounds)}I", *bounds)
        texts += b"".join(struct.pack("<14xI4x", shape) for _, shape, _ in self.boxes)
        return {40: anchors, 56: texts}

    def file(self) -> bytes:
        return container(self.streams())

    def read(self, suffix: str = "doc") -> Document:
        return read(Source(f"sample.{suffix}", self.file(), suffix))

    def _paragraph_pages(self, word: bytearray, text: str, places: Sequence[int], ends: Sequence[int]) -> bytes:
        """A page for each paragraph, or for its end if the pieces of its text stand apart."""
        marks = [index for index, character in enumerate(text) if character in "\r\x07\x0c"]
        pages: list[tuple[int, int, bytes]] = []
        first = 0
        for index, end in enumerate(marks):
            style, properties = self.paragraphs.get(index, (0, b""))
            stored = struct.pack("<H", style) + properties
            start = end
            while start > first and places[start] == ends[start - 1]:
                start -= 1
            pages.append((places[start], ends[end], stored + bytes(1 - len(stored) % 2)))
            first = end + 1
        numbers: list[int] = []
        for begins, after, stored in sorted(pages):
            numbers.append(len(word) // SECTOR)
            page = bytearray(SECTOR)
            struct.pack_into("<II", page, 0, begins, after)
            at = SECTOR - 2 - len(stored)
            at -= at % 2
            page[8] = at // 2
            page[at] = (len(stored) + 1) // 2
            page[at + 1 : at + 1 + len(stored)] = stored
            page[-1] = 1
            word += page
        bounds = [begins for begins, *_ in sorted(pages)]
        last = max(after for _, after, _ in pages)
        return struct.pack(f"<{len(bounds) + 1}I", *bounds, last) + struct.pack(f"<{len(numbers)}I", *numbers)

    def _character_pages(self, word: bytearray, places: Sequence[int], ends: Sequence[int]) -> bytes:
        number = len(word) // SECTOR
        page = bytearray(SECTOR)
        runs = [(places[first], ends[after - 1], own) for first, after, own in self.runs]
        bounds, offsets, at = [TEXT_AT], list[int](), SECTOR - 2
        for first, after, own in runs:
            if first > bounds[-1]:
                bounds.append(first)
                offsets.append(0)
            at -= (len(own) + 2) // 2 * 2
            page[at] = len(own)
            page[at + 1 : at + 1 + len(own)] = own
            offsets.append(at // 2)
            bounds.append(after)
        if bounds[-1] < places[-1]:
            bounds.append(places[-1])
            offsets.append(0)
        struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
        page[4 * len(bounds) : 4 * len(bounds) + len(offsets)] = bytes(offsets)
        page[-1] = len(offsets)
        word += page
        return struct.pack("<III", bounds[0], bounds[-1], number)


def definition(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """The properties of a row end: the edges of its cells, and how each of them is merged."""
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    operand = bytes((len(edges) - 1,)) + struct.pack(f"<{len(edges)}h", *edges) + cells
    return ROW_MARK + struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def table(rows: Sequence[tuple[Sequence[str], bytes]]) -> tuple[str, list[tuple[int, bytes]]]:
    """The text of a table and the properties of its paragraphs, out of (cells, properties of the row end)."""
    text, properties = "", list[tuple[int, bytes]]()
    for cells, end in rows:
        for cell in cells:
            text += cell + CELL
            properties += [(0, IN_TABLE)] * (1 + cell.count("\r"))
        text += CELL
        properties.append((0, end))
    return text, properties
