"""Why a file could not be read."""

from __future__ import annotations

from linter.model.message import Message


class ReadFailure(Exception):
    """A file that cannot be read. `message` says what it seems to be and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message
