"""A document as a reader gives it: a flat row of blocks in which every text knows its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from linter.model.message import Message
from linter.model.records import Record, by_class
from linter.model.span import Location, Span

WHITE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
"""White space at the edges of a text, with the signs of no width that web pages leave."""

PICTURE = "\ufffc"
"""What stands in a text for a picture of a figure."""


_offset = itemgetter(0)


class Source(Record):
    """A file as it was opened: the name to show, its bytes, and its suffix (lower case, without the dot)."""

    name: str
    data: bytes
    suffix: str = ""


class Text(Record):
    """A piece of text and its places: `pieces` holds (offset in `value`, span) for each unbroken run, in order.

    A label broken over lines has one piece a line. There is at least one piece, also for the empty text.
    """

    value: str
    pieces: tuple[tuple[int, Span], ...]

    @property
    def span(self) -> Span:
        """Where the text begins: the span of its first run."""
        return self.pieces[0][1]

    def span_at(self, offset: int, length: int = 0) -> Span:
        """The place of the character at `offset` of `value`; a range is cut at the end of its run."""
        index = max(bisect_right(self.pieces, offset, key=_offset) - 1, 0)
        start, span = self.pieces[index]
        end = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.value)
        if offset == start and 0 < end - start <= length:
            return span  # whole: one character may stand for several of the file
        return span.narrow(offset - start, max(min(length, end - offset), 0))

    def cut(self, start: int, end: int) -> Text:
        """`value[start:end]` with its places, for 0 ≤ `start` ≤ `end` ≤ length. An empty part keeps its place."""
        if end - start == len(self.value):
            return self
        if len(self.pieces) == 1:
            return Text(self.value[start:end], ((0, self.pieces[0][1].narrow(start, end - start)),))
        inner = slice(bisect_right(self.pieces, start, key=_offset), bisect_left(self.pieces, end, key=_offset))
        later = [(at - start, self.span_at(at, end - at)) for at, _ in self.pieces[inner]]
        return Text(self.value[start:end], ((0, self.span_at(start, end - start)), *later))

    def strip(self, start: int = 0, end: int | None = None) -> Text:
        """The text, or the part of it from `start` to `end`, without white space at its edges. One of nothing else is
        empty, at the place where it begins.
        """
        raw = self.value[start:end]
        value = raw.strip(WHITE)
        if value and raw[0] != value[0]:
            start += raw.find(value[0])
        return self.cut(start, start + len(value))

    def located(self, block: int, row: int = -1, cell: int = -1) -> Text:
        """The text as it stands in a document."""
        return Text(
            self.value, tuple([(start, span.located(Location(block, row, cell, start))) for start, span in self.pieces])
        )


def join(texts: Iterable[Text], separator: str = "") -> Text:
    """One text out of several, each of which keeps its places."""
    values: list[str] = []
    pieces: list[tuple[int, Span]] = []
    length = 0
    for text in texts:
        if pieces:
            values.append(separator)
            length += len(separator)
        pieces += [(length + start, span) for start, span in text.pieces]
        values.append(text.value)
        length += len(text.value)
    return Text("".join(values), tuple(pieces))


class Cell(Record):
    """A cell of a table. `column` is the grid column of its left edge, from 0; spans count grid columns and rows."""

    text: Text
    column: int
    column_span: int = 1
    row_span: int = 1


class Row(Record):
    """A physical row: its cells from left to right, empty ones included. There is at least one cell.

    `gathered` says that the cells stood on lines of their own, and that their order alone makes them a row.
    """

    cells: tuple[Cell, ...]
    gathered: bool = False

    @property
    def width(self) -> int:
        """The number of grid columns, counted to the right edge of the last cell."""
        last = self.cells[-1]
        return last.column + last.column_span

    @property
    def span(self) -> Span:
        return self.cells[0].text.span


@by_class
class Paragraph(Record):
    """A paragraph, or a line of a plain text. `level` is 0 for body text, 1 and more where the file marks a heading.

    `label` is a number or bullet that the file makes by itself and that is not in the text (Word's `一、`).
    """

    text: Text
    level: int = 0
    label: str = ""

    def located(self, block: int) -> Paragraph:
        return Paragraph(self.text.located(block), self.level, self.label)


@by_class
class Table(Record):
    """A table, or the piece of one that a page break left. There is at least one row.

    `ruled` says that the grid columns are real (drawn by lines or markup), not counted from separators in a text.
    """

    rows: tuple[Row, ...]
    ruled: bool = False

    @property
    def span(self) -> Span:
        return self.rows[0].span

    def located(self, block: int) -> Table:
        rows = [
            row._replace(
                cells=tuple(
                    [Cell(text.located(block, number, index), *spans) for index, (text, *spans) in enumerate(row.cells)]
                )
            )
            for number, row in enumerate(self.rows)
        ]
        return Table(tuple(rows), self.ruled)


Block = Paragraph | Table


class Document(Record):
    """What a reader made of a source. `notes` says what the reader had to assume (a damaged encoding, say); `text` is
    the decoded file, of those formats whose places are lines of it.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    notes: tuple[Message, ...] = ()
    text: str = ""

    def located(self) -> Document:
        """The same document, in which the places of every text know where in it they are."""
        blocks = tuple([block.located(number) for number, block in enumerate(self.blocks)])
        return self._replace(blocks=blocks)
