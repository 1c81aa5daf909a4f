"""What a report must have: sections, tables, rows and columns, as a rule pack states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.model.address import Address
from linter.model.agency import AgencyKind, AgencyNames
from linter.model.below import Explained
from linter.model.entity import EntitySpec
from linter.model.message import Localised
from linter.model.records import Record
from linter.model.value import COUNT, EmptyMeaning, ValueSpec


class Label(Record):
    """How a row, column or heading may be called: as the official form prints it, and as drafts may print it.

    `outdated` labels are recognised too, but belong to another edition of the form and are worth a warning.
    """

    text: str
    aliases: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


class RowSpec(Record):
    """A row with figures. `parents` are the labels of the groups above it, outermost first; `name` is for messages. A
    `value` of its own takes the place of its columns'.

    In a template, a row `each` of a kind of entity is open: it stands for one row for every entity that the report
    names. In a bound table these rows are there, each with its `entity`. `part` tells several rows of an entity apart:
    the row of the form below it, or the number of its line where it has `details`. `total_of` is the kind of entity
    over which the row is the total.
    """

    id: str
    label: Label
    name: str
    parents: tuple[Label, ...] = ()
    each: str = ""
    entity: str = ""
    part: str = ""
    total_of: str = ""
    details: bool = False
    value: ValueSpec | None = None


class GroupSpec(Record):
    """A label over several rows. Where a draft prints figures in the group's own row instead of in its rows (a form
    of another edition), they are bound to the group's `id`.
    """

    id: str
    label: Label
    name: str
    rows: tuple[str, ...]
    parents: tuple[Label, ...] = ()


class ColumnSpec(Record):
    """A column with figures. `unit` is the unit that the form's own header states, or empty.

    `each`, `entity` and `total_of` are as for rows; `years` are the first and the last year of columns that there are
    `each` year, counted from the report's. A column of a `detail` has a cell in every line of an entity's details.
    """

    id: str
    label: Label
    name: str
    value: ValueSpec = COUNT
    unit: str = ""
    parents: tuple[Label, ...] = ()
    each: str = ""
    entity: str = ""
    total_of: str = ""
    years: tuple[int, int] | None = None
    detail: bool = False


class BlockSpec(Record):
    """A part of a table with a header of its own. Most tables are one block.

    `heading` is a label on a row of its own above the header, `corner` the labels over the row labels; both optional.
    """

    rows: tuple[RowSpec, ...]
    columns: tuple[ColumnSpec, ...]
    groups: tuple[GroupSpec, ...] = ()
    heading: Label | None = None
    corner: tuple[Label, ...] = ()


class EmptyCells(Record):
    """What cells without a figure mean in one table.

    `throughout` is for blanks that stand for zero all over a table (a column without any figure, or a table in
    which no zero is printed); `always_filled` are ids of rows and columns (totals, say) that are not left blank
    beside filled ones.
    """

    blank: EmptyMeaning = EmptyMeaning.REPORT
    throughout: EmptyMeaning = EmptyMeaning.ZERO
    always_filled: tuple[str, ...] = ()


class FoundBy(Record):
    """How a table is known among others: RE2 patterns of a `title` (a line above it that begins so, up to the table
    before) or of a `caption` (the line just above it, or in its first row), labels of its `header`; and of several
    that fit, which: the `nth`, from 1. Nothing given: by its section.
    """

    title: str = ""
    caption: str = ""
    header: tuple[str, ...] = ()
    nth: int = 0


class TableSpec(Record):
    """A table. `across` tables have their rows side by side, in one line of figures under two or more header rows;
    those with blocks `beside` one another have these side by side, each with labels of its own.

    `sums` names sets of rows for use in expressions: id → row or group ids, in order; `column_sets` those of columns.
    A table `each` of a kind of entity is open; in a report there is one for every `entity` in its caption, whose id has
    that of the form before it.
    """

    id: str
    section: str
    title: Localised
    blocks: tuple[BlockSpec, ...]
    across: bool = False
    sums: Mapping[str, tuple[str, ...]] = {}
    empty: EmptyCells = EmptyCells()
    found_by: FoundBy = FoundBy()
    beside: bool = False
    each: str = ""
    entity: str = ""
    column_sets: Mapping[str, tuple[str, ...]] = {}

    def __hash__(self) -> int:
        return hash(self.id)  # quick, and the same for equal ones

    def addresses(self) -> tuple[Address, ...]:
        """Every cell with a figure, in the order of the form. Lines of details have only the columns of details, and
        other rows only the others.
        """
        return tuple(
            Address(self.id, row.id, column.id)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
            if column.detail is (row.details and bool(row.part))
        )

    def rows_at(self, id: str) -> tuple[str, ...]:
        """The row with this id of the form: itself, or those of all entities."""
        sets = (group for block in self.blocks for group in block.groups if group.id == id and not group.label.text)
        return next((group.rows for group in sets), (id,))

    def columns_at(self, id: str) -> tuple[str, ...]:
        """The same for columns."""
        each = [column.id for block in self.blocks for column in block.columns if column.each == id and column.entity]
        return tuple(each) or (id,)

    @property
    def is_open(self) -> bool:
        """Whether it has rows, columns or is itself one of several, for entities that only a report names."""
        return bool(self.each and not self.entity) or any(
            (row.each and not row.entity) or (column.each and not column.entity)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
        )

    def value_types(self) -> Iterator[ValueSpec]:
        """The value types of its columns, and of rows that have their own."""
        for block in self.blocks:
            yield from (column.value for column in block.columns)
            yield from (row.value for row in block.rows if row.value is not None)

    def values(self) -> Iterator[tuple[Address, ValueSpec]]:
        """The value type of every cell with a figure, those of groups included."""
        for block in self.blocks:
            for column in block.columns:
                for row in block.rows:
                    yield Address(self.id, row.id, column.id), row.value or column.value
                for group in block.groups:
                    yield Address(self.id, group.id, column.id), column.value


class SectionSpec(Record):
    """A section: its title without the number, accepted titles, and `keywords` that tell a misspelt title by."""

    id: str
    label: Label
    number: str
    keywords: tuple[str, ...] = ()


class Years(Record):
    """A range of report years, both ends included; None is open."""

    first: int | None = None
    last: int | None = None

    def __contains__(self, year: object) -> bool:
        return (
            isinstance(year, int)
            and (self.first is None or year >= self.first)
            and (self.last is None or year <= self.last)
        )


class Layout(Record):
    """An edition of the form, recognised by `labels` in its tables or by words in its section titles (`headings`)."""

    id: str
    title: Localised
    years: Years
    labels: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


class FactPattern(Record):
    """Where a fact is found: an RE2 pattern with a group `value`, searched in one region of the report.

    Regions: `title` (the lines above the body, joined), `lead` (all before the first section), `text` (everything),
    `closing` (the last lines, short ones alone).
    """

    region: str
    pattern: str


class TitlePattern(Record):
    """How a report may be titled: an RE2 pattern that is the whole of a title, whose named groups are facts.

    `alone` says that such a title makes a text a report by itself; others need signs of structure beside them.
    """

    pattern: str
    alone: bool = True


class OfficialDocument(Record):
    """A law or notice that reports cite: its names (the full one first), its numbers, and the report years for which
    it is in force. `replaced_by` is the id of the document that took its place.
    """

    id: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    years: Years = Years()
    replaced_by: str | None = None


class FormTexts(Record):
    """The words of an empty, correct report. `{organisation}` and `{year}` stand for those of the report.

    `sections` has a paragraph for each section that needs one: section id → text; `tables` has the line above a table
    that is found by one, in which `{entity}` stands for the name of what it is of: table id → text.
    """

    title: str = ""
    lead: str = ""
    sections: Mapping[str, str] = {}
    tables: Mapping[str, str] = {}


class Template(Record):
    """All that a report must have. `layout` is the id of the edition that this template describes.

    A text is a report of this family by its title (`titles`; without those, one of the RE2 patterns of `marks` in the
    lines above the body), or by its structure, where a mark is a sign among others. `spellings` are words that count as
    the same (其它 for 其他): variant → the form's own. `entities` are its kinds of entities by id, `language` is
    the id of that in which reports are written, and `below` what explains that one is not the sum of those below it.
    """

    layout: str
    layouts: tuple[Layout, ...]
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]
    facts: Mapping[str, tuple[FactPattern, ...]] = {}
    agencies: tuple[AgencyKind, ...] = ()
    titles: tuple[TitlePattern, ...] = ()
    marks: tuple[str, ...] = ()
    spellings: Mapping[str, str] = {}
    form: FormTexts = FormTexts()
    documents: tuple[OfficialDocument, ...] = ()
    agency_names: AgencyNames = AgencyNames()
    entities: Mapping[str, EntitySpec] = {}
    language: str = "zh"
    below: Explained = Explained()

    def __hash__(self) -> int:
        return hash(self.layout)  # quick: what is derived from a template is kept beside it

    def table(self, id: str) -> TableSpec | None:
        return next((table for table in self.tables if table.id == id), None)
