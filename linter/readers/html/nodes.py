"""The parts of a page: elements, the runs of text in them, and the blocks that these make."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.document import Block, Table
from linter.model.records import Record

_NO_ATTRIBUTES: Mapping[str, str] = {}


class Run(Record):
    """An unbroken piece of text. `line` and `column` count from 1, `offset` from 0; `width` is the number of characters
    it takes in the source: that of `value`, unless it is a character reference (`&nbsp;`).
    """

    line: int
    column: int
    offset: int
    value: str
    width: int


class Element:
    """An element that is shown. `start` is the place (line, column, offset) after a cell's start tag; the text of one
    that is `mute` is not read.
    """

    __slots__ = ("attributes", "children", "mute", "parent", "preformatted", "start", "tag")

    def __init__(self, tag: str, parent: Element | None = None) -> None:
        self.tag = tag
        self.parent = parent
        self.children: list[Element | Run] = []
        self.attributes: Mapping[str, str] = _NO_ATTRIBUTES
        self.preformatted = False
        self.mute = False
        self.start = (1, 1, 0)


BREAK = Element("br")
"""A line break, the same wherever it stands."""


class Placed(Record):
    """A block, the element that it stands in, and how many characters of the source in it are links."""

    block: Block
    owner: Element
    linked: int = 0

    @property
    def size(self) -> int:
        """Characters of text."""
        if isinstance(self.block, Table):
            return sum(len(cell.text.value) for row in self.block.rows for cell in row.cells)
        return len(self.block.text.value)
