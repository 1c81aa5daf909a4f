"""What an unknown report has: its title, its headings, and under which of them its tables stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.binding.label import form_of, printed_number
from linter.language.table_words import ENDS
from linter.mining.grids import GridRow, grid_of, is_of_figures
from linter.mining.shapes import Part, parts_of
from linter.model.document import Block, Document, Paragraph, Table
from linter.model.records import Record
from linter.text.regex import regex
from linter.text.widths import squeeze

LONGEST_HEADING = 40
"""Characters of a heading that only its number shows."""

_HAN = regex(r"[\u4e00-\u9fff]")


class Heading(Record):
    """A heading: its number as printed, with the space after it, and its words."""

    number: str
    label: str
    block: int

    @property
    def words(self) -> str:
        """As it is compared."""
        return form_of(self.label).words


class TableSeen(Record):
    """A table of a report: the words of the heading above it, the line just above it, and its parts."""

    section: str
    caption: str
    parts: tuple[Part, ...]


class Outline(Record):
    """A report as it was read: `name` is that of its file, `language` zh or en."""

    name: str
    title: str
    headings: tuple[Heading, ...]
    tables: tuple[TableSeen, ...]
    paragraphs: tuple[tuple[str, str], ...]
    language: str


def outline_of(document: Document) -> Outline:
    """The outline of a document."""
    paragraphs = [
        (index, block)
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.text.value.strip()
    ]
    title = " ".join(paragraphs[0][1].text.value.split()) if paragraphs else ""
    headings = tuple(_headings(paragraphs))
    texts = "".join(block.text.value for _, block in paragraphs[:40])
    language = "zh" if len(_HAN.findall(texts)) * 4 > len(texts) else "en"
    tables = tuple(_tables(document.blocks, headings))
    return Outline(document.name, title, headings, tables, tuple(_prose(paragraphs, headings)), language)


def _headings(paragraphs: Sequence[tuple[int, Paragraph]]) -> Iterator[Heading]:
    levels = [block.level for _, block in paragraphs if block.level]
    title = paragraphs[0][0] if paragraphs else -1
    if levels.count(min(levels, default=0)) == 1 and paragraphs[0][1].level == min(levels):
        levels = [level for level in levels if level != min(levels)]
    marked = [(index, block) for index, block in paragraphs if levels and block.level == min(levels) and index != title]
    for index, block in marked or list(_numbered(paragraphs[1:])):
        yield _heading(index, block)


def _heading(index: int, block: Paragraph) -> Heading:
    text = " ".join(block.text.value.split())
    number = printed_number(text)
    if not number or not squeeze(text).startswith(number):
        return Heading(block.label, text, index)
    rest = text
    while rest and not squeeze(text[: len(text) - len(rest)]).startswith(number):
        rest = rest[1:]
    return Heading(text[: len(text) - len(rest.lstrip())], rest.lstrip(), index)


def _numbered(paragraphs: Sequence[tuple[int, Paragraph]]) -> Iterator[tuple[int, Paragraph]]:
    """Short lines with numbers of one shape, that of the first: 一、 or 1."""
    shape, last = "", 0
    for index, block in paragraphs:
        text = (block.label + block.text.value).strip()
        form = form_of(text)
        if form.number is None or len(text) > LONGEST_HEADING or text.endswith(ENDS):
            continue
        shape = shape or form.mark
        if form.mark == shape and form.number == last + 1:
            last = form.number
            yield index, block


def _tables(blocks: Sequence[Block], headings: Sequence[Heading]) -> Iterator[TableSeen]:
    section, caption = "", ""
    at = {heading.block: heading.words for heading in headings}
    waiting: tuple[str, str, tuple[GridRow, ...]] | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            grid = grid_of(block)
            if waiting is not None and not caption and _goes_on(waiting[2], grid):
                waiting = (waiting[0], waiting[1], (*waiting[2], *_below_header(waiting[2], grid)))
                continue
            yield from _seen(waiting)
            waiting = (section, caption, grid)
            caption = ""
        elif block.text.value.strip():
            section = at.get(index, section)
            caption = "" if index in at else " ".join(block.text.value.split())
            if index in at:
                yield from _seen(waiting)
                waiting = None
    yield from _seen(waiting)


def _seen(waiting: tuple[str, str, tuple[GridRow, ...]] | None) -> Iterator[TableSeen]:
    if waiting is not None and (parts := parts_of(waiting[2])):
        yield TableSeen(waiting[0], waiting[1], parts)


def _goes_on(before: Sequence[GridRow], grid: Sequence[GridRow]) -> bool:
    """Whether a table is the rest of the one before it: as wide, and with its header or none."""
    if len(before[0]) != len(grid[0]):
        return False
    return is_of_figures(grid[0]) or [place.text for place in grid[0]] == [place.text for place in before[0]]


def _below_header(before: Sequence[GridRow], grid: Sequence[GridRow]) -> Sequence[GridRow]:
    repeated = 0
    for one, other in zip(before, grid, strict=False):
        if [place.text for place in one] != [place.text for place in other]:
            break
        repeated += 1
    return grid[repeated:]


def _prose(paragraphs: Sequence[tuple[int, Paragraph]], headings: Sequence[Heading]) -> Iterator[tuple[str, str]]:
    """The words of the heading above each paragraph of text, and the paragraph."""
    starts = [*headings, Heading("", "", 1 << 30)]
    for heading, following in pairwise(starts):
        for index, block in paragraphs:
            if heading.block < index < following.block and not block.level:
                yield heading.words, " ".join(block.text.value.split())
