"""A template's labels, prepared once for looking them up: which table, row, group or column a label may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property, lru_cache

from linter.binding.label import LabelForm, label_letters
from linter.binding.texts import CellTexts
from linter.model.address import Address
from linter.model.message import CellName
from linter.model.records import Record
from linter.model.template import BlockSpec, ColumnSpec, Label, TableSpec, Template
from linter.model.value import ValueSpec

SHORT = 3
"""Words of so many letters are too common to tell a row without its number."""


class Role(IntEnum):
    """What a label is for."""

    ROW = 0
    GROUP = 1
    HEADING = 2
    COLUMN = 3
    CORNER = 4


ANY = tuple(Role)


class Entry(Record):
    """One label of a table. `order` counts the rows (or columns) of the table, `depth` the groups above.

    `wordings` are all compared forms with a flag for outdated ones; the form's own comes first.
    """

    role: Role
    id: str
    label: Label
    block: int
    order: int
    depth: int
    parent: str
    number: int | None
    wordings: tuple[tuple[str, bool], ...]


class TableLexicon(Record):
    """The labels of one table; `words` maps a compared form to every entry that it may mean.

    `names` are those of its cells, for messages, `values` their value types; `texts` reads the texts of its cells.
    """

    spec: TableSpec
    rows: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    words: Mapping[str, tuple[Entry, ...]]
    names: Mapping[Address, CellName]
    values: Mapping[Address, ValueSpec]
    texts: CellTexts

    def find(self, form: LabelForm, *roles: Role) -> tuple[Entry, ...]:
        """Entries of these roles that the label is an exact wording of."""
        found = self.words.get(form.words) or self.words.get(form.brief) or ()
        return tuple([entry for entry in found if entry.role in roles]) if found else ()

    def rows_named(self, form: LabelForm, whole: bool = False) -> tuple[Entry, ...]:
        """The rows that a label names exactly, a note in brackets aside (or, if `whole`, with it).

        Short words (其他, 总计) need the right number, or none, to name a row.
        """
        found = self.words.get(form.words, ()) if whole else self.find(form, Role.ROW)
        return tuple(
            entry
            for entry in found
            if entry.role is Role.ROW
            and (len(form.words) > SHORT or form.number is None or form.number == entry.number)
        )

    def tells(self, form: LabelForm) -> bool:
        """Whether a label is one that hardly another table has: a row's long one, or a short one with its number."""
        telling = len(form.words) > SHORT or form.number is not None
        return telling and bool(self.find(form, Role.ROW, Role.HEADING))

    def rows_of(self, group: Entry) -> tuple[str, ...]:
        """The ids of the rows below a group's label."""
        specs = self.spec.blocks[group.block].groups
        return next((spec.rows for spec in specs if spec.id == group.id), ())

    def columns(self, block: int) -> tuple[ColumnSpec, ...]:
        return self.spec.blocks[block].columns


class Lexicon:
    """All tables of a template, and how the cells of a draft are to be read.

    `votes` gives for every wording the tables whose labels it may be of, and how much it tells.
    """

    def __init__(self, template: Template) -> None:
        self.texts = CellTexts(template)
        self.tables = tuple(_table_lexicon(spec, self.texts) for spec in template.tables)
        self.votes = _votes(self.tables)

    def knows(self, text: str) -> bool:
        """Whether the text is a label of the form, a note in brackets aside."""
        form = self.texts.form(text)
        return form.words in self.votes or form.brief in self.votes

    def knows_all(self, text: str) -> bool:
        """Whether the text is several labels of the form, nothing but spaces between."""
        words = text.split()
        return len(words) > 1 and all(map(self.knows, words))

    def begins(self, text: str) -> bool:
        """Whether a label of the form begins so, its number counted or not."""
        return self.texts.form(text).words in self._beginnings or label_letters(text) in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        labels = {label_letters(entry.label.text) for table in self.tables for entry in table.entries}
        return frozenset(words[:end] for words in (*self.votes, *labels) for end in range(len(words) + 1))


def _votes(tables: tuple[TableLexicon, ...]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Rows and headings tell most, columns least."""
    votes: dict[str, dict[str, int]] = {}
    for table in tables:
        for word, entries in table.words.items():
            roles = {entry.role for entry in entries}
            weight = 3 if roles & {Role.ROW, Role.HEADING} else 2 if Role.GROUP in roles else 1
            votes.setdefault(word, {})[table.spec.id] = weight
    return {word: tuple(found.items()) for word, found in votes.items()}


@lru_cache(maxsize=32)
def lexicon_of(template: Template) -> Lexicon:
    """The lexicon of a template, made at its first use."""
    return Lexicon(template)


def _table_lexicon(spec: TableSpec, texts: CellTexts) -> TableLexicon:
    entries: list[Entry] = []
    order = 0
    for index, block in enumerate(spec.blocks):
        entries.extend(_block_labels(block, index, order, texts))
        order += len(block.rows)
    words: dict[str, list[Entry]] = {}
    for entry in entries:
        for wording, _ in entry.wordings:
            words.setdefault(wording, []).append(entry)
    rows = tuple(entry for entry in entries if entry.role is Role.ROW)
    return TableLexicon(
        spec,
        rows,
        tuple(entries),
        {word: tuple(found) for word, found in words.items()},
        names_of(spec),
        dict(spec.values()),
        texts,
    )


def names_of(spec: TableSpec) -> dict[Address, CellName]:
    return {
        Address(spec.id, row.id, column.id): CellName(row.name, column.name, spec.across)
        for block in spec.blocks
        for rows in (block.rows, block.groups)
        for row in rows
        for column in block.columns
    }


def _block_labels(block: BlockSpec, index: int, order: int, texts: CellTexts) -> Iterable[Entry]:
    def entry(role: Role, id: str, label: Label, position: int, parents: tuple[Label, ...] = ()) -> Entry:
        parent = texts.form(parents[-1].text).words if parents else ""
        number = texts.form(label.text).number
        return Entry(role, id, label, index, position, len(parents), parent, number, _wordings(label, texts))

    if block.heading is not None:
        yield entry(Role.HEADING, block.heading.text, block.heading, index)
    for corner in block.corner:
        yield entry(Role.CORNER, corner.text, corner, 0)
    for position, row in enumerate(block.rows):
        if row.each and not row.part:
            continue  # what it is called, only a report says
        yield entry(Role.ROW, row.id, row.label, order + position, row.parents)
    for group in block.groups:
        yield entry(Role.GROUP, group.id, group.label, order, group.parents)
    seen: set[str] = set()
    for position, column in enumerate(block.columns):
        if column.label.text:  # what a column for each entity is called, only a report says
            yield entry(Role.COLUMN, column.id, column.label, position, column.parents)
        for parent in column.parents:
            if parent.text not in seen:
                seen.add(parent.text)
                yield entry(Role.CORNER, parent.text, parent, 0)


def _wordings(label: Label, texts: CellTexts) -> tuple[tuple[str, bool], ...]:
    found: dict[str, bool] = {}
    for text in (label.text, *label.aliases):
        found.setdefault(texts.form(text).words, False)
        found.setdefault(texts.form(text).brief, False)
    for text in label.outdated:
        found.setdefault(texts.form(text).words, True)
        found.setdefault(texts.form(text).brief, True)
    return tuple(found.items())
