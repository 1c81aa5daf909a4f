"""Physical rows as the aligner sees them: which cells hold words, which figures, which nothing."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from linter.binding.lexicon import Content, Lexicon
from linter.model.document import Block, Cell, Paragraph, Row, Table
from linter.model.span import Span
from linter.text.widths import squeeze

LONGEST_LABEL = 60
"""Characters that a line of text between two pieces of a table may have to be taken for a label that was cut off."""


class Line(NamedTuple):
    """A physical row. `block` is the index of its table in the document: the piece that it belongs to.

    `contents` has one entry a cell; `filled` are the indexes of the cells that hold anything, `words` of those that
    hold words; `last_figure` is that of the last figure or placeholder, -1 where there is none.
    """

    cells: tuple[Cell, ...]
    width: int
    block: int
    ruled: bool
    contents: tuple[Content, ...]
    words: tuple[int, ...]
    filled: tuple[int, ...]
    last_figure: int

    @property
    def span(self) -> Span:
        """Where the first thing in the row stands."""
        return self.cells[self.filled[0] if self.filled else 0].text.span

    def values(self, after: int) -> tuple[int, ...]:
        """Indexes of the filled cells behind the cell `after`."""
        return self.filled[bisect_right(self.filled, after) :]

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


def read_lines(blocks: tuple[Block, ...], headings: frozenset[int], lexicon: Lexicon) -> Iterator[Line]:
    """The rows of all tables, and the short lines of text between two pieces of a table, in order.

    `headings` are the indexes of blocks that are section headings: nothing is a label across them.
    """
    waiting: list[Line] = []
    after_table = False
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from waiting
            waiting = []
            after_table = True
            for row in block.rows:
                yield _line(row, index, block.ruled, lexicon)
        elif index in headings or not after_table or not _may_be_label(block):
            waiting = []
            after_table = False
        else:
            waiting.append(_line(Row((Cell(block.text, 0),)), index, False, lexicon))


def _may_be_label(paragraph: Paragraph) -> bool:
    return len(paragraph.text.value) <= LONGEST_LABEL and not paragraph.level


def _line(row: Row, block: int, ruled: bool, lexicon: Lexicon) -> Line:
    contents = tuple([lexicon.content(cell.text.value) for cell in row.cells])
    filled = tuple([index for index, content in enumerate(contents) if content])
    words = tuple([index for index in filled if contents[index] is Content.WORDS])
    last_figure = next((index for index in reversed(filled) if contents[index] is not Content.WORDS), -1)
    return Line(row.cells, row.width, block, ruled, contents, words, filled, last_figure)
