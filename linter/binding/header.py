"""Header rows: which columns the draft's own header names, and whether they are those of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from linter.binding.label import LabelForm
from linter.binding.lexicon import ANY, Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match
from linter.binding.texts import Content
from linter.model.document import Cell
from linter.model.records import Record
from linter.text.likeness import letters_apart

NEAR = 2
"""Letters in which a header label may differ from a column's label and still be recognised."""

MOST_WORDS = 40
"""Words, spaces between, that may be the labels of one row of a header."""


class Reading(Enum):
    """How a label of a header was read."""

    EXACT = auto()
    OUTDATED = auto()
    MISSPELT = auto()
    BROKEN = auto()  # half of a label that stands in two rows
    OTHER = auto()  # of a corner, a group, another block, or no words at all
    UNKNOWN = auto()


class HeaderLabel(Record):
    """A cell of a header row, and what of the form's header it names: columns, or labels above columns.

    `row` is the position of its line, `width` the number of grid columns there.
    """

    cell: Cell
    reading: Reading
    names: tuple[Entry, ...] = ()
    row: int = -1
    width: int = 0

    @property
    def columns(self) -> tuple[Entry, ...]:
        return tuple([entry for entry in self.names if entry.role is Role.COLUMN])


class Header(Record):
    """The header rows above some rows of one block: the piece of the table they stand in, the position of the row that
    stands first below them, and their labels from left to right, row by row.

    `unknown` is the number of labels that the form does not know.
    """

    block: int
    above: int
    labels: tuple[HeaderLabel, ...] = ()
    columns: frozenset[str] = frozenset()
    unknown: int = 0

    @property
    def contradicts(self) -> bool:
        """Whether most of what it says is not in the form: then its columns are other columns."""
        return self.unknown > len(self.columns)

    @property
    def spelt_right(self) -> frozenset[str]:
        """The columns whose own label is there."""
        return frozenset(entry.id for label in self.labels if label.reading is Reading.EXACT for entry in label.columns)

    def read_as(self, reading: Reading) -> Iterator[tuple[Cell, Entry]]:
        """The labels that were read so, with the first column that each names."""
        return ((label.cell, label.columns[0]) for label in self.labels if label.reading is reading)


def read_headers(lines: Sequence[Line], matches: Iterable[Match], table: TableLexicon) -> dict[int, Header]:
    """The header of each recognised row, by its position: what stands above it since the last row of another block."""
    headers: dict[int, Header] = {}
    current: Header | None = None
    block = -1
    start = 0
    for match in sorted(matches, key=lambda match: match.line.position):
        if start and lines[start - 1] is match.line:
            continue  # one of several labels in a line
        end = start
        while lines[end] is not match.line:
            end += 1
        above = lines[start:end]
        found = _read(above, match, table)
        if match.entry.block != block:
            current, block = found or _foreign(above, match), match.entry.block
        if found is not None and (current is None or len(found.columns) > 1 or len(current.columns) < 2):
            current = found  # a single label below a header (总计) is part of a row's
        if current is not None:
            headers[match.line.position] = current
        start = end + 1
    return headers


def _foreign(above: Sequence[Line], match: Match) -> Header | None:
    """Rows of words above a block of which not one is a label of the form: the header of another form."""
    words = sum(len(line.words) for line in above if len(line.words) > 1 and not line.has_figures())
    return Header(above[-1].block, match.line.position, unknown=words) if words else None


def _read(above: Sequence[Line], match: Match, table: TableLexicon) -> Header | None:
    """The header made of the rows without figures in `above`, for the block of a row; None if there is none.

    A header may be glued before the row's own label, too.
    """
    last, own_label, block = match.line, match.label, match.entry.block
    if not above and own_label in last.words[:1]:
        return None  # nothing stands before the label, as in most rows
    rows = [(line, _before_figures(line, table, block)) for line in above]
    rows.append((last, tuple(index for index in last.words if index < own_label)))
    rows = [
        (line, words)
        for line, words in rows
        if any(_named(line.cells[index], line.forms[index], table, block) for index in words)
    ]
    if not rows:
        return None
    forms = [(line, line.cells[index], line.forms[index]) for line, words in rows for index in words]
    words = {form.words for _, _, form in forms}
    labels: list[HeaderLabel] = []
    columns: set[str] = set()
    for line, cell, form in forms:
        label = _label(cell, form, words, columns, table, block)._replace(row=line.position, width=line.width)
        columns.update(entry.id for entry in label.columns)
        labels.append(label)
    unknown = sum(label.reading is Reading.UNKNOWN for label in labels)
    return Header(rows[-1][0].block, last.position, tuple(labels), frozenset(columns), unknown)


