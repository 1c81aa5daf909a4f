"""Which cell of a recognised row stands in which column.

A row with as many filled cells as the form has columns is read from left to right. A row with fewer is read by
position, from what the full rows of the same width and the same piece of the table show; by the header, where that
has lost the same columns; or by the right edge, where a whole table leaves columns blank. A row that fits none of
these is not read at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from linter.binding.column_order import FOREIGN, ColumnOrder, order_of
from linter.binding.geometry import Geometry, evenly_blank, geometries, packed
from linter.binding.grid_order import confirmed_by_grid, with_doubt_of_foreign, with_foreign_in_grid
from linter.binding.header import Header
from linter.binding.lines import grid_columns
from linter.binding.match import Match
from linter.binding.slots import Slots, by_lacking_header, has_no_gaps, only_last, repeated, stands_elsewhere
from linter.binding.texts import Content
from linter.model.report import Miss, MissKind
from linter.model.template import ColumnSpec


class Columns:
    """Reads the rows of one table. Made from all its recognised rows, because they show each other's geometry.

    `headers` are those of the rows by the position of their line.
    """

    def __init__(
        self, matches: Sequence[Match], headers: Mapping[int, Header], columns: Sequence[tuple[ColumnSpec, ...]]
    ) -> None:
        self._headers = headers
        self._orders: dict[tuple[int, int], ColumnOrder] = {}
        self._with_foreign: set[tuple[int, int]] = set()
        below: dict[tuple[int, int], list[Match]] = defaultdict(list)
        for match in matches:
            below[self._key(match)].append(match)
        for key, members in below.items():
            header, own = headers.get(members[0].line.position), columns[members[0].entry.block]
            self._orders[key] = order_of(header.labels if header is not None else (), own)
            if header is not None:
                figures = _columns_of_figures(members, header.block)
                order = confirmed_by_grid(self._orders[key], header.labels, own, figures)
                order = with_foreign_in_grid(order, header.labels, own)
                with_figures = any(len(match.filled) == len(order.ids or ()) for match in members)
                self._orders[key] = with_doubt_of_foreign(order, header.labels, own) if with_figures else order
        full = {self._key(match) for match in matches if len(match.filled) == len(self._order(match).ids or ())}
        matches = [self._without_foreign(match, self._key(match) in full) for match in matches]
        self._matches = [*self._doubted(matches)]
        told = [match for match in self._matches if self._ids(match)]  # a row of no columns shows nothing
        counts = [len(self._ids(match)) for match in told]
        self._geometries = geometries(told, counts)
        self._even = evenly_blank(told, counts)
        self._widest = max(counts, default=0)
        self._packed = packed(told, counts)
        self._figures_in_rows: dict[int, list[int]] = defaultdict(list)
        for match in self._matches:
            self._figures_in_rows[match.figures_in.block].append(len(match.filled))
        self._grouped = any(match.entry.depth for match in matches)

    @property
    def misses(self) -> Iterator[Miss]:
        """What is wrong with the headers of rows that may be read. Words after the labels are a column only if
        something stands below them.
        """
        doubtful = {self._key(match) for match in self._matches}
        doubtful -= {self._key(match) for match in self._matches if not match.doubtful}
        for key, order in self._orders.items():
            for miss in order.misses if key not in doubtful else ():
                if miss.kind is not MissKind.COLUMN_UNKNOWN or key in self._with_foreign:
                    yield miss

    def says_why(self, match: Match) -> bool:
        """Whether what is wrong with the header above a row already says why it is not read."""
        return self._order(match).ids is None and not match.doubtful

    def _order(self, match: Match) -> ColumnOrder:
        return self._orders[self._key(match)]

    def _key(self, match: Match) -> tuple[int, int]:
        """The header above a row, and the block that it is one for."""
        header = self._headers.get(match.line.position)
        return header.above if header is not None else -1, match.entry.block

    def _ids(self, match: Match) -> list[str]:
        """The columns of the form from left to right, as they stand above a row."""
        return [id for id in self._order(match).ids or () if id != FOREIGN]

    def _doubted(self, matches: Sequence[Match]) -> Iterator[Match]:
        """The rows, in doubt where most below a header have more figures than it has columns: of one with fewer, too,
        it is not known which of them is of none.
        """
        more: Counter[tuple[int, int]] = Counter()
        rows = Counter(self._key(match) for match in matches if match.has_figures)
        for match in matches:
            ids = self._order(match).ids or ()
            more[self._key(match)] += 1 < len(ids) < len(match.filled)
        for match in matches:
            key = self._key(match)
            yield match._replace(doubtful=True) if more[key] * 2 > rows[key] else match

    def _without_foreign(self, match: Match, has_full: bool) -> Match:
        """The row without its cells in columns that the form does not have: those below their labels in the same grid,
        or, in a row with a figure for every column, those that stand there in order. Where other rows are so full
        (`has_full`), or a row lacks a figure, it is not known which figure is of none.
        """
        order, line = self._order(match), match.figures_in
        if not order.foreign or order.ids is None:
            return match
        if line.ruled and all(line.width == label.width for label in order.foreign):
            covered = {column for label in order.foreign for column in grid_columns(label.cell)}
            dropped = [
                index for index in range(match.after + 1, len(line.cells)) if line.cells[index].column in covered
            ]
        elif len(match.filled) == len(order.ids):
            dropped = [index for index, id in zip(match.filled, order.ids, strict=True) if id == FOREIGN]
        else:
            incomplete = len(match.filled) not in (0, len(order.ids) - order.ids.count(FOREIGN))
            return match._replace(doubtful=match.doubtful or incomplete or (has_full and bool(match.filled)))
        if any(line.contents[index] for index in dropped):
            self._with_foreign.add(self._key(match))
        rest = line.without(dropped)
        return match._replace(figures_in=rest, line=rest if match.in_one else match.line)

    def read(self) -> Iterator[tuple[Match, Slots | None]]:
        """The rows in their order, and the cells of each by column, or None where they cannot be told apart.

        After a row with a figure for every column, what the header above it lacks is but its own label.
        """
        complete: set[int] = set()
        for match in self._matches:
            header = self._headers.get(match.line.position)
            if match.doubtful or self.says_why(match) or (header is not None and header.contradicts):
                yield match, None
                continue
            filled = match.filled
            full = self._is_full(match, filled)
            if header is not None and full:
                complete.add(header.above)
            lacking = header if header is not None and header.above not in complete else None
            slots = self._slots(match, filled, full, lacking)
            unclear = self._order(match).unclear
            if slots is not None and unclear:
                slots = slots._replace(cells={id: cell for id, cell in slots.cells.items() if id not in unclear})
            yield match, slots

    def _slots(self, match: Match, filled: Sequence[int], full: bool, header: Header | None) -> Slots | None:
        ids = self._ids(match)
        line = match.figures_in
        if not filled:
            return Slots(dict.fromkeys(ids))
        if line.gathered and len(filled) > 1 and line.contents[filled[0]] is Content.WORDS:
            return None  # the rest of a label as well as a figure gone wrong
        if match.says_one_thing:
            return Slots(dict.fromkeys(ids, filled[0]))
        if full:
            return Slots(dict(zip(ids, filled, strict=True)))
        if len(filled) > len(ids):
            return repeated(match.figures_in, filled, ids)
        blanks_kept = not line.gathered or any(not cell.text.value for cell in line.cells)
        by_position = self._by_position(match, filled, ids) if blanks_kept else None
        if by_position is not None:
            return by_position
        if header is not None and self._lacks_the_same(match, filled, header):
            return by_lacking_header(filled, ids, header)
        return None

    def _lacks_the_same(self, match: Match, filled: Sequence[int], header: Header) -> bool:
        """Whether a row and the header of its piece have lost the same columns: several, only where all rows have."""
        line, present = match.figures_in, header.columns.intersection(self._ids(match))
        own = match.in_one and header.block == line.block and not header.unknown
        if not own or len(present) != len(filled) or not has_no_gaps(line, filled):
            return False
        rows = self._figures_in_rows[line.block]
        if len(rows) > 1 and set(rows) == {len(filled)} and not stands_elsewhere(line, filled, header):
            return True
        return len(self._ids(match)) - len(present) == 1 and self._is_in_place(match, filled)

    def _is_full(self, match: Match, filled: Sequence[int]) -> bool:
        """Whether there is a figure for each column, side by side or with the gaps that the full rows of this shape
        have.
        """
        if len(filled) != len(self._ids(match)):
            return False
        if filled[-1] - filled[0] == len(filled) - 1:
            return True
        line = match.figures_in
        geometry = self._geometries.get((line.block, line.width))
        at = [line.cells[index].column for index in filled]
        return geometry is not None and at == list(geometry.columns(len(filled), 0))

    def _is_in_place(self, match: Match, filled: Sequence[int]) -> bool:
        """Whether label and first figure stand where those of the other rows of the piece do."""
        line = match.figures_in
        labels: Counter[int] = Counter()
        starts: Counter[int] = Counter()
        for other in self._matches:
            row = other.figures_in
            if row.block == line.block and other.entry.depth == match.entry.depth:
                labels[row.cells[other.after].column] += 1
            values = other.filled
            if (row.block, row.width, len(values)) == (line.block, line.width, len(filled)):
                starts[row.cells[values[0]].column] += 1
        if max(labels, key=labels.__getitem__) != line.cells[match.after].column:
            return False
        return line.cells[filled[0]].column == max(starts, key=starts.__getitem__) and (
            len(starts) > 1 or starts.total() > 1 or filled[0] == match.after + 1
        )

    def _by_position(self, match: Match, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
        line = match.figures_in
        shape = (line.block, line.width)
        geometry = self._geometries.get(shape) or self._even.get(shape) or self._exactly_wide(match, len(ids))
        if geometry is None or not geometry.holds_for(match.entry.depth):
            return self._after_label(match, filled, ids)
        wanted = geometry.columns(len(ids), _shift(match, geometry))
        # Fewer columns in the full rows of this shape are no measure, unless the figures reach the right edge.
        if len(wanted) < len(ids):
            wanted = tuple(range(geometry.first, line.width))
        at = {line.cells[index].column: index for index in range(match.after + 1, len(line.cells))}
        if len(wanted) != len(ids) or wanted[-1] >= line.width:
            return None
        if any(line.cells[index].column not in wanted for index in filled):
            return None
        label = line.cells[match.after]
        if label.column + label.column_span > wanted[0] and not only_last(line, filled, wanted):
            return None
        return Slots({id: at.get(column) for id, column in zip(ids, wanted, strict=True)})

    def _after_label(self, match: Match, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
        """Columns counted from the label, where the figures end just where they then must.

        The first cell may be blank only in a piece whose rows all have a cell for each column after their labels, and
        not alone: one blank cell may as well be left of the labels where a column was lost.
        """
        line, first = match.figures_in, match.after + 1
        if filled[-1] != match.after + len(ids):
            return None
        begins = filled[0] == first
        packed = line.block in self._packed and len(line.cells) == first + len(ids) == first + self._widest
        if not begins and not (packed and len(filled) < len(ids) - 1):
            return None
        return Slots({id: first + index for index, id in enumerate(ids)})

    def _exactly_wide(self, match: Match, count: int) -> Geometry | None:
        """The geometry of a row that has a cell for each column and no more, its label at the left edge.

        It is known only for the widest rows of a table without groups: in others a blank cell may be a label's.
        """
        line = match.figures_in
        label = line.cells[match.after]
        plain = match.in_one and (label.column, label.column_span) == (0, 1)
        if plain and not self._grouped and count == self._widest and line.width == count + 1:
            return Geometry(1, tuple(range(count)), {0: 0})
        return None


def _columns_of_figures(matches: Sequence[Match], block: int) -> list[tuple[int, ...]]:
    """The grid columns of the figures of each row that stands as a row in one piece of a table."""
    lines = [(match.figures_in, match.filled) for match in matches if match.figures_in.block == block]
    lines = [(line, filled) for line, filled in lines if not line.gathered]
    return [tuple([line.cells[index].column for index in filled]) for line, filled in lines]


def _shift(match: Match, geometry: Geometry) -> int:
    """Grid columns by which the row as a whole stands too far right (or left), as its label shows."""
    if not match.in_one:
        return 0
    expected = geometry.label_at.get(match.entry.depth, match.entry.depth)
    return match.line.cells[match.after].column - expected
