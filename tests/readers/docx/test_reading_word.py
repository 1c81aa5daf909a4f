"""Word files give the blocks that they show when printed, and every text knows its place in the file."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document as new_document
from lxml import etree
from ruamel.yaml import YAML
from word_files import (
    STRICT,
    WORD,
    packed,
    para,
    part,
    parts_of,
    read_word,
    stated,
    tables,
    tc,
    tr,
    word,
)

from linter.model.document import Document, Paragraph, Text
from linter.model.span import DocxSpan
from linter.readers import ReadFailure
from linter.readers.docx.numerals import numeral

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("fragments.yaml"))
P, R = f"{{{WORD}}}p", f"{{{WORD}}}r"


def texts(document: Document) -> list[Text]:
    found: list[Text] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found += [cell.text for row in block.rows for cell in row.cells]
    return found


def file_of(case: dict[str, Any]) -> bytes:
    return word(case["body"], case.get("styles", ""), case.get("numbering", ""))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_fragments(case: dict[str, Any]) -> None:
    document = read_word(file_of(case))
    assert stated(document) == case["blocks"]
    assert [note.key for note in document.notes] == case.get("notes", [])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_text_is_found_again_at_its_place(case: dict[str, Any]) -> None:
    """By the number of its paragraph in the file, and of its run in the paragraph."""
    data = file_of(case)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        paragraphs = list(etree.fromstring(archive.read("word/document.xml")).iter(P))
    document = read_word(data)
    orders = [text.span.order() for text in texts(document)]
    assert orders == sorted(orders)
    for text in texts(document):
        ends = [offset for offset, _ in text.pieces[1:]] + [len(text.value)]
        for (offset, span), end in zip(text.pieces, ends, strict=True):
            assert isinstance(span, DocxSpan)
            if span.run:
                run = list(paragraphs[span.paragraph - 1].iter(R))[span.run - 1]
                piece = text.value[offset:end].strip("\n")
                assert span.length >= len(piece)
                shown = "".join(str(one) for one in run.itertext()).replace("\n", " ")
                assert all(word in shown for word in piece.split() if word.isalpha())


def test_places_count_blocks_rows_cells_and_runs() -> None:
    table = f"<w:tbl>{tr(tc('规章') + tc(''))}{tr(tc('许可', 2))}</w:tbl>"
    document = read_word(word(f"{para('')}{para('　总体')}{table}{para('末')}"))
    assert [text.span for text in texts(document)] == [
        DocxSpan(1, paragraph=2, run=1, start=1, length=2),
        DocxSpan(2, 1, 1, 3, 1, 0, 2),
        DocxSpan(2, 1, 2, 4),
        DocxSpan(2, 2, 1, 5, 1, 0, 2),
        DocxSpan(3, paragraph=6, run=1, length=1),
    ]
    assert texts(document)[0].span_at(1, 1).location() == {"block": 1, "paragraph": 2, "run": 1}
    assert texts(document)[1].span.location() == {"block": 2, "row": 1, "cell": 1, "paragraph": 3, "run": 1}


def test_lines_made_paragraphs_count_as_blocks() -> None:
    broken = "<w:p><w:r><w:t>一、总体情况</w:t><w:br/><w:t>公开12条。</w:t></w:r></w:p>"
    document = read_word(word(broken + para("末")))
    assert [text.span.block for text in texts(document) if isinstance(text.span, DocxSpan)] == [1, 2, 3]
    assert texts(document)[1].span == DocxSpan(2, paragraph=1, run=1, start=7, length=6)


def test_a_file_of_python_docx() -> None:
    file = new_document()
    file.add_heading("一、总体情况", level=1)
    table = file.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "角"
    table.cell(0, 2).text = "总计"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "底"
    file.sections[0].header.paragraphs[0].text = "页眉"
    file.sections[0].footer.paragraphs[0].text = "- 1 -"
    file.add_comment(file.add_paragraph("正文").runs, text="批注", author="a", initials="a")
    buffer = io.BytesIO()
    file.save(buffer)
    document = read_word(buffer.getvalue())
    assert stated(document) == ["# 一、总体情况", [["0+2v2 角", "2 总计"], ["2"], ["0+3 底"]], "正文"]


def test_a_main_part_of_another_name() -> None:
    parts = parts_of(para("正文"))
    moved = {
        "_rels/.rels": parts["_rels/.rels"].replace("word/document.xml", "/Doc/Main.xml"),
        "doc/main.xml": parts["word/document.xml"],
    }
    assert stated(read_word(packed(moved))) == ["正文"]
    without = {"word/document.xml": parts["word/document.xml"], "word/styles.xml": part("styles", "")}
    assert stated(read_word(packed(without))) == ["正文"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_parts_in_any_encoding(encoding: str) -> None:
    stated_as = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding, encoding.upper())
    parts = parts_of(f"<w:tbl>{tr(tc('规章') + tc('0'))}</w:tbl>")
    name = "word/document.xml"
    encoded = parts[name].replace('encoding="UTF-8"', f'encoding="{stated_as}"').encode(encoding)
    assert stated(read_word(packed({**parts, name: encoded}))) == [[["0 规章", "1 0"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_files(encoding: str) -> None:
    """Those that Word saves as strict Open XML have namespaces of other names."""
    name = "word/document.xml"
    parts = {key: content.replace(WORD, STRICT) for key, content in parts_of(tr(tc("规章", 2) + tc("0"))).items()}
    document = parts[name].replace("<w:tr>", "<w:tbl><w:tr>").replace("</w:tr>", "</w:tr></w:tbl>")
    document = document.replace('encoding="UTF-8"', f'encoding="{encoding.upper()}"')
    assert stated(read_word(packed({**parts, name: document.encode(encoding)}))) == [[["0+2 规章", "2 0"]]]


class OneWay(io.RawIOBase):
    """A file that is written from its start to its end, as a server sends one."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.data += data
        return len(data)


