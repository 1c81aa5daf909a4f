"""The head of a Word 97–2003 file ([MS-DOC] 2.5, the FIB): how long its text is, and where its tables stand."""

from __future__ import annotations

from enum import IntEnum

from linter.formats.refusals import MOST_CHARACTERS, ReadFailure
from linter.model.message import Message
from linter.model.records import Record
from linter.readers.doc.bytes import Part, Unsure, damaged, u16, u32

_WORD_97 = 0xA5EC
_OLDER = frozenset({0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0xA69B, 0xA697, 0xA699, 0xA698, 0xA69A})
_FIRST_VERSION = 0xC0
_FLAGS = 10
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_LENGTHS = (76, 80, 84, 92, 96, 100)
_PARTS = 154


class Table(IntEnum):
    """Which of the pairs (place, length) in the head names a table."""

    STYLES = 1
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    BOXES = 56
    LISTS = 73
    LIST_USES = 74


class Fib(Record):
    """`lengths` counts the characters of the text, and of footnotes, headers, comments, endnotes and text boxes, which
    stand after it in this order. `stream` is the name of the stream with the tables.
    """

    head: bytes
    lengths: tuple[int, ...]
    stream: str

    def part(self, table: Table) -> Part:
        """Where a table stands in `stream`; of no length where the file has none."""
        at = _PARTS + 8 * table
        return Part(u32(self.head, at), u32(self.head, at + 4))


def read_fib(word: bytes) -> Fib:
    """The head of the stream `WordDocument`.

    Raises `ReadFailure` for an encrypted file, `Unsure` for one of an older Word, or one that is damaged.
    """
    kind = u16(word, 0)
    if kind in _OLDER or (kind == _WORD_97 and u16(word, 2) < _FIRST_VERSION):
        raise Unsure(Message("read.doc-older"))
    if kind != _WORD_97:
        raise damaged()
    flags = u16(word, _FLAGS)
    if flags & _ENCRYPTED:
        raise ReadFailure(Message("read.docx-encrypted"))
    lengths = tuple(u32(word, at) for at in _LENGTHS)
    if sum(lengths) > MOST_CHARACTERS:
        raise ReadFailure(Message("read.too-many-characters", {"limit": MOST_CHARACTERS}))
    return Fib(word, lengths, "1Table" if flags & _SECOND_TABLE else "0Table")
