"""A report as bound to a template: what was found, where, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from linter.model.address import Address
from linter.model.agency import AgencyKind
from linter.model.document import Document, Paragraph, Text
from linter.model.entity import Entity, row_id
from linter.model.figure import Figure
from linter.model.message import CellName
from linter.model.prose import Prose
from linter.model.records import Record
from linter.model.span import Span
from linter.model.template import SectionSpec, TableSpec, Template
from linter.model.value import EmptyMeaning


class CellState(StrEnum):
    """What stands in a bound cell."""

    FIGURE = "figure"
    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    UNREADABLE = "unreadable"
    INTERVAL = "interval"
    DATE = "date"
    TEXT = "text"


class BoundCell(Record):
    """A cell at its address. `name` is for messages, in the words of the form.

    `value` is the number to calculate with: the figure's in the unit of its column, zero where an empty cell means
    zero, the middle of an interval, the number of a day in the calendar, else None. The true number is at most `reach`
    away from it. `meaning` is set for cells without a figure. `share` is the percentage that is printed beside one.
    """

    address: Address
    name: CellName
    text: str
    span: Span
    state: CellState
    value: Decimal | None = None
    figure: Figure | None = None
    meaning: EmptyMeaning | None = None
    reach: Decimal = Decimal(0)
    share: Figure | None = None


class MissKind(StrEnum):
    """What did not fit between a table and its template."""

    ROW_MISSING = "row-missing"  # rows: template rows that no physical row was bound to
    ROW_UNKNOWN = "row-unknown"  # a physical row with figures that no template row explains
    ROW_TWICE = "row-twice"  # two physical rows for one template row, with different figures: neither was bound
    ROW_UNREADABLE = "row-unreadable"  # the row was recognised, its figures could not be told apart by column
    ROW_ORDER = "row-order"  # the row was recognised out of its order
    TABLE_TWICE = "table-twice"  # another table claims to be this one; it was not read
    COLUMN_MISSING = "column-missing"  # columns lack in the rows named
    COLUMN_ORDER = "column-order"  # columns: they stand in another order than the form's, and were read by their labels
    COLUMNS_UNCLEAR = "columns-unclear"  # columns: the header does not say which is which; none of them was read
    COLUMN_UNKNOWN = "column-unknown"  # a column that the form does not have
    CORNER_MISSING = "corner-missing"  # a label that stands over the row labels is not there
    GROUP_COLLAPSED = "group-collapsed"  # a group's figures stand in one row
    LABEL_MISSPELT = "label-misspelt"  # bound, but the label differs from every accepted one
    LABEL_OUTDATED = "label-outdated"  # bound, but the label belongs to another edition


class Miss(Record):
    """One thing that did not fit. `rows` and `columns` are ids; `expected` is the form's label, `seen` the draft's."""

    kind: MissKind
    span: Span
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    expected: str = ""
    seen: str = ""


class BoundTable(Record):
    """A table that was found. `cells` holds every address that could be bound; a missing one has no key.

    `spec` is the form's, and of an open table the form as this draft fills it in: with a row (or column) for every
    entity that it names, and for all of a kind a group with the id of the open row. `unread` are rows of entities
    whose figures were not read, so that a sum over all of them is not known.
    `blank_form` says that not one cell of it is filled in. `zeros` holds the addresses of the empty cells that were
    taken as zero because the draft leaves zeros blank throughout.
    """

    spec: TableSpec
    span: Span
    cells: Mapping[Address, BoundCell]
    misses: tuple[Miss, ...] = ()
    blank_form: bool = False
    zeros: tuple[Address, ...] = ()
    unread: tuple[str, ...] = ()

    def cell(self, row: str, column: str) -> BoundCell | None:
        return self.cells.get(Address(self.spec.id, row, column))


class TitleMatch(StrEnum):
    """How well a heading's words fit its section."""

    EXACT = "exact"  # the official title or an accepted one
    SIMILAR = "similar"  # recognised, but worded otherwise


class BoundSection(Record):
    """A section that was found. `first` and `last` index `Document.blocks` after its heading, last excluded.

    `number` is the number as printed (`一、`, `1、`, or empty).
    """

    spec: SectionSpec
    heading: Text
    title: str
    number: str
    match: TitleMatch
    first: int
    last: int


class Fact(Record):
    """Something that the report says of itself, e.g. its year, and where."""

    value: str
    span: Span


class LayoutEvidence(Record):
    """What the report's own words say of its edition: per layout id, the labels and headings seen."""

    seen: Mapping[str, tuple[str, ...]] = {}
    layout: str | None = None


class BoundReport(Record):
    """A document bound to a template, in which open tables are as the draft fills them in (see `BoundTable`).

    `entities` are those that it names, by kind, in the order in which they are first named. Those of the report of the
    year before have the ids of this year's where they are the same.
    `sections` are in the order of the document; `extra` are headings of the top level that belong to no section;
    `prose` is its running text.
    `previous` is the report of the year before, bound to the form of its own year, where it is at hand.
    `facts` may hold `year`, `organisation` and whatever else the template asks for.
    """

    document: Document
    template: Template
    facts: Mapping[str, Fact] = {}
    agency: AgencyKind | None = None
    layout: LayoutEvidence = LayoutEvidence()
    sections: tuple[BoundSection, ...] = ()
    extra: tuple[Paragraph, ...] = ()
    tables: Mapping[str, BoundTable] = {}
    prose: Prose = Prose()
    previous: BoundReport | None = None
    entities: Mapping[str, tuple[Entity, ...]] = {}

    @property
    def year(self) -> int | None:
        fact = self.facts.get("year")
        return int(fact.value) if fact else None

    @property
    def organisation(self) -> str | None:
        fact = self.facts.get("organisation")
        return fact.value if fact else None

    @property
    def start(self) -> Span:
        """The beginning of the document, for findings that belong nowhere else."""
        first = self.document.blocks[0]
        return first.text.span if isinstance(first, Paragraph) else first.span

    def section(self, id: str) -> BoundSection | None:
        return next((section for section in self.sections if section.spec.id == id), None)

    def tables_of(self, id: str) -> tuple[BoundTable, ...]:
        """What was found of a table of the form: one table, or one for each entity; none where it is not there."""
        one = self.tables.get(id)
        return (
            (one,)
            if one is not None
            else tuple(
                [
                    each
                    for each in self.tables.values()
                    if each.spec.entity and each.spec.id == row_id(id, each.spec.entity)
                ]
            )
        )

    def cells(self, addresses: Iterable[Address]) -> Iterator[BoundCell]:
        """The cells at addresses of the form; at that of a row or column for each entity, those of all of them."""
        for address in addresses:
            for table in self.tables_of(address.table):
                for row in table.spec.rows_at(address.row):
                    for column in table.spec.columns_at(address.column):
                        if (cell := table.cell(row, column)) is not None:
                            yield cell

    def cell(self, address: Address) -> BoundCell | None:
        """The cell at `address`. One of last year's report keeps its place there, and says so by its address."""
        if address.previous:
            there = self.previous.cell(address._replace(previous=False)) if self.previous else None
            return there._replace(address=address) if there else None
        table = self.tables.get(address.table)
        return table.cells.get(address) if table else None