def _before_figures(line: Line, table: TableLexicon, block: int) -> tuple[int, ...]:
    """The words of a row that may be a header's: all of one without figures, and of one that was gathered from several
    lines those before its figures, up to the last label of a header.
    """
    if not line.has_figures():
        return line.words
    first = next(index for index, content in enumerate(line.contents) if content > Content.WORDS)
    named = [index for index in line.words if _named(line.cells[index], line.forms[index], table, block)]
    last = max((index for index in named if index < first), default=-1)
    return tuple(index for index in line.words if index <= last) if line.gathered else ()


def _named(cell: Cell, form: LabelForm, table: TableLexicon, block: int) -> bool:
    """Whether a label is a column's or a corner's; the other words of its row are then labels of the header too."""
    found = table.find(form, Role.COLUMN, Role.CORNER) or several_labels(cell, table)
    return any(entry.block == block and entry.role in (Role.COLUMN, Role.CORNER) for entry in found)


def several_labels(cell: Cell, table: TableLexicon) -> tuple[Entry, ...]:
    """What a cell names in which a text left several labels, nothing but spaces between; nothing unless all are known.

    In a text that is all that is left of a table, spaces between labels are no wider than those in a label.
    """
    words = cell.text.value.split()
    if not 1 < len(words) <= MOST_WORDS:
        return ()
    found: list[Entry] = []
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        labels = ((end, table.find(table.texts.form("".join(words[start:end])), *ANY)) for end in ends)
        start, entries = next(((end, entries) for end, entries in labels if entries), (0, ()))
        if not entries:
            return ()
        found.extend(entries)
    return tuple(found)


def _label(
    cell: Cell, form: LabelForm, words: set[str], seen: set[str], table: TableLexicon, block: int
) -> HeaderLabel:
    """What a label names; `words` are those of the whole header, `seen` the columns that labels before it name."""
    known = table.find(form, *ANY) or several_labels(cell, table)
    found = [entry for entry in known if entry.role is not Role.COLUMN or entry.block == block]
    names = tuple(entry for entry in found if entry.block == block and entry.role in (Role.COLUMN, Role.CORNER))
    if any(entry.role is Role.COLUMN for entry in names):
        outdated = dict(names[0].wordings).get(form.words, False)
        return HeaderLabel(cell, Reading.OUTDATED if outdated else Reading.EXACT, names)
    if found or not form.words:
        return HeaderLabel(cell, Reading.OTHER, names)
    broken = _broken(form.words, words, table, block)
    near = broken or near_column(form.words, table, block, seen)
    if near is None:
        return HeaderLabel(cell, Reading.UNKNOWN)
    if near.role is not Role.COLUMN:
        return HeaderLabel(cell, Reading.OTHER, (near,))
    return HeaderLabel(cell, Reading.BROKEN if broken else Reading.MISSPELT, (near,))


def _broken(part: str, words: set[str], table: TableLexicon, block: int) -> Entry | None:
    """The header label that was broken over two rows, of which `part` is one half and the other is among `words`."""
    for entry in _header_entries(table, block):
        own = entry.wordings[0][0]
        if own.startswith(part) and own.removeprefix(part) in words:
            return entry
        if own.endswith(part) and own.removesuffix(part) in words:
            return entry
    return None


def near_column(words: str, table: TableLexicon, block: int, seen: set[str]) -> Entry | None:
    """The column (or other header label) that a label nearly spells, or is the beginning of."""
    best: list[tuple[int, Entry]] = []
    for entry in _header_entries(table, block):
        for wording, _ in entry.wordings:
            distance = letters_apart(words, wording, NEAR)
            if len(words) >= 3 and wording.startswith(words):
                distance = 1
            if distance <= min(NEAR, max(1, len(wording) // 3)):
                best.append((distance + (entry.id in seen), entry))
    best.sort(key=lambda pair: (pair[0], pair[1].order))
    return best[0][1] if best else None


def _header_entries(table: TableLexicon, block: int) -> Iterator[Entry]:
    return (
        entry
        for entry in table.entries
        if entry.block == block and entry.role in (Role.COLUMN, Role.CORNER, Role.HEADING)
    )
