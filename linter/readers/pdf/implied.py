"""Tables of which only the rows are ruled, or nothing is: the missing strokes, where the text shows them.

Rows are parted where lines of text stand farther apart than those of one cell. A column edge is where rulings begin or
end, and where the figures of many rows stand one below the other. It parts a row unless the row's text runs across it,
as that of a merged cell does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.model.records import Record
from linter.readers.pdf.glyphs import Glyph
from linter.readers.pdf.grid import SNAP, merged
from linter.readers.pdf.lines import TextLine, lines_of
from linter.readers.pdf.strokes import Stroke
from linter.readers.shapes import is_figure, is_section_heading, is_sentence

FEWEST_RULINGS = 4
"""Rulings that make rows of a table."""

FEWEST_FIGURES = 2
"""Figures of a row that shows where columns stand."""

FEWEST_ROWS = 2
"""Rows with several figures that make a table of lines between which nothing is drawn; or one with `MANY_FIGURES`."""

MANY_FIGURES = 6

FEWEST_LABELS = 4
"""Lines of labels that begin at the edge of a column."""

_LOOSE = 1.2  # times the distance of lines in a cell: a greater one parts two rows
_WIDEST_MISS = 8.0  # points by which the rulings of a table may begin or end elsewhere than its widest
_NARROWEST = 60.0  # points that a table is wide
_APART = 0.15  # of the height: characters that far apart are of two cells, where there is an edge between them
_BESIDE = 1.5  # points between the edge of a column and what stands at it
_SAME = 7.0  # points within which two edges are one


class _Column(Record):
    """The figures that stand one below the other: where each begins and ends."""

    lefts: list[float]
    rights: list[float]


def implied_strokes(glyphs: Sequence[Glyph], strokes: Sequence[Stroke]) -> list[Stroke]:
    """The strokes that are missing on a page with these characters and strokes."""
    level = merged([stroke for stroke in strokes if stroke.level])
    columns = merged([stroke for stroke in strokes if not stroke.level])
    upright = [stroke for stroke in columns if _parts_columns(stroke, level)]
    if upright:
        level = [ruling for ruling in level if not any(_touch(ruling, stroke) for stroke in upright)]
    if len(level) >= FEWEST_RULINGS:
        return [stroke for table in _tables(level, lines_of(glyphs)) for stroke in _columns(table, glyphs, True)]
    if upright:
        return []
    return [stroke for rows in _unruled(lines_of(glyphs)) for stroke in (*rows, *_columns(rows, glyphs, False))]


def _unruled(lines: Sequence[TextLine]) -> Iterator[list[Stroke]]:
    """The rulings, from top to bottom, that the tables of a page would have between their rows."""
    if not lines or _is_even(lines):
        return
    bands = _from_figures(list(_bands(lines)))
    table: list[list[TextLine]] = []
    for band in [*bands, None]:
        if band is not None and not _is_text(band):
            table.append(band)
            continue
        if _is_table(table):
            left = min(line.box.left for rows in table for line in rows) - _BESIDE
            right = max(line.box.right for rows in table for line in rows) + _BESIDE
            ats = [table[0][0].box.top + _BESIDE]
            ats += [(above[-1].box.bottom + below[0].box.top) / 2 for above, below in pairwise(table)]
            yield [Stroke(True, at, left, right) for at in [*ats, table[-1][-1].box.bottom - _BESIDE]]
        table = []


def _is_even(lines: Sequence[TextLine]) -> bool:
    """Whether rows stand no farther apart than the lines of a cell, so that where one ends cannot be seen."""
    closest = _LOOSE * _leading(lines)
    return any(
        above.baseline - below.baseline <= closest and any(_figures(above)) and any(_figures(below))
        for above, below in pairwise(lines)
    )


def _bands(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Lines that stand as close together as those of one cell do."""
    if not lines:
        return
    leading = _leading(lines)
    band = [lines[0]]
    for above, below in pairwise(lines):
        if above.baseline - below.baseline > _LOOSE * leading or _is_text([above]) or _is_text([below]):
            yield band
            band = []
        band.append(below)
    yield band


