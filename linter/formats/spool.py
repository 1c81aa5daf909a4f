"""Text or bytes that wait for what stands before them: little in memory, much in a file that nobody else sees."""

from __future__ import annotations

from collections.abc import Iterator

IN_MEMORY = 4 * 1024 * 1024
"""Bytes that are kept in memory; what is more goes to a temporary file, which is gone with the program."""

_CHUNK = 1024 * 1024


class Spool:
    """Bytes that are written one after the other, and then read once or more often from the beginning."""

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile

        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, closed with the spool
        self.empty = True

    def write(self, text: str | bytes) -> None:
        """Put text, as UTF-8, or bytes at the end."""
        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        self.empty = self.empty and not data
        self._file.write(data)

    def chunks(self) -> Iterator[bytes]:
        """All that was written, piece by piece."""
        self._file.seek(0)
        while data := self._file.read(_CHUNK):
            yield data

    def close(self) -> None:
        """Let go of all of it."""
        self._file.close()
