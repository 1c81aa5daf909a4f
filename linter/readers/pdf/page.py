"""A page of a PDF file → its characters and its straight strokes, upright, whichever way the page is turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.model.span import PdfSpan
from linter.readers.pdf.fields import field_glyphs
from linter.readers.pdf.glyphs import UNREADABLE, Box, Glyph, read_glyphs, turn_of, upright, without_spacing
from linter.readers.pdf.looks import left_out, with_marks, without_struck
from linter.readers.pdf.strokes import Drawing, Stroke, turned_stroke

SMALLEST = 1.8
"""Points of height that a line of print has to be seen: of a point and a half, or more."""

_SAMPLES = 40  # characters that are asked whether they are seen
_LARGE = 0.4  # of the page: an image that may be a scan of it


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds. `turn` counts the quarter turns, counter-clockwise, by which its text runs off the
    horizontal; all coordinates but those of spans are turned back by them.

    `scan` says that an image covers much of the page, `recognised` that unseen text lies over it, which programs leave
    that read letters from pictures; `unreadable` counts characters without a letter, `struck` strokes through text.
    """

    number: int
    turn: int
    frame: Box
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    scan: bool
    recognised: bool
    unreadable: int
    struck: int

    def span(self, box: Box) -> PdfSpan:
        """The place of an upright box, in the page's own coordinates."""
        left, bottom, right, top = upright(box, -self.turn % 4)
        return PdfSpan(self.number, round(left, 2), round(bottom, 2), round(right, 2), round(top, 2))


def read_page(number: int, page: Any, drawing: Drawing, most: int) -> Page:
    """The content of pdfium's `page`, the `number`-th of its file from 1, on which `drawing` is drawn; raises
    `ReadFailure` for more than `most` characters.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > most:
            raise ReadFailure(Message("read.pdf-too-complex"))
        turn = turn_of(text_page.raw, count)
        frame = Box(*page.get_bbox())
        shown = upright(frame, turn)
        covered = max((_area(Box(*image)) for image in drawing.images), default=0.0)
        scan = covered > _LARGE * _area(frame)
        recognised = scan and _is_unseen(text_page.raw, count)
        hidden = left_out(drawing, _is_unseen(text_page.raw, count))
        glyphs = [glyph for glyph in read_glyphs(text_page.raw, count, turn, hidden) if _is_within(shown, glyph)]
    finally:
        text_page.close()
    strokes = tuple(turned_stroke(stroke, turn) for stroke in drawing.strokes) if turn else tuple(drawing.strokes)
    glyphs, struck = without_struck(with_marks(without_spacing(glyphs)), strokes)
    glyphs.extend(glyph for glyph in field_glyphs(page, turn) if _is_within(shown, glyph))
    unreadable = sum(glyph.text == UNREADABLE for glyph in glyphs)
    return Page(number, turn, shown, tuple(glyphs), strokes, scan, recognised, unreadable, struck)


def _is_unseen(text_page: Any, count: int) -> bool:
    """Whether most of the text is drawn without colour."""
    from pypdfium2 import raw

    unseen = drawn = 0
    for index in range(0, count, count // _SAMPLES + 1):
        if part := raw.FPDFText_GetTextObject(text_page, index):
            drawn += 1
            unseen += raw.FPDFTextObj_GetTextRenderMode(part) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return unseen * 2 > drawn


def _is_within(frame: Box, glyph: Glyph) -> bool:
    """Whether most of a character is on the page, and of a size: what a program wrote beyond its edge is not seen."""
    if glyph.top - glyph.bottom < SMALLEST:
        return False
    across, up = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return frame.left <= across <= frame.right and frame.bottom <= up <= frame.top


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)
