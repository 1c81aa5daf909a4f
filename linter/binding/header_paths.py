"""Which column of the form stands above each grid column of a draft: by the labels over it, outermost first.

This is for tables whose columns have no fixed order or number: a column is the form's where its labels say so, and is
nobody's where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.binding.label import LabelForm
from linter.binding.lexicon import Entry, Role, TableLexicon
from linter.binding.open_grid import GridRow
from linter.model.document import Cell, Text
from linter.model.records import Record
from linter.model.report import Miss, MissKind
from linter.text.likeness import letters_apart

MOST_HEADER_ROWS = 5
LETTERS_PER_SLIP = 6
"""So many letters of a label may have one wrong one; digits are never a slip."""


class HeaderPaths(Record):
    """What a header says: grid columns of each column of the form, the columns with the labels of rows (`keys`), and
    the labels that are none of the form's. `height` rows are the header; `misses` tell what is wrong with it.
    """

    height: int
    width: int
    columns: Mapping[str, tuple[int, ...]]
    keys: tuple[int, ...]
    unknown: tuple[tuple[int, Text], ...] = ()
    misses: tuple[Miss, ...] = ()


class _Leaf(Record):
    """The lowest label above a grid column, and the words of those above that."""

    column: int
    cell: Cell
    form: LabelForm
    above: frozenset[str]


def header_paths(
    rows: Sequence[GridRow], table: TableLexicon, block: int, within: range, first: bool
) -> HeaderPaths | None:
    """The header at the beginning of `rows`, read for one block of the form in the grid columns `within`.

    None where there is none. The `first` rows of a table are a header whatever they say; others only if they name
    columns.
    """
    start, end = _extent(rows, table, block, within, first)
    if start == end:
        return None
    return _Header(rows[start:end], table, block, within).read(end)


def _extent(rows: Sequence[GridRow], table: TableLexicon, block: int, within: range, first: bool) -> tuple[int, int]:
    """The first row of the header and the one after it. A caption or a unit in a row of its own may stand above it."""
    start = 0
    while start < min(len(rows), MOST_HEADER_ROWS) and _is_single(rows[start], within):
        if _named(rows[start], table, block, within)[0]:
            break
        start += 1
    end = start
    while end < min(len(rows), start + MOST_HEADER_ROWS):
        named, others = _named(rows[end], table, block, within)
        if not (named and named >= others) and not (first and end == start):
            break
        end += 1
    return start, end


def is_header(row: GridRow, table: TableLexicon, block: int, within: range) -> bool:
    """Whether a row says what the columns are: most of what stands in it are their labels, or it numbers them, after a
    label of a corner. A label alone that is a row's as well is that row, left blank.
    """
    named, others = _named(row, table, block, within)
    if not named or (named + others == 1 and _names_a_row(row, table, block, within)):
        return False
    first, *rest = (cell.text.value.strip() for cell in row.texts(within))
    numbers = bool(rest) and rest == [str(number) for number in range(1, len(rest) + 1)]
    corner = any(entry.role is Role.CORNER for entry in _entries(table.texts.form(first), table, block))
    return named >= others or (corner and numbers)


def _names_a_row(row: GridRow, table: TableLexicon, block: int, within: range) -> bool:
    forms = (table.texts.form(cell.text.value) for cell in row.texts(within))
    return any(entry.block == block for form in forms for entry in table.find(form, Role.ROW))


def _is_single(row: GridRow, within: range) -> bool:
    """Whether nothing, or one text alone, stands in a row."""
    return len({cell.text.value.strip() for cell in row.texts(within)}) < 2 and not (set(row.above) & set(within))


def _named(row: GridRow, table: TableLexicon, block: int, within: range) -> tuple[int, int]:
    """How many cells of a row are labels of the block's header, and how many are not."""
    cells = row.texts(within)
    named = sum(bool(_entries(table.texts.form(cell.text.value), table, block)) for cell in cells)
    return named, len(cells) - named


