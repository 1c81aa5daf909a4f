"""From the span of a finding back to the text of the document that it is a part of."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Document, Paragraph, Text
from linter.model.span import Span

LONGEST_WORDS = 60
"""Characters of a paragraph that are marked as words. Where a place is longer, the paragraph is marked as a whole."""


class Spot(NamedTuple):
    """A text of a document: the block, and for tables the row and the cell in it, all from 0; -1 for a paragraph."""

    block: int
    row: int = -1
    cell: int = -1


class Place(NamedTuple):
    """A part of the text at a spot. A `length` of 0 stands for the whole text."""

    spot: Spot
    start: int = 0
    length: int = 0


class _Piece(NamedTuple):
    """A run of a text: where it begins in that, how long it is, and its span."""

    order: tuple[int, ...]
    spot: Spot
    start: int
    length: int
    span: Span


class Places:
    """All texts of a document by their places."""

    def __init__(self, document: Document) -> None:
        pieces = (piece for spot, text in _texts(document) for piece in _pieces(spot, text))
        self._pieces = sorted(pieces, key=lambda piece: (piece.order, piece.spot))
        self._orders = [piece.order for piece in self._pieces]

    def find(self, span: Span) -> Place:
        """The text that begins at `span` or holds it; for a place that is in no text, the text before it."""
        index = bisect_right(self._orders, span.order()) - 1
        piece = self._pieces[max(index, 0)]
        if piece.spot.row >= 0 or piece.span == span:
            return Place(piece.spot)
        length: int = getattr(span, "length", 0)
        if not 0 < length <= LONGEST_WORDS:
            return Place(piece.spot)
        for offset in range(piece.length - length + 1):
            if piece.span.narrow(offset, length) == span:
                return Place(piece.spot, piece.start + offset, length)
        return Place(piece.spot)


def _texts(document: Document) -> Iterator[tuple[Spot, Text]]:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield Spot(number), block.text
            continue
        for row, cells in enumerate(block.rows):
            for index, cell in enumerate(cells.cells):
                yield Spot(number, row, index), cell.text


def _pieces(spot: Spot, text: Text) -> Iterator[_Piece]:
    ends = [start for start, _ in text.pieces[1:]] + [len(text.value)]
    for (start, span), end in zip(text.pieces, ends, strict=True):
        yield _Piece(span.order(), spot, start, end - start, span)
