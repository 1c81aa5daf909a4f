"""Which cell of a recognised row stands in which column.

A row with as many filled cells as the form has columns is read from left to right. A row with fewer is read by
position, from what the full rows of the same width and the same piece of the table show; by the header, where that
has lost the same columns; or by the right edge, where a whole table leaves columns blank. A row that fits none of
these is not read at all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linter.binding.header import Header
from linter.binding.lexicon import Content
from linter.binding.lines import Line
from linter.binding.match import Match
from linter.model.template import ColumnSpec

AGREEING = 0.8
"""The share of the full rows of a shape that have to show the same positions."""

Shape = tuple[int, int]
"""Piece of the table (index of its block in the document) and width of the row in grid columns."""


class Slots(NamedTuple):
    """The cells of one row by column id: an index into the line's cells, or None where nothing stands there.

    `lacking` are columns that the row's piece of the table does not have at all.
    """

    cells: Mapping[str, int | None]
    lacking: tuple[str, ...] = ()


class Geometry(NamedTuple):
    """What the full rows of one shape show: the grid column of the first figure, the steps from there to the others,
    and for labels `depth` groups deep the grid column in which they stand.

    `depths` are the depths whose full rows show it; where not all full rows do (`unanimous`), it holds for those alone.
    """

    first: int
    steps: tuple[int, ...]
    label_at: Mapping[int, int]
    depths: frozenset[int] = frozenset()
    unanimous: bool = True

    def holds_for(self, depth: int) -> bool:
        return self.unanimous or depth in self.depths

    def columns(self, count: int, shift: int) -> tuple[int, ...]:
        """The grid columns of the first `count` figures, `shift` columns to the right of where they should be."""
        return tuple(self.first + step + shift for step in self.steps[:count])


class Columns:
    """Reads the rows of one table. Made from all its recognised rows, because they show each other's geometry."""

    def __init__(
        self, lines: Sequence[Line], matches: Sequence[Match], columns: Mapping[int, tuple[ColumnSpec, ...]]
    ) -> None:
        self._lines = lines
        self._matches = matches
        self._columns = columns
        self._geometries = _geometries(lines, matches, columns)
        self._even = _evenly_blank(lines, matches, columns)
        self._widest = max(map(len, columns.values()))
        self._packed = _packed(lines, matches, columns)

    def read(self, match: Match, header: Header | None) -> Slots | None:
        """The cells of a row by column, or None where they cannot be told apart.

        Rows are read in the order of the draft: after a full one, `header` counts as complete.
        """
        if match.doubtful:
            return None
        line = self._lines[match.figures_in]
        columns = self._columns[match.entry.block]
        ids = [column.id for column in columns]
        filled = line.values(match.after)
        if not filled:
            return Slots(dict.fromkeys(ids))
        if len(filled) == len(ids) and self._is_regular(line, filled):
            if header is not None:
                header.is_complete = True
            return Slots(dict(zip(ids, filled, strict=True)))
        if len(filled) > len(ids):
            return _repeated(line, filled, ids)
        by_position = self._by_position(line, match, filled, ids)
        if by_position is not None:
            return by_position
        if header is not None and not header.is_complete and self._is_in_place(line, match, filled):
            return _by_lacking_header(filled, line, ids, header)
        return None

    def _is_in_place(self, line: Line, match: Match, filled: Sequence[int]) -> bool:
        """Whether label and first figure stand where those of the other rows of the piece do."""
        labels: Counter[int] = Counter()
        starts: Counter[int] = Counter()
        for other in self._matches:
            row = self._lines[other.figures_in]
            if row.block == line.block and other.entry.depth == match.entry.depth:
                labels[row.cells[other.after].column] += 1
            values = row.values(other.after)
            if (row.block, row.width, len(values)) == (line.block, line.width, len(filled)):
                starts[row.cells[values[0]].column] += 1
        if labels.most_common(1)[0][0] != line.cells[match.after].column:
            return False
        return line.cells[filled[0]].column == starts.most_common(1)[0][0] and (
            len(starts) > 1 or starts.total() > 1 or filled[0] == match.after + 1
        )

    def _is_regular(self, line: Line, filled: Sequence[int]) -> bool:
        """Whether the figures stand side by side, or with the gaps that the full rows of this shape have."""
        at = [line.cells[index].column for index in filled]
        if filled[-1] - filled[0] == len(filled) - 1:
            return True
        geometry = self._geometries.get((line.block, line.width))
        return geometry is not None and at == list(geometry.columns(len(filled), 0))

    def _by_position(self, line: Line, match: Match, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
        shape = (line.block, line.width)
        geometry = self._geometries.get(shape) or self._even.get(shape) or self._exactly_wide(line, match, len(ids))
        if geometry is None or not geometry.holds_for(match.entry.depth):
            return self._behind_label(line, match, filled, ids)
        wanted = geometry.columns(len(ids), _shift(line, match, geometry))
        # Fewer columns in the full rows of this shape are no measure, unless the figures reach the right edge.
        if len(wanted) < len(ids):
            wanted = tuple(range(geometry.first, line.width))
        at = {line.cells[index].column: index for index in range(match.after + 1, len(line.cells))}
        if len(wanted) != len(ids) or wanted[-1] >= line.width:
            return None
        if any(line.cells[index].column not in wanted for index in filled):
            return None
        label = line.cells[match.after]
        if label.column + label.column_span > wanted[0] and not _only_last(line, filled, wanted):
            return None
        return Slots({id: at.get(column) for id, column in zip(ids, wanted, strict=True)})

    def _behind_label(self, line: Line, match: Match, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
        """Columns counted from the label, where the figures end just where they then must.

        The first cell may be blank only in a piece whose rows all have a cell for each column behind their labels, and
        not alone: one blank cell may as well be left of the labels where a column was lost.
        """
        first = match.after + 1
        if filled[-1] != match.after + len(ids):
            return None
        begins = filled[0] == first
        packed = line.block in self._packed and len(line.cells) == first + len(ids) == first + self._widest
        if not begins and not (packed and len(filled) < len(ids) - 1):
            return None
        return Slots({id: first + index for index, id in enumerate(ids)})

    def _exactly_wide(self, line: Line, match: Match, count: int) -> Geometry | None:
        """The geometry of a row that has a cell for each column and no more, its label at the left edge.

        It is known only for the widest rows of a table without groups: in others a cell may be padding.
        """
        label = line.cells[match.after]
        plain = not match.entry.depth and match.line == match.figures_in and (label.column, label.column_span) == (0, 1)
        if plain and count == self._widest and line.width == count + 1:
            return Geometry(1, tuple(range(count)), {0: 0})
        return None


def _only_last(line: Line, filled: Sequence[int], wanted: Sequence[int]) -> bool:
    """Whether a row whose label reaches into the figures has lost all of them but the one at the right edge."""
    at_edge = line.cells[filled[-1]].column == wanted[-1]
    return len(filled) == 1 and at_edge and line.contents[0] is not Content.BLANK


def _shift(line: Line, match: Match, geometry: Geometry) -> int:
    """Grid columns by which the row as a whole stands too far right (or left), as its label shows."""
    if match.line != match.figures_in:
        return 0
    expected = geometry.label_at.get(match.entry.depth, match.entry.depth)
    return line.cells[match.after].column - expected


def _geometries(
    lines: Sequence[Line], matches: Sequence[Match], columns: Mapping[int, tuple[ColumnSpec, ...]]
) -> dict[Shape, Geometry]:
    """The commonest positions of figures in the full rows of each shape."""
    full: dict[Shape, list[tuple[tuple[int, ...], int, int]]] = defaultdict(list)
    for match in matches:
        line = lines[match.figures_in]
        filled = line.values(match.after)
        if len(filled) == len(columns[match.entry.block]):
            at = tuple([line.cells[index].column for index in filled])
            label = line.cells[match.after].column if match.line == match.figures_in else -1
            full[line.block, line.width].append((at, match.entry.depth, label))
    return {shape: geometry for shape, rows in full.items() if (geometry := _common(rows)) is not None}


def _common(rows: Sequence[tuple[tuple[int, ...], int, int]]) -> Geometry | None:
    """What most of the full rows, given as (positions, depth, column of the label), agree on."""
    counter = Counter(at for at, _, _ in rows)
    common = max(counter, key=lambda at: (counter[at], len(at)))
    labels: dict[int, Counter[int]] = defaultdict(Counter)
    agreeing: Counter[int] = Counter()
    depths: Counter[int] = Counter()
    for at, depth, label in rows:
        depths[depth] += 1
        agreeing[depth] += at == common[: len(at)]
        if label >= 0:
            labels[depth][label] += 1
    if agreeing.total() < AGREEING * len(rows):
        return None
    steps = tuple(column - common[0] for column in common)
    label_at = {depth: seen.most_common(1)[0][0] for depth, seen in labels.items()}
    sure = frozenset(depth for depth in depths if agreeing[depth] * 2 > depths[depth])
    return Geometry(common[0], steps, label_at, sure, agreeing.total() == len(rows))


def _packed(lines: Sequence[Line], matches: Sequence[Match], columns: Mapping[int, tuple[ColumnSpec, ...]]) -> set[int]:
    """Pieces whose rows have behind their labels exactly as many cells as the form has columns.

    The first of these cells has to be filled somewhere: else it belongs to the labels, and a column was lost.
    """
    exact: dict[int, list[bool]] = defaultdict(list)
    others: Counter[int] = Counter()
    for match in matches:
        line = lines[match.figures_in]
        if len(line.cells) == match.after + 1 + len(columns[match.entry.block]):
            exact[line.block].append(bool(line.contents[match.after + 1]))
        else:
            others[line.block] += 1
    return {
        block for block, filled in exact.items() if len(filled) > 2 and any(filled) and others[block] * 10 < len(filled)
    }


def _evenly_blank(
    lines: Sequence[Line], matches: Sequence[Match], columns: Mapping[int, tuple[ColumnSpec, ...]]
) -> dict[Shape, Geometry]:
    """Shapes without a full row in which the first and the last column are filled and others blank throughout.

    The figures then end at the right edge. A column that was lost instead would leave the first one empty.
    """
    shapes: dict[Shape, list[Match]] = defaultdict(list)
    for match in matches:
        line = lines[match.figures_in]
        if line.has_figures(match.after):
            shapes[line.block, line.width].append(match)
    found: dict[Shape, Geometry] = {}
    for shape, members in shapes.items():
        counts = {len(columns[match.entry.block]) for match in members}
        count = counts.pop()
        if counts or any(len(lines[match.figures_in].values(match.after)) == count for match in members):
            continue
        geometry = _right_edge(lines, members, count)
        if geometry is not None:
            found[shape] = geometry
    return found


def _right_edge(lines: Sequence[Line], members: Sequence[Match], count: int) -> Geometry | None:
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    depths: dict[int, Counter[int]] = defaultdict(Counter)
    for match in members:
        line = lines[match.figures_in]
        filled = line.values(match.after)
        starts[line.cells[filled[0]].column] += 1
        ends[line.cells[filled[-1]].column] += 1
        depths[match.entry.depth][line.cells[match.after].column] += 1
    last, agreeing = ends.most_common(1)[0]
    first = last - count + 1
    half = len(members) / 2
    labels_left = all(column < first for seen in depths.values() for column in seen)
    if len(members) < 2 or agreeing < half or starts[first] < half or not labels_left:
        return None
    label_at = {depth: seen.most_common(1)[0][0] for depth, seen in depths.items()}
    return Geometry(first, tuple(range(count)), label_at)


def _repeated(line: Line, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
    """A single column whose merged cell was copied into every grid column it covers."""
    texts = {line.cells[index].text.value for index in filled}
    return Slots({ids[0]: filled[0]}) if len(ids) == 1 and len(texts) == 1 else None


def _by_lacking_header(filled: Sequence[int], line: Line, ids: Sequence[str], header: Header) -> Slots | None:
    """A row of a piece whose own header has lost one column as well, and nothing in it is unexplained."""
    if header.unknown or header.block != line.block:
        return None
    present = [id for id in ids if id in header.columns]
    no_gaps = filled[-1] - filled[0] == len(filled) - 1 and all(
        line.contents[index] for index in range(filled[0], len(line.cells))
    )
    if len(present) != len(filled) or not no_gaps or len(ids) - len(present) != 1:
        return None
    lacking = tuple(id for id in ids if id not in header.columns)
    return Slots(dict(zip(present, filled, strict=True)), lacking)
