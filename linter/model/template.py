"""What a report must have: sections, tables, rows and columns, as a rule pack states them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from linter.model.address import Address
from linter.model.figure import Notation
from linter.model.message import Localised


class ValueType(StrEnum):
    """What the cells of a column hold."""

    COUNT = "count"  # a whole number, 0 or more
    CHANGE = "change"  # a whole number with a sign
    AMOUNT = "amount"  # a decimal number, 0 or more


class EmptyMeaning(StrEnum):
    """What a cell without a figure means."""

    REPORT = "report"  # a finding of the severity that the rule states
    ERROR = "error"
    WARNING = "warning"
    ZERO = "zero"  # zero; one note for the table
    UNDECIDED = "undecided"  # no finding; equations over it are undecided


class Label(NamedTuple):
    """How a row, column or heading may be called: as the official form prints it, and as drafts may print it.

    `outdated` labels are recognised too, but belong to another edition of the form and are worth a warning.
    """

    text: str
    aliases: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


class RowSpec(NamedTuple):
    """A row with figures. `parents` are the labels of the groups above it, outermost first; `name` is for messages."""

    id: str
    label: Label
    name: str
    parents: tuple[Label, ...] = ()


class GroupSpec(NamedTuple):
    """A label over several rows. Where a draft prints figures in the group's own row instead of in its rows (a form
    of another edition), they are bound to the group's `id`.
    """

    id: str
    label: Label
    name: str
    rows: tuple[str, ...]
    parents: tuple[Label, ...] = ()


class ColumnSpec(NamedTuple):
    """A column with figures. `unit` is the unit that the form's own header states, or empty."""

    id: str
    label: Label
    name: str
    type: ValueType = ValueType.COUNT
    unit: str = ""
    parents: tuple[Label, ...] = ()


class BlockSpec(NamedTuple):
    """A part of a table with a header of its own. Most tables are one block.

    `heading` is a label on a row of its own above the header, `corner` the labels over the row labels; both optional.
    """

    rows: tuple[RowSpec, ...]
    columns: tuple[ColumnSpec, ...]
    groups: tuple[GroupSpec, ...] = ()
    heading: Label | None = None
    corner: tuple[Label, ...] = ()


class EmptyCells(NamedTuple):
    """What cells without a figure mean in one table.

    `throughout` is for blanks that stand for zero all over a table (a column without any figure, or a table in
    which no zero is printed); `always_filled` are ids of rows and columns (totals, say) that are not left blank
    beside filled ones; `placeholders` maps a text such as `/` to its meaning.
    """

    blank: EmptyMeaning = EmptyMeaning.REPORT
    throughout: EmptyMeaning = EmptyMeaning.ZERO
    always_filled: tuple[str, ...] = ()
    placeholders: Mapping[str, EmptyMeaning] = {}


class TableSpec(NamedTuple):
    """A table. `across` tables have their rows side by side, in one line of figures under two or more header rows.

    `sums` names sets of rows for use in expressions: id → row or group ids, in order.
    """

    id: str
    section: str
    title: Localised
    blocks: tuple[BlockSpec, ...]
    across: bool = False
    sums: Mapping[str, tuple[str, ...]] = {}
    empty: EmptyCells = EmptyCells()

    def __hash__(self) -> int:
        return hash(self.id)  # quick, and the same for equal ones

    def addresses(self) -> tuple[Address, ...]:
        """Every cell with a figure, in the order of the form."""
        return tuple(
            Address(self.id, row.id, column.id)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
        )


class SectionSpec(NamedTuple):
    """A section: its title without the number, accepted titles, and `keywords` that tell a misspelt title by."""

    id: str
    label: Label
    number: str
    keywords: tuple[str, ...] = ()


class Years(NamedTuple):
    """A range of report years, both ends included; None is open."""

    first: int | None = None
    last: int | None = None

    def __contains__(self, year: object) -> bool:
        return (
            isinstance(year, int)
            and (self.first is None or year >= self.first)
            and (self.last is None or year <= self.last)
        )


class Layout(NamedTuple):
    """An edition of the form, recognised by `labels` in its tables or by words in its section titles (`headings`)."""

    id: str
    title: Localised
    years: Years
    labels: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


class FactPattern(NamedTuple):
    """Where a fact is found: an RE2 pattern with a group `value`, searched in one region of the report.

    Regions: `title` (the lines above the body, joined), `lead` (all before the first section), `text` (everything),
    `closing` (the last lines, short ones alone).
    """

    region: str
    pattern: str


class TitlePattern(NamedTuple):
    """How a report may be titled: an RE2 pattern that is the whole of a title, whose named groups are facts.

    `alone` says that such a title makes a text a report by itself; others need signs of structure beside them.
    """

    pattern: str
    alone: bool = True


class AgencyKind(NamedTuple):
    """A kind of reporting body, recognised by an RE2 pattern on its name; not `sure` where the name leaves it open."""

    id: str
    title: Localised
    pattern: str
    sure: bool = True


class AgencyNames(NamedTuple):
    """What in the names of reporting bodies does not tell them apart.

    `endings` maps an ending to what it comes to (人民政府 to nothing); `area` is an RE2 pattern of what may stand
    before a name in one year and be left out in the next (the county before its town); empty, nothing may.
    """

    endings: Mapping[str, str] = {}
    area: str = ""


class OfficialDocument(NamedTuple):
    """A law or notice that reports cite: its names (the full one first), its numbers, and the report years for which
    it is in force. `replaced_by` is the id of the document that took its place.
    """

    id: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    years: Years = Years()
    replaced_by: str | None = None


class FormTexts(NamedTuple):
    """The words of an empty, correct report. `{organisation}` and `{year}` stand for those of the report.

    `sections` has a paragraph for each section that needs one: section id → text.
    """

    title: str = ""
    lead: str = ""
    sections: Mapping[str, str] = {}


class Template(NamedTuple):
    """All that a report must have. `layout` is the id of the edition that this template describes.

    A text is a report of this family by its title (`titles`; without those, one of the RE2 patterns of `marks` in the
    lines above the body), or by its structure, where a mark is a sign among others. `spellings` are words that count as
    the same (其它 for 其他): variant → the form's own.
    """

    layout: str
    layouts: tuple[Layout, ...]
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]
    notation: Notation = Notation()
    facts: Mapping[str, tuple[FactPattern, ...]] = {}
    agencies: tuple[AgencyKind, ...] = ()
    titles: tuple[TitlePattern, ...] = ()
    marks: tuple[str, ...] = ()
    spellings: Mapping[str, str] = {}
    form: FormTexts = FormTexts()
    documents: tuple[OfficialDocument, ...] = ()
    agency_names: AgencyNames = AgencyNames()

    def __hash__(self) -> int:
        return hash(self.layout)  # quick: what is worked out from a template is kept beside it

    def table(self, id: str) -> TableSpec | None:
        return next((table for table in self.tables if table.id == id), None)
