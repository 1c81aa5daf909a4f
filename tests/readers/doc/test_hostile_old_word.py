"""Hostile and damaged Word 97–2003 files are refused in a sentence, within bounds of memory and time."""

from __future__ import annotations

import struct
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_word import END, FAT, FREE, IN_TABLE, SECTOR, OldWord, container, definition, directory_of, header, table

from linter.language import render
from linter.model.document import Document, Source
from linter.readers import ReadFailure, read
from linter.readers.doc.container import LARGEST, MOST_ENTRIES
from linter.readers.doc.fib import MOST_CHARACTERS
from linter.readers.docx.state import DEEPEST, MOST_PARTS
from linter.readers.office import read as office

MEGABYTE = 1024 * 1024
ODD = "read.office-missing"


@pytest.fixture(autouse=True)
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this reader leaves to LibreOffice is a refusal here."""
    monkeypatch.setattr(office, "find_office", lambda: None)


def read_old(data: bytes) -> Document:
    return read(Source("sample.doc", data, "doc"))


def report() -> OldWord:
    text, properties = table([(("甲", "12"), definition([0, 1000, 2000])) for _ in range(3)])
    pieces = [("2023", 1), (f"年度报告\r{text}\r", 2)]
    return OldWord(pieces, paragraphs=dict(enumerate([(0, b""), *properties])), runs=[(1, 2, b"\x01\x08\x01")])


def with_word(at: int, value: bytes) -> bytes:
    streams = report().streams()
    word = bytearray(streams["WordDocument"])
    word[at : at + len(value)] = value
    return container({**streams, "WordDocument": bytes(word)})


def sectors(head: bytes, *parts: bytes) -> bytes:
    return head + b"".join(part.ljust(-(-len(part) // SECTOR) * SECTOR, b"\0") for part in parts)


def entries_without_end() -> bytes:
    """A directory of nothing but entries, in the shape of a tree that is not deep."""
    count = 4 * MOST_ENTRIES
    stored = bytearray(directory_of([("Root Entry", 5, END, 0)])[:128])
    struct.pack_into("<III", stored, 68, FREE, FREE, 1)
    for index in range(1, count):
        name = f"e{index}".encode("utf-16-le") + b"\0\0"
        left, right = (2 * index if 2 * index < count else FREE), (2 * index + 1 if 2 * index + 1 < count else FREE)
        stored += struct.pack(
            "<64sHBBIII16sIQQIII", name, len(name), 2, 1, left, right, FREE, b"", 0, 0, 0, index, 9, 0
        )
    size = -(-len(stored) // SECTOR)
    tables = -(-(size + 200) // 128)
    fat = [*range(1, size), END, *[FAT] * tables]
    fat += [FREE] * (tables * 128 - len(fat))
    return sectors(header(0, [*range(size, size + tables)]), bytes(stored), struct.pack(f"<{len(fat)}I", *fat))


def deep_directory() -> bytes:
    return container({f"e{index}": b"" for index in range(1100)})


def loop(small: tuple[int, int] = (END, 0), size: int = 10_000_000, more: int = 0) -> bytes:
    """A stream in one sector that comes after itself."""
    directory = directory_of([("Root Entry", 5, 0, size), ("WordDocument", 2, 0, size)])
    fat = [0, END, FAT, *[FREE] * 125]
    data = sectors(header(1, [2], small, more), bytes(SECTOR), directory, struct.pack("<128I", *fat))
    return data.ljust(20 * SECTOR, b"\0")


def tables_without_end() -> bytes:
    """An allocation table in sectors that name themselves."""
    data = bytearray(loop(more=0xFFFFFF))
    struct.pack_into("<I", data, 44, 0xFFFFFF)
    return bytes(data)


def shift(value: int) -> bytes:
    data = bytearray(report().file())
    struct.pack_into("<H", data, 30, value)
    return bytes(data)


def deep(depth: int) -> bytes:
    inside = IN_TABLE + struct.pack("<HI", 0x6649, depth)
    return OldWord([("甲\r", 2)], paragraphs={0: (0, inside)}).file()


def repeated_page() -> bytes:
    """One page of properties that is named many times."""
    streams = report().streams()
    word, tables = bytearray(streams["WordDocument"]), streams["1Table"]
    at, size = struct.unpack_from("<II", word, 154 + 8 * 13)
    number = tables[at + size - 4 : at + size]
    plc = struct.pack("<200001I", *range(200001)) + number * 200000
    struct.pack_into("<II", word, 154 + 8 * 13, len(tables), len(plc))
    return container({**streams, "WordDocument": bytes(word), "1Table": tables + plc})


def many_pieces() -> bytes:
    """The same bytes of the file over and over."""
    streams = report().streams()
    word, tables = bytearray(streams["WordDocument"]), streams["1Table"]
    count = 150_000
    plc = struct.pack(f"<{count + 1}I", *range(count + 1)) + struct.pack("<HIH", 0, 0x800, 0) * count
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", word, 154 + 8 * 33, len(tables), len(clx))
    struct.pack_into("<I", word, 76, count)
    return container({**streams, "WordDocument": bytes(word), "1Table": tables + clx})


def many_paragraphs() -> bytes:
    streams = report().streams()
    count = MOST_PARTS + 10
    word, tables = bytearray(streams["WordDocument"]), streams["1Table"]
    plc = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, len(word) * 2 | 1 << 30, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", word, 154 + 8 * 33, len(tables), len(clx))
    struct.pack_into("<I", word, 76, count)
    return container({**streams, "WordDocument": bytes(word) + b"\r" * count, "1Table": tables + clx})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "too large": (lambda: report().file().ljust(LARGEST + 1, b"\0"), "read.too-large"),
    "half a file": (lambda: report().file()[:3000], ODD),
    "entries without end": (entries_without_end, ODD),
    "a deep directory": (deep_directory, ODD),
    "a stream that comes after itself": (loop, ODD),
    "small sectors without end": (lambda: loop((0, 0x7FFFFFFF), 4000), "read.doc-not-word"),
    "a table of tables without end": (tables_without_end, "read.doc-not-word"),
    "sectors larger than memory": (lambda: shift(60_000), "read.doc-not-word"),
    "Word 6": (lambda: with_word(0, b"\xdc\xa5"), ODD),
    "Word 95": (lambda: with_word(2, b"\x68\x00"), ODD),
    "no head": (lambda: with_word(0, b"\0\0"), ODD),
    "a text that is longer than the file": (lambda: with_word(76, struct.pack("<I", MOST_CHARACTERS)), ODD),
    "a text that is longer than any": (lambda: with_word(76, b"\xff\xff\xff\xff"), "read.too-many-characters"),
    "no pieces": (lambda: with_word(154 + 8 * 33, bytes(8)), ODD),
    "pieces beyond the end": (lambda: with_word(154 + 8 * 33, b"\xff" * 8), ODD),
    "no table": (lambda: container({"WordDocument": report().streams()["WordDocument"]}), ODD),
    "tables in tables": (lambda: deep(DEEPEST + 1), "read.docx-too-deep"),
    "tables in tables without end": (lambda: deep(0x7FFFFFFF), "read.docx-too-deep"),
    "a page of properties that comes again": (repeated_page, ODD),
    "many pieces": (many_pieces, ODD),
    "many paragraphs": (many_paragraphs, "read.too-many-parts"),
}


@pytest.mark.parametrize(("make", "key"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_within_bounds(make: Callable[[], bytes], key: str) -> None:
    data = make()
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(ReadFailure) as failure:
        read_old(data)
    took, (_, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failure.value.message.key == key
    assert took < 10
    assert peak < 150 * MEGABYTE
    for language in ("zh", "en"):
        assert "{" not in render(failure.value.message, language)


def test_a_style_that_rests_on_itself_has_an_end() -> None:
    style = struct.pack("<HHHHHHH", 0, 1 | 0 << 4, 0, 0, 0, 0, 0)
    sheet = struct.pack("<HHH", 18, 1, 10) + bytes(14) + struct.pack("<H", len(style)) + style
    assert [block.text.value for block in OldWord([("甲\r", 2)], styles=sheet).read().blocks] == ["甲"]  # type: ignore[union-attr]


STREAMS = report().streams()
NAMES = sorted(STREAMS)


@settings(max_examples=150, deadline=5000)
@given(st.data())
def test_mutated_streams_are_read_or_refused(data: st.DataObject) -> None:
    streams = {name: bytearray(content) for name, content in STREAMS.items()}
    for _ in range(data.draw(st.integers(1, 6))):
        stream = streams[data.draw(st.sampled_from(NAMES))]
        at = data.draw(st.integers(0, max(len(stream) - 1, 0)))
        stream[at : at + 1] = data.draw(st.binary(min_size=1, max_size=4))
    read_or_refuse(container({name: bytes(content) for name, content in streams.items()}))


FILE = report().file()


@settings(max_examples=150, deadline=5000)
@given(
    st.lists(st.tuples(st.integers(0, 600) | st.integers(0, len(FILE) - 1), st.binary(min_size=1, max_size=4))),
    st.integers(0, len(FILE)) | st.just(len(FILE)),
)
def test_mutated_files_are_read_or_refused(changes: list[tuple[int, bytes]], length: int) -> None:
    data = bytearray(FILE)
    for at, value in changes:
        data[at : at + len(value)] = value
    read_or_refuse(bytes(data[:length]))


def read_or_refuse(data: bytes) -> None:
    try:
        read_old(data)
    except ReadFailure as failure:
        assert render(failure.message, "zh")
