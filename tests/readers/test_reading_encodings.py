"""Encodings are told apart, places stay the same in all of them, and what is no text is refused with a reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_blocks import read_text, stated

from linter.formats.refusals import MOST_CHARACTERS
from linter.model.document import Document, Source
from linter.readers import ReadFailure, read
from linter.readers.encoding import LARGEST, decode
from linter.readers.textual import MOST_PARTS

REPORT = (
    "松湖街道办事处2023年政府信息公开工作年度报告\n一、总体情况\n我街道主动公开信息12条。\n"
    "规章\t0\t0\n行政规范性文件\t1\t2\n\n信息内容 | 数量\n行政许可 | 3\n"
)
ENCODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16 le with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16 be with mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 le": lambda text: text.encode("utf-16-le"),
    "utf-16 be": lambda text: text.encode("utf-16-be"),
    "gb18030": lambda text: text.encode("gb18030"),
}


def blocks_of(data: bytes) -> Document:
    return read(Source("a.txt", data, "txt"))


@pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_same_blocks_at_same_places(encoder: Callable[[str], bytes], end: str) -> None:
    document = blocks_of(encoder(REPORT.replace("\n", end)))
    assert stated(document) == stated(read_text(REPORT))
    assert document.notes == ()


@given(
    st.lists(st.text("政府信息公开工作年度报告规章一二三，。（）0123456789 \t|ab", max_size=12), max_size=8),
    st.sampled_from(sorted(ENCODERS)),
)
@settings(deadline=None)
def test_encodings_round_trip(lines: list[str], encoding: str) -> None:
    text = "松湖街道办事处年度报告\n" + "\n".join(lines)
    assert blocks_of(ENCODERS[encoding](text)) == blocks_of(text.encode())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", ["规章", "中华人民共和国政府信息公开条例", "年报 2023", "Annual report 2023\n0\t0"])
def test_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_damaged_utf8_is_not_mistaken_for_gb18030() -> None:
    data = REPORT.encode()
    text, notes = decode(data[:100] + b"\xff" + data[100:200] + b"\xe6" + data[200:])
    assert text.startswith("松湖街道办事处")
    assert [note.key for note in notes] == ["read.damaged-characters"]
    assert notes[0].values["count"] == text.count("\ufffd") > 0


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("松".encode() * 10 + b"\xff", "松" * 10 + "\ufffd"),
        ("松".encode() * 9 + b"\xff", "?"),
        ("Р".encode() * 19 + b"\xff", "Р" * 19 + "\ufffd"),
        ("Р".encode() * 18 + b"\xff", "?"),
    ],
    ids=["one of ten wide characters", "one of nine", "one of twenty characters", "one of nineteen"],
)
def test_how_much_of_a_text_in_utf8_may_be_damaged(data: bytes, text: str) -> None:
    try:
        assert decode(data)[0] == text
    except ReadFailure as failure:
        assert (failure.message.key, text) == ("read.unknown-encoding", "?")


@pytest.mark.parametrize(("length", "controls", "is_text"), [(90, 9, True), (90, 10, True), (90, 11, False)])
def test_how_many_control_characters_a_text_may_have(length: int, controls: int, is_text: bool) -> None:
    try:
        decode(b"a" * length + b"\x01" * controls)
        assert is_text
    except ReadFailure as failure:
        assert (failure.message.key, is_text) == ("read.not-text", False)


def test_damaged_gb18030() -> None:
    text, notes = decode(REPORT.encode("gb18030") + b"\xff\n" + "规章".encode("gb18030"))
    assert text.startswith("松湖街道办事处")
    assert text.endswith("规章")
    assert notes[0].values["count"] == 1


def test_lines_end_only_where_an_editor_ends_them() -> None:
    document = read_text("甲\x0b乙\x0c丙\u2028丁\u0085戊\n己\r庚\r\n辛")
    assert stated(document) == ["1:1 甲\x0b乙\x0c丙\u2028丁\u0085戊", "2:1 己", "3:1 庚", "4:1 辛"]


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<x/>")
    return buffer.getvalue()


REFUSED = {
    "nothing": (b"", "read.empty"),
    "a mark alone": (b"\xef\xbb\xbf", "read.empty"),
    "white space": (" \t\r\n\u3000\n".encode(), "read.empty"),
    "signs of no width": ("\u200b\n\ufeff".encode(), "read.empty"),
    "word": (zipped("word/document.xml"), "read.docx-not-word"),
    "excel": (zipped("xl/workbook.xml"), "read.is-excel"),
    "zip": (zipped("a.txt"), "read.is-archive"),
    "ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "read.doc-not-word"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "read.pdf-damaged"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "read.is-image"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(99), "read.is-image"),
    "gzip": (b"\x1f\x8b\x08" + bytes(20), "read.is-archive"),
    "nul": (b"abc\0def\0\0\0", "read.not-text"),
    "controls": (b"\x01\x02\x03\x04abc" * 9, "read.not-text"),
    "other": ("é à ü ".encode("latin-1") * 30, "read.unknown-encoding"),
    "large": (b"0" * (LARGEST + 1), "read.too-large"),
    "tabs": (b"x" + b"\t" * (MOST_PARTS + 1), "read.too-many-parts"),
    "letters": (b"x" * (MOST_CHARACTERS + 1), "read.too-many-characters"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(data: bytes, key: str) -> None:
    for suffix in ("txt", "md", ""):
        with pytest.raises(ReadFailure) as failure:
            read(Source("a", data, suffix))
        assert failure.value.message.key == key


def test_control_characters_stay_in_values() -> None:
    document = read_text(
        "我镇\x1b[31m公开信息，认真贯彻条例，扎实推进各项工作，取得了一定的成效，群众比较满意。\n"
        + "规章\t0\x07\t0\n文件\t0\t0\n"
    )
    assert "\x1b[31m" in stated(document)[0]
    assert stated(document)[1][0] == ["2:1", "规章", "0\x07", "0"]


@pytest.mark.parametrize(
    ("suffix", "word", "is_read"), [("md", "x ", True), ("txt", "x ", False), ("txt", "x   ", False)]
)
def test_words_count_where_they_may_be_cells(suffix: str, word: str, is_read: bool) -> None:
    for count, expected in ((MOST_PARTS - 9, True), (MOST_PARTS + 9, is_read)):
        try:
            read(Source("a", (word * count).encode(), suffix))
        except ReadFailure as failure:
            assert (failure.message.key, expected) == ("read.too-many-parts", False)
        else:
            assert expected


@pytest.mark.parametrize("text", ["x\n" * MOST_PARTS, "x" * MOST_CHARACTERS], ids=["lines", "letters"])
def test_the_longest_texts_are_read(text: str) -> None:
    assert read_text(text).blocks


def test_the_text_of_a_page_is_no_longer_than_other_texts() -> None:
    """Its source may be, for what is not seen."""
    unseen = b"<html><body><script>" + b"x " * MOST_CHARACTERS + b"</script><p>"
    assert read(Source("a.html", unseen + b"y", "html")).blocks
    with pytest.raises(ReadFailure) as failure:
        read(Source("a.html", unseen + b"y" * (MOST_CHARACTERS + 1), "html"))
    assert failure.value.message.key == "read.too-many-characters"
