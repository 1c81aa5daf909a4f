"""Pages that hold their text twice, once for phones, of which a style sheet or a program shows one.

The sheets are seldom saved with the page, so copies are recognised by what they say: an element that repeats the whole
text of one before it is a copy, whatever its class.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from linter.model.document import Table
from linter.readers.html.nodes import Element, Placed

FEWEST = 300
"""Characters of text without spaces that a copy has at least: shorter things may be said twice."""


def without_copies(page: Sequence[Placed]) -> list[Placed]:
    """The blocks of a page without those of an element whose text an element before it has too."""
    if sum(placed.size for placed in page) < 2 * FEWEST:
        return list(page)
    kept = list(page)
    depth = 0
    while True:
        parts = _parts(kept, depth)
        if parts is None:
            return kept
        seen: set[str] = set()
        kept = []
        for text, blocks in parts:
            if len(text) < FEWEST or text not in seen:
                kept.extend(blocks)
            seen.add(text)
        depth += 1


def _parts(page: Sequence[Placed], depth: int) -> list[tuple[str, list[Placed]]] | None:
    """(text, blocks) of what stands together in one element `depth` below the page's body; None where nothing is so
    deep.
    """
    paths = [_path(placed.owner) for placed in page]
    if all(len(path) <= depth for path in paths):
        return None
    together = groupby(zip(paths, page, strict=True), lambda item: id(item[0][: depth + 1][-1]))
    parts = [[placed for _, placed in items] for _, items in together]
    return [("".join(map(_text, part)), part) for part in parts]


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