def _leading(lines: Sequence[TextLine]) -> float:
    """How far apart the lines of one cell stand, of which a table has many."""
    sizes = sorted(line.size for line in lines)
    steps = sorted(above.baseline - below.baseline for above, below in pairwise(lines))
    steps = [step for step in steps if step > sizes[len(sizes) // 2]]
    return steps[min(1, len(steps) - 1)] if steps else sizes[-1]


def _from_figures(bands: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """The bands, of which one with several lines of figures is parted before each of these, where figures stand at
    the top of their rows: a label beside several rows fills the space between them.
    """
    firsts = [[index for index, line in enumerate(band) if any(_figures(line))] for band in bands]
    if any(first[0] > 0 for first in firsts if len(first) == 1):
        return list(bands)
    parted: list[list[TextLine]] = []
    for band, first in zip(bands, firsts, strict=True):
        starts = sorted({0, *first}) if len(first) > 1 else [0]
        parted.extend(band[start:end] for start, end in pairwise([*starts, len(band)]))
    return parted


def _is_text(band: Sequence[TextLine]) -> bool:
    words = [line.spaced(3) for line in band]
    return any(map(is_sentence, words)) or (
        len(words) == 1 and is_section_heading(words[0]) and not any(map(is_figure, words[0].split()))
    )


def _is_table(bands: Sequence[Sequence[TextLine]]) -> bool:
    """Whether bands are the rows of a table: several figures in some, and in no band more than one line of them."""
    figures = [[len(list(_figures(line))) for line in band] for band in bands]
    if any(sum(count > 0 for count in band) > 1 for band in figures):
        return False
    return sum(max(band) >= FEWEST_FIGURES for band in figures) >= FEWEST_ROWS or any(
        max(band) >= MANY_FIGURES for band in figures
    )


def _parts_columns(stroke: Stroke, level: Sequence[Stroke]) -> bool:
    """Whether an upright stroke may stand between columns: it is no corner, and not at a side of all rulings."""
    if stroke.end - stroke.start <= 2 * SNAP:
        return False
    sides = (min(ruling.start for ruling in level), max(ruling.end for ruling in level)) if level else ()
    return all(abs(stroke.at - side) > 2 * SNAP for side in sides)


def _touch(ruling: Stroke, stroke: Stroke) -> bool:
    across = ruling.start - SNAP <= stroke.at <= ruling.end + SNAP
    return across and stroke.start - SNAP <= ruling.at <= stroke.end + SNAP


def _tables(rulings: Sequence[Stroke], lines: Sequence[TextLine]) -> Iterator[list[Stroke]]:
    """The rulings of each table from top to bottom: between those of one stand no sentences and headings."""
    ordered = sorted(rulings, key=lambda ruling: -ruling.at)
    table: list[Stroke] = []
    for ruling in ordered:
        if table and _parts_tables(table[-1].at, ruling.at, lines):
            yield table
            table = []
        table.append(ruling)
    yield table


def _parts_tables(top: float, bottom: float, lines: Sequence[TextLine]) -> bool:
    return _is_text([line for line in lines if bottom < line.baseline < top])


def _columns(table: Sequence[Stroke], glyphs: Sequence[Glyph], ruled: bool) -> Iterator[Stroke]:
    """The strokes between the columns of a table with these rulings, row by row, and those at its sides; where it is
    not `ruled`, those between the rows of its header too.
    """
    left, right = min(ruling.start for ruling in table), max(ruling.end for ruling in table)
    top, bottom = table[0].at, table[-1].at
    whole = [ruling for ruling in table if ruling.end - ruling.start > right - left - _WIDEST_MISS]
    if len(table) < FEWEST_RULINGS or len(whole) < 2 or right - left < _NARROWEST:
        return
    own = [glyph for glyph in glyphs if bottom < glyph.baseline < top and left < glyph.left < right]
    lines = lines_of(own)
    figures = list(_figure_edges(lines))
    if not figures:
        return
    first = min(line.box.left for line in lines)  # left of it is no column
    edges = [
        edge for edge in _edges(table, left, right, [*figures, *_label_edges(lines, min(figures))]) if edge > first
    ]
    within = [] if ruled else list(_header_strokes(lines, [left, *edges, right]))
    yield from within
    yield from (Stroke(False, side, bottom, top) for side in (left, right))
    for upper, lower in pairwise(sorted({ruling.at for ruling in [*table, *within]}, reverse=True)):
        row = [line for line in lines if min(line.box.top, upper) - max(line.box.bottom, lower) > _BESIDE]
        for edge in edges:
            if not any(_crosses(line, edge) for line in row):
                yield Stroke(False, edge, lower, upper)


def _header_strokes(lines: Sequence[TextLine], edges: Sequence[float]) -> Iterator[Stroke]:
    """The strokes above the labels of a header that do not go on from the line right above them."""
    leading = _leading(lines)
    above: list[tuple[float, float, float]] = []  # where each label begins and ends, and its baseline
    for line in lines:
        if any(_figures(line)):
            return
        for left, right in _chunks(line):
            begins = max(edge for edge in edges if edge <= left)
            ends = min((edge for edge in edges if edge >= right - _BESIDE), default=edges[-1])
            over = [one for one in above if one[0] < ends and one[1] > begins]
            tight = (abs(one[0] - left) < _BESIDE and one[2] - line.baseline < _LOOSE * leading for one in over)
            if line is not lines[0] and not any(tight):
                yield Stroke(True, line.box.top, begins, ends)
            above.append((left, right, line.baseline))


def _edges(table: Sequence[Stroke], left: float, right: float, by_text: Sequence[float]) -> list[float]:
    """Where columns meet: where rulings end, and else where labels and figures show it."""
    ends = sorted(end for ruling in table for end in (ruling.start, ruling.end))
    edges: list[float] = [left, right]
    for edge in [*ends, *by_text]:
        if all(abs(edge - other) > _SAME for other in edges):
            edges.append(edge)
    return sorted(edges[2:])


def _figure_edges(lines: Sequence[TextLine]) -> Iterator[float]:
    """The edges left of the columns of figures."""
    columns: list[_Column] = []
    for line in lines:
        figures = list(_figures(line))
        if len(figures) < FEWEST_FIGURES:
            continue
        for left, right in figures:
            column = next((one for one in columns if min(one.lefts) <= right and left <= max(one.rights)), None)
            if column is None:
                columns.append(column := _Column([], []))
            column.lefts.append(left)
            column.rights.append(right)
    columns.sort(key=lambda column: min(column.lefts))
    before: _Column | None = None
    for column in columns:
        yield _edge(before, column)
        before = column


def _label_edges(lines: Sequence[TextLine], end: float) -> Iterator[float]:
    """The edges left of the columns of labels, which begin at one place in many lines, up to `end`."""
    begins = sorted(
        glyph.left
        for line in lines
        for index, (glyph, gap) in enumerate(zip(line.glyphs, line.gaps, strict=True))
        if (gap == 2 or not index) and glyph.left < end
    )
    start = 0
    for index in range(1, len(begins) + 1):
        if index == len(begins) or begins[index] - begins[index - 1] > _BESIDE:
            if index - start >= FEWEST_LABELS:
                yield begins[start] - _BESIDE
            start = index


def _edge(before: _Column | None, column: _Column) -> float:
    """The edge left of a column: at its figures where they begin at one place or nothing is before it, right behind
    those before where these end at one place, or else in the middle.
    """
    if before is None or max(column.lefts) - min(column.lefts) < _BESIDE:
        return min(column.lefts) - _BESIDE
    if max(before.rights) - min(before.rights) < _BESIDE:
        return max(before.rights) + _BESIDE
    return (max(before.rights) + min(column.lefts)) / 2


def _figures(line: TextLine) -> Iterator[tuple[float, float]]:
    """Where the figures in a line begin and end that wide gaps part from what is beside them."""
    for start, end in _parts(line):
        if is_figure("".join(glyph.text for glyph in line.glyphs[start:end])):
            yield line.glyphs[start].left, line.glyphs[end - 1].right


def _chunks(line: TextLine) -> Iterator[tuple[float, float]]:
    """Where what wide gaps part begins and ends."""
    for start, end in _parts(line):
        yield line.glyphs[start].left, line.glyphs[end - 1].right


def _parts(line: TextLine) -> Iterator[tuple[int, int]]:
    starts = [index for index, gap in enumerate(line.gaps) if gap == 2 or not index]
    return pairwise([*starts, len(line.glyphs)])


def _crosses(line: TextLine, edge: float) -> bool:
    """Whether the text of a line runs across an edge."""
    for before, glyph in pairwise(line.glyphs):
        if before.right - _BESIDE <= edge <= glyph.left + _BESIDE:
            return glyph.left - before.right < _APART * line.size
    return any(glyph.left + _BESIDE < edge < glyph.right - _BESIDE for glyph in line.glyphs)
