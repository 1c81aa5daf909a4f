"""Text boxes of a Word 97–2003 file ([MS-DOC] 2.8.31, 2.8.37): where their texts stand, and what they hang on."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from linter.model.records import Record
from linter.readers.doc.bytes import Unsure, positions, u16, u32
from linter.readers.doc.fib import Fib, Table

_SHAPE, _TEXT = 26, 22  # bytes of a shape's and of a text's record
_SPARE, _ID = 8, 14  # where a text's record says that it is not in use, and which shape it belongs to


class Box(Record):
    """The characters `first` to `after` (not included) are the text of a box that hangs on the character `anchor`."""

    anchor: int
    first: int
    after: int


def read_boxes(fib: Fib, table: bytes) -> tuple[Box, ...]:
    """The text boxes in the order of their texts. One whose anchor is not known hangs on the end of the report: those
    in groups, whose shapes the anchors do not name, and all if the tables of them are damaged.
    """
    main, *others, boxes = fib.lengths
    if not boxes:
        return ()
    last, start = max(main - 1, 0), main + sum(others)
    try:
        anchors = _anchors(fib.part(Table.SHAPES).of(table))
        texts, records = positions(fib.part(Table.BOXES).of(table), _TEXT)
    except Unsure:
        return (Box(last, start, start + boxes),)
    return tuple(
        [
            Box(min(anchors.get(u32(records, at + _ID), last), last), start + first, start + after)
            for at, (first, after) in zip(range(0, len(records), _TEXT), pairwise(texts), strict=False)
            if after <= boxes and not u16(records, at + _SPARE)
        ]
    )


def _anchors(plc: bytes) -> Mapping[int, int]:
    """The number of a shape → the character that it hangs on."""
    places, records = positions(plc, _SHAPE)
    return {u32(records, _SHAPE * index): place for index, place in enumerate(places[:-1])}
