"""The same report binds the same as text and in the formats of LibreOffice; an old Word file reads as its .docx."""

from __future__ import annotations

import random
import time

import pytest
from office_files import converted, docx_of, report, stated
from real_reports import shared_folder

from linter.binding import bind
from linter.model.document import Document, Source
from linter.model.pack import Family, Pack
from linter.model.report import BoundReport
from linter.readers import read
from linter.run.form import write

FORMATS = ("doc", "odt", "rtf")
YEARS = (2019, 2023)
SLOWEST = 0.1  # seconds; measured 0.012, the rest is for machines that are busy


def pack_of(family: Family, year: int) -> Pack:
    pack = family.for_year(year)
    assert pack is not None
    return pack


def filled(pack: Pack, year: int) -> str:
    """A report whose figures are all different, so that none can stand in another's place unnoticed."""
    addresses = [address for table in pack.template.tables for address in table.addresses()]
    numbers = random.Random(year).sample(range(1, 9000), len(addresses))
    cells = {address: str(number) for address, number in zip(addresses, numbers, strict=True)}
    return write(pack.template, year, "青溪镇人民政府", cells)


def read_as(data: bytes, suffix: str) -> Document:
    return read(Source(f"sample.{suffix}", data, suffix))


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


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_report_binds_the_same(family: Family, year: int, suffix: str) -> None:
    pack = pack_of(family, year)
    text = filled(pack, year)
    document = read_as(converted(docx_of(report(text, pack.template)), suffix), suffix)
    assert (document.format, document.notes) == (suffix, ())
    bound = bind(document, pack.template)
    assert said(bound) == said(bind(read_as(text.encode(), "txt"), pack.template))
    assert {address for table in bound.tables.values() for address in table.cells} == {
        address for table in pack.template.tables for address in table.addresses()
    }


@pytest.mark.parametrize("year", YEARS)
def test_an_old_file_reads_as_the_new_one(family: Family, year: int) -> None:
    pack = pack_of(family, year)
    new = docx_of(report(filled(pack, year), pack.template))
    old = converted(new, "doc")
    assert stated(read_as(old, "doc")) == stated(read_as(new, "docx"))
    assert read_as(old, "wps") == read_as(old, "doc")._replace(name="sample.wps", format="wps")


def test_the_official_form_reads_as_the_new_one() -> None:
    new = (shared_folder("reports") / "official-form-2021.docx").read_bytes()
    assert stated(read_as(converted(new, "doc"), "doc")) == stated(read_as(new, "docx"))


def test_an_old_file_is_read_in_little_time(family: Family) -> None:
    pack = pack_of(family, 2023)
    old = converted(docx_of(report(filled(pack, 2023), pack.template)), "doc")
    took = []
    for _ in range(5):
        began = time.perf_counter()
        read_as(old, "doc")
        took.append(time.perf_counter() - began)
    assert min(took) < SLOWEST


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tc(content: str, span: int = 1, down: str = "") -> str:
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{content}</w:tc>'


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def box(content: str) -> str:
    return (
        '<w:r><w:pict><v:shape style="position:absolute;width:99pt;height:40pt" type="#_x0000_t202">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


CHANGE = 'w:id="7" w:author="a" w:date="2024-01-01T00:00:00Z"'
TWO_BY_TWO = tr(tc(p(r("甲"))), tc(p(r("乙")))) + tr(tc(p(r("1"))), tc(p(r("2"))))
NUMBERED = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="90">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="S90"><w:name w:val="section"/>'
    '<w:pPr><w:numPr><w:numId w:val="90"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="S91"><w:name w:val="part"/><w:basedOn w:val="S90"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="S92"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="S94"><w:name w:val="unseen too"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S93"><w:name w:val="unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
FRAGMENTS = {
    "text of 8 and of 16 bits": p(r("In 2023 “the” 年度报告")) + p(r("plain")) + p(r("\U00020000字 &lt;1&gt; &amp; 2")),
    "breaks, tabs and hyphens": p(r("甲") + "<w:r><w:br/></w:r>" + r("乙") + "<w:r><w:tab/></w:r>" + r("丙"))
    + p(r("甲") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + r("乙\xa0丙")),
    "fields": p(r("第") + field(" PAGE ", "1") + r("页") + field(' HYPERLINK "http://example.invalid" ', "网址")),
    "hidden text": p(r("甲") + r("乙", "<w:vanish/>") + r("丙")),
    "tracked changes": p(r("甲") + f"<w:del {CHANGE}><w:r><w:delText>乙</w:delText></w:r></w:del>")
    + p(f"<w:ins {CHANGE}>{r('丙')}</w:ins>" + r("丁")),
    "headings": p(r("一级"), '<w:outlineLvl w:val="0"/>') + p(r("二级"), '<w:outlineLvl w:val="1"/>') + p(r("正文")),
    "automatic numbers": p(r("总体情况"), NUMBERED.format(level=0))
    + p(r("甲"), NUMBERED.format(level=1))
    + p(r("乙"), NUMBERED.format(level=1))
    + p(r("主动公开"), NUMBERED.format(level=0)),
    "text hidden by the style of its paragraph": p(r("甲")) + p(r("乙"), '<w:pStyle w:val="S94"/>') + p(r("丙")),
    "numbers and levels of styles": p(r("甲"), '<w:pStyle w:val="S90"/>') + p(r("乙"), '<w:pStyle w:val="S91"/>'),
    "contents": p(r("一、甲"), '<w:pStyle w:val="S92"/>') + p(r("甲")),
    "text hidden by its style": p(r("甲") + r("乙", '<w:rStyle w:val="S93"/>')),
    "a table": f"<w:tbl>{TWO_BY_TWO}</w:tbl>",
    "a table merged both ways": "<w:tbl>"
    + tr(tc(p(r("甲")), 2), tc(p(r("乙")), 1, "restart"))
    + tr(tc(p(r("丙")), 1, "restart"), tc(p(r("丁"))), tc(p(""), 1, "continue"))
    + tr(tc(p(""), 1, "continue"), tc(p(r("1"))), tc(p(r("2"))))
    + "</w:tbl>",
    "a table in a table": "<w:tbl>"
    + tr(tc(p(r("甲")) + f"<w:tbl>{TWO_BY_TWO}</w:tbl>" + p("")), tc(p(r("乙"))))
    + tr(tc(p(r("1"))), tc(p(r("2"))))
    + "</w:tbl>",
    "text boxes": p(r("甲") + box(p(r("框一")) + p(r("又一行")))) + p(r("乙")) + p(r("丙") + box(p(r("框二"), ""))),
    "a text box in a cell": "<w:tbl>" + tr(tc(p(r("甲") + box(p(r("框"))))), tc(p(r("1")))) + "</w:tbl>",
    "paragraphs in a cell": "<w:tbl>" + tr(tc(p(r("甲")) + p(r("乙"))), tc(p(""))) + "</w:tbl>",
}


def test_old_files_read_as_the_new_ones_that_they_were_made_of() -> None:
    body = "".join(p(r(f"〔{name}〕")) + fragment + p("") for name, fragment in FRAGMENTS.items())
    new = docx_of(body, STYLES, NUMBERING)
    old, expected = read_as(converted(new, "doc"), "doc"), read_as(new, "docx")
    assert by_fragment(old) == by_fragment(expected)
    assert old.notes == expected.notes


def by_fragment(document: Document) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for block in stated(document):
        if isinstance(block, str) and block.startswith("〔"):
            found[block] = []
        else:
            found[list(found)[-1]].append(block)
    return found
