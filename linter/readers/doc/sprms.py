"""Properties as Word 97–2003 stores them ([MS-DOC] 2.6): codes with operands, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum


class Sprm(IntEnum):
    """The properties that matter to a reader."""

    DELETED = 0x0800
    INSERTED = 0x0801
    STRUCK = 0x0837
    STRUCK_TWICE = 0x2A53
    HIDDEN = 0x083C
    VERTICAL = 0x2A48
    POSITION = 0x4845
    COLOUR_NUMBER = 0x2A42
    COLOUR = 0x6870
    SIZE = 0x4A43
    CHARACTER_STYLE = 0x4A30
    SYMBOL = 0x6A09

    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    INNER_CELL_END = 0x244B
    INNER_ROW_END = 0x244C
    LIST_LEVEL = 0x260A
    LIST = 0x460B
    OUTLINE = 0x2640
    ELSEWHERE = 0x6646
    TABLE_ELSEWHERE = 0x646B

    CELLS = 0xD608
    MERGE_RIGHT = 0x5624
    SPLIT = 0x5625
    MERGE_DOWN = 0xD62B


_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE = 6
_SHORT: Mapping[int, int] = {
    **{0x18: Sprm.IN_TABLE, 0x19: Sprm.ROW_END, 0x41: Sprm.DELETED},
    **{0x57: Sprm.STRUCK, 0x5C: Sprm.HIDDEN},
}
"""Codes of one byte, as pieces have them, that stand for one of the properties above."""


def sprms(stored: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) for each property; what is cut off at the end is left out."""
    return ((code, stored[start:end]) for code, start, end in _places(stored))


def joined(first: bytes, second: bytes) -> bytes:
    """Properties after others, which may end with a byte that only fills them up."""
    if not second:
        return first
    return first[: max((end for _, _, end in _places(first)), default=0)] + second


def _places(stored: bytes) -> Iterator[tuple[int, int, int]]:
    """(code, where its operand begins, where it ends) for each property."""
    at, end = 0, len(stored)
    while at + 3 <= end:
        code = stored[at] | stored[at + 1] << 8
        at += 2
        kind = code >> 13
        size = _SIZES[kind]
        if kind == _VARIABLE:
            skipped, size = _variable(code, stored, at)
            at += skipped
        if at + size > end:
            return
        yield code, at, at + size
        at += size


def _variable(code: int, stored: bytes, at: int) -> tuple[int, int]:
    """(bytes that state the length, bytes of the operand)."""
    if code == Sprm.CELLS:
        return 2, max(int.from_bytes(stored[at : at + 2], "little") - 1, 0)
    if code == _TABS and stored[at] == 255:
        removed = stored[at + 1] if at + 1 < len(stored) else 0
        added = at + 2 + 4 * removed
        return 1, 2 + 4 * removed + 3 * (stored[added] if added < len(stored) else 0)
    return 1, stored[at]


def short_sprm(property: int) -> bytes:
    """The one property that a piece may state in two bytes, in the form of the others; empty for one of no matter."""
    code = _SHORT.get(property >> 1 & 0x7F)
    return b"" if code is None else code.to_bytes(2, "little") + bytes((property >> 8,))