def _entries(form: LabelForm, table: TableLexicon, block: int) -> tuple[Entry, ...]:
    """The columns, corners and labels above columns of a block that a label names exactly."""
    return tuple(entry for entry in table.find(form, Role.COLUMN, Role.CORNER) if entry.block == block)


class _Header:
    """Reads one header."""

    def __init__(self, rows: Sequence[GridRow], table: TableLexicon, block: int, within: range) -> None:
        self._rows, self._table, self._block, self._within = rows, table, block, within
        self._spec = table.spec.blocks[block]
        self._merged = any(cell.column_span > 1 for row in rows for cell in row.own.values())
        self._corners = {
            words for label in self._spec.corner for text in (label.text, *label.aliases) for words in self._words(text)
        }
        self._misses: list[Miss] = []

    def _words(self, text: str) -> tuple[str, str]:
        form = self._table.texts.form(text)
        return form.words, form.brief

    def read(self, height: int) -> HeaderPaths:
        leaves = [leaf for column in self._within if (leaf := self._leaf(column)) is not None]
        named: dict[str, list[_Leaf]] = {}
        unknown: list[_Leaf] = []
        corners: list[int] = []
        for leaf in leaves:
            if self._corners & {leaf.form.words, leaf.form.brief}:
                corners.append(leaf.column)
            elif (entry := self._column(leaf)) is not None:
                named.setdefault(entry.id, []).append(leaf)
            else:
                unknown.append(leaf)
        columns = {id: self._places(id, found) for id, found in self._exact_first(named, unknown).items()}
        keys = self._keys(corners, unknown, leaves)
        others = tuple((leaf.column, leaf.cell.text) for leaf in unknown if leaf.column not in keys)
        known = {id: found for id, found in columns.items() if found}
        if self._missing(columns, leaves):
            others = ()  # one finding says it all
        width = max(row.width for row in self._rows)
        return HeaderPaths(height, width, known, keys, others, tuple(self._misses))

    def _leaf(self, column: int) -> _Leaf | None:
        """The label of a grid column; None where there is nothing but a label that reaches over it."""
        cells: list[Cell] = []
        for row in self._rows:
            cell = row.cell(column)
            if cell is not None and cell.text.value.strip() and cell not in cells:
                cells.append(cell)
        if not cells:
            return None
        above = {words for cell in cells[:-1] for words in self._words(cell.text.value)}
        above |= {words for text in self._reaching(column) for words in self._words(text)}
        form = self._table.texts.form(cells[-1].text.value)
        return _Leaf(column, cells[-1], form, frozenset(above))

    def _reaching(self, column: int) -> Iterator[str]:
        """Labels left of blank cells above a column, which stand for merged ones where a draft has none merged."""
        for row in self._rows[:-1] if not self._merged else ():
            left = column
            while left > self._within.start and not row.text(left):
                left -= 1
            if left < column:
                yield row.text(left)

    def _column(self, leaf: _Leaf) -> Entry | None:
        """The one column that a leaf names: exactly, or with a slip in it."""
        exact = [entry for entry in _entries(leaf.form, self._table, self._block) if entry.role is Role.COLUMN]
        found = self._below(exact or self._near(leaf.form.words), leaf)
        return found[0] if len(found) == 1 else None

    def _below(self, entries: Sequence[Entry], leaf: _Leaf) -> list[Entry]:
        """Those of several columns of one label that stand below the labels that are above it in the draft."""
        parents = {column.id: column.parents for column in self._spec.columns}
        fitting = []
        for entry in entries:
            above = [label for label in parents[entry.id] if label.text]
            shown = [any(leaf.above & set(self._words(text)) for text in (one.text, *one.aliases)) for one in above]
            if all(shown) or not leaf.above:
                fitting.append(entry)
        return fitting

    def _near(self, words: str) -> list[Entry]:
        limit = len(words) // LETTERS_PER_SLIP
        digits = [letter for letter in words if letter.isdigit()]
        near = [
            entry
            for entry in self._columns()
            if any(
                letters_apart(words, own, limit) <= limit and digits == [letter for letter in own if letter.isdigit()]
                for own, _ in entry.wordings
            )
        ]
        return near if limit else []

    def _columns(self) -> Iterator[Entry]:
        return (one for one in self._table.entries if one.role is Role.COLUMN and one.block == self._block)

    def _exact_first(self, named: Mapping[str, list[_Leaf]], unknown: list[_Leaf]) -> dict[str, list[_Leaf]]:
        """Of two labels that may be one column's, the exact one is; the other is none of the form's."""
        kept: dict[str, list[_Leaf]] = {}
        for id, leaves in named.items():
            exact = [leaf for leaf in leaves if _entries(leaf.form, self._table, self._block)]
            kept[id] = exact or leaves
            unknown.extend(leaf for leaf in leaves if exact and leaf not in exact)
        return kept

    def _places(self, id: str, leaves: Sequence[_Leaf]) -> tuple[int, ...]:
        """The grid columns of a column of the form; none where two labels claim to be it."""
        cell = leaves[0].cell
        entry = next(one for one in self._columns() if one.id == id)
        if any(leaf.cell is not cell for leaf in leaves):
            self._miss(MissKind.COLUMNS_UNCLEAR, leaves[0], entry)
            return ()
        form = leaves[0].form
        wordings = dict(entry.wordings)
        outdated = wordings.get(form.words, wordings.get(form.brief))
        if outdated is not False:
            self._miss(MissKind.LABEL_MISSPELT if outdated is None else MissKind.LABEL_OUTDATED, leaves[0], entry)
        return tuple(leaf.column for leaf in leaves)

    def _miss(self, kind: MissKind, leaf: _Leaf, entry: Entry) -> None:
        text = leaf.cell.text
        self._misses.append(Miss(kind, text.span, (), (entry.id,), entry.label.text, text.value))

    def _keys(self, corners: Sequence[int], unknown: Sequence[_Leaf], leaves: Sequence[_Leaf]) -> tuple[int, ...]:
        """The columns with the labels of rows: those below a corner's label, or all left of the first that is of the
        form (where any label may be one, the first alone); with those on their right that have no label of their own.
        """
        strange = [leaf.column for leaf in unknown]
        labelled = [leaf.column for leaf in leaves]
        figures = [column for column in labelled if column not in strange and column not in corners]
        if any(column.each and not column.entity for column in self._spec.columns):
            figures = [column for column in labelled if column not in corners and column != self._within.start]
        first = min(figures, default=self._within.stop)
        bare = [column for column in self._within if column < first and column not in labelled]
        own = corners or [column for column in strange if column < first][: None if figures else 1]
        return tuple(sorted({*own, *bare}))

    def _missing(self, columns: Mapping[str, tuple[int, ...]], leaves: Sequence[_Leaf]) -> bool:
        """Note the columns of the form that are not there or in another order; gives back whether all are missing."""
        fixed = [column.id for column in self._spec.columns if not column.each]
        span = leaves[0].cell.text.span if leaves else self._rows[0].span
        shown = [id for id in fixed if id in columns]
        if fixed and not shown:
            self._misses.append(Miss(MissKind.COLUMNS_UNCLEAR, span, (), tuple(fixed), seen=_words_of(leaves)))
            return True
        if missing := tuple(id for id in fixed if id not in columns):
            self._misses.append(Miss(MissKind.COLUMN_MISSING, span, (), missing))
        placed = sorted((id for id in shown if columns[id]), key=lambda id: columns[id])
        if placed != [id for id in shown if columns[id]]:
            self._misses.append(Miss(MissKind.COLUMN_ORDER, span, (), tuple(placed), seen=_words_of(leaves)))
        return False


def _words_of(leaves: Sequence[_Leaf]) -> str:
    return " ".join(" ".join(leaf.cell.text.value.split()) for leaf in leaves)