def test_a_zip_that_was_written_in_one_go() -> None:
    """The sizes of its parts stand after them."""
    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(para("正文")).items():
            archive.writestr(name, content)
    assert stated(read_word(bytes(out.data))) == ["正文"]


def large_zip(size: int | None = None) -> bytes:
    """A package with the end of a large zip (zip64); `size` is what it says that its directory has."""
    data = packed(parts_of(para("正文")))
    end = data.rfind(b"PK\x05\x06")
    count, real, start = struct.unpack("<HLL", data[end + 10 : end + 20])
    large = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size or real, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return data[:end] + large + locator + b"PK\x05\x06" + b"\0\0" * 2 + b"\xff" * 12 + b"\0\0"


def test_a_large_zip() -> None:
    assert stated(read_word(large_zip())) == ["正文"]
    with pytest.raises(ReadFailure):
        read_word(large_zip(1 << 40))


@pytest.mark.parametrize("suffix", ["docm", "dotx", "dotm", "doc", "wps", "wpt", "rtf", "txt", "pdf", ""])
def test_a_word_file_by_any_name(suffix: str) -> None:
    assert stated(read_word(word(para("正文")), suffix)) == ["正文"]


NUMERALS = {
    "decimal": "1 10 11 20 21 99 101 110",
    "chineseCounting": "一 十 十一 二十 二十一 九十九 一○一 一一○",
    "chineseCountingThousand": "一 十 十一 二十 二十一 九十九 一百零一 一百一十",
    "japaneseCounting": "一 十 十一 二十 二十一 九十九 百一 百十",
    "ideographDigital": "一 一〇 一一 二〇 二一 九九 一〇一 一一〇",
    "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰零壹 壹佰壹拾",
    "upperRoman": "I X XI XX XXI XCIX CI CX",
    "lowerLetter": "a j k t u uuuu wwww fffff",
    "decimalZero": "01 10 11 20 21 99 101 110",
    "decimalFullWidth": "１ １０ １１ ２０ ２１ ９９ １０１ １１０",
    "decimalEnclosedCircleChinese": "① ⑩ ⑪ ⑳ ㉑ 99 101 110",
    "ideographTraditional": "甲 癸 甲 癸 甲 壬 甲 癸",
    "unheardOf": "1 10 11 20 21 99 101 110",
}


@pytest.mark.parametrize("form", NUMERALS)
def test_numerals(form: str) -> None:
    counts = (1, 10, 11, 20, 21, 99, 101, 110)
    assert [numeral(form, count) for count in counts] == NUMERALS[form].split()


@pytest.mark.parametrize("form", NUMERALS)
@pytest.mark.parametrize("count", [-1, 0, 10_000, 10**12])
def test_numbers_without_a_numeral_are_written_in_digits(form: str, count: int) -> None:
    assert numeral(form, count) == str(count)


def test_tables_are_ruled() -> None:
    assert tables(read_word(word(f"<w:tbl>{tr(tc('规章') + tc('0'))}</w:tbl>")))[0].ruled
