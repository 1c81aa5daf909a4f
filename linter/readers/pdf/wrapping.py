"""Lines that were one line before they were wrapped → their text without the breaks."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import Text
from linter.model.span import Span
from linter.readers.pdf.lines import TextLine
from linter.readers.pdf.page import Page
from linter.text.punctuation import NO_LINE_BEGINS_WITH, OPENING

_SHORT = 3  # characters of a number that may have been wrapped; fewer are a number of their own


def run_on(page: Page, lines: Sequence[TextLine], width: float) -> Text:
    """The text of a cell, `width` points wide inside: breaks that only the width made are left out."""
    value = ""
    pieces: list[tuple[int, Span]] = []
    before: TextLine | None = None
    for line in lines:
        if before is not None:
            wrapped = before.box.right - before.box.left + first_word(line, 1) > width
            value += seam(before, line) if wrapped and not _two_numbers(before, line, width) else "\n"
        pieces.append((len(value), page.span(line.box)))
        value += line.text
        before = line
    return Text(value, tuple(pieces))


def seam(before: TextLine, line: TextLine) -> str:
    """What stands between two lines when they become one: a space between Latin words, else nothing."""
    last, first = before.glyphs[-1].text, line.glyphs[0].text
    apart = last.isascii() and first.isascii() and (last.isalpha() or last in ",.;:") and first.isalnum()
    return " " if apart else ""


def first_word(line: TextLine, most: int = 40) -> float:
    """The width in points of what a line begins with and what could not have been parted from it, of up to `most`
    characters of a word, with the closing marks after them.
    """
    glyphs = line.glyphs
    end = 0
    while end < len(glyphs) - 1 and glyphs[end].text in OPENING:
        end += 1
    start = end
    while (
        end < len(glyphs) - 1
        and end - start + 1 < most
        and _latin(glyphs[end].text)
        and _latin(glyphs[end + 1].text)
        and not line.gaps[end + 1]
    ):
        end += 1
    while end < len(glyphs) - 1 and glyphs[end + 1].text in NO_LINE_BEGINS_WITH and not line.gaps[end + 1]:
        end += 1
    return glyphs[end].right - glyphs[0].left


def _latin(text: str) -> bool:
    return "!" <= text <= "~"


def _two_numbers(before: TextLine, line: TextLine, width: float) -> bool:
    """Whether lines may be two numbers: short ones, in a column that has room for longer ones."""
    last, first = before.glyphs[-1], line.glyphs[0]
    digits = last.text.isdecimal() and first.text.isdecimal()
    roomy = width > (_SHORT - 1) * (last.right - last.left) or len(line.glyphs) > len(before.glyphs)
    return digits and len(before.glyphs) < _SHORT and roomy
