"""Pages of PDF files drawn in a process of its own: one that reads no report keeps the fonts of the system."""

from __future__ import annotations

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.model.records import Record
from linter.readers.pdf.pictures import picture

WIDTH = 1240
"""Pixels across a page: 150 to the inch on A4, sharp also where a screen has two for one."""


class Draw(Record):
    """A page, from 1, of a PDF file."""

    data: bytes
    page: int


def draw(job: Draw) -> bytes | Message:
    """The page as a PNG file, or why it cannot be drawn."""
    try:
        return picture(job.data, job.page, WIDTH)
    except ReadFailure as failure:
        return failure.message
