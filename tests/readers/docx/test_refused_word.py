"""What is no Word file, or a hostile one, is refused in a sentence, within bounds of memory and time."""

from __future__ import annotations

import io
import socket
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import (
    OFFICE,
    RELATIONSHIPS,
    packed,
    para,
    part,
    parts_of,
    read_word,
    relationships,
    run,
    stated,
    tc,
    tr,
    word,
)

from linter.formats.opc import LARGEST_UNPACKED, RATIO_FROM
from linter.formats.xml import MOST_NODES
from linter.model.document import Paragraph, Source, Table
from linter.readers import ReadFailure
from linter.readers.docx.read import read as read_as_word
from linter.readers.docx.state import DEEPEST, MOST_PARTS

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)


def with_document(document: str | bytes) -> bytes:
    return packed({**parts_of(""), "word/document.xml": document})


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + para("底") + "</w:tc></w:tr></w:tbl>" * depth


def encrypted() -> bytes:
    """A package whose parts are encrypted one by one."""
    data = bytearray(word(para("密")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    return bytes(data)


def directory_of(size: int) -> bytes:
    """A package that says its directory is `size` bytes long."""
    data = bytearray(word(para("录")))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", size)
    return bytes(data)


def bomb() -> bytes:
    return with_document(part("document", "<w:body>" + " " * (RATIO_FROM + MEGABYTE) + "</w:body>"))


def poorly_packed() -> bytes:
    """More than may be unpacked, but not by its ratio."""
    return stored(" " * LARGEST_UNPACKED)


def stored(body: str) -> bytes:
    """A file whose parts are not packed, so that no ratio gives them away."""
    return packed(parts_of(body), zipfile.ZIP_STORED)


REFUSED = {
    "nothing": (b"", "read.empty"),
    "no text": (word("<w:p/>"), "read.empty"),
    "no body": (with_document(part("document", "")), "read.empty"),
    "a text": ("青溪镇人民政府".encode(), "read.docx-not-word"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "read.is-image"),
    "an old file": (OLE + bytes(2000), "read.doc-not-word"),
    "a password": (OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"), "read.docx-encrypted"),
    "encrypted parts": (encrypted(), "read.docx-encrypted"),
    "a sheet": (packed({"xl/workbook.xml": "<x/>"}), "read.is-excel"),
    "slides": (packed({"ppt/presentation.xml": "<x/>"}), "read.docx-not-word"),
    "an archive": (packed({"a.txt": "x"}), "read.docx-not-word"),
    "another root": (with_document("<x/>"), "read.docx-not-word"),
    "cut off": (word(para("断"))[:-100], "read.docx-damaged"),
    "half": (word(para("断"))[:200], "read.docx-damaged"),
    "a huge directory": (directory_of(1 << 30), "read.docx-damaged"),
    "a wrong directory": (directory_of(7), "read.docx-damaged"),
    "no xml": (with_document("总体情况"), "read.docx-damaged"),
    "empty xml": (with_document(""), "read.docx-damaged"),
    "unclosed xml": (with_document(part("document", "<w:body>")), "read.docx-damaged"),
    "another compression": (packed(parts_of(para("x")), zipfile.ZIP_LZMA), "read.docx-damaged"),
    "entities": (with_document(f"{DOCTYPE}]>{part('document', '&i;')[55:]}"), "read.docx-entities"),
    "a doctype": (with_document('<!DOCTYPE d SYSTEM "http://a.example/d.dtd"><d/>'), "read.docx-entities"),
    "a wide doctype": (
        with_document('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d []><d/>'.encode("utf-16")),
        "read.docx-entities",
    ),
    "a doctype in another code": (
        with_document('<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE d [<!ENTITY a "b">]><d/>'.encode("utf-32-le")),
        "read.docx-entities",
    ),
    "a bomb": (bomb(), "read.docx-too-large"),
    "large": (poorly_packed(), "read.docx-too-large"),
    "tables in tables": (word(nested(DEEPEST + 1)), "read.docx-too-deep"),
    "elements in elements": (word("<w:ins>" * 300 + "</w:ins>" * 300), "read.docx-too-deep"),
    "a million cells": (stored(f"<w:tbl>{tr('<w:tc/>' * 1000) * 1000}</w:tbl>"), "read.too-many-parts"),
    "a quarter of a million cells": (stored(f"<w:tbl>{tr('<w:tc/>' * 500) * 500}</w:tbl>"), "read.too-many-parts"),
    "endless attributes": (stored("<w:p " + "w:a='1' " * MOST_NODES + "/>"), "read.too-many-parts"),
    "endless paragraphs": (word("<w:p/>" * (MOST_PARTS + 1)), "read.too-many-parts"),
    "endless runs": (word(f"<w:p>{'<w:r/>' * (MOST_PARTS + 1)}</w:p>"), "read.too-many-parts"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_word(data)
    assert failure.value.message.key == key


def test_the_deepest_that_is_read() -> None:
    assert "底" in str(stated(read_word(word(nested(DEEPEST)))))


@pytest.mark.parametrize("make", [bomb, poorly_packed, lambda: stored("<w:p/>" * 5_000_000)])
def test_bombs_take_little_memory_and_time(make: Callable[[], bytes]) -> None:
    data = make()
    started = time.perf_counter()
    tracemalloc.start()
    with pytest.raises(ReadFailure):
        read_word(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * LARGEST_UNPACKED
    assert time.perf_counter() - started < 5


MANY = 15_000
FIELD = "<w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r>"
LONG = {
    "line breaks": f"<w:p>{'<w:r><w:t>甲。</w:t><w:br/></w:r>' * MANY}</w:p>",
    "fields without end": para("甲")
    + "<w:p>"
    + "<w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r>" * MANY
    + "</w:p>",
    "deleted ends": "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>" * MANY,
    "merged cells": f"<w:tbl>{tr(tc('x', 1, 'restart') * MANY)}{tr(tc('', 7, 'continue') * MANY)}</w:tbl>",
    "merged rows": f"<w:tbl>{tr(tc('x', 1, 'continue')) * MANY}</w:tbl>",
    "text boxes": "<w:p>"
    + f"<w:r><w:drawing><w:txbxContent>{para('x')}</w:txbxContent></w:drawing></w:r>" * MANY
    + "</w:p>",
    "fields in fields over paragraphs": "".join(
        f"<w:p><w:r><w:fldChar w:fldCharType='{kind}'/></w:r></w:p>" for kind in ("begin", "end") for _ in range(MANY)
    )
    + para("末"),
    "lists": "".join(
        f"<w:p><w:pPr><w:numPr><w:numId w:val='{id}'/></w:numPr></w:pPr>{run('x')}</w:p>" for id in range(MANY)
    ),
}
LISTS = "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/></w:num>' for id in range(MANY))
LEVELS = '<w:abstractNum w:abstractNumId="0">' + '<w:lvl w:ilvl="0"/>' * MANY + "</w:abstractNum>"


@pytest.mark.parametrize("body", LONG.values(), ids=LONG)
def test_time_grows_with_the_file_and_no_faster(body: str) -> None:
    """Anything that grew with the square would take minutes."""
    data = packed(parts_of(body, "", LEVELS + LISTS), zipfile.ZIP_STORED)
    started = time.perf_counter()
    assert read_word(data).blocks
    assert time.perf_counter() - started < 5


def test_a_number_is_no_longer_than_a_line() -> None:
    """It stands before every paragraph of its list: of one that is a book, a few hundred would fill the memory."""
    level = f"<w:lvl w:ilvl='0'><w:lvlText w:val='{'%1' * MEGABYTE}'/></w:lvl>"
    numbering = f"<w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum><w:num w:numId='1'>"
    numbered = f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>{run('甲')}</w:p>"
    document = read_word(word(numbered * 300, "", f"{numbering}<w:abstractNumId w:val='0'/></w:num>"))
    assert all(len(block.label) < 500 for block in document.blocks if isinstance(block, Paragraph))


def test_nothing_outside_the_package_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the reader went outside")

    main = "word/_rels/document.xml.rels"
    parts = parts_of(para("正文"))
    parts[main] = "".join(
        [
            f'<Relationships xmlns="{RELATIONSHIPS}">',
            f'<Relationship Type="{OFFICE}/relationships/image" TargetMode="External" Target="http://a.example/s.png"/>',
            f'<Relationship Type="{OFFICE}/relationships/header" Target="../../../../etc/passwd"/>',
            f'<Relationship Type="{OFFICE}/relationships/attachedTemplate" TargetMode="External" Target="file:///x"/>',
            "</Relationships>",
        ]
    )
    data = packed(parts)
    read_word(data)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(io, "open", refuse)
    assert stated(read_word(data)) == ["正文"]


def test_only_the_parts_that_are_needed_are_unpacked() -> None:
    """Pictures may be as large as they like, and damaged; so may be what a report does not stand in."""
    parts: dict[str, str | bytes] = {
        **parts_of(para("正文")),
        "word/media/a.png": b"0" * (LARGEST_UNPACKED + 1),
        "word/comments.xml": "<",
    }
    assert stated(read_word(packed(parts))) == ["正文"]


SAMPLE = parts_of(
    f"{para('一、总体情况')}<w:tbl>{tr(tc('规章', 1, 'restart') + tc('0', 2))}{tr(tc('', 1, 'continue') + tc('1', 2))}"
    "</w:tbl><w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:ins><w:r><w:t>甲</w:t><w:tab/></w:r></w:ins><w:r>"
    "<w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText>"
    "<w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
PACKED = packed(SAMPLE)
PIECES = ("-1", "999999999999", "²", "%9", "restart", "continue", "<w:p>", "</w:p>", "<w:tc/>", "<w:tbl/>", "x", "&#1;")


def harmless(data: bytes) -> None:
    """Read as blocks, or refused; nothing else."""
    try:
        document = read_as_word(Source("a.docx", data, "docx"))
    except ReadFailure:
        return
    for block in document.blocks:
        rows = block.rows if isinstance(block, Table) else ()
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for row in rows for cell in row.cells]
        assert texts
        assert all(text.pieces for text in texts)
        assert all(row.cells for row in rows)


@given(st.lists(st.tuples(st.integers(0, len(PACKED) - 1), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_damaged_bytes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(PACKED)
    for index, byte in changes:
        data[index] = byte
    harmless(bytes(data))


@given(st.integers(0, len(PACKED)), st.integers(0, 60), st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_bytes_cut_out_and_put_in(start: int, length: int, other: bytes) -> None:
    harmless(PACKED[:start] + other + PACKED[start + length :])


@given(
    st.sampled_from(sorted(name for name in SAMPLE if name != "[Content_Types].xml")),
    st.integers(0, 3000),
    st.integers(0, 40),
    st.one_of(st.sampled_from(PIECES), st.text(max_size=6)),
)
@settings(max_examples=300, deadline=None)
def test_damaged_xml(name: str, start: int, length: int, other: str) -> None:
    content = SAMPLE[name]
    start %= len(content)
    changed = content[:start] + other + content[start + length :]
    harmless(packed({**SAMPLE, name: changed.encode("utf-8", "replace")}))


TAGS = (
    *("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "txbxContent", "pPr", "rPr", "trPr", "tcPr"),
    *("numPr", "numId", "ilvl", "pStyle", "vMerge", "gridSpan", "hMerge", "gridBefore", "vanish", "fldChar", "br"),
    *("drawing", "ruby", "rubyBase", "sym", "outlineLvl", "cellMerge", "cellDel", "hyperlink", "body"),
)
ELEMENTS = st.recursive(
    st.builds(
        lambda tag, value: f'<w:{tag} w:val="{value}" w:fldCharType="begin" w:char="{value}">文</w:{tag}>',
        st.sampled_from(TAGS),
        st.sampled_from(["1", "0", "-1", "restart", "continue", "x", "９", "F020"]),
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<w:{tag}>{''.join(inside)}</w:{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.lists(ELEMENTS, max_size=4))
@settings(max_examples=300, deadline=None)
def test_elements_where_they_do_not_belong(elements: list[str]) -> None:
    harmless(word("".join(elements), SAMPLE["word/styles.xml"][600:], ""))


def test_relationships_may_go_in_circles() -> None:
    parts = {**parts_of(para("x")), "_rels/.rels": relationships(("officeDocument", "_rels/.rels"))}
    with pytest.raises(ReadFailure):
        read_word(packed(parts))
