"""The container of an old Office file (OLE2): its streams by name, within limits."""

from __future__ import annotations

import struct

from olefile import OleFileIO

from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.signatures import is_locked
from linter.model.message import Message
from linter.readers.doc.bytes import damaged

LARGEST = 60 * MEGABYTE
"""Bytes that a Word 97–2003 file may have. A report of five pages has 0.1 MB, one with photographs 20 MB."""

MOST_ENTRIES = 2_000
"""Streams and storages that a file may have. Word's own have some ten, and three for each embedded object."""

_HEADER = struct.Struct("<8s16s6H10I")
_SMALLEST = 1536
_SHIFTS = (9, 12)
_MINI_SHIFT = 6
_IN_HEADER = 109  # sectors of the allocation table that the header itself names
_BAD = (OSError, ValueError, IndexError, TypeError, OverflowError, RecursionError, struct.error)


class _Bounded(OleFileIO):  # type: ignore[misc]
    """Olefile compares each entry with all before it: a file of nothing but entries would keep it for hours."""

    _entries = 0

    def _load_direntry(self, sid: int) -> object:
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            raise OSError
        return super()._load_direntry(sid)


class Container:
    """An open file. Streams are put together when they are asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises `ReadFailure` for a file that is too large or has no sound head, `Unsure` for one that is damaged."""
        refuse_larger(data, LARGEST)
        _refuse(data)
        self._size = len(data)
        self._streams: dict[str, bytes] = {}
        try:
            self._file = _Bounded(data)
        except _BAD as error:
            raise damaged() from error
        if self._file.root.size > self._size:
            raise damaged()

    def __contains__(self, name: str) -> bool:
        """Whether there is a stream or storage of that name."""
        return bool(self._file.exists(name))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; raises `Unsure` where there is none, or where it cannot be put together."""
        if name not in self._streams:
            try:
                if self._file.get_size(name) > self._size:
                    raise damaged()
                self._streams[name] = self._file.openstream(name).getvalue()
            except _BAD as error:
                raise damaged() from error
        return self._streams[name]


def _refuse(data: bytes) -> None:
    """Raise `ReadFailure` for a header that says what cannot be: tables, say, that are larger than the file."""
    fields = _HEADER.unpack_from(data.ljust(_HEADER.size, b"\0"))
    sector_shift, mini_shift = fields[5], fields[6]
    tables, small_tables = fields[10], fields[15]
    sound = len(data) >= _SMALLEST and sector_shift in _SHIFTS and mini_shift == _MINI_SHIFT
    sectors = len(data) >> sector_shift if sound else 0
    needed = (sectors << 2 >> sector_shift) + 1 if sound else 0
    if tables > 2 * needed + _IN_HEADER or small_tables > sectors:
        sound = False
    if not sound:
        raise ReadFailure(Message("read.docx-encrypted" if is_locked(data) else "read.doc-not-word"))
