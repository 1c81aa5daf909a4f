"""Grids and the characters in them → tables; the pieces of a table on consecutive pages as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.model.document import Block, Cell, Paragraph, Row, Table, Text, join
from linter.model.span import PdfSpan
from linter.readers.pdf.glyphs import Box, Glyph
from linter.readers.pdf.grid import Grid, GridCell
from linter.readers.pdf.lines import TextLine, cell_lines
from linter.readers.pdf.page import Page
from linter.readers.pdf.wrapping import run_on
from linter.readers.shapes import is_figure, is_item, is_section_heading
from linter.text.punctuation import NO_LINE_BEGINS_WITH

_SAME_EDGE = 5.0  # points within which column edges on two pages are the same
_PADDING = 6.0  # points between the edges of a cell and its text, both sides together, at least
_MOST_LINES = 12  # of text in a cell; with hardly another cell beside it, the cell is a frame around prose
_FEW_CELLS = 4
_LONGEST_ROW = 3  # lines of a cell that may be the only one of a table on its page
_ENOUGH_LINES = 4  # of a cell of which the longest shows how much room there is
_TOUCHING = 0.15  # of the height: characters of one number are not farther apart


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a table on one page or several: the column edges on its first page, the number of its rows, and
    its cells with their texts.
    """

    xs: tuple[float, ...]
    rows: int
    cells: tuple[tuple[GridCell, Text], ...]
    top: float


@dataclass(frozen=True, slots=True)
class Parted:
    """The characters of a page: those in its tables, made into pieces, and those outside."""

    pieces: tuple[Piece, ...]
    flow: tuple[Glyph, ...]


def part(page: Page, grids: Sequence[Grid]) -> Parted:
    """Put the characters of `page` into `grids`, the smallest first; a grid that turns out to frame prose is none."""
    owners = [_owners(grid) for grid in grids]
    held: list[dict[int, list[Glyph]]] = [{} for _ in grids]
    flow: list[Glyph] = []
    for run in _runs(page.glyphs):
        x, y = (run[0].left + run[-1].right) / 2, (run[0].bottom + run[0].top) / 2
        for grid, owner, cells in zip(grids, owners, held, strict=True):
            place = grid.find(x, y)
            if place is not None:
                cells.setdefault(owner[place[0]][place[1]], []).extend(run)
                break
        else:
            flow.extend(run)
    pieces: list[Piece] = []
    for grid, cells in zip(grids, held, strict=True):
        lines = {index: lines for index, glyphs in cells.items() if (lines := cell_lines(glyphs))}
        if not lines:
            continue
        most = _MOST_LINES if len(grid.cells) > 1 else _LONGEST_ROW
        if (len(lines) < _FEW_CELLS and max(map(len, lines.values())) > most) or _lacks_columns(grid, lines.values()):
            flow.extend(glyph for glyphs in cells.values() for glyph in glyphs)
            continue
        texts = tuple((cell, _text(page, grid, cell, lines.get(index, ()))) for index, cell in enumerate(grid.cells))
        pieces.append(Piece(grid.xs, len(grid.ys) - 1, texts, grid.ys[0]))
    return Parted(tuple(pieces), tuple(flow))


def _lacks_columns(grid: Grid, cells: Iterable[Sequence[TextLine]]) -> bool:
    """Whether only the rows of a table are ruled: figures stand side by side in cells as wide as the table."""
    if len(grid.xs) > 2:
        return False
    words = (line.spaced(2).split("  ") for lines in cells for line in lines if 2 in line.gaps)
    return any(sum(map(is_figure, parts)) > 1 for parts in words)


