"""Located texts → rows and tables. Shared by all readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.document import Block, Cell, Paragraph, Row, Table, Text, join
from linter.readers.lines import Line


def row_of(texts: Iterable[Text], gathered: bool = False) -> Row:
    """A row of one cell a text, each one grid column wide."""
    return Row(tuple([Cell(text, column) for column, text in enumerate(texts)]), gathered)


def pieces_of(rows: Sequence[tuple[int, Row]], ruled: bool = False) -> list[Table]:
    """Tables out of (blank lines before, row). A blank line cuts, as page breaks do, unless most rows have one."""
    spaced = sum(gap > 0 for gap, _ in rows[1:]) * 2 > len(rows) - 1
    tables: list[Table] = []
    piece: list[Row] = []
    for gap, row in rows:
        if gap and piece and not spaced:
            tables.append(Table(tuple(piece), ruled))
            piece = []
        piece.append(row)
    if piece:
        tables.append(Table(tuple(piece), ruled))
    return tables


def paragraphs(lines: Iterable[Line]) -> list[Block]:
    """A paragraph a line; lines of nothing but white space give none."""
    return [Paragraph(text) for line in lines if (text := line.whole()).value]


def broken(fragments: Sequence[Text]) -> Text:
    """A cell's text that runs over several lines, with a line break where the draft has one."""
    if len(fragments) == 1:
        return fragments[0]
    filled = [fragment for fragment in fragments if fragment.value]
    return join(filled, "\n") if filled else fragments[0]
