"""Files that are no report, damaged, locked or made to do harm: one clear sentence, bounded in time and memory."""

from __future__ import annotations

import io
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_bytes import WORDS, groups_in_groups, one_page, pdf, stream
from pdf_font import FONT
from pdf_paper import Paper
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from linter.language import LANGUAGES, render
from linter.model.document import Document, Source
from linter.readers import ReadFailure, read
from linter.readers.pdf.opening import LARGEST, MOST_PAGES
from linter.readers.pdf.weight import MOST_OF_FONTS, MOST_REFERENCES, is_too_heavy


def read_pdf(data: bytes) -> Document:
    return read(Source("draft.pdf", data, "pdf"))


def drawn(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), **options)
    for draw in pages:
        canvas.setFont(FONT, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)


def words(canvas: Canvas) -> None:
    canvas.drawString(100, 700, "松湖街道办事处2023年政府信息公开工作年度报告")


def blank(canvas: Canvas) -> None:
    canvas.line(100, 100, 200, 200)


def without_map() -> bytes:
    """A file whose font names neither its letters nor a code for them."""
    descriptor = b"<</Type/FontDescriptor/FontName/Odd/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0/Ascent 9/Descent 0>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/FontDescriptor 7 0 R/CIDSystemInfo<</Registry(Adobe)"
    inner += b"/Ordering(Identity)/Supplement 0>>/DW 1000>>"
    outer = b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    text = b"BT /F1 12 Tf 100 700 Td <0102010301040105> Tj ET"
    file = one_page(stream(text), more=[inner, descriptor])
    return file.replace(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", outer)


OBJECTS = b"/Type/ObjStm/N 1/First 4"


def sized(box: bytes) -> bytes:
    return one_page(stream(WORDS)).replace(b"0 0 595 842", box)


def packed(content: bytes, filters: bytes) -> bytes:
    return b"<</Filter %b/Length %d>>stream\n%b\nendstream" % (filters, len(content), content)


def runs(content: bytes) -> bytes:
    """`content` in runs that repeat nothing."""
    pieces = (content[start : start + 128] for start in range(0, len(content), 128))
    return b"".join(bytes((len(piece) - 1,)) + piece for piece in pieces) + b"\x80"


def lzw(count: int) -> bytes:
    """Spaces packed by LZW in `count` codes, each of which stands for one byte more than the one before."""
    bits, held, out, size, code = 0, 0, bytearray(), 258, 32
    for index in range(count):
        width = max(9, min(12, (size + 1).bit_length()))
        bits, held = bits << width | code, held + width
        size += index > 0 and size < 4096
        code = min(258 + index, 4095)
        while held >= 8:
            held -= 8
            out.append(bits >> held & 255)
        bits &= (1 << held) - 1
    return bytes(out) + bytes(2)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "scanned": (lambda: drawn(scan, scan), "read.pdf-scanned"),
    "blank": (lambda: drawn(blank), "read.pdf-without-text"),
    "no letters": (without_map, "read.pdf-without-letters"),
    "locked": (lambda: drawn(words, encrypt="secret"), "read.pdf-locked"),
    "head alone": (lambda: b"%PDF-1.7\n", "read.pdf-damaged"),
    "no pages": (
        lambda: pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
        "read.pdf-damaged",
    ),
    "too large": (lambda: b"%PDF-1.7\n" + bytes(LARGEST), "read.too-large"),
    "too long": (lambda: drawn(*[words] * (MOST_PAGES + 1)), "read.pdf-too-long"),
    "packed twice": (lambda: one_page(stream(WORDS + b" " * 160_000_000, times=2)), "read.pdf-too-complex"),
    "one stream often": (
        lambda: one_page(stream(WORDS + b" " * 5_000_000), contents=b"[" + b"4 0 R " * 500 + b"]"),
        "read.pdf-too-complex",
    ),
    "a font": (
        lambda: one_page(stream(WORDS), more=[stream(bytes(MOST_OF_FONTS + 1), b"/Length1 9")]),
        "read.pdf-too-complex",
    ),
    "many streams": (
        lambda: one_page(stream(WORDS), more=[stream(bytes(4_000_000))] * 9),
        "read.pdf-too-complex",
    ),
    "packed by LZW": (lambda: one_page(packed(lzw(12_000), b"/LZWDecode")), "read.pdf-too-complex"),
    "packed by LZW, as hex": (
        lambda: one_page(packed(lzw(12_000).hex().encode() + b">", b"[/AHx /LZW]")),
        "read.pdf-too-complex",
    ),
    "packed by zlib, then in runs": (
        lambda: one_page(packed(runs(zlib.compress(bytes(40_000_000), 9)), b"[/RL /Fl]")),
        "read.pdf-too-complex",
    ),
    "runs": (lambda: one_page(packed(b"\x81\0" * 300_000, b"/RunLengthDecode")), "read.pdf-too-complex"),
    "references": (
        lambda: one_page(stream(WORDS), more=[b"[" + b"1 0 R " * (MOST_REFERENCES + 1) + b"]"]),
        "read.pdf-too-complex",
    ),
    "references apart": (
        lambda: one_page(stream(WORDS), more=[b"[" + b"1 0 R<</A 1>>" * (MOST_REFERENCES + 1) + b"]"]),
        "read.pdf-too-complex",
    ),
    "references in a pack": (
        lambda: one_page(stream(WORDS), more=[stream(b"6 0 [" + b"1 0 R " * MOST_REFERENCES + b"]", OBJECTS)]),
        "read.pdf-too-complex",
    ),
    "a wide page": (lambda: sized(b"0 0 14401 842"), "read.pdf-page-too-large"),
    "a high page": (lambda: sized(b"0 -7000 595 7401"), "read.pdf-page-too-large"),
    "an endless page": (lambda: sized(b"0 0 595 2147483647"), "read.pdf-page-too-large"),
    "groups in groups": (lambda: groups_in_groups(9, 9), "read.pdf-too-complex"),
    "too many strokes": (lambda: one_page(stream(WORDS + b"0 0 m 9 9 l S " * 250_000)), "read.pdf-too-complex"),
    "too many letters": (
        lambda: one_page(stream(b"BT /F1 12 Tf 100 700 Td " + b"(hello) Tj " * 90_000 + b"ET")),
        "read.pdf-too-complex",
    ),
}


