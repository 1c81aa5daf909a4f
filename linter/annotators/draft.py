"""What an annotator is given, and how it says that it cannot."""

from __future__ import annotations

from datetime import datetime

from linter.model.document import Document
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Checked


class Draft(Record):
    """A draft that was checked. `document` is what was read of `data`, and the places in `result` are places in it.

    `date` is what the marks are dated with, in the time of the place, without a time zone. `headings` are the numbers,
    from 0, of the paragraphs that read like headings, whether or not the file marks them so.
    """

    data: bytes
    document: Document
    result: Checked
    language: str
    date: datetime
    headings: frozenset[int] = frozenset()


class AnnotateFailure(Exception):
    """A draft of which no marked copy can be made. `message` says why, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message
