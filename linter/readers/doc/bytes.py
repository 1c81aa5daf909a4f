"""Numbers out of the streams of a Word 97–2003 file, and what is raised where they are not there."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from linter.model.message import Message
from linter.model.records import Record


class Unsure(Exception):
    """A file that may be a draft, but not one this reader can vouch for. `message` says what kind of file it is."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def damaged() -> Unsure:
    """What is raised for a file that contradicts itself."""
    return Unsure(Message("read.doc-odd"))


class Part(Record):
    """Where something stands in a stream: its first byte and its length in bytes."""

    start: int
    length: int

    def of(self, stream: bytes) -> bytes:
        """The bytes themselves; raises `Unsure` where the stream ends before they do."""
        if self.start + self.length > len(stream):
            raise damaged()
        return stream[self.start : self.start + self.length]


def u16(data: bytes, at: int) -> int:
    """The unsigned number in two bytes; raises `Unsure` beyond the end."""
    if not 0 <= at <= len(data) - 2:
        raise damaged()
    return data[at] | data[at + 1] << 8


def u32(data: bytes, at: int) -> int:
    """The unsigned number in four bytes; raises `Unsure` beyond the end."""
    if not 0 <= at <= len(data) - 4:
        raise damaged()
    return int.from_bytes(data[at : at + 4], "little")


def positions(plc: bytes, size: int) -> tuple[Sequence[int], bytes]:
    """The positions of a PLC, one more than it has records, and its records of `size` bytes each, put together.

    Raises `Unsure` where the positions do not ascend.
    """
    count = (len(plc) - 4) // (4 + size)
    if count < 1:
        raise damaged()
    found = struct.unpack_from(f"<{count + 1}I", plc)
    if not ascend(found):
        raise damaged()
    return found, plc[4 * (count + 1) :]


def ascend(numbers: Sequence[int]) -> bool:
    """Whether each number is greater than the one before it."""
    return all(map(int.__lt__, numbers, numbers[1:]))
