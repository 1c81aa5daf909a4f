"""What the rows of a table show each other: in which grid columns labels and figures of a shape stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from linter.binding.match import Match
from linter.model.records import Record

AGREEING = 0.8
"""The share of the full rows of a shape that have to show the same positions."""

Shape = tuple[int, int]
"""Piece of the table (index of its block in the document) and width of the row in grid columns."""


class Geometry(Record):
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


def geometries(matches: Sequence[Match], counts: Sequence[int]) -> dict[Shape, Geometry]:
    """The commonest positions of figures in the full rows of each shape; `counts` are the columns above each row."""
    full: dict[Shape, list[tuple[tuple[int, ...], int, int]]] = defaultdict(list)
    for match, count in zip(matches, counts, strict=True):
        line, filled = match.figures_in, match.filled
        if len(filled) == count:
            at = tuple([line.cells[index].column for index in filled])
            label = line.cells[match.after].column if match.in_one else -1
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
    label_at = {depth: max(seen, key=seen.__getitem__) for depth, seen in labels.items()}
    sure = frozenset(depth for depth in depths if agreeing[depth] * 2 > depths[depth])
    return Geometry(common[0], steps, label_at, sure, agreeing.total() == len(rows))


def packed(matches: Sequence[Match], counts: Sequence[int]) -> set[int]:
    """Pieces whose rows have after their labels exactly as many cells as the form has columns.

    The first of these cells has to be filled somewhere: else it belongs to the labels, and a column was lost.
    """
    exact: dict[int, list[bool]] = defaultdict(list)
    others: Counter[int] = Counter()
    for match, count in zip(matches, counts, strict=True):
        line = match.figures_in
        if len(line.cells) == match.after + 1 + count:
            exact[line.block].append(bool(line.contents[match.after + 1]))
        else:
            others[line.block] += 1
    return {
        block for block, filled in exact.items() if len(filled) > 2 and any(filled) and others[block] * 10 < len(filled)
    }


def evenly_blank(matches: Sequence[Match], counts: Sequence[int]) -> dict[Shape, Geometry]:
    """Shapes without a full row in which the first and the last column are filled and others blank throughout.

    The figures then end at the right edge. A column that was lost instead would leave the first one empty.
    """
    shapes: dict[Shape, list[Match]] = defaultdict(list)
    wide: dict[Shape, set[int]] = defaultdict(set)
    for match, count in zip(matches, counts, strict=True):
        if match.has_figures:
            shape = match.figures_in.block, match.figures_in.width
            shapes[shape].append(match)
            wide[shape].add(count)
    found: dict[Shape, Geometry] = {}
    for shape, members in shapes.items():
        count = wide[shape].pop()
        if wide[shape] or any(len(match.filled) == count for match in members):
            continue
        geometry = _right_edge(members, count)
        if geometry is not None:
            found[shape] = geometry
    return found


def _right_edge(members: Sequence[Match], count: int) -> Geometry | None:
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    depths: dict[int, Counter[int]] = defaultdict(Counter)
    for match in members:
        line, filled = match.figures_in, match.filled
        starts[line.cells[filled[0]].column] += 1
        ends[line.cells[filled[-1]].column] += 1
        depths[match.entry.depth][line.cells[match.after].column] += 1
    last = max(ends, key=ends.__getitem__)
    first = last - count + 1
    half = len(members) / 2
    labels_left = all(column < first for seen in depths.values() for column in seen)
    if len(members) < 2 or ends[last] < half or starts[first] < half or not labels_left:
        return None
    label_at = {depth: max(seen, key=seen.__getitem__) for depth, seen in depths.items()}
    return Geometry(first, tuple(range(count)), label_at)
