"""Text of a page that is not to be read: slanting, drawn in no colour or that of the paper, struck, a watermark
that lies over other text; and what stands above the line, which is a footnote mark.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from linter.model.records import Record
from linter.readers.pdf.glyphs import Box, Glyph
from linter.readers.pdf.strokes import Drawing, Matrix, Stroke, matrix_of, moved, times
from linter.text.languages import SEARCHED
from linter.text.marks import raised

_SLANTING = 0.2  # tangent of the angle to the nearest axis
_WHITE = 250  # of 255, in all colours
_LIGHT = 170
_FAINT, _UNSEEN = 128, 13  # of 255, opacity
_SMALLER = 0.86  # times the size of what it stands beside: a mark
_RAISED = (0.12, 0.8)  # of that size: how far above its baseline a mark stands
_BESIDE = (-0.3, 0.45)  # of that size: how far after it
_MIDDLE = (0.1, 0.5)  # of the size, above the baseline: where text is struck
_HIGHEST = 20.0  # points above the baseline of large print: its middle
_STRUCK = 0.6  # of a stroke: how much of it goes through characters


class _Colour(Record):
    """Of a text or an area, from 0 to 255 each; `darkest` is the least of red, green and blue."""

    darkest: int
    opacity: int


def left_out(drawing: Drawing, most_unseen: bool) -> frozenset[int]:
    """The addresses of the text objects of a page that are no part of what is read.

    Where `most_unseen` text is drawn without colour, as over a scan, such text is read all the same.
    """
    taken = set(_gone(drawing, most_unseen))
    light = _light(drawing, taken)
    if not light:
        return frozenset(taken)
    grounds = list(_grounds(drawing))
    faint: dict[tuple[_Colour, int], list[tuple[int, Box]]] = defaultdict(list)
    for text, outer, colour in light:
        box = _box(text, outer)
        if box is None or any(map(_holder(box), grounds)):
            continue
        if colour.darkest >= _WHITE or colour.opacity < _UNSEEN:
            taken.add(address_of(text))
        else:
            faint[colour, round(_size(text, times(matrix_of(text), outer)))].append((address_of(text), box))
    if faint:
        others = {address_of(text) for text, *_ in light} | taken
        dark = [_box(text, outer) for text, outer in drawing.texts if address_of(text) not in others]
        for group in faint.values():
            if any(other is not None and _overlap(box, other) for _, box in group for other in dark):
                taken.update(address for address, _ in group)
    return frozenset(taken)


def _gone(drawing: Drawing, most_unseen: bool) -> Iterator[int]:
    """Texts that slant, or are drawn in no way while others are.

    A file may draw every character as a text of its own, so that nothing is asked twice and little is made here.
    """
    from pypdfium2 import raw

    matrix_at, mode_of, matrix = raw.FPDFPageObj_GetMatrix, raw.FPDFTextObj_GetTextRenderMode, raw.FS_MATRIX()
    unseen = -2 if most_unseen else raw.FPDF_TEXTRENDERMODE_INVISIBLE
    for text, outer in drawing.texts:
        if mode_of(text) == unseen:
            yield address_of(text)
        elif matrix_at(text, matrix):
            level = matrix.b == 0 == outer[1]
            if not level and _slants(times(matrix_of(text), outer)):
                yield address_of(text)


def _slants(matrix: Matrix) -> bool:
    across, up = abs(matrix[0]), abs(matrix[1])
    return min(across, up) > _SLANTING * max(across, up)


def _light(drawing: Drawing, taken: Container[int]) -> list[tuple[Any, Matrix, _Colour]]:
    """Texts in light or faint print."""
    from pypdfium2.raw import FPDFPageObj_GetFillColor

    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    found = []
    for text, outer in drawing.texts:
        if not FPDFPageObj_GetFillColor(text, red, green, blue, opacity):
            continue
        light = red.value >= _LIGHT and green.value >= _LIGHT and blue.value >= _LIGHT
        if (light or opacity.value < _FAINT) and address_of(text) not in taken:
            found.append((text, outer, _colour(text)))
    return found


def address_of(part: Any) -> int:
    """What tells pdfium's objects apart."""
    return ctypes.addressof(part.contents)


def _size(text: Any, matrix: Matrix) -> float:
    from pypdfium2.raw import FPDFTextObj_GetFontSize

    size = ctypes.c_float()
    return abs(size.value) * math.hypot(matrix[2], matrix[3]) if FPDFTextObj_GetFontSize(text, size) else 0.0


