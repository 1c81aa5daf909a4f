"""Lines of text → paragraphs, recognised by where lines begin and end and how far apart they stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.model.document import Paragraph, Text
from linter.model.span import Span
from linter.readers.pdf.lines import TextLine
from linter.readers.pdf.page import Page
from linter.readers.pdf.wrapping import first_word, seam
from linter.readers.shapes import is_item, is_section_heading
from linter.text.punctuation import COLON, SENTENCE, either_width

_INDENT = 1.0  # of the height: what a first line is moved in at least
_FARTHEST_INDENT = 2.6  # of the height: a line that begins farther in is set in the middle or at the right
_SLACK = 0.5  # of the height: free space at the end of a full line
_APART = 1.6  # times the usual distance of lines: a gap between paragraphs
_OTHER_SIZE = 1.2  # times: the size of another kind of text
_ENOUGH = 3  # full lines that show where the right margin is
_ENDS = either_width(SENTENCE + COLON)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and the page that it stands on."""

    page: Page
    line: TextLine


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a page begins and ends, and the usual distance of its lines, in points."""

    left: float
    right: float
    pitch: float


def margins_of(lines: Sequence[PlacedLine]) -> dict[int, Margins]:
    """The margins by page number. Pages of one width share them: one alone may have but a heading."""
    groups: dict[int, list[PlacedLine]] = {}
    for placed in lines:
        frame = placed.page.frame
        groups.setdefault(round(frame.right - frame.left), []).append(placed)
    found: dict[int, Margins] = {}
    for group in groups.values():
        margins = _margins(group)
        found.update((placed.page.number, margins) for placed in group)
    return found


def _margins(lines: Sequence[PlacedLine]) -> Margins:
    lefts = sorted(placed.line.box.left - placed.page.frame.left for placed in lines)
    left = next((one for one, other in itertools.pairwise(lefts) if other - one < 2), lefts[0])
    size = sorted(placed.line.size for placed in lines)[len(lines) // 2]
    rights = sorted((placed.line.box.right - placed.page.frame.left for placed in lines), reverse=True)
    right = rights[0]
    if sum(right - other < size for other in rights) < _ENOUGH:
        frame = lines[0].page.frame
        right = max(right, frame.right - frame.left - left)
    steps = sorted(
        one.line.baseline - other.line.baseline
        for one, other in itertools.pairwise(lines)
        if one.page is other.page and 0 < one.line.baseline - other.line.baseline < 4 * size
    )
    return Margins(left, right, steps[len(steps) // 2] if steps else 2 * size)


def paragraphs_of(lines: Iterable[PlacedLine], margins: dict[int, Margins]) -> list[Paragraph]:
    """The paragraphs of lines between which nothing but page breaks stands."""
    paragraphs: list[list[PlacedLine]] = []
    for placed in lines:
        if paragraphs and _goes_on(paragraphs[-1], placed, margins):
            paragraphs[-1].append(placed)
        else:
            paragraphs.append([placed])
    return [Paragraph(_text(paragraph)) for paragraph in paragraphs]


def _text(lines: Sequence[PlacedLine]) -> Text:
    value = ""
    pieces: list[tuple[int, Span]] = []
    for index, placed in enumerate(lines):
        if index:
            value += seam(lines[index - 1].line, placed.line)
        pieces.append((len(value), placed.page.span(placed.line.box)))
        value += placed.line.text
    return Text(value, tuple(pieces))


def _goes_on(paragraph: Sequence[PlacedLine], placed: PlacedLine, margins: dict[int, Margins]) -> bool:
    """Whether a line belongs to the paragraph that the lines before it make."""
    before, line = paragraph[-1].line, placed.line
    size = min(before.size, line.size)
    if max(before.size, line.size) > _OTHER_SIZE * size and max(_em(before), _em(line)) > _OTHER_SIZE * min(
        _em(before), _em(line)
    ):
        return False
    above, here = margins[paragraph[-1].page.number], margins[placed.page.number]
    if paragraph[-1].page is placed.page and before.baseline - line.baseline > _APART * max(here.pitch, size):
        return False
    free = above.right - (before.box.right - paragraph[-1].page.frame.left)
    if free > first_word(line) + _SLACK * size:
        return False
    indent = line.box.left - placed.page.frame.left - here.left
    if indent > _INDENT * size:
        return _is_middle(placed, here) and _is_middle(paragraph[-1], above)
    number = is_section_heading(line.text) or is_item(line.text)
    return not (number and before.glyphs[-1].text in _ENDS)


def _is_middle(placed: PlacedLine, margins: Margins) -> bool:
    """Whether a line stands in the middle between the margins, and no farther left than a full one."""
    box, left = placed.line.box, placed.page.frame.left
    free_left, free_right = box.left - left - margins.left, margins.right - (box.right - left)
    indented = _INDENT * placed.line.size < free_left < _FARTHEST_INDENT * placed.line.size
    return abs(free_left - free_right) < placed.line.size and not indented


def _em(line: TextLine) -> float:
    """The width of the widest character: what tells sizes of Chinese print apart better than its height."""
    return max(glyph.right - glyph.left for glyph in line.glyphs)