def _owners(grid: Grid) -> list[list[int]]:
    """For every row and column of a grid, the index of the cell there."""
    owners = [[0] * (len(grid.xs) - 1) for _ in range(len(grid.ys) - 1)]
    for index, cell in enumerate(grid.cells):
        for row in range(cell.row, cell.row + cell.row_span):
            owners[row][cell.column : cell.column + cell.column_span] = [index] * cell.column_span
    return owners


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters one by one; but those of a number or a Latin word together, for one may stick out of its cell."""
    run: list[Glyph] = []
    for glyph in glyphs:
        latin = "!" <= glyph.text <= "~"
        if run and not (latin and _touches(run[-1], glyph)):
            yield run
            run = []
        run.append(glyph)
        if not latin:
            yield run
            run = []
    if run:
        yield run


def _touches(before: Glyph, glyph: Glyph) -> bool:
    size = glyph.size
    return abs(glyph.left - before.right) < _TOUCHING * size and abs(glyph.baseline - before.baseline) < 0.1 * size


def _text(page: Page, grid: Grid, cell: GridCell, lines: Sequence[TextLine]) -> Text:
    left, right = grid.xs[cell.column], grid.xs[cell.column + cell.column_span]
    if not lines:
        box = Box(left, grid.ys[cell.row + cell.row_span], right, grid.ys[cell.row])
        return Text("", ((0, page.span(box)),))
    return run_on(page, lines, right - left - _PADDING)


def stitched(first: Piece, second: Piece) -> Piece | None:
    """The table of which `first` stands on one page and `second` at the head of the next; None if they are two.

    They are one where both have the same width. Columns are the same where their edges are, however many a page has;
    a page may be shifted as a whole, as in a bound book.
    """
    shift = first.xs[0] - second.xs[0]
    if abs(first.xs[-1] - second.xs[-1] - shift) > _SAME_EDGE:
        return None
    edges: list[float] = []
    for x in sorted([*first.xs, *(x + shift for x in second.xs)]):
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(x)
    upper = _on_edges(first, edges, 0.0)
    lower = [(replace(cell, row=cell.row + first.rows), text) for cell, text in _on_edges(second, edges, shift)]
    return Piece(tuple(edges), first.rows + second.rows, tuple(_healed(upper, lower, first.rows, edges)), first.top)


def _on_edges(piece: Piece, edges: Sequence[float], shift: float) -> list[tuple[GridCell, Text]]:
    """The cells of a piece on a finer grid of columns."""
    at = [min(range(len(edges)), key=lambda index: abs(edges[index] - x - shift)) for x in piece.xs]
    return [
        (
            replace(cell, column=at[cell.column], column_span=at[cell.column + cell.column_span] - at[cell.column]),
            text,
        )
        for cell, text in piece.cells
    ]


def _healed(
    upper: Sequence[tuple[GridCell, Text]], lower: Sequence[tuple[GridCell, Text]], rows: int, edges: Sequence[float]
) -> Iterator[tuple[GridCell, Text]]:
    """The cells of both parts; one that the page break left open or tore, in a row of the header, is joined with the
    one that goes on below it.
    """
    waiting = {(cell.column, cell.column_span): (cell, text) for cell, text in lower if cell.row == rows}
    ending = [(cell, text) for cell, text in upper if cell.row + cell.row_span == rows]
    torn = _torn(ending, waiting, edges)
    used = set()
    for cell, text in upper:
        key = (cell.column, cell.column_span)
        rest = waiting.get(key)
        if rest is None or cell.row + cell.row_span != rows or not (key in torn or _is_open(cell, rest[0])):
            yield cell, text
            continue
        used.add(rest[0])
        filled = [one for one in (text, rest[1]) if one.value]
        whole = join(filled, "\n") if filled else text
        yield replace(cell, row_span=cell.row_span + rest[0].row_span, open_below=rest[0].open_below), whole
    for cell, text in lower:
        if cell not in used:
            yield cell, text


def _is_open(above: GridCell, below: GridCell) -> bool:
    return above.open_below and below.open_above


def _torn(
    ending: Sequence[tuple[GridCell, Text]],
    waiting: Mapping[tuple[int, int], tuple[GridCell, Text]],
    edges: Sequence[float],
) -> set[tuple[int, int]]:
    """Which cells of a row without figures go on in the first row of the next page, though rulings part them: their
    last lines have no room for what follows. What is blank below goes on too where it is all that is left of a row.
    """
    texts = [text.value for _, text in (*ending, *waiting.values())]
    if any(map(is_figure, texts)):
        return set()
    above = {(cell.column, cell.column_span): text for cell, text in ending}
    torn = {
        key
        for key, (cell, rest) in waiting.items()
        if key in above and _has_no_room(above[key], rest, edges[cell.column + cell.column_span] - edges[cell.column])
    }
    if torn and all(key in torn or not text.value for key, (_, text) in waiting.items()):
        torn.update(key for key in waiting if key in above)
    return torn


def _has_no_room(text: Text, rest: Text, width: float) -> bool:
    """Whether the last line of a text fills a cell so far that the first character of the rest, with the marks that
    may not begin a line, had no room in it.
    """
    if not text.value or not rest.value or is_item(rest.value) or is_section_heading(rest.value):
        return False
    last, first = text.pieces[-1][1], rest.span
    assert isinstance(last, PdfSpan)
    assert isinstance(first, PdfSpan)
    line = rest.value[: rest.pieces[1][0]].strip() if len(rest.pieces) > 1 else rest.value
    marks = len(line[1:]) - len(line[1:].lstrip(NO_LINE_BEGINS_WITH))
    character = (first.right - first.left) / max(len(line), 1)
    lines = [span.right - span.left for _, span in (*text.pieces, *rest.pieces) if isinstance(span, PdfSpan)]
    room = max(lines) if len(lines) >= _ENOUGH_LINES else width - _PADDING
    return last.right - last.left + character * (1 + marks) > room


def finished(piece: Piece) -> Block:
    """The table of a piece, or the paragraph in the frame that it turned out to be.

    Rows in which no cell begins are left out, and spans count those that are there.
    """
    if len(piece.cells) == 1:
        return Paragraph(piece.cells[0][1])
    rows: dict[int, list[tuple[GridCell, Text]]] = {}
    for cell, text in piece.cells:
        rows.setdefault(cell.row, []).append((cell, text))
    kept = sorted(rows)
    made = []
    for row in kept:
        cells = sorted(rows[row], key=lambda item: item[0].column)
        made.append(Row(tuple([_cell(cell, text, kept) for cell, text in cells])))
    return Table(tuple(made), ruled=True)


def _cell(cell: GridCell, text: Text, kept: Sequence[int]) -> Cell:
    span = cell.row_span
    if span > 1:
        span = sum(cell.row <= row < cell.row + cell.row_span for row in kept)
    return Cell(text, cell.column, cell.column_span, span)
