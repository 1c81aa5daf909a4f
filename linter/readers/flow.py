"""Tables whose lines have no separators: a cell a line (a copy from a web page), or columns set apart by spaces
(the text of a PDF file). They are recognised by their figures.

Labels gather until figures come; a label after figures begins the next row. So the labels of a header may stand in one
row with the first row of figures, before that row's own label.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Protocol

from linter.model.document import WHITE, Block, Paragraph, Row, Table, Text
from linter.model.records import Record
from linter.readers.grid import pieces_of, row_of
from linter.readers.lines import Line
from linter.readers.shapes import (
    LABEL,
    has_unit,
    is_figure,
    is_item,
    is_number_alone,
    is_page_number,
    is_section_heading,
    is_sentence,
)
from linter.text.regex import regex

_WIDEST = 400  # characters of a line that may still be a row set with spaces
_FARTHEST = 25  # lines of labels that may stand before the next figure: the header of a wide table
_WORD = regex(r"\S+")
_INDENTED = regex(r"\s{8}")  # a heading over several columns stands in their middle
_BETWEEN = regex(r"\s{2,}|\u3000+")


class FlowLine(Protocol):
    """A line as tables are recognised by: its text, the blank lines before it, and its parts with their places."""

    @property
    def text(self) -> str: ...

    @property
    def gap(self) -> int: ...

    def cut(self, start: int, end: int) -> Text: ...


class _Shape(Enum):
    PROSE = auto()  # no part of a table
    PAGE = auto()  # a page number, between the lines of a table or elsewhere
    HEADING = auto()  # a label that is numbered like a section
    LABEL = auto()
    WORDS = auto()  # several labels, set apart by wide spaces
    FIGURE = auto()
    FIGURES = auto()  # several figures
    ROW = auto()  # labels, then figures


class _Shaped(Record):
    """A line, its shape, and the number of figures at its end."""

    line: FlowLine
    shape: _Shape
    figures: int = 0

    @property
    def valued(self) -> bool:
        return self.figures > 0


def read_flow(lines: Sequence[Line]) -> list[Block]:
    """The tables and paragraphs of lines that hold neither tabs nor pipes."""
    blocks: list[Block] = []
    done = 0
    for start, end, tables in tables_in(lines):
        blocks.extend(Paragraph(line.whole()) for line in lines[done:start])
        blocks.extend(tables)
        done = end
    blocks.extend(Paragraph(line.whole()) for line in lines[done:])
    return blocks


def tables_in(lines: Sequence[FlowLine]) -> Iterator[tuple[int, int, list[Table]]]:
    """(first line, line after the last, its tables) for every stretch of lines that is one table, or pieces of one.

    Page numbers between the lines of a table belong to none.
    """
    shaped = [_shaped(line) for line in lines]
    for first, last in _regions(shaped):
        breaks = [index for index in range(first, last) if shaped[index].shape is _Shape.PAGE]
        for before, end in itertools.pairwise([first - 1, *breaks, last]):
            if before + 1 < end:
                yield before + 1, end, pieces_of(_rows(shaped[before + 1 : end]))


def _shaped(line: FlowLine) -> _Shaped:
    text = line.text.strip(WHITE)
    if len(text) > _WIDEST:
        return _Shaped(line, _Shape.PROSE)
    if is_page_number(text):
        return _Shaped(line, _Shape.PAGE)
    words = text.split()
    figures = 0
    while figures < len(words) and is_figure(words[-1 - figures]):
        figures += 1
    if figures < len(words) and ((len(text) > 3 * LABEL and "  " not in text) or is_sentence(_BETWEEN.sub(" ", text))):
        return _Shaped(line, _Shape.PROSE)
    if figures > 1 and all(map(has_unit, words[-figures:])):
        figures = 0  # a date with spaces in it
    if figures and figures == len(words):
        return _Shaped(line, _Shape.FIGURE if figures == 1 else _Shape.FIGURES, figures)
    if sum(map(len, words[: len(words) - figures])) > LABEL * 2:
        return _Shaped(line, _Shape.PROSE)
    if figures:
        return _Shaped(line, _Shape.ROW, figures)
    if _BETWEEN.search(text) and not is_number_alone(words[0]):
        return _Shaped(line, _Shape.WORDS)
    if len(text) > LABEL:
        return _Shaped(line, _Shape.PROSE)
    return _Shaped(line, _Shape.HEADING if is_section_heading(text) else _Shape.LABEL)


def _regions(shaped: Sequence[_Shaped]) -> Iterator[tuple[int, int]]:
    """(first line, line after the last) of every stretch that is a table."""
    start = 0
    first = last = None
    for index, item in enumerate([*shaped, None]):
        barrier = item is None or item.shape is _Shape.PROSE or (last is not None and index - last > _FARTHEST)
        barrier = barrier or (item is not None and item.shape is _Shape.HEADING and not _is_label(shaped, index))
        if barrier:
            if first is not None and last is not None and _is_table(shaped[first : last + 1]):
                yield _begin(shaped, max(start, first - _FARTHEST), first), last + 1
            keeps = item is not None and item.shape is _Shape.LABEL
            start = index if keeps else index + 1
            first = last = None
        elif item is not None and item.valued:
            first = index if first is None else first
            last = index


def _is_label(shaped: Sequence[_Shaped], index: int) -> bool:
    """Whether a label that is numbered like a section's heading is a row's: a figure follows closely.

    Between them may stand the labels of lower levels, and up to two lines of a label that was broken.
    """
    others = 0
    for item in shaped[index + 1 : index + 8]:
        if item.valued:
            return item.shape is not _Shape.ROW or is_item(item.line.text.strip(WHITE)) or others > 0
        text = item.line.text.strip(WHITE)
        if item.shape is not _Shape.LABEL:
            return False
        if not is_item(text):
            others += 1
            if others > 2 or len(text) > 12:
                return False
    return False


def _is_table(shaped: Sequence[_Shaped]) -> bool:
    """Whether there are figures enough: three in a line, two in each of two lines, or four, two of them in a row."""
    in_lines = [item.figures for item in shaped if item.valued]
    adjacent = any(one.valued and two.valued for one, two in itertools.pairwise(shaped) if one.figures == 1)
    bare = sum(item.shape is _Shape.FIGURE for item in shaped)
    return max(in_lines) > 2 or sum(count > 1 for count in in_lines) > 1 or (bare > 3 and adjacent)


def _begin(shaped: Sequence[_Shaped], start: int, first: int) -> int:
    """Where a table begins whose first figures stand in line `first`: the labels above are its header.

    Above a row that has labels of its own only lines of several words are, and what stands between such lines.
    """
    if shaped[first].shape is not _Shape.ROW:
        return start
    begin = next((index for index in range(start, first) if shaped[index].shape is _Shape.WORDS), first)
    while begin > start and shaped[begin - 1].shape is _Shape.LABEL and _INDENTED.match(shaped[begin - 1].line.text):
        begin -= 1
    return begin


def _rows(shaped: Sequence[_Shaped]) -> list[tuple[int, Row]]:
    """The rows of a table, and how many blank lines stand before each."""
    rows: list[tuple[int, Row]] = []
    gathered: list[_Shaped] = []

    def close() -> None:
        if gathered:
            texts = (text for item in gathered for text in _cells(item))
            rows.append((gathered[0].line.gap, row_of(texts, len(gathered) > 1)))
            gathered.clear()

    for item in shaped:
        after = gathered[-1] if gathered else None
        bare = item.shape is _Shape.FIGURE and (after is None or after.shape is not _Shape.ROW)
        fills = (
            item.shape is _Shape.FIGURES and after is not None and not after.valued and after.shape is not _Shape.WORDS
        )
        labels = item.shape in (_Shape.LABEL, _Shape.HEADING) and (after is None or not after.valued)
        if not (bare or fills or labels) or (
            after is not None and after.shape in (_Shape.WORDS, _Shape.FIGURES, _Shape.ROW)
        ):
            close()
        gathered.append(item)
    close()
    return rows


def _cells(item: _Shaped) -> Iterator[Text]:
    """The cells of a line: labels part at wide spaces and before the number of a lower level, figures at any space."""
    words = list(_WORD.finditer(item.line.text))
    labels = len(words) - item.figures
    start = 0
    text = item.line.text
    for index in range(1, labels):
        wide = _BETWEEN.search(text[words[index - 1].end() : words[index].start()])
        numbered = is_item(words[index][0]) and not is_number_alone(words[index - 1][0])
        if (wide and not is_number_alone(words[index - 1][0])) or numbered:
            yield item.line.cut(words[start].start(), words[index - 1].end())
            start = index
    if labels:
        yield item.line.cut(words[start].start(), words[labels - 1].end())
    for word in words[labels:]:
        yield item.line.cut(word.start(), word.end())
