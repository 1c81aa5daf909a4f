"""Rows of a page that are no table there: lines of text, boxes side by side, preformatted text. They are read as a
plain text is in which the same lines stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.document import Block, Paragraph, Text
from linter.model.span import TextSpan
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

    yield from blocks_of(list(_lines(stretch, texts)))


def _is_of_table(line: str) -> bool:
    return is_figure(line) or "\t" in line or "|" in line


def _lines(stretch: Sequence[Placed], texts: Sequence[Text]) -> Iterator[Line]:
    """A line for each paragraph, after as many blank ones as preformatted text has there."""
    before = 0
    for placed, text in zip(stretch, texts, strict=True):
        assert isinstance(text.span, TextSpan)
        at = text.span.line
        yield Line(*text, max(at - before - 1, 0) if before and placed.owner.tag in PREFORMATTED else 0)
        before = at
