"""Tables without rulings: lines of text whose wide gaps part cells, read as a plain text with such lines is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.document import Block, Cell, Row, Table, Text
from linter.model.span import Span, TextSpan
from linter.readers.flow import read_flow
from linter.readers.lines import Line
from linter.readers.pdf.glyphs import Box
from linter.readers.pdf.paragraphs import Margins, PlacedLine, paragraphs_of
from linter.readers.shapes import is_figure

_SPACES = 3  # that stand for a wide gap
_FEWEST = 2  # lines of several figures that make it worth while to look for a table
_MANY = 8  # lines of one figure that do


def blocks_of(lines: Sequence[PlacedLine], margins: dict[int, Margins]) -> Iterator[Block]:
    """The tables and paragraphs of lines between which no ruled table stands."""
    if sum(map(_has_figures, lines)) < _FEWEST and sum(is_figure(item.line.text) for item in lines) < _MANY:
        yield from paragraphs_of(lines, margins)
        return
    start = 0
    for block in read_flow(list(_plain(lines))):
        if isinstance(block, Table):
            first = _line(block.rows[0].cells[0].text)
            yield from paragraphs_of(lines[start:first], margins)
            yield Table(tuple([_row(row, lines) for row in block.rows]))
            start = _line(block.rows[-1].cells[-1].text) + 1
    yield from paragraphs_of(lines[start:], margins)


def _has_figures(placed: PlacedLine) -> bool:
    """Whether a line has two figures at least that wide gaps part from what stands beside them."""
    line = placed.line
    if line.gaps.count(2) < 2:
        return False
    words = line.spaced(_SPACES).split(" " * _SPACES)
    return sum(map(is_figure, words)) > 1


def _plain(lines: Sequence[PlacedLine]) -> Iterator[Line]:
    offset = 0
    for number, placed in enumerate(lines, 1):
        text = placed.line.spaced(_SPACES)
        yield Line(number, 1, offset, text)
        offset += len(text) + 1


def _line(text: Text) -> int:
    span = text.span
    assert isinstance(span, TextSpan)
    return span.line - 1


def _row(row: Row, lines: Sequence[PlacedLine]) -> Row:
    return Row(tuple([Cell(_on_page(cell.text, lines), cell.column) for cell in row.cells]))


def _on_page(text: Text, lines: Sequence[PlacedLine]) -> Text:
    """A text whose places are those of its characters on the page."""
    return Text(text.value, tuple([(offset, _span(span, lines)) for offset, span in text.pieces]))


def _span(span: Span, lines: Sequence[PlacedLine]) -> Span:
    assert isinstance(span, TextSpan)
    placed = lines[span.line - 1]
    line = placed.line
    boxes: list[Box] = []
    at = 1
    for glyph, gap in zip(line.glyphs, line.gaps, strict=True):
        at += (0, 1, _SPACES)[gap]
        if span.column <= at < span.column + max(span.length, 1):
            boxes.append(Box(glyph.left, line.box.bottom, glyph.right, line.box.top))
        at += len(glyph.text)
    if not boxes:
        return placed.page.span(line.box)
    return placed.page.span(Box(boxes[0].left, line.box.bottom, boxes[-1].right, line.box.top))
