"""What reading a Word file goes along with: where it stands, how much it has read, what is to be said of the file."""

from __future__ import annotations

from lxml.etree import _Element

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.readers.docx.fields import Fields
from linter.readers.docx.looks import states_looks
from linter.readers.docx.numbering import Numbering
from linter.readers.docx.styles import Styles
from linter.readers.docx.xml import DEL, MOVE_FROM, P

MOST_PARTS = 100_000
"""Paragraphs, runs and cells that a file may have. A report of five pages has some 1,500."""

DEEPEST = 12
"""Tables within tables, text boxes within text boxes, and one within the other."""


class State:
    """`block`, `row` and `cell` are the place that reading has come to, as in `DocxSpan`; `tracked` and `embedded` say
    that changes were accepted, and that something was met that is a file of its own; `struck` and `unseen` count texts
    that were left out. `deletes` and `hides` say whether there is anything deleted, or of a look that matters, in the
    file at all: looking at every run for it takes long.
    """

    def __init__(self, document: _Element, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.block = 1
        self.row = 0
        self.cell = 0
        self.tracked = False
        self.embedded = False
        self.deletes = _has(document, DEL, MOVE_FROM)
        self.hides = states_looks(document)
        self.struck = self.unseen = 0
        self._numbers = {paragraph: number for number, paragraph in enumerate(document.iter(P), 1)}
        self.fields = Fields(document, self._numbers)
        self._parts = 0
        self._depth = 0
        self.count(len(self._numbers))

    def number_of(self, paragraph: _Element) -> int:
        """The number, from 1, of a paragraph among all of the file, read or not."""
        return self._numbers[paragraph]

    def count(self, parts: int = 1) -> None:
        """Raises `ReadFailure` when more has been read than any report has."""
        self._parts += parts
        if self._parts > MOST_PARTS:
            raise ReadFailure(Message("read.too-many-parts", {"limit": MOST_PARTS}))

    def enter(self) -> None:
        """Go into a table or text box; raises `ReadFailure` where they are nested too deep."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ReadFailure(Message("read.docx-too-deep"))

    def leave(self) -> None:
        """Come out of a table or text box again."""
        self._depth -= 1


def _has(document: _Element, *tags: str) -> bool:
    return next(document.iter(*tags), None) is not None
