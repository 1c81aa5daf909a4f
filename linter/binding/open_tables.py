"""From the blocks of an open table to the bound one: its headers, its rows, and what stands where these meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.binding.cells import bound_cells, zeros_throughout
from linter.binding.grounding import Named, closed, named, of_entity
from linter.binding.header_paths import HeaderPaths, header_paths, is_header
from linter.binding.lexicon import TableLexicon, names_of
from linter.binding.open_grid import GridRow, grid_rows
from linter.binding.open_rows import FoundRow, RowReader
from linter.binding.registry import Registry
from linter.model.address import Address
from linter.model.document import Cell, Table
from linter.model.entity import Entity, row_id
from linter.model.report import BoundTable, CellState, Miss, MissKind
from linter.model.span import Span
from linter.model.value import EmptyMeaning

Pieces = Sequence[tuple[int, Table]]
"""The blocks of a document that are one table, each with its index."""

_FILLED_IN = (CellState.FIGURE, CellState.INTERVAL, CellState.DATE)

HEADING_ROWS = 3
"""Rows at the beginning of a table among which the headings of blocks beside one another stand."""


def bind_open(
    pieces: Pieces, table: TableLexicon, registry: Registry, entity: Entity | None = None, said: str = ""
) -> BoundTable:
    """The table in these pieces; `entity` is the one that it is of, where there is one table for each, and `said` the
    unit that is given once for all its figures.
    """
    if entity is not None:
        table = table._replace(spec=of_entity(table.spec, named(entity)))
    rows = [grid_rows(piece, index) for index, piece in pieces]
    at = rows[0][0].span
    blocks = [OpenBlock(table, number, registry, at) for number in range(len(table.spec.blocks))]
    panels = _panels(rows[0], table)
    for piece in rows:
        for block, within in zip(blocks, panels, strict=True):
            block.read(piece, within)
    return _bound(table, blocks, at, said)


def _panels(rows: Sequence[GridRow], table: TableLexicon) -> list[range]:
    """The grid columns of each block: all, or of blocks beside one another those from its heading to the next; none
    where the headings are not there.
    """
    width = max(row.width for row in rows)
    blocks = table.spec.blocks
    if not table.spec.beside:
        return [range(width)] * len(blocks)
    words = [
        {
            form.words
            for label in ([block.heading] if block.heading else block.corner[:1])
            for form in map(table.texts.form, (label.text, *label.aliases))
        }
        for block in blocks
    ]
    for row in rows[:HEADING_ROWS]:
        starts: list[int] = []
        for cell in row.texts(range(width)):
            if len(starts) < len(blocks) and table.texts.form(cell.text.value).words in words[len(starts)]:
                starts.append(cell.column)
        if len(starts) == len(blocks):
            return [range(start, end) for start, end in zip(starts, [*starts[1:], width], strict=True)]
    return [range(0)] * len(blocks)


class OpenBlock:
    """One block of an open table, read piece by piece."""

    def __init__(self, table: TableLexicon, number: int, registry: Registry, at: Span) -> None:
        self._table, self._number, self._registry, self._at = table, number, registry, at
        self._spec = table.spec.blocks[number]
        self._reader = RowReader(self._spec, table.texts, registry)
        self._header: HeaderPaths | None = None
        self._columns: dict[str, Named] = {}
        self._rows: dict[tuple[str, int], list[tuple[FoundRow, Mapping[str, Cell | None]]]] = {}
        self.misses: list[Miss] = []
        self.unread: list[str] = []
        self.cells: dict[Address, Cell | None] = {}

    def read(self, rows: Sequence[GridRow], within: range) -> None:
        """Read one piece; one without a header stands below that of the piece before, if it has the same grid."""
        header = header_paths(rows, self._table, self._number, within, self._header is None)
        body = rows[header.height :] if header is not None else rows
        if header is not None:
            self.misses.extend(header.misses if self._header is None else ())
            self._header = self._with_entities(header)
        header = self._header
        if header is None or not header.columns:
            return
        rows_below = [row for row in body if not is_header(row, self._table, self._number, within)]
        for found in self._reader.read(rows_below, header):
            self._take(found, header)

    def _with_entities(self, header: HeaderPaths) -> HeaderPaths:
        """The header with a column for each entity that a label names; other labels are of columns of no form."""
        spec = next((column for column in self._spec.columns if column.each and not column.entity), None)
        if spec is None:
            self.misses.extend(
                Miss(MissKind.COLUMN_UNKNOWN, text.span, seen=" ".join(text.value.split()))
                for _, text in header.unknown
            )
            return header
        columns = dict(header.columns)
        for place, text in header.unknown:
            entity = self._registry.entity(spec.each, text.value)
            if entity is not None:
                columns[entity.id] = (*columns.get(entity.id, ()), place)
                self._columns.setdefault(entity.id, named(entity))
        return header._replace(columns=columns)

    def _take(self, found: FoundRow, header: HeaderPaths) -> None:
        row = found.row
        values: dict[str, Cell | None] = {}
        reach: dict[int, set[str]] = {}
        for id, places in header.columns.items():
            for cell in (row.own.get(place) for place in places):
                if cell is not None:
                    reach.setdefault(cell.column, set()).add(id)
        for id, places in header.columns.items():
            cells = row.texts(places)
            from_above = not cells and any(place in row.above for place in places)
            if len(cells) > 1 or from_above or (cells and len(reach[cells[0].column]) > 1):
                continue
            values[id] = cells[0] if cells else row.own.get(places[0])
        if row.width != header.width:
            values = {}
        self._rows.setdefault((found.spec.id, found.line), []).append((found, values))

    def finish(self) -> tuple[list[Named], list[Named]]:
        """Settle which row is which; gives back the entities of the rows and of the columns."""
        names: dict[str, Named] = {}
        present: set[str] = set()
        for (id, line), found in self._rows.items():
            first = found[0][0]
            present.add(id)
            if first.entity is not None:
                entity = first.entity
                one = names.get(entity.id) or named(entity)
                names[entity.id] = one._replace(lines=max(one.lines, line))
            self._settle(found)
        self.misses.extend(self._reader.misses)
        self.unread.extend(self._reader.unread)
        self._missing(present, list(names))
        return list(names.values()), list(self._columns.values())

    def _settle(self, found: Sequence[tuple[FoundRow, Mapping[str, Cell | None]]]) -> None:
        """Put the cells of a row at their addresses; of two rows that say different things, neither."""
        row, values = found[0]
        printed = {tuple(_text(values.get(id)) for id in self._ids()) for _, values in found}
        kind = None
        if len(printed) > 1:
            kind = MissKind.ROW_TWICE
        elif not values:
            kind = MissKind.ROW_UNREADABLE
        if kind is not None:
            self.unread.append(row.spec.id)
            label = " ".join(row.label.value.split())
            self.misses.append(Miss(kind, found[-1][0].row.span, (row.spec.id,), seen=label))
            return
        details = {column.id for column in self._spec.columns if column.detail}
        for id, cell in values.items():
            at = row_id(row.spec.id, str(row.line)) if row.line and id in details else row.spec.id
            if row.line > 1 and id not in details:
                continue  # the entity's own figure stands in its first line
            if row.entity is None and id in details:
                continue
            self.cells[Address(self._table.spec.id, at, id)] = cell

    def _ids(self) -> list[str]:
        return [*(column.id for column in self._spec.columns), *self._columns]

    def _missing(self, present: set[str], entities: Sequence[str]) -> None:
        """Rows of the form, of totals and of parts of entities that are not there."""
        if self._header is None:
            return
        wanted = [spec.id for spec in self._spec.rows if not spec.each]
        parts = [spec.part for spec in self._spec.rows if spec.each and spec.part]
        wanted += [row_id(entity, part) for entity in entities for part in parts]
        missing = tuple(id for id in wanted if id not in present)
        if missing and self._header.columns:
            self.misses.append(Miss(MissKind.ROW_MISSING, self._at, missing))


def _text(cell: Cell | None) -> str:
    return "".join(cell.text.value.split()) if cell is not None else ""


def _bound(table: TableLexicon, blocks: Sequence[OpenBlock], at: Span, said: str) -> BoundTable:
    spec = closed(table.spec, [block.finish() for block in blocks])
    table = table._replace(spec=spec, names=names_of(spec), values=dict(spec.values()))
    cells = {address: cell for block in blocks for address, cell in block.cells.items()}
    bound = bound_cells(cells, table, {}, at, said)
    bound, zeros = zeros_throughout(bound, spec)
    blank = bool(bound) and not any(
        cell.state in _FILLED_IN or cell.meaning is EmptyMeaning.DOES_NOT_APPLY for cell in bound.values()
    )
    misses = tuple(miss for block in blocks for miss in block.misses)
    unread = tuple(id for block in blocks for id in block.unread)
    return BoundTable(spec, at, bound, misses, blank, zeros, unread)
