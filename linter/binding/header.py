"""Header rows: which columns the draft's own header names, and whether they are those of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.lexicon import ANY, Entry, Lexicon, Role, TableLexicon
from linter.binding.lines import Line
from linter.model.document import Cell
from linter.text.likeness import letters_apart

NEAR = 2
"""Letters in which a header label may differ from a column's label and still be told."""

MOST_WORDS = 40
"""Words, spaces between, that may be the labels of one row of a header."""


class Header:
    """The header rows above some rows of one block: the ids of the columns named, the number of other words in them,
    labels that are nearly right as (cell, entry), and the piece of the table they stand in.

    `is_complete` says that a row below had a figure for every column: what the header lacks is but its own label.
    """

    __slots__ = ("block", "columns", "is_complete", "misspelt", "outdated", "unknown")

    def __init__(self, block: int, unknown: int = 0) -> None:
        self.block = block
        self.columns: set[str] = set()
        self.unknown = unknown
        self.misspelt: list[tuple[Cell, Entry]] = []
        self.outdated: list[tuple[Cell, Entry]] = []
        self.is_complete = False

    @property
    def contradicts(self) -> bool:
        """Whether most of what it says is not in the form: then its columns are other columns."""
        return self.unknown > len(self.columns)


def read_header(
    lines: Sequence[Line], own_label: int, table: TableLexicon, block: int, lexicon: Lexicon
) -> Header | None:
    """The header made of the rows without figures in `lines`, for block `block`; None if there is none.

    The last line is a recognised row with its label in cell `own_label`; a header may be glued before that.
    """
    if len(lines) == 1 and own_label in lines[0].words[:1]:
        return None  # nothing stands before the label, as in most rows
    rows = [[line.cells[index] for index in line.words] for line in lines[:-1] if not line.has_figures()]
    rows.append([lines[-1].cells[index] for index in lines[-1].words if index < own_label])
    cells = [cell for row in rows if any(_named(cell, table, block, lexicon) for cell in row) for cell in row]
    if not cells:
        return None
    header = Header(lines[-1].block)
    for line in lines:
        if any(cell is cells[-1] for cell in line.cells):
            header.block = line.block
    words = {lexicon.form(cell.text.value).words for cell in cells}
    for cell in cells:
        _add(header, cell, words, table, block, lexicon)
    return header


def _named(cell: Cell, table: TableLexicon, block: int, lexicon: Lexicon) -> bool:
    """Whether a label is a column's or a corner's; the other words of its row are then labels of the header too."""
    found = table.find(lexicon.form(cell.text.value), Role.COLUMN, Role.CORNER) or _several(cell, table, lexicon)
    return any(entry.block == block and entry.role in (Role.COLUMN, Role.CORNER) for entry in found)


def _several(cell: Cell, table: TableLexicon, lexicon: Lexicon) -> tuple[Entry, ...]:
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
        labels = ((end, table.find(lexicon.form("".join(words[start:end])), *ANY)) for end in ends)
        start, entries = next(((end, entries) for end, entries in labels if entries), (0, ()))
        if not entries:
            return ()
        found.extend(entries)
    return tuple(found)


def _add(header: Header, cell: Cell, words: set[str], table: TableLexicon, block: int, lexicon: Lexicon) -> None:
    form = lexicon.form(cell.text.value)
    known = table.find(form, *ANY) or _several(cell, table, lexicon)
    found = [entry for entry in known if entry.role is not Role.COLUMN or entry.block == block]
    columns = [entry for entry in found if entry.role is Role.COLUMN]
    if columns:
        header.columns.update(entry.id for entry in columns)
        header.outdated.extend((cell, entry) for entry in columns[:1] if dict(entry.wordings).get(form.words))
    elif not found and form.words:
        whole = _broken(form.words, words, table, block)
        near = whole or _near_column(form.words, table, block, header.columns)
        if near is None:
            header.unknown += 1
        elif near.role is Role.COLUMN:
            header.columns.add(near.id)
            if whole is None:
                header.misspelt.append((cell, near))


def _broken(part: str, words: set[str], table: TableLexicon, block: int) -> Entry | None:
    """The header label that was broken over two rows, of which `part` is one half and the other is among `words`."""
    for entry in _header_entries(table, block):
        own = entry.wordings[0][0]
        if own.startswith(part) and own.removeprefix(part) in words:
            return entry
        if own.endswith(part) and own.removesuffix(part) in words:
            return entry
    return None


def _near_column(words: str, table: TableLexicon, block: int, seen: set[str]) -> Entry | None:
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
