"""Physical rows as the aligner sees them: which cells hold words, which figures, which nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping

from linter.binding.label import LabelForm
from linter.binding.texts import CellTexts, Content
from linter.model.document import Block, Cell, Paragraph, Row, Table, Text
from linter.model.records import Record
from linter.model.span import Span
from linter.text.widths import squeeze

LONGEST_LABEL = 60
"""Characters that a line of text between two pieces of a table may have to be taken for a label that was cut off."""


class Line(Record):
    """A physical row. `position` counts the rows of the document; `block` is the index of its table there: the piece
    that it belongs to.

    `contents` has one entry a cell; `filled` are the indexes of the cells that hold anything, `words` of those that
    hold words, and `forms` has the compared form of each of these; `last_figure` is the index of the last figure or
    placeholder, -1 where there is none. `gathered` is that of the row. A line of text is `beside` a table where it does
    not stand between two pieces.
    """

    position: int
    cells: tuple[Cell, ...]
    width: int
    block: int
    ruled: bool
    contents: tuple[Content, ...]
    forms: Mapping[int, LabelForm]
    words: tuple[int, ...]
    filled: tuple[int, ...]
    last_figure: int
    gathered: bool
    beside: bool = False

    @property
    def span(self) -> Span:
        """Where the first thing in the row stands."""
        return self.cells[self.filled[0] if self.filled else 0].text.span

    def values(self, after: int) -> tuple[int, ...]:
        """Indexes of the filled cells after the cell `after`."""
        return self.filled[bisect_right(self.filled, after) :]

    def without(self, cells: Container[int]) -> Line:
        """The row without some cells, given by their indexes."""
        kept = [index for index in range(len(self.cells)) if index not in cells]
        new = {index: position for position, index in enumerate(kept)}
        return self._replace(
            cells=tuple([self.cells[index] for index in kept]),
            contents=tuple([self.contents[index] for index in kept]),
            forms={new[index]: form for index, form in self.forms.items() if index in new},
            words=tuple([new[index] for index in self.words if index in new]),
            filled=tuple([new[index] for index in self.filled if index in new]),
            last_figure=max((new[index] for index in kept if self.contents[index] > Content.WORDS), default=-1),
        )

    def has_figures(self, after: int = -1) -> bool:
        return self.last_figure > after

    def is_words_alone(self, index: int) -> bool:
        """Whether the words in a cell may be a label of their own: `O` or `约5件` or words among figures are none."""
        text = self.cells[index].text.value
        among_figures = index > 0 and self.contents[index - 1] >= Content.PLACEHOLDER
        return text.isalpha() and not text.isascii() and not among_figures

    @property
    def label(self) -> str:
        """The words of the row, for messages."""
        return " ".join(squeeze(self.cells[index].text.value) for index in self.words)


def grid_columns(cell: Cell) -> range:
    """The columns of the grid that a cell covers."""
    return range(cell.column, cell.column + cell.column_span)


def read_lines(
    blocks: tuple[Block, ...], headings: frozenset[int], texts: CellTexts, without: Container[int] = ()
) -> Iterator[Line]:
    """The rows of all tables, and the short lines of text between two pieces of a table, in order; those before and
    after one, too, where it has no grid, marked as `beside` it.

    `headings` are the indexes of blocks that are section headings, and `without` those of tables that are not wanted:
    nothing is a label across either.
    """
    position = 0
    waiting: list[Line] = []
    above: Table | None = None
    for index, block in enumerate(blocks):
        if index in without:
            yield from _after(above, waiting)
            waiting = []
            above = None
        elif isinstance(block, Table):
            if above is not None or not block.ruled:
                yield from (line._replace(beside=above is None) for line in waiting)
            waiting = []
            above = block
            for row in block.rows:
                yield _line(row, position, index, block.ruled, texts)
                position += 1
        elif index in headings or not _may_be_label(block):
            yield from _after(above, waiting)
            waiting = []
            above = None
        else:
            waiting.append(_line(Row((Cell(block.text, 0),)), position, index, False, texts))
            position += 1
    yield from _after(above, waiting)


def _after(table: Table | None, lines: list[Line]) -> Iterator[Line]:
    if table is not None and not table.ruled:
        yield from (line._replace(beside=True) for line in lines)


def _may_be_label(paragraph: Paragraph) -> bool:
    return len(paragraph.text.value) <= LONGEST_LABEL and not paragraph.level


def rebuilt(line: Line, changed: Mapping[int, Text], texts: CellTexts) -> Line:
    """The row with other texts in some cells, given by their indexes."""
    cells = tuple([cell._replace(text=changed.get(index, cell.text)) for index, cell in enumerate(line.cells)])
    return _line(Row(cells, line.gathered), line.position, line.block, line.ruled, texts)._replace(beside=line.beside)


def _line(row: Row, position: int, block: int, ruled: bool, texts: CellTexts) -> Line:
    cells = row.cells
    contents = tuple([texts.content(cell.text.value) for cell in cells])
    filled = tuple([index for index, content in enumerate(contents) if content])
    words = tuple([index for index in filled if contents[index] is Content.WORDS])
    forms = {index: texts.form(cells[index].text.value) for index in words}
    last_figure = next((index for index in reversed(filled) if contents[index] is not Content.WORDS), -1)
    return Line(position, cells, row.width, block, ruled, contents, forms, words, filled, last_figure, row.gathered)
