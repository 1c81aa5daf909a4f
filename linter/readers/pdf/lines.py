"""Characters that lie about on a page → lines of text that know where each of their characters stands."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from linter.model.document import Text
from linter.readers.pdf.glyphs import Box, Glyph
from linter.readers.pdf.page import Page

_SAME_LINE = 0.35  # of the characters' height: how far baselines of one line may lie apart
_WORD_GAP = 0.2  # of the height: between two Latin words that no space character parts
_WIDE_GAP = 0.9  # of the height: between any two characters; less is how lines are justified
_UNEVEN = 0.13  # of the height: how far gaps of one width differ by the shapes of the digits
_OF_NUMBERS = "0123456789.,"
_OVERLAP = 0.6  # of a character's width: the same one twice is bold print, drawn twice


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: its characters from left to right and, before each, what parts it from the one before.

    `gaps` holds 0 for nothing, 1 for a space, 2 for a gap as wide as a character. There is at least one character.
    """

    glyphs: tuple[Glyph, ...]
    gaps: tuple[int, ...]
    box: Box
    size: float

    @property
    def text(self) -> str:
        """The words, one space between them."""
        return self.spaced(1)

    def spaced(self, widest: int) -> str:
        """The words, wide gaps as so many spaces."""
        if not any(self.gaps):
            return "".join([glyph.text for glyph in self.glyphs])
        spaces = ("", " ", " " * widest)
        return "".join([spaces[gap] + glyph.text for gap, glyph in zip(self.gaps, self.glyphs, strict=True)])

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    def located(self, page: Page) -> Text:
        return Text(self.text, ((0, page.span(self.box)),))


def lines_of(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Lines from top to bottom. White space alone gives none."""
    ordered = sorted(glyphs, key=attrgetter("baseline"), reverse=True)
    lines: list[TextLine] = []
    start = 0
    for index in range(1, len(ordered) + 1):
        if index == len(ordered) or not _same_line(ordered[start], ordered[index]):
            line = _line(ordered[start:index])
            if line is not None:
                lines.append(line)
            start = index
    return lines


def cell_lines(glyphs: Sequence[Glyph]) -> list[TextLine]:
    """The lines of a cell, in reading order: also of one set from top to bottom, or turned by a quarter.

    `glyphs` are in the order of the file, which tells such text from lines of single characters.
    """
    drawn = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if len(drawn) > 2 and _runs_upright(drawn):
        return [line for column in _columns(drawn) if (line := _upright_line(column)) is not None]
    return lines_of(glyphs)


def _same_line(one: Glyph, other: Glyph) -> bool:
    return one.baseline - other.baseline <= _SAME_LINE * min(one.size, other.size)


def _line(glyphs: list[Glyph]) -> TextLine | None:
    glyphs.sort(key=attrgetter("left"))
    kept: list[Glyph] = []
    gaps: list[int] = []
    spaced = False
    for glyph in glyphs:
        if glyph.text.isspace():
            spaced = True
            continue
        if kept and _drawn_twice(kept, glyph):
            continue
        gaps.append(_gap(kept[-1], glyph, spaced) if kept else 0)
        kept.append(glyph)
        spaced = False
    return _made(kept, _without_spacing(kept, gaps))


def _without_spacing(glyphs: Sequence[Glyph], gaps: list[int]) -> list[int]:
    """`gaps` without those between the digits of a number set in spaced letters, which are all as wide."""
    if 1 not in gaps or not all(glyph.text in _OF_NUMBERS for glyph in glyphs):
        return gaps
    steps = [glyph.left - before.right for before, glyph in itertools.pairwise(glyphs)]
    if len(steps) < 2 or max(steps) - min(steps) > _UNEVEN * glyphs[0].size or 2 in gaps:
        return gaps
    return [0] * len(gaps)


def _made(glyphs: Sequence[Glyph], gaps: Sequence[int]) -> TextLine | None:
    if not glyphs:
        return None
    box = Box(
        min([glyph.left for glyph in glyphs]),
        min([glyph.bottom for glyph in glyphs]),
        max([glyph.right for glyph in glyphs]),
        max([glyph.top for glyph in glyphs]),
    )
    sizes = sorted([glyph.size for glyph in glyphs])
    return TextLine(tuple(glyphs), tuple(gaps), box, sizes[len(sizes) // 2])


def _drawn_twice(kept: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether the character was drawn before at nearly the same place."""
    width = glyph.right - glyph.left
    return any(
        other.text == glyph.text and min(other.right, glyph.right) - max(other.left, glyph.left) > _OVERLAP * width
        for other in kept[-2:]
    )


def _gap(before: Glyph, glyph: Glyph, spaced: bool) -> int:
    gap = glyph.left - before.right
    size = min(before.size, glyph.size)
    if gap > _WIDE_GAP * size:
        return 2
    if spaced:
        return 1 if gap > 0.05 * size else 0
    latin = before.text.isascii() and glyph.text.isascii()
    return 1 if latin and gap > _WORD_GAP * size else 0


def _runs_upright(glyphs: Sequence[Glyph]) -> bool:
    """Whether most characters stand right above or below the one before them in the file."""
    steps = 0
    for before, glyph in itertools.pairwise(glyphs):
        aside = abs(glyph.left + glyph.right - before.left - before.right) / 2
        steps += aside < 0.4 * glyph.size and abs(glyph.baseline - before.baseline) > 0.3 * (glyph.right - glyph.left)
    return steps * 3 >= (len(glyphs) - 1) * 2


def _columns(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters in the order of the file, parted where one stands beside the one before it."""
    column = [glyphs[0]]
    for glyph in glyphs[1:]:
        if abs(glyph.left + glyph.right - column[-1].left - column[-1].right) / 2 >= 0.4 * glyph.size:
            yield column
            column = []
        column.append(glyph)
    yield column


def _upright_line(column: Sequence[Glyph]) -> TextLine | None:
    kept: list[Glyph] = []
    for glyph in column:
        twice = any(
            other.text == glyph.text and abs(other.baseline - glyph.baseline) < 0.3 * glyph.size for other in kept[-2:]
        )
        if not twice:
            kept.append(glyph)
    return _made(kept, [0] * len(kept))
