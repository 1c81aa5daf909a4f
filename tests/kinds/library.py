"""A form that has nothing to do with any real one, and reports on it as bound, for the tests of kinds.

A report starts correct, every figure 0, and is changed as a case says (see `bound`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.binding.prose import passage_of
from linter.binding.values import read_value
from linter.model.address import Address
from linter.model.document import Block, Cell, Document, Paragraph, Row, Table, Text
from linter.model.figure import Notation
from linter.model.message import CellName, Localised
from linter.model.prose import Prose
from linter.model.report import (
    BoundCell,
    BoundReport,
    BoundSection,
    BoundTable,
    Fact,
    LayoutEvidence,
    Miss,
    MissKind,
    TitleMatch,
)
from linter.model.span import TextSpan
from linter.model.template import (
    AgencyKind,
    BlockSpec,
    ColumnSpec,
    EmptyCells,
    FactPattern,
    GroupSpec,
    Label,
    Layout,
    OfficialDocument,
    RowSpec,
    SectionSpec,
    TableSpec,
    Template,
    Years,
)
from linter.model.value import EmptyMeaning, ValueSpec

EMPTY = EmptyCells()
COUNT = ValueSpec(
    notation=Notation(("books", "EUR", "kEUR"), {"plus ": "+", "minus": "-"}),
    missing={
        "/": EmptyMeaning.REPORT,
        "none": EmptyMeaning.ZERO,
        "?": EmptyMeaning.UNDECIDED,
        "lost": EmptyMeaning.ERROR,
        "late": EmptyMeaning.WARNING,
        "n/a": EmptyMeaning.DOES_NOT_APPLY,
    },
)
CHANGE = COUNT._replace(id="change", negative=True)
AMOUNT = COUNT._replace(id="amount", decimal=True)


def _row(id: str, name: str) -> RowSpec:
    return RowSpec(id, Label(name), name)


def _column(id: str, name: str, value: ValueSpec = COUNT, unit: str = "") -> ColumnSpec:
    return ColumnSpec(id, Label(name), name, value, unit)


def _text(words: str, line: int) -> Text:
    return Text(words, ((0, TextSpan(line, 1, 100 * line, len(words))),))


LOANS = TableSpec(
    "loans",
    "lending",
    Localised("借阅表", "the table of loans"),
    (
        BlockSpec(
            (
                _row("opening", "Out on 1 January"),
                _row("novels", "Novels lent"),
                _row("atlases", "Atlases lent"),
                _row("maps", "Maps lent"),
                _row("returned", "Returned"),
                _row("closing", "Out on 31 December"),
            ),
            (
                _column("adults", "Adults")._replace(each="reader", entity="adults"),
                _column("children", "Children")._replace(each="reader", entity="children"),
                _column("all", "All")._replace(total_of="reader"),
            ),
            (
                GroupSpec("lending", Label("Lent"), "Lent", ("novels", "atlases", "maps")),
                GroupSpec("sheets", Label("Sheets"), "Sheets lent", ("atlases", "maps")),
            ),
        ),
    ),
    sums={"lent": ("novels", "sheets")},
    empty=EMPTY,
)
STAFF = TableSpec(
    "staff",
    "people",
    Localised("人员表", "the table of staff"),
    (
        BlockSpec(
            (_row("librarians", "Librarians"), _row("volunteers", "Volunteers")),
            (
                _column("people", "People"),
                _column("change", "Change", CHANGE),
                _column("pay", "Pay", AMOUNT),
                _column("travel", "Travel (in EUR)", AMOUNT, "EUR"),
            ),
        ),
        BlockSpec((_row("budget", "Budget"),), (_column("pay", "Pay", AMOUNT), _column("grant", "Grants"))),
    ),
    empty=EMPTY,
)
TEMPLATE = Template(
    layout="new",
    layouts=(
        Layout("old", Localised("旧格式", "the old form"), Years(None, 1999)),
        Layout("new", Localised("新格式", "the new form"), Years(2000)),
    ),
    sections=(
        SectionSpec("summary", Label("Summary"), "1."),
        SectionSpec("lending", Label("Lending"), "2."),
        SectionSpec("people", Label("People"), "3."),
    ),
    tables=(LOANS, STAFF),
    facts={
        "year": (FactPattern("title", "(?P<value>[0-9]{4})"),),
        "signed": (FactPattern("closing", "(?P<value>[0-9]{4}-[0-9]{2}-[0-9]{2})"),),
    },
    agencies=(
        AgencyKind("town", Localised("镇图书馆", "town library"), "Town"),
        AgencyKind("school", Localised("学校图书馆", "school library"), "School"),
        AgencyKind("other", Localised("其他图书馆", "other library"), ".*", sure=False),
    ),
    documents=(
        OfficialDocument("act-1990", ("Libraries Act",), ("Act No 17/1990",), Years(None, 2009), "act-2010"),
        OfficialDocument("act-2010", ("Libraries Act",), ("Act No 4〔2010〕",), Years(2010)),
        OfficialDocument("guide", ("Guide to the Annual Return (Draft)",), (), Years(2001, 2015)),
    ),
)


def bound(given: Mapping[str, Any]) -> BoundReport:
    """A correct report, changed: `cells` (address → text; null: not bound), `zeros`, `blank-form`, `without`, `misses`,
    `sections` ([id, heading as printed, number, `similar`?]), `extra`, `facts`, `agency`, `layout`, `prose`,
    and `previous`: last year's report, described likewise.
    """
    sections, blocks = _sections(given)
    return BoundReport(
        Document("report.txt", "txt", blocks),
        TEMPLATE,
        {key: Fact(str(value), TextSpan(1, 1, 0)) for key, value in given.get("facts", {"year": 2020}).items()},
        next((kind for kind in TEMPLATE.agencies if kind.id == given.get("agency")), None),
        _layout(given.get("layout", {"seen": {"new": ["Atlases lent"]}, "layout": "new"})),
        sections,
        tuple(Paragraph(_text(title, 90 + index), 1) for index, title in enumerate(given.get("extra", ()))),
        {spec.id: _table(spec, given) for spec in TEMPLATE.tables if spec.id not in given.get("without", ())},
        _prose(given),
        bound(given["previous"]) if "previous" in given else None,
    )


def _prose(given: Mapping[str, Any]) -> Prose:
    """The running text: part of the report → a paragraph, or a list of them; each is a line, from 200 on."""
    written = [
        (part, words)
        for part, texts in given.get("prose", {}).items()
        for words in ([texts] if isinstance(texts, str) else texts)
    ]
    return Prose(passage_of(part, _text(words, 200 + index)) for index, (part, words) in enumerate(written))


def _sections(given: Mapping[str, Any]) -> tuple[tuple[BoundSection, ...], tuple[Block, ...]]:
    """Sections of a heading and one block each: `lending` has a table, the others a paragraph."""
    usual = [[spec.id, f"{spec.number} {spec.label.text}", spec.number] for spec in TEMPLATE.sections]
    blocks: list[Block] = [Paragraph(_text("Report of the library", 1))]
    found = []
    specs = {spec.id: spec for spec in TEMPLATE.sections}
    for index, (id, heading, number, *similar) in enumerate(given.get("sections", usual)):
        line = 10 * (index + 1)
        words, match = _text(heading, line), TitleMatch.SIMILAR if similar else TitleMatch.EXACT
        body = Paragraph(_text("Text.", line + 1))
        table = Table((Row((Cell(_text("0", line + 1), 0),)), Row((Cell(_text("0", line + 2), 0),))))
        first = len(blocks) + 1
        blocks += [Paragraph(words, 1), table if id == "lending" else body]
        title = heading.removeprefix(number).strip()
        found.append(BoundSection(specs[id], words, title, number, match, first, first + 1))
    return tuple(found), tuple(blocks)


def _layout(given: Mapping[str, Any]) -> LayoutEvidence:
    return LayoutEvidence({id: tuple(words) for id, words in given.get("seen", {}).items()}, given.get("layout"))


def _table(spec: TableSpec, given: Mapping[str, Any]) -> BoundTable:
    texts: dict[str, str | None] = {str(address): "0" for address in spec.addresses()}
    texts |= {key: value for key, value in given.get("cells", {}).items() if key.startswith(f"{spec.id}.")}
    zeros = tuple(Address(*key.split(".")) for key in given.get("zeros", ()) if key.startswith(f"{spec.id}."))
    types = dict(spec.values())
    cells = {
        address: _cell(address, str(text), types[address], address in zeros)
        for key, text in texts.items()
        if text is not None and (address := Address(*key.split(".")))
    }
    misses = tuple(
        Miss(
            MissKind(miss["kind"]),
            TextSpan(50 + index, 1, 5000 + index),
            tuple(miss.get("rows", ())),
            tuple(miss.get("columns", ())),
            miss.get("expected", ""),
            miss.get("seen", ""),
        )
        for index, miss in enumerate(given.get("misses", {}).get(spec.id, ()))
    )
    return BoundTable(spec, TextSpan(40, 1, 4000), cells, misses, spec.id in given.get("blank-form", ()), zeros)


def _cell(address: Address, text: str, value: ValueSpec, zero: bool) -> BoundCell:
    name, span = CellName(address.row, address.column), TextSpan(40, 1, 4000, len(text))
    read = read_value(text, value, EmptyMeaning.ZERO if zero else EMPTY.blank)
    return BoundCell(address, name, text, span, *read)
