"""Pages that hold their text twice, once for phones, of which a style sheet or a program shows one.

The sheets are seldom saved with the page, so copies are recognised by what they say: an element that repeats the whole
text of one before it is a copy, whatever its class. A table alone is one only right after the other: forms have tables
of one wording, and with the same figures, under titles of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from linter.model.document import Table
from linter.readers.html.nodes import Element, Placed

FEWEST = 300
"""Characters of text without spaces that a copy has at least: shorter things may be said twice."""


class _Part(NamedTuple):
    """A block with the elements around it, outermost first, and its text without spaces."""

    placed: Placed
    path: list[Element]
    text: str


def without_copies(page: Sequence[Placed]) -> list[Placed]:
    """The blocks of a page without those of an element whose text an element before it has too."""
    if sum(placed.size for placed in page) < 2 * FEWEST:
        return list(page)
    kept = [_Part(placed, _path(placed.owner), _text(placed)) for placed in page]
    for depth in range(max(len(part.path) for part in kept)):
        seen: set[str] = set()
        parts, kept = kept, []
        before = ""
        for text, inside in _together(parts, depth):
            if len(text) < FEWEST or text not in seen or (len(inside) == 1 and text != before):
                kept.extend(inside)
            seen.add(text)
            before = text
    return [part.placed for part in kept]


def _together(parts: Sequence[_Part], depth: int) -> Iterator[tuple[str, list[_Part]]]:
    """(text, blocks) of what stands together in one element `depth` below the page's body, or right above that."""
    for _, group in groupby(parts, lambda part: id(part.path[min(depth, len(part.path) - 1)])):
        inside = list(group)
        yield "".join([part.text for part in inside]), inside


def _path(owner: Element) -> list[Element]:
    """The elements around a block, outermost first."""
    path = [owner]
    while (parent := path[-1].parent) is not None:
        path.append(parent)
    return path[::-1]


def _text(placed: Placed) -> str:
    block = placed.block
    cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block]
    return "".join("".join(cell.text.value for cell in cells).split())
