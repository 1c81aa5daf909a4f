"""Blocks of a Word file: paragraphs and tables in reading order, layout tables opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from linter.model.document import Block, Paragraph, Table, Text, join
from linter.model.span import DocxSpan
from linter.readers.docx.state import State
from linter.readers.docx.story import members, read_story
from linter.readers.docx.tables import StoredRow, lay_out, stored_rows
from linter.readers.docx.xml import TBL, P, T
from linter.readers.grid import broken
from linter.readers.shapes import LABEL, is_figure, is_item, is_section_heading, is_sentence

_PARAGRAPHS = frozenset({P})
_MOST_LINES = 3  # that a title broken over lines may have


class Blocks:
    """Gathers the blocks of a story."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._blocks: list[Block] = []

    def read(self, body: _Element) -> tuple[Block, ...]:
        """The blocks of a body; raises `ReadFailure` where there are too many, or tables nested too deep."""
        self._story(body)
        return tuple(self._blocks)

    def _story(self, container: _Element) -> None:
        state = self._state
        state.block, state.row, state.cell = len(self._blocks) + 1, 0, 0
        for item in read_story(container, state):
            if isinstance(item, Paragraph):
                self._blocks.extend(_parted(item))
            else:
                self._table(item)
            state.block, state.row, state.cell = len(self._blocks) + 1, 0, 0

    def _table(self, table: _Element) -> None:
        self._state.enter()
        rows = stored_rows(table, self._state)
        if _is_layout(table, rows, self._state):
            for row in rows:
                for _, cell in row.cells:
                    self._story(cell)
        else:
            self._ruled(rows)
        self._state.leave()

    def _ruled(self, rows: Sequence[StoredRow]) -> None:
        """Read a table of cells, and after it the tables within them."""
        state = self._state
        state.block = len(self._blocks) + 1
        nested: list[_Element] = []
        laid = lay_out(rows, state, lambda cell: _cell(cell, state, nested))
        if laid:
            self._blocks.append(Table(laid, ruled=True))
        for table in nested:
            state.block, state.row, state.cell = len(self._blocks) + 1, 0, 0
            self._table(table)


def _cell(cell: _Element, state: State, nested: list[_Element]) -> Text:
    """The text of a cell, its paragraphs on lines of their own; tables in it are added to `nested`."""
    texts: list[Text] = []
    for item in read_story(cell, state):
        if isinstance(item, Paragraph):
            texts.append(_numbered(item, state) if item.label else item.text)
        else:
            nested.append(item)
    return broken(texts) if texts else Text("", ((0, DocxSpan(state.block, state.row, state.cell)),))


def _numbered(paragraph: Paragraph, state: State) -> Text:
    """A cell's paragraph after its automatic number, as it reads. Bullets are dropped, and numbers before a figure,
    with which they would make another figure.
    """
    text, label = paragraph.text, paragraph.label
    if is_figure(text.value) or not any(map(str.isalnum, label)):
        return text
    span = text.span
    number = span.paragraph if isinstance(span, DocxSpan) else 0
    place = DocxSpan(state.block, state.row, state.cell, number)
    number_text = Text(label, ((0, place),))
    return join((number_text, text)) if text.value else number_text


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, if it has text. One that is broken into lines like so many paragraphs gives a paragraph a line."""
    text = paragraph.text
    lines = text.value.split("\n")
    if len(lines) == 1 or _is_title(lines):
        if text.value:
            yield paragraph
        return
    start = block = 0
    for index, line in enumerate(lines):
        part = text.cut(start, start + len(line)).strip()
        start += len(line) + 1
        if part.value:
            label = "" if index else paragraph.label
            yield Paragraph(_moved(part, block), 0 if index else paragraph.level, label)
            block += 1


def _is_title(lines: Sequence[str]) -> bool:
    """Whether lines are but one title, broken to look well."""
    return (
        len(lines) <= _MOST_LINES
        and sum(map(len, lines)) <= 2 * LABEL
        and not any(is_sentence(line) for line in lines)
        and not any(is_section_heading(line.lstrip()) or is_item(line.lstrip()) for line in lines[1:])
    )


def _moved(text: Text, blocks: int) -> Text:
    """`text` with its places that many blocks further on."""
    if not blocks:
        return text
    return Text(text.value, tuple((offset, _later(span, blocks)) for offset, span in text.pieces))


def _later(span: object, blocks: int) -> DocxSpan:
    assert isinstance(span, DocxSpan)
    place = (span.row, span.cell, span.paragraph, span.run, span.start, span.length)
    return DocxSpan(span.block + blocks, *place)


def _is_layout(table: _Element, rows: Sequence[StoredRow], state: State) -> bool:
    """Whether a table only arranges text: tables stand in it and no two texts beside each other, or it is one column
    with prose in it.
    """
    below = table.iterdescendants(TBL)
    if next(below, None) is not None:
        return all(sum(bool(_own_text(cell, state)) for _, cell in row.cells) < 2 for row in rows)
    if any(len(row.cells) != 1 for row in rows):
        return False
    return any(is_sentence(text) for row in rows for _, cell in row.cells for text in _own_text(cell, state))


def _own_text(cell: _Element, state: State) -> list[str]:
    """The texts of a cell's paragraphs that have any, without those of tables in it."""
    texts = ("".join(text.text or "" for text in p.iter(T)).strip() for p in members(cell, _PARAGRAPHS, state))
    return [text for text in texts if text]