def _colour(drawn: Any) -> _Colour:
    from pypdfium2.raw import FPDFPageObj_GetFillColor

    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not FPDFPageObj_GetFillColor(drawn, red, green, blue, opacity):
        return _Colour(0, 255)
    return _Colour(min(red.value, green.value, blue.value), opacity.value)


def _box(drawn: Any, outer: Matrix) -> Box | None:
    from pypdfium2.raw import FPDFPageObj_GetBounds

    sides = [ctypes.c_float() for _ in range(4)]
    if not FPDFPageObj_GetBounds(drawn, *sides):
        return None
    return Box(*moved((sides[0].value, sides[1].value, sides[2].value, sides[3].value), outer))


def _grounds(drawing: Drawing) -> Iterator[Box]:
    """Areas on which light print is seen: pictures, and shapes filled in a colour that is not light."""
    from pypdfium2 import raw

    yield from (Box(*image) for image in drawing.images)
    filling, stroked = ctypes.c_int(), ctypes.c_int()
    for path, box in drawing.areas:
        if raw.FPDFPath_GetDrawMode(path, filling, stroked) and filling.value:
            colour = _colour(path)
            if colour.darkest < _WHITE - 15 and colour.opacity > _UNSEEN:
                yield Box(*box)


def _holder(box: Box) -> Callable[[Box], bool]:
    """Tells of an area whether the middle of `box` is in it."""
    across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return lambda area: area.left <= across <= area.right and area.bottom <= up <= area.top


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.top, other.top) - max(one.bottom, other.bottom) > 1
    )


def with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Small characters above the line, right after others, as raised ones on their line; they may stand anywhere in
    the order of the file.
    """
    sizes = sorted(glyph.size for glyph in glyphs[:: len(glyphs) // 200 + 1])
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    least = _SMALLER * usual
    small = [index for index, (text, *_, bottom, top) in enumerate(glyphs) if top - bottom < least and _may_mark(text)]
    if not small or len(small) * 2 > len(glyphs):
        return list(glyphs)
    ends: dict[int, list[Glyph]] = defaultdict(list)  # by where they end, in steps of ten points
    marks = set(small)
    for index, glyph in enumerate(glyphs):
        if index not in marks and not glyph.text.isspace():
            ends[int(glyph.right // 10)].append(glyph)
    made = list(glyphs)
    for index in sorted(small, key=lambda index: glyphs[index].left):
        glyph = glyphs[index]
        near = int(glyph.left // 10)
        beside = (other for step in (near, near - 1, near + 1) for other in ends[step] if _is_above(glyph, other))
        if (other := next(beside, None)) is not None:
            text = glyph.text if glyph.text.isalpha() and glyph.text.isascii() else raised(glyph.text)
            made[index] = glyph._replace(text=text, baseline=other.baseline)
            ends[int(glyph.right // 10)].append(other._replace(right=glyph.right))
    return made


_WIDE = chr(0x2E80)  # ideographs and their punctuation begin here


def _may_mark(text: str) -> bool:
    return (text < _WIDE and not text.isspace()) or text in SEARCHED.notes.mark


def _is_above(glyph: Glyph, other: Glyph) -> bool:
    size, above = other.size, glyph.baseline - other.baseline
    if not _RAISED[0] * size <= above <= _RAISED[1] * size or glyph.size >= _SMALLER * size:
        return False
    return _BESIDE[0] * size <= glyph.left - other.right <= _BESIDE[1] * size


def without_struck(glyphs: Sequence[Glyph], strokes: Iterable[Stroke]) -> tuple[list[Glyph], int]:
    """The characters through which no stroke goes, and the number of strokes that go through others.

    A ruling of a table is no such stroke: the most of it has no characters.
    """
    lines: dict[float, list[int]] = defaultdict(list)
    for index, glyph in enumerate(glyphs):
        if not glyph.text.isspace():
            lines[round(glyph.baseline * 2) / 2].append(index)
    heights = sorted(lines)
    struck: set[int] = set()
    count = 0
    for level, at, start, end in strokes:
        if not level or end - start < 2:
            continue
        for height in heights[bisect_left(heights, at - _HIGHEST) : bisect_right(heights, at)]:
            through = [index for index in lines[height] if _goes_through(glyphs[index], at, start, end)]
            if sum(glyphs[index].right - glyphs[index].left for index in through) > _STRUCK * (end - start):
                struck.update(through)
                count += 1
    return [glyph for index, glyph in enumerate(glyphs) if index not in struck] if struck else list(glyphs), count


def _goes_through(glyph: Glyph, at: float, start: float, end: float) -> bool:
    least, most = _MIDDLE
    above = at - glyph.baseline
    return least * glyph.size <= above <= most * glyph.size and start - 1 <= (glyph.left + glyph.right) / 2 <= end + 1
