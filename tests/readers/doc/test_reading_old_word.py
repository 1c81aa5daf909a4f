"""Word 97–2003 files made by hand: pieces, fields, hidden and deleted text, tables on their grid."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise

import pytest
from office_files import stated
from old_word import DELETED, HIDDEN, IN_TABLE, INSERTED, ROW_MARK, OldWord, container, definition, table

from linter.model.document import Paragraph, Source, Table
from linter.model.span import DocxSpan
from linter.readers import ReadFailure, read
from linter.readers.doc.read import transcribe

BOXES, HEADERS = (0, 0, 0, 0, 5), (0, 5, 0, 0, 0)


def lines(document: OldWord) -> list[str]:
    return [block.text.value for block in document.read().blocks if isinstance(block, Paragraph)]


def keys(document: OldWord) -> list[str]:
    return [note.key for note in document.read().notes]


def test_pieces_of_8_and_of_16_bits_are_put_together() -> None:
    pieces = [("2023", 1), ("年度报告", 2), ("“A” · 1\r", 1), ("二、\U00020000\r", 2), ("1<2&3\r", 1)]
    assert lines(OldWord(pieces)) == ["2023年度报告“A” · 1", "二、\U00020000", "1<2&3"]


def test_pieces_stand_anywhere_in_a_file_that_was_saved_quickly() -> None:
    text, properties = table([(("规章", "12"), definition([0, 3000, 4000])), (("甲", "乙", "丙"), ROW_MARK)])
    cuts = [0, 1, 4, 6, 7, 9, len(text)]
    pieces = [(text[start:end], 2 if start != 4 else 1) for start, end in pairwise(cuts)] + [("末\r", 2)]
    for order in ([6, 5, 4, 3, 2, 1, 0], [2, 0, 6, 4, 1, 5, 3]):
        document = OldWord(pieces, paragraphs=dict(enumerate(properties)), order=order)
        assert stated(document.read()) == [[["0 规章", "1 12"], ["0 甲", "1 乙", "2 丙"]], "末"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("甲\x0b乙\r", ["甲\n乙"]),
        ("甲\x1e乙\x1f丙\xa0丁\t戊\r", ["甲-乙丙\xa0丁\t戊"]),
        ("甲\x01\x02\x05\x08乙\r", ["甲乙"]),
        ("甲\x0c乙\r", ["甲", "乙"]),
        ("甲\x13 PAGE \x14乙\x15丙\r", ["甲乙丙"]),
        ("甲\x13 IF \x13 PAGE \x141\x15 = 1 \x14乙\x15丙\r", ["甲乙丙"]),
        ("甲\x13 XE 词 \x15乙\r", ["甲乙"]),
        ("甲\x13乙\r丙\x15\r", ["甲", ""]),
        ("甲\x13乙\r丙\r", ["甲乙", "丙"]),
        ("甲\x14乙\x15丙\r", ["甲乙丙"]),
        ("目录\r\x13 TOC \\o \x14一、甲\r二、乙\x15\r一、甲\r", ["目录", "一、甲"]),
        ("目录\r\x13 toc \x14一、甲\x15\r一、甲\r", ["目录", "一、甲"]),
        ("没有段落标记", ["没有段落标记"]),
    ],
)
def test_characters_with_a_meaning_of_their_own(text: str, read: list[str]) -> None:
    document = OldWord([(text if text.endswith("\r") else text + "\r", 2)])
    assert lines(document) == [line for line in read if line]


def test_hidden_and_deleted_text_is_not_read() -> None:
    document = OldWord([("甲乙丙丁\r", 2)], runs=[(1, 2, HIDDEN), (2, 3, DELETED)])
    assert lines(document) == ["甲丁"]
    assert keys(document) == ["read.docx-tracked-changes"]
    assert lines(OldWord([("甲乙\r", 2)], runs=[(0, 1, INSERTED)])) == ["甲乙"]


def test_a_paragraph_that_is_hidden_with_its_end_does_not_count_in_its_list() -> None:
    listed = struct.pack("<HHHB", 0x460B, 1, 0x260A, 0)
    document = OldWord([("甲\r乙\r", 2)], paragraphs={0: (0, listed)}, runs=[(0, 2, HIDDEN)])
    assert (
        '<w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>' in transcribe(document.file()).document
    )


def test_a_paragraph_goes_on_where_its_end_is_deleted() -> None:
    assert lines(OldWord([("甲\r乙\r", 2)], runs=[(1, 2, DELETED)])) == ["甲乙"]


def test_symbols_are_read_from_their_fonts() -> None:
    symbol = struct.pack("<HHH", 0x6A09, 0, 0xF0B3)
    assert lines(OldWord([("1(2\r", 1)], runs=[(1, 2, symbol)])) == ["1≥2"]


def test_properties_of_whole_pieces_count() -> None:
    hidden = OldWord([("甲", 2), ("乙", 2), ("丙\r", 2)], properties=[HIDDEN], piece_properties={1: 1})
    assert lines(hidden) == ["甲丙"]
    short = OldWord([("甲", 2), ("乙", 2), ("丙\r", 2)], piece_properties={1: 0x5C << 1 | 1 << 8})
    assert lines(short) == ["甲丙"]


def test_only_the_text_is_read() -> None:
    assert lines(OldWord([("甲\r页眉页眉\r", 2)], after=HEADERS)) == ["甲"]
    assert keys(OldWord([("甲\r页眉页眉\r", 2)], after=HEADERS)) == []


BOXED = "甲\x08乙\r丙\r"


def test_text_boxes_come_after_the_paragraphs_that_they_hang_on() -> None:
    texts = "框一\r甲框\r第二行\r"
    document = OldWord([(BOXED + texts, 2)], after=(0, 0, 0, 0, 10), boxes=[(4, 7, 3), (1, 5, 7)])
    assert lines(document) == ["甲乙", "甲框", "第二行", "丙", "框一"]
    assert keys(document) == []


def test_text_boxes_without_an_anchor_come_last() -> None:
    texts = "框一\r框二\r"
    assert lines(OldWord([(BOXED + texts, 2)], after=(0, 0, 0, 0, 6))) == ["甲乙", "丙", "框一", "框二"]
    far = OldWord([(BOXED + texts, 2)], after=(0, 0, 0, 0, 6), boxes=[(1, 5, 3), (9, 7, 3)])
    assert lines(far) == ["甲乙", "框一", "丙", "框二"]
    torn = OldWord([(BOXED + texts, 2)], after=(0, 0, 0, 0, 6), boxes=[(1, 5, 3), (1, 7, 3)])
    assert lines(torn) == ["甲乙", "丙", "框一", "框二"]
    assert lines(OldWord([("甲\r    \r", 2)], after=BOXES)) == ["甲"]


def test_text_boxes_that_are_deleted_or_hidden_are_not_read() -> None:
    for unseen in (DELETED, HIDDEN):
        document = OldWord([(BOXED + "框\r", 2)], after=(0, 0, 0, 0, 2), boxes=[(1, 5, 2)], runs=[(1, 2, unseen)])
        assert lines(document) == ["甲乙", "丙"]


def test_fields_and_deleted_words_in_text_boxes() -> None:
    text = "第\x13 PAGE \x141\x15页\r"
    end = len(BOXED + text)
    document = OldWord(
        [(BOXED + text, 2)],
        after=(0, 0, 0, 0, len(text)),
        boxes=[(1, 5, len(text))],
        runs=[(end - 2, end - 1, DELETED)],
    )
    assert lines(document) == ["甲乙", "第1", "丙"]


def test_objects_of_other_programs_are_spoken_of() -> None:
    assert keys(OldWord([("甲\x13 EMBED Excel.Sheet.8 \x14\x01\x15\r", 2)])) == ["read.docx-embedded"]
    assert keys(OldWord([("甲\x13 EMBED Equation.3 \x14\x01\x15\r", 2)])) == []


def of_table(rows: Sequence[tuple[Sequence[str], bytes]]) -> list[list[str]]:
    text, properties = table(rows)
    (found,) = stated(OldWord([(text + "\r", 2)], paragraphs=dict(enumerate(properties))).read())
    assert isinstance(found, list)
    return found


FIRST, MERGED, DOWN, FIRST_DOWN = 1, 2, 0x20, 0x60
TABLES = {
    "columns are where edges are": (
        [(("甲", "乙"), definition([0, 3000, 4000])), (("1", "2", "3"), definition([0, 1000, 3000, 4000]))],
        [["0+2 甲", "2 乙"], ["0 1", "1 2", "2 3"]],
    ),
    "edges that nearly meet are one": (
        [(("甲", "乙"), definition([-8, 3010, 4000])), (("1", "2", "3"), definition([0, 1000, 3000, 4020]))],
        [["0+2 甲", "2 乙"], ["0 1", "1 2", "2 3"]],
    ),
    "unless a cell is as narrow as that": (
        [(("甲", "乙", "丙"), definition([0, 50, 100, 1000])), (("1", "2"), definition([0, 100, 1000]))],
        [["0 甲", "1 乙", "2 丙"], ["0+2 1", "2 2"]],
    ),
    "a row that begins further right": (
        [(("甲", "乙"), definition([0, 1000, 2000])), (("1",), definition([1000, 2000]))],
        [["0 甲", "1 乙"], ["1 1"]],
    ),
    "merged downward": (
        [
            (("甲", "乙"), definition([0, 1000, 2000], [FIRST_DOWN, 0])),
            (("", "丙"), definition([0, 1000, 2000], [DOWN, 0])),
        ],
        [["0v2 甲", "1 乙"], ["1 丙"]],
    ),
    "merged to the right": (
        [
            (("甲", "", "乙"), definition([0, 1000, 2000, 3000], [FIRST, MERGED, 0])),
            (("1", "2", "3"), definition([0, 1000, 2000, 3000])),
        ],
        [["0+2 甲", "2 乙"], ["0 1", "1 2", "2 3"]],
    ),
    "merged afterwards": (
        [
            (("甲", "", "乙"), definition([0, 1000, 2000, 3000]) + struct.pack("<HBB", 0x5624, 0, 2)),
            (("1", "2", "3"), definition([0, 1000, 2000, 3000]) + struct.pack("<HBBB", 0xD62B, 2, 0, 3)),
            (("", "5", "6"), definition([0, 1000, 2000, 3000]) + struct.pack("<HBBB", 0xD62B, 2, 0, 1)),
        ],
        [["0+2 甲", "2 乙"], ["0v2 1", "1 2", "2 3"], ["1 5", "2 6"]],
    ),
    "cells are counted without edges": (
        [(("甲", "乙"), ROW_MARK), (("1", "2"), definition([0, 1000, 2000]))],
        [["0 甲", "1 乙"], ["0 1", "1 2"]],
    ),
    "cells are counted where there are more than edges": (
        [(("甲", "乙", "丙"), definition([0, 1000, 2000]))],
        [["0 甲", "1 乙", "2 丙"]],
    ),
    "lines in a cell": ([(("甲\r乙", "1"), definition([0, 1000, 2000]))], [["0 甲/乙", "1 1"]]),
    "no cell is lost where edges are nonsense": (
        [(("甲", "乙"), definition([0, 0, 0])), (("1", "2"), definition([2000, 1000, 0]))],
        [["0 甲", "1 乙"], ["0 1", "1 2"]],
    ),
}


@pytest.mark.parametrize(("rows", "read"), TABLES.values(), ids=TABLES)
def test_tables(rows: list[tuple[list[str], bytes]], read: list[list[str]]) -> None:
    assert of_table(rows) == read


def test_long_properties_stand_elsewhere() -> None:
    long = definition([0, 3000, 4000])
    text, properties = table([(("甲", "乙"), b""), (("1", "2", "3"), definition([0, 1000, 3000, 4000]))])
    properties[2] = (0, struct.pack("<HI", 0x6646, 100))
    data = bytes(100) + struct.pack("<H", len(long)) + long
    document = OldWord([(text + "\r", 2)], paragraphs=dict(enumerate(properties)), data=data).read()
    assert stated(document) == [[["0+2 甲", "2 乙"], ["0 1", "1 2", "2 3"]]]


def test_tables_in_tables_come_after_them() -> None:
    inside = IN_TABLE + struct.pack("<HI", 0x6649, 2)
    text = "甲\r" + "乙\r" + "丙\r" + "\r" + "丁\x07" + "戊\x07" + "\x07" + "\r"
    properties = [
        IN_TABLE,
        inside + struct.pack("<HB", 0x244B, 1),
        inside + struct.pack("<HB", 0x244B, 1),
        inside + struct.pack("<HBHB", 0x244C, 1, 0x244B, 1),
        IN_TABLE,
        IN_TABLE,
        definition([0, 1000, 2000]),
    ]
    document = OldWord([(text, 2)], paragraphs={index: (0, own) for index, own in enumerate(properties)})
    assert stated(document.read()) == [[["0 甲/丁", "1 戊"]], [["0 乙", "1 丙"]]]


def test_places_name_the_block_the_cell_and_the_paragraph() -> None:
    text, properties = table([(("甲", "乙"), definition([0, 1000, 2000])), (("1", "23"), definition([0, 1000, 2000]))])
    document = OldWord([("前言\r" + text + "\r", 2)], paragraphs=dict(enumerate([(0, b""), *properties]))).read()
    grid = document.blocks[1]
    assert isinstance(grid, Table)
    span = grid.rows[1].cells[1].text.span_at(1, 1)
    assert isinstance(span, DocxSpan)
    assert span == DocxSpan(block=2, row=2, cell=2, paragraph=5, run=1, start=1, length=1)


def test_the_format_is_what_the_file_is() -> None:
    document = OldWord([("甲\r", 2)])
    assert [document.read(suffix).format for suffix in ("doc", "wps", "docx", "txt", "")] == [
        *("doc", "wps", "doc", "doc", "doc")
    ]


ARCHIVE = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    b"<html><p>=D7=DC=CC=E5</p></html>\r\n--b--\r\n"
)
OTHERS = {
    "a page": ("<html><body><p>总体</p></body></html>".encode("gb18030"), "html"),
    "a page of Word": ('<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>总体</p></html>'.encode(), "html"),
    "an archive": (ARCHIVE, "mht"),
    "a text": ("总体".encode("gb18030"), "txt"),
}


@pytest.mark.parametrize("suffix", ["doc", "wps"])
@pytest.mark.parametrize(("data", "format"), OTHERS.values(), ids=OTHERS)
def test_what_is_only_named_so_is_read_as_what_it_is(data: bytes, format: str, suffix: str) -> None:
    document = read(Source("sample", data, suffix))
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert (document.format, block.text.value) == (format, "总体")


REFUSED = {
    "a sheet": (container({"Workbook": b""}), "read.is-excel"),
    "a locked package": (container({"EncryptedPackage": b""}), "read.docx-encrypted"),
    "slides": (container({"PowerPoint Document": b""}), "read.doc-not-word"),
    "a locked text": (OldWord([("甲\r", 2)], flags=0x0300).file(), "read.docx-encrypted"),
    "bytes": (bytes(range(256)) * 9, "read.doc-not-word"),
    "nothing": (b"", "read.empty"),
    "no text": (OldWord([("\r", 2)]).file(), "read.empty"),
    "an archive without a page": (ARCHIVE.replace(b"text/html", b"text/plain"), "read.archive-without-page"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read(Source("sample.doc", data, "doc"))
    assert failure.value.message.key == key
