"""Properties of paragraphs and characters by where the text stands, on pages of 512 bytes ([MS-DOC] 2.9.33, .55)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from linter.model.records import Record
from linter.readers.doc.bytes import damaged, positions, u32
from linter.readers.doc.sprms import Sprm, joined, sprms

MOST_RUNS = 400_000
"""Stretches of text with the same properties. A report of five pages has some 2,000."""

MOST_PROPERTIES = 8 * 1024 * 1024
"""Bytes of properties that paragraphs may have together. A report of five pages has 0.2 MB."""

_PAGE = 512
_NUMBER = (1 << 22) - 1
_ELSEWHERE = tuple(code.to_bytes(2, "little") for code in (Sprm.ELSEWHERE, Sprm.TABLE_ELSEWHERE))


class Paragraph(Record):
    """What is stored for a paragraph that ends at the byte `end`: its style's number, and its own properties."""

    end: int
    style: int
    properties: bytes


class _Run(Record):
    """Where the properties of the bytes up to `end` stand in the file; nowhere (0) if they have none."""

    end: int
    at: int


class Pages:
    """A set of pages. `entry` is the size of the records on them."""

    def __init__(self, plc: bytes, word: bytes, entry: int) -> None:
        """Raises `Unsure` where they are damaged."""
        self.word = word
        self._starts: list[int] = []
        self._runs: list[_Run] = []
        _, records = positions(plc, 4)
        last = 0
        for index in range(0, len(records) // 4 * 4, 4):
            page = (u32(records, index) & _NUMBER) * _PAGE
            last = self._read(page, entry, last)

    def _read(self, page: int, entry: int, last: int) -> int:
        """Read a page whose text stands at `last` or after it; gives back where its text ends."""
        word = self.word
        if page + _PAGE > len(word):
            raise damaged()
        count = word[page + _PAGE - 1]
        records = page + 4 * (count + 1)
        if not count or records + count * entry >= page + _PAGE:
            raise damaged()
        places = [u32(word, page + 4 * index) for index in range(count + 1)]
        if places[0] < last or any(map(int.__ge__, places, places[1:])):
            raise damaged()
        self._starts += places[:-1]
        for index, end in enumerate(places[1:]):
            offset = 2 * word[records + index * entry]
            self._runs.append(_Run(end, page + offset if offset else 0))
        if len(self._runs) > MOST_RUNS:
            raise damaged()
        return places[-1]

    def run_at(self, place: int) -> _Run | None:
        """What is stored for the text at the byte `place`, if anything."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or self._runs[index].end <= place:
            return None
        return self._runs[index]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(first byte, byte after the last, where the properties stand) for what overlaps the bytes given."""
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self._runs)):
            if self._starts[index] >= end:
                return
            if self._runs[index].end > start:
                yield self._starts[index], self._runs[index].end, self._runs[index].at


class CharacterPages(Pages):
    """The properties of characters."""

    def __init__(self, plc: bytes, word: bytes) -> None:
        super().__init__(plc, word, 1)

    def properties(self, at: int) -> bytes:
        """The properties stored at a byte of the file."""
        return self.word[at + 1 : at + 1 + self.word[at]] if at else b""


class ParagraphPages(Pages):
    """The styles and properties of paragraphs. `data` gives the stream that long ones stand in."""

    def __init__(self, plc: bytes, word: bytes, data: Callable[[], bytes]) -> None:
        super().__init__(plc, word, 13)
        self._data = data
        self._left = MOST_PROPERTIES

    def paragraph(self, place: int) -> Paragraph | None:
        """What is stored for the paragraph whose mark stands at the byte `place`, if anything.

        Raises `Unsure` where all that was asked for is more than a file can have.
        """
        run = self.run_at(place)
        if run is None or not run.at:
            return None if run is None else Paragraph(run.end, 0, b"")
        at, size = run.at + 1, 2 * self.word[run.at] - 1
        if size < 0:
            size = 2 * self.word[at]
            at += 1
        stored = self._complete(self.word[at : at + size])
        self._left -= len(stored)
        if self._left < 0:
            raise damaged()
        return Paragraph(run.end, int.from_bytes(stored[:2], "little"), stored[2:])

    def _complete(self, stored: bytes) -> bytes:
        """The properties, with those that did not fit on the page."""
        if not any(code in stored for code in _ELSEWHERE):
            return stored
        complete = stored[2:]
        for code, operand in sprms(stored[2:]):
            if code.to_bytes(2, "little") in _ELSEWHERE:
                data = self._data()
                at = int.from_bytes(operand, "little")
                complete = joined(complete, data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "little")])
        return stored[:2] + complete
