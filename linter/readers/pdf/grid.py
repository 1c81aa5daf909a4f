"""Rulings → drawn grids: where the columns and rows of each ruled region are, and which cells are merged."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from linter.readers.pdf.strokes import Stroke

SNAP = 3.0
"""Points within which rulings are one: doubled lines, corners that miss each other, pieces a little shifted."""

_NARROWEST = 5.0
"""Points between two edges; nothing could stand in a narrower cell."""

MOST_RULINGS = 1_200
"""Rulings on a page. More of them are a drawing, not tables."""

MOST_CELLS = 20_000
"""Cells of the grid of one region. More of them are a drawing, not a table."""

Drawn = list[list[bool]]
"""For every edge of a grid and every row or column across it: whether a ruling is drawn there."""

_DASH = 12.0  # points: a shorter stroke may be a dash
_GAP = 8.0  # between dashes
_SHORTEST = 5.0  # points that a ruling is long at least
_LOWEST = 4.0  # points beyond the last ruling that are a row cut off by the page and not a corner


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, perhaps merged; the grid's columns and rows count from 0, rows from the top.

    `open_above` and `open_below` say that no ruling was drawn there, as where a page break cut the cell.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    open_above: bool
    open_below: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled region: the x of its column edges from the left, the y of its row edges from the top, its cells in
    reading order.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    def find(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the grid position at a point, or None outside."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda edge: -edge) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if inside else None

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[0] - self.ys[-1])


def find_grids(strokes: Iterable[Stroke]) -> list[Grid]:
    """The grids that `strokes` rule, the smallest first. One of a single cell may be a frame, or the row of a table
    that was left alone at the foot of a page.
    """
    level = merged([stroke for stroke in strokes if stroke.level])
    upright = merged([stroke for stroke in strokes if not stroke.level])
    if len(level) + len(upright) > MOST_RULINGS:
        return []
    grids = [grid for rows, columns in _regions(level, upright) if (grid := _grid(rows, columns)) is not None]
    return sorted(grids, key=lambda grid: grid.area)


def merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Rulings of one direction: strokes on one line that touch or are dashes of it are one, at their middle."""
    ordered = sorted(strokes, key=attrgetter("at"))
    rulings: list[Stroke] = []
    start = 0
    for index in range(1, len(ordered) + 1):
        ends = index == len(ordered) or (
            ordered[index].at - ordered[index - 1].at > SNAP / 2 or ordered[index].at - ordered[start].at > SNAP
        )
        if ends:
            rulings.extend(_joined(ordered[start:index]))
            start = index
    return rulings


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    rulings: list[Stroke] = []
    at = sum([stroke.at for stroke in strokes]) / max(len(strokes), 1)
    begin = end = last_length = 0.0
    begun = False
    for level, _, start, stop in sorted(strokes, key=attrgetter("start")):
        gap = _GAP if min(stop - start, last_length) < _DASH else SNAP
        if begun and start - end > gap:
            rulings.append(Stroke(level, at, begin, end))
            begun = False
        begin, end = (begin, max(end, stop)) if begun else (start, stop)
        begun, last_length = True, stop - start
    if begun:
        rulings.append(Stroke(strokes[0].level, at, begin, end))
    return [ruling for ruling in rulings if ruling.end - ruling.start >= _SHORTEST]


def _regions(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Rulings that hang together, apart by direction. Those that no other one touches (underlines) are left out."""
    parents = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for number, line in enumerate(level):
        for other, column in enumerate(upright, len(level)):
            if (
                line.start - SNAP <= column.at <= line.end + SNAP
                and column.start - SNAP <= line.at <= column.end + SNAP
            ):
                parents[root(number)] = root(other)
    regions: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, stroke in enumerate([*level, *upright]):
        regions.setdefault(root(index), ([], []))[0 if stroke.level else 1].append(stroke)
    return [region for region in regions.values() if region[0] and region[1]]


def _grid(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Grid | None:
    xs = _edges(upright, level)
    ys = _edges(level, upright)[::-1]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MOST_CELLS:
        return None
    above = _drawn(level, ys, xs)
    beside = _drawn(upright, xs, ys)
    return Grid(tuple(xs), tuple(ys), tuple(_cells(len(ys) - 1, len(xs) - 1, above, beside)))


def _edges(rulings: Sequence[Stroke], crossing: Sequence[Stroke]) -> list[float]:
    """Where the rulings stand, rising, nearly equal ones as one; and where those that cross them end beyond."""
    places = sorted(ruling.at for ruling in rulings)
    edges: list[list[float]] = []
    for place in places:
        if edges and place - edges[-1][0] <= _NARROWEST:
            edges[-1].append(place)
        else:
            edges.append([place])
    found = [sum(edge) / len(edge) for edge in edges]
    first, last = min(stroke.start for stroke in crossing), max(stroke.end for stroke in crossing)
    if first < found[0] - _LOWEST:
        found.insert(0, first)
    if last > found[-1] + _LOWEST:
        found.append(last)
    return found


def _drawn(rulings: Sequence[Stroke], edges: Sequence[float], across: Sequence[float]) -> Drawn:
    """For every edge and every stretch between two edges across it: whether a ruling is drawn along most of it."""
    steps = list(itertools.pairwise(across))
    drawn = [[False] * len(steps) for _ in edges]
    for ruling in rulings:
        edge = min(range(len(edges)), key=lambda index: abs(edges[index] - ruling.at))
        for index, (one, other) in enumerate(steps):
            low, high = min(one, other), max(one, other)
            if min(high, ruling.end) - max(low, ruling.start) > (high - low) / 2:
                drawn[edge][index] = True
    return drawn


def _cells(rows: int, columns: int, above: Drawn, beside: Drawn) -> list[GridCell]:
    """The cells, merged where no ruling parts them. A merged area that is no rectangle is cut into rectangles, each as
    wide and then as high as it can be.
    """
    taken = [[False] * columns for _ in range(rows)]
    cells: list[GridCell] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not beside[right][row] and not taken[row][right]:
                right += 1
            below = row + 1
            while below < rows and not any(taken[below][column:right]):
                if not _goes_on(below, column, right, above, beside):
                    break
                below += 1
            for line in range(row, below):
                taken[line][column:right] = [True] * (right - column)
            open_above = not any(above[row][column:right])
            open_below = not any(above[below][column:right])
            cells.append(GridCell(row, column, below - row, right - column, open_above, open_below))
    return cells


def _goes_on(row: int, left: int, right: int, above: Drawn, beside: Drawn) -> bool:
    """Whether the cell from column `left` up to `right` goes on in `row`: no ruling above, none within."""
    return not any(above[row][left:right]) and not any(beside[edge][row] for edge in range(left + 1, right))
