"""Lines that every page has at its edges: page numbers, running heads and feet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from linter.readers.pdf.lines import TextLine
from linter.readers.pdf.page import Page
from linter.readers.shapes import is_figure, is_page_number
from linter.text.numerals import COUNTING, DIGITS
from linter.text.punctuation import DASHES, DOT, WIDE_DIGITS
from linter.text.regex import regex

_EDGE = 0.14  # of the page's height, at the top and at the bottom
_SAME_PLACE = 8.0  # points within which lines of two pages stand at the same height
_OUTERMOST = 2  # lines at either edge: a page number, perhaps beyond a running head
_LONGEST = 60  # characters of a running head
_NUMBER = regex(rf"[0-9{WIDE_DIGITS}]+|[{DIGITS[0]}{COUNTING}]+")
_BARE = regex(rf"[{DASHES}{DOT}~\s]*[0-9{WIDE_DIGITS}]{{1,4}}[{DASHES}{DOT}~\s]*")


def without_running(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> list[list[TextLine]]:
    """The lines of every page that are its own: not a page number, not the same on several pages at the same place."""
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    edges = [[_edge(page, line) for line in lines] for page, lines in pages]
    for (page, lines), heights in zip(pages, edges, strict=True):
        for line, height in zip(lines, heights, strict=True):
            if height is not None and len(line.glyphs) <= _LONGEST and not _is_row(line):
                seen[_wording(line)].append((page.number, height))
    return [
        [
            line
            for place, (line, height) in enumerate(zip(lines, heights, strict=True))
            if height is None
            or not (
                (min(place, len(lines) - 1 - place) < _OUTERMOST and _is_number(line))
                or _recurs(seen[_wording(line)], page.number, height)
            )
        ]
        for (page, lines), heights in zip(pages, edges, strict=True)
    ]


def _edge(page: Page, line: TextLine) -> float | None:
    """The height of a line above the lower edge of the page if it stands at an edge: negative from the upper one."""
    height = page.frame.top - page.frame.bottom
    above = line.baseline - page.frame.bottom
    if above < _EDGE * height:
        return above
    return above - height if above > (1 - _EDGE) * height else None


def _wording(line: TextLine) -> str:
    return _NUMBER.sub("#", line.text.replace(" ", ""))


def _is_number(line: TextLine) -> bool:
    return is_page_number(line.text) or _BARE.fullmatch(line.text) is not None


def _is_row(line: TextLine) -> bool:
    """Whether a line is nothing but figures side by side: of a table without rulings."""
    words = line.text.split()
    return len(words) > 1 and all(map(is_figure, words)) and not _is_number(line)


def _recurs(places: Sequence[tuple[int, float]], page: int, height: float) -> bool:
    return any(number != page and abs(other - height) < _SAME_PLACE for number, other in places)
