"""Rows of a page that are no table there: lines of text, boxes side by side, preformatted text. They are read as a
plain text is in which the same lines stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.document import Block, Cell, Paragraph, Row, Table, Text
from linter.model.span import Span, TextSpan
from linter.readers.html.elements import PREFORMATTED
from linter.readers.html.nodes import Placed
from linter.readers.lines import Line
from linter.readers.shapes import is_figure

_FEWEST = 4  # lines of a stretch that are a figure or have cells in them; in prose there are none


def with_plain_tables(article: Sequence[Placed]) -> Iterator[Block]:
    """The blocks of `article`; tables in stretches of lines between its headings and tables are told apart."""
    stretch: list[Placed] = []
    for placed in article:
        if isinstance(placed.block, Paragraph) and not placed.block.level and not placed.block.label:
            stretch.append(placed)
            continue
        yield from _read(stretch)
        stretch = []
        yield placed.block
    yield from _read(stretch)


def _read(stretch: Sequence[Placed]) -> Iterator[Block]:
    texts = [placed.block.text for placed in stretch if isinstance(placed.block, Paragraph)]
    if sum(_is_of_table(text.value) for text in texts) < _FEWEST:
        yield from (placed.block for placed in stretch)
        return
    from linter.readers.plain.read import blocks_of

    for block in blocks_of(list(_lines(stretch, texts))):
        if isinstance(block, Paragraph):
            yield Paragraph(_on_page(block.text, texts))
        else:
            yield Table(tuple([_row(row, texts) for row in block.rows]))


def _is_of_table(line: str) -> bool:
    return is_figure(line) or "\t" in line or "|" in line


def _lines(stretch: Sequence[Placed], texts: Sequence[Text]) -> Iterator[Line]:
    """A line for each paragraph, numbered as these are, behind as many blank ones as preformatted text has there."""
    offset = before = 0
    for number, (placed, text) in enumerate(zip(stretch, texts, strict=True), 1):
        assert isinstance(text.span, TextSpan)
        at = text.span.line
        gap = max(at - before - 1, 0) if before and placed.owner.tag in PREFORMATTED else 0
        yield Line(number, 1, offset, text.value, gap)
        offset += len(text.value) + 1
        before = at


def _row(row: Row, texts: Sequence[Text]) -> Row:
    return Row(tuple([Cell(_on_page(cell.text, texts), cell.column) for cell in row.cells]))


def _on_page(text: Text, texts: Sequence[Text]) -> Text:
    """A text whose places are those on the page."""
    return Text(text.value, tuple([piece for offset, span in text.pieces for piece in _places(offset, span, texts)]))


def _places(offset: int, span: Span, texts: Sequence[Text]) -> Iterator[tuple[int, Span]]:
    """The places of the part of a paragraph at `span`, which begins a text or is `offset` characters into it."""
    assert isinstance(span, TextSpan)
    text, start = texts[span.line - 1], span.column - 1
    end = start + span.length
    yield offset, text.span_at(start, span.length)
    for at, _ in text.pieces:
        if start < at < end:
            yield offset + at - start, text.span_at(at, end - at)
