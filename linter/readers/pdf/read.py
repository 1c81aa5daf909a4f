"""PDF files with a text layer: tables from their rulings, paragraphs from where their lines stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import thread_time

from linter.formats.refusals import ReadFailure
from linter.model.document import Block, Document, Source
from linter.model.message import Message
from linter.readers.pdf.grid import find_grids
from linter.readers.pdf.implied import implied_strokes
from linter.readers.pdf.lines import TextLine, lines_of
from linter.readers.pdf.margins import without_running
from linter.readers.pdf.opening import load_page, open_pdf, refuse_huge
from linter.readers.pdf.page import Page, read_page
from linter.readers.pdf.paragraphs import PlacedLine, margins_of
from linter.readers.pdf.strokes import Drawing
from linter.readers.pdf.tables import Piece, finished, part, stitched
from linter.readers.pdf.unruled import blocks_of

MOST_CHARACTERS = 400_000
"""Characters a PDF file may draw. A report of five pages draws 3,000."""

LONGEST = 8.0
"""Seconds of the processor that reading may take: it is given up after the page on which they are over. A report takes
0.05."""

_MOST_UNREADABLE = 0.3  # of all characters: more of them, and the figures are not to be trusted
_SCAN_TEXT = 20  # characters that a scanned page may have besides: a page number, a stamp


@dataclass(frozen=True, slots=True)
class _Parts:
    """A page taken apart: its tables, and its lines of text outside."""

    page: Page
    pieces: tuple[Piece, ...]
    lines: list[TextLine]


def read(source: Source) -> Document:
    """The blocks of a PDF file; raises `ReadFailure`."""
    pages, damaged = _pages(source.data)
    notes = _notes(pages, damaged)
    parts = []
    for page in pages:
        strokes = [*page.strokes, *implied_strokes(page.glyphs, page.strokes)]
        parted = part(page, find_grids(strokes))
        parts.append(_Parts(page, parted.pieces, lines_of(parted.flow)))
    own = without_running([(item.page, item.lines) for item in parts])
    parts = [_Parts(item.page, item.pieces, lines) for item, lines in zip(parts, own, strict=True)]
    return Document(source.name, "pdf", tuple(_blocks(parts)), notes)


def _pages(data: bytes) -> tuple[list[Page], list[int]]:
    """The pages that can be read, and the numbers of those that cannot."""
    pages: list[Page] = []
    damaged: list[int] = []
    characters = 0
    document = open_pdf(data)
    deadline = thread_time() + LONGEST
    try:
        for index in range(len(document)):
            opened = load_page(document, index)
            if opened is None:
                damaged.append(index + 1)
                continue
            try:
                refuse_huge(opened)
                drawing = Drawing(opened)
                page = read_page(index + 1, opened, drawing, MOST_CHARACTERS - characters)
            finally:
                opened.close()
            characters += len(page.glyphs)
            if thread_time() > deadline:
                raise ReadFailure(Message("read.pdf-too-complex"))
            pages.append(page)
    finally:
        document.close()
    return pages, damaged


def _notes(pages: Sequence[Page], damaged: Sequence[int]) -> tuple[Message, ...]:
    """What had to be assumed; raises `ReadFailure` where there is no text, or none that can be trusted."""
    characters = sum(len(page.glyphs) for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    if not pages:
        raise ReadFailure(Message("read.pdf-damaged"))
    if not characters or all(map(_is_scan, pages)):
        raise ReadFailure(Message("read.pdf-scanned" if any(page.scan for page in pages) else "read.pdf-without-text"))
    if unreadable > _MOST_UNREADABLE * characters:
        raise ReadFailure(Message("read.pdf-without-letters"))
    notes = []
    scans = tuple(page.number for page in pages if _is_scan(page))
    if scans:
        notes.append(Message("read.pdf-scanned-pages", {"pages": scans}))
    recognised = tuple(page.number for page in pages if page.recognised and not _is_scan(page))
    if recognised:
        notes.append(Message("read.pdf-recognised-pages", {"pages": recognised}))
    if damaged:
        notes.append(Message("read.pdf-damaged-pages", {"pages": tuple(damaged)}))
    if unreadable:
        notes.append(Message("read.pdf-unknown-letters", {"count": unreadable}))
    if struck := sum(page.struck for page in pages):
        notes.append(Message("read.struck-text", {"count": struck}))
    return tuple(notes)


def _is_scan(page: Page) -> bool:
    return page.scan and sum(not glyph.text.isspace() for glyph in page.glyphs) < _SCAN_TEXT


def _blocks(parts: Sequence[_Parts]) -> Iterator[Block]:
    """Tables and paragraphs in reading order, across pages."""
    margins = margins_of([PlacedLine(item.page, line) for item in parts for line in item.lines])
    lines: list[PlacedLine] = []
    piece: Piece | None = None
    for item in parts:
        heads = True  # nothing has stood on this page yet
        for block in _down(item):
            if isinstance(block, TextLine):
                if piece is not None:
                    yield finished(piece)
                    piece = None
                lines.append(PlacedLine(item.page, block))
            else:
                yield from blocks_of(lines, margins)
                lines = []
                whole = stitched(piece, block) if piece is not None and heads else None
                if piece is not None and whole is None:
                    yield finished(piece)
                piece = whole or block
            heads = False
    if piece is not None:
        yield finished(piece)
    yield from blocks_of(lines, margins)


def _down(item: _Parts) -> list[Piece | TextLine]:
    """The tables and lines of a page from top to bottom."""
    blocks: list[Piece | TextLine] = [*item.pieces, *item.lines]
    return sorted(blocks, key=_top, reverse=True)


def _top(block: Piece | TextLine) -> float:
    return block.top if isinstance(block, Piece) else block.baseline + block.size / 2