@pytest.mark.parametrize(("make", "key"), BAD.values(), ids=BAD)
def test_refused_with_a_sentence(make: Callable[[], bytes], key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_pdf(make())
    assert failure.value.message.key == key
    assert all(render(failure.value.message, language) for language in LANGUAGES)


def test_the_largest_page_is_read() -> None:
    assert len(read_pdf(sized(b"0 0 14400 14400")).blocks) == 1


@pytest.mark.parametrize("name", ["packed twice", "a font", "many streams", "references", "references in a pack"])
def test_what_is_refused_takes_little_memory(name: str) -> None:
    data = BAD[name][0]()
    tracemalloc.start()
    try:
        assert is_too_heavy(data)
        assert tracemalloc.get_traced_memory()[1] < 25_000_000
    finally:
        tracemalloc.stop()


def test_pictures_are_counted_and_not_kept() -> None:
    data = one_page(stream(WORDS), more=[stream(bytes(60_000_000), b"/Subtype/Image")] * 4)
    tracemalloc.start()
    try:
        assert not is_too_heavy(data)
        assert tracemalloc.get_traced_memory()[1] < 25_000_000
    finally:
        tracemalloc.stop()


def test_file_cut_short_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = drawn(words, words)
    for length in range(20, len(whole), len(whole) // 12):
        try:
            read_pdf(whole[:length])
        except ReadFailure as failure:
            assert failure.message.key.startswith("read.pdf-")


def test_scanned_pages_are_named() -> None:
    document = read_pdf(drawn(words, scan, words, scan))
    assert [(note.key, note.values) for note in document.notes] == [("read.pdf-scanned-pages", {"pages": (2, 4)})]


def test_text_recognised_by_a_program_is_not_to_be_trusted() -> None:
    def recognised(canvas: Canvas) -> None:
        scan(canvas)
        text = canvas.beginText(72, 700)
        text.setFont(FONT, 12)
        text.setTextRenderMode(3)
        text.textLine("一、总体情况，本机关全年主动公开政府信息一百二十八条。")
        canvas.drawText(text)

    document = read_pdf(drawn(words, recognised))
    assert len(document.blocks) == 2
    assert [(note.key, note.values) for note in document.notes] == [("read.pdf-recognised-pages", {"pages": (2,)})]


def test_password_for_changes_only_is_no_hindrance() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    document = read_pdf(drawn(words, encrypt=StandardEncryption("", "owner", canModify=0)))
    assert len(document.blocks) == 1


def test_lists_may_name_an_object_often_where_that_costs_nothing() -> None:
    elements = b"<</Nums[0[" + b"4 0 R " * 900 + b"]]>>"
    assert len(read_pdf(one_page(stream(WORDS), more=[elements])).blocks) == 1


def test_many_lines_are_a_drawing_and_no_table() -> None:
    grid = b"".join(b"%d 100 m %d 700 l S 90 %d m 500 %d l S " % (x, x, x, x) for x in range(100, 500))
    document = read_pdf(one_page(stream(WORDS + grid)))
    assert len(document.blocks) == 1


@cache
def sample() -> bytes:
    paper = Paper(height=500)
    paper.prose("松湖街道办事处2023年政府信息公开工作年度报告，统计期限为一月一日至十二月三十一日。")
    paper.canvas.grid([72, 200, 300], [100, 120, 140])
    paper.write(80, 125, "规章", 10)
    return paper.finish()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.integers(0, 1_000_000), st.integers(0, 12), st.binary(max_size=12)),
        min_size=1,
        max_size=12,
    )
)
def test_damaged_bytes_raise_nothing_but_read_failures(edits: list[tuple[int, int, bytes]]) -> None:
    data = sample()
    for place, removed, put in edits:
        at = place % len(data)
        data = data[:at] + put + data[at + removed :]
    try:
        read_pdf(data)
    except ReadFailure as failure:
        assert failure.message.key.startswith("read.")


@pytest.mark.parametrize("filters", [b"/RunLengthDecode", b"[/RL]"])
def test_runs_that_repeat_nothing_are_read(filters: bytes) -> None:
    assert "twelve words" in read_pdf(one_page(packed(runs(WORDS), filters))).blocks[0].text.value
