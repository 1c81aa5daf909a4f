"""Files that are refused: larger than any report, or not what they should be."""

from __future__ import annotations

from linter.model.message import Message

MEGABYTE = 1024 * 1024

MOST_CHARACTERS = 500_000
"""Characters of text that a report may have, in whatever format. The largest that was seen has 90,000."""


class ReadFailure(Exception):
    """A file that cannot be read. `message` says what it seems to be and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def refuse_larger(data: bytes, limit: int) -> None:
    """Raise `ReadFailure` for a file of more bytes than `limit`."""
    if len(data) > limit:
        raise ReadFailure(Message("read.too-large", {"size": len(data) // MEGABYTE, "limit": limit // MEGABYTE}))
