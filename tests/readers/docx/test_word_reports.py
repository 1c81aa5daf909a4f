"""The same report as text and as a Word file gives the same figures; the blank official form binds completely."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from real_reports import shared_folder
from word_files import STRICT, WORD, packed, para, parts_of, read_word, report, run, stated, tables, tc, tr, word

from linter.binding import bind
from linter.model.document import Document, Source
from linter.model.pack import Family, Pack
from linter.model.report import BoundReport, CellState
from linter.readers import ReadFailure, read
from linter.run.form import write

ORGANISATION = "青溪镇人民政府"
YEARS = (2019, 2023)


def pack_of(family: Family, year: int) -> Pack:
    pack = family.for_year(year)
    assert pack is not None
    return pack


def filled(pack: Pack, year: int, seed: int) -> str:
    """A report whose figures are all different, so that none can stand in another's place unnoticed."""
    addresses = [address for table in pack.template.tables for address in table.addresses()]
    numbers = random.Random(seed).sample(range(1, 9000), len(addresses))
    cells = {address: str(number) for address, number in zip(addresses, numbers, strict=True)}
    return write(pack.template, year, ORGANISATION, cells)


def said(report: BoundReport) -> object:
    """All that was bound, without its places."""
    return (
        {name: fact.value for name, fact in report.facts.items()},
        [(section.spec.id, section.title, section.number) for section in report.sections],
        {
            id: (
                {address: (cell.text, cell.value, cell.state) for address, cell in table.cells.items()},
                [(miss.kind, miss.rows, miss.columns, miss.seen) for miss in table.misses],
            )
            for id, table in report.tables.items()
        },
    )


def figures(report: BoundReport) -> object:
    return {address: cell.value for table in report.tables.values() for address, cell in table.cells.items()}


def bound(document: Document, pack: Pack) -> BoundReport:
    return bind(document, pack.template)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", [1, 2])
def test_text_and_word_bind_the_same(family: Family, year: int, seed: int) -> None:
    pack = pack_of(family, year)
    text = filled(pack, year, seed)
    by_text = bound(read(Source("a.txt", text.encode(), "txt")), pack)
    document = read_word(word(report(text, pack.template)))
    assert len(tables(document)) == len(pack.template.tables)
    by_word = bound(document, pack)
    assert said(by_word) == said(by_text)
    addresses = {address for table in pack.template.tables for address in table.addresses()}
    assert {address for table in by_word.tables.values() for address in table.cells} == addresses
    assert not [miss for table in by_word.tables.values() for miss in table.misses]


@pytest.mark.parametrize("year", YEARS)
def test_strict_and_wide_files_read_the_same(family: Family, year: int) -> None:
    pack = pack_of(family, year)
    parts = parts_of(report(filled(pack, year, 3), pack.template))
    usual = read_word(packed(parts))
    strict = {name: content.replace(WORD, STRICT) for name, content in parts.items()}
    assert read_word(packed(strict)) == usual
    wide: dict[str, str | bytes] = {
        **parts,
        "word/document.xml": parts["word/document.xml"].replace("UTF-8", "UTF-16").encode("utf-16"),
    }
    assert read_word(packed(wide)) == usual


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>'
    '<w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)


@pytest.mark.parametrize("year", YEARS)
def test_numbers_made_by_word_count_as_typed_ones(family: Family, year: int) -> None:
    pack = pack_of(family, year)
    text = filled(pack, year, 4)
    body = report(text, pack.template)
    for section in pack.template.sections:
        typed = para(section.number + section.label.text)
        assert typed in body
        numbered = f'<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>{run(section.label.text)}</w:p>'
        body = body.replace(typed, numbered)
    by_word = bound(read_word(word(body, STYLES, NUMBERING)), pack)
    assert [(section.spec.id, section.number) for section in by_word.sections] == [
        (section.id, section.number) for section in pack.template.sections
    ]
    by_text = bound(read(Source("a.txt", text.encode(), "txt")), pack)
    assert by_word.facts["organisation"].value == by_text.facts["organisation"].value
    assert figures(by_word) == figures(by_text)


@pytest.mark.parametrize("suffix", ["docx", "doc", "wps", "txt", ""])
def test_a_word_file_is_told_by_its_content(suffix: str) -> None:
    assert read_word(word("<w:p><w:r><w:t>总体情况</w:t></w:r></w:p>"), suffix).format == "docx"


def test_the_official_form_binds_completely(family: Family) -> None:
    pack = pack_of(family, 2023)
    path: Path = shared_folder("reports") / "official-form-2021.docx"
    form = bound(read(Source(path.name, path.read_bytes(), "docx")), pack)
    sizes = {id: len(table.cells) for id, table in form.tables.items()}
    assert sizes == {"proactive": 10, "requests": 175, "review_litigation": 15}
    cells = [cell for table in form.tables.values() for cell in table.cells.values()]
    assert {cell.state for cell in cells} == {CellState.BLANK}
    assert [section.spec.id for section in form.sections] == [section.id for section in pack.template.sections]
    assert not [miss for table in form.tables.values() for miss in table.misses]


def flat(body: str) -> bytes:
    """A Word file of today saved as one file of XML."""
    parts = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="{_content_type(name)}">'
        f"<pkg:xmlData>{_bare(content)}</pkg:xmlData>"
        "</pkg:part>"
        for name, content in parts_of(body).items()
        if name != "[Content_Types].xml"
    )
    package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?>\n<pkg:package xmlns:pkg="{package}">{parts}</pkg:package>'.encode()


def _bare(content: str) -> str:
    return content[content.index("?>") + 2 :] if content.startswith("<?xml") else content


def _content_type(name: str) -> str:
    if name.endswith(".rels"):
        return "application/vnd.openxmlformats-package.relationships+xml"
    kind = Path(name).stem.replace("document", "document.main")
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


@pytest.mark.parametrize("suffix", ["xml", "docx", "doc"])
def test_a_word_file_in_one_file_of_xml(suffix: str) -> None:
    body = para("一、总体情况") + "<w:tbl>" + tr(tc("规章") + tc("3")) + "</w:tbl>"
    document = read_word(flat(body), suffix)
    assert document.format == "xml"
    assert stated(document) == stated(read_word(word(body)))


def test_a_damaged_one() -> None:
    with pytest.raises(ReadFailure) as failure:
        read_word(flat(para("一、总体情况"))[:-30], "xml")
    assert failure.value.message.key == "read.docx-damaged"
