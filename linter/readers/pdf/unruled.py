"""Tables without rulings: lines of text whose wide gaps part cells, read as a plain text with such lines is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.document import Block, Text
from linter.model.records import Record
from linter.readers.flow import tables_in
from linter.readers.pdf.glyphs import Box, Glyph
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
    done = 0
    for start, end, tables in tables_in([_Spaced(item, item.line.spaced(_SPACES)) for item in lines]):
        yield from paragraphs_of(lines[done:start], margins)
        yield from tables
        done = end
    yield from paragraphs_of(lines[done:], margins)


class _Spaced(Record):
    """A line whose wide gaps are spaces."""

    placed: PlacedLine
    text: str
    gap: int = 0

    def cut(self, start: int, end: int) -> Text:
        """The characters from `start` to `end`, at the box that is drawn around them."""
        page, line = self.placed.page, self.placed.line
        within: list[Glyph] = []
        at = 0
        for glyph, gap in zip(line.glyphs, line.gaps, strict=True):
            at += (0, 1, _SPACES)[gap]
            if start <= at < end:
                within.append(glyph)
            at += len(glyph.text)
        left, right = (within[0].left, within[-1].right) if within else (line.box.left, line.box.right)
        return Text(self.text[start:end], ((0, page.span(Box(left, line.box.bottom, right, line.box.top))),))


def _has_figures(placed: PlacedLine) -> bool:
    """Whether a line has two figures at least that wide gaps part from what stands beside them."""
    line = placed.line
    if line.gaps.count(2) < 2:
        return False
    words = line.spaced(_SPACES).split(" " * _SPACES)
    return sum(map(is_figure, words)) > 1
