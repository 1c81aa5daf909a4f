"""The characters that a page draws, with their boxes, upright, whichever way the page is turned."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from linter.model.records import Record

UNREADABLE = "\ufffd"
"""What stands for a character whose font does not say which letter it draws."""

_HYPHEN = 2  # pdfium's sign for a hyphen at the end of a line
_SAMPLES = 60  # characters that are asked which way they run
_USUAL = (4.5, 30.0)  # points: heights of print
_SLANTING = 0.2  # tangent of the angle to the nearest axis
_PAIRS = 300  # of characters side by side that tell how far all are set apart
_FEWEST_PAIRS = 20
_LEAST_SPACING, _WIDEST_SPACING = 0.06, 0.8  # of the height
_OFF = (0.55, 1.9)  # times the size of its font: heights that a character's line has


class Box(Record):
    """A rectangle in points, upright: `top` is above `bottom`."""

    left: float
    bottom: float
    right: float
    top: float


class Glyph(Record):
    """A drawn character in upright coordinates, and the baseline it stands on."""

    text: str
    left: float
    right: float
    baseline: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """The height of a line of such characters."""
        return self.top - self.bottom


class _Drawn(Record):
    """A character as pdfium gives it: its number on the page, its origin and the box of its line."""

    number: int
    text: str
    x: float
    y: float
    box: Box


def upright(box: Box, turn: int) -> Box:
    """`box` after `turn` quarter turns clockwise about the origin."""
    left, bottom, right, top = box
    if turn == 1:
        return Box(bottom, -right, top, -left)
    if turn == 2:
        return Box(-right, -top, -left, -bottom)
    if turn == 3:
        return Box(-top, left, -bottom, right)
    return box


def turn_of(text_page: Any, count: int) -> int:
    """The quarter turns counter-clockwise by which most of the text runs off the horizontal, slanting text aside."""
    from pypdfium2.raw import FPDFText_GetCharAngle, FPDFText_GetUnicode

    angles: Counter[int] = Counter()
    for index in range(0, count, count // _SAMPLES + 1):
        if FPDFText_GetUnicode(text_page, index) > 32:
            angle = FPDFText_GetCharAngle(text_page, index)
            turns = max(angle, 0.0) / (math.pi / 2)
            if abs(turns - round(turns)) < _SLANTING:
                angles[-round(turns) % 4] += 1  # it counts clockwise
    return angles.most_common(1)[0][0] if angles else 0


def read_glyphs(text_page: Any, count: int, turn: int, hidden: frozenset[int] = frozenset()) -> Iterator[Glyph]:
    """The drawn characters in the order of the file, turned upright; white space that is not drawn is left out, and
    what belongs to a text object whose address is among the `hidden`.
    """
    drawn = [item for item in _drawn(text_page, count) if not hidden or _owner(text_page, item) not in hidden]
    doubtful = _doubtful(drawn)
    for place, item in enumerate(drawn):
        box = _em_box(text_page, item) if place in doubtful else item.box
        if box is None:
            continue
        baseline = item.y
        if turn:
            box = upright(box, turn)
            baseline = (item.y, -item.x, -item.y, item.x)[turn]
        yield Glyph(item.text, box.left, box.right, baseline, box.bottom, box.top)


def _drawn(text_page: Any, count: int) -> Iterator[_Drawn]:
    from pypdfium2 import raw

    rectangle = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    unicode_at, box_at, origin_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    unmapped_at = raw.FPDFText_HasUnicodeMapError
    for index in range(count):
        code = unicode_at(text_page, index)
        if code in (10, 13) or not box_at(text_page, index, rectangle):
            continue
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if _is_drawn(box):
            origin_at(text_page, index, x, y)
            text = UNREADABLE if unmapped_at(text_page, index) == 1 else _text(code)
            yield _Drawn(index, text, x.value, y.value, box)


def _owner(text_page: Any, item: _Drawn) -> int:
    """The address of the text object that a character belongs to; 0 for one that pdfium put in."""
    from pypdfium2.raw import FPDFText_GetTextObject

    part = FPDFText_GetTextObject(text_page, item.number)
    return ctypes.addressof(part.contents) if part else 0


def _is_drawn(box: Box) -> bool:
    """Whether the box of a character is one that may stand on a page (and no number that is none)."""
    return -20000 < box.left < box.right < 20000 and -20000 < box.bottom < box.top < 20000


def _text(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return " " if code == 9 else UNREADABLE
    return chr(code)


def _doubtful(drawn: Sequence[_Drawn]) -> set[int]:
    """Which characters may be set from top to bottom: pdfium gives those boxes of a size not scaled to the page."""
    doubtful: set[int] = set()
    least, most = _USUAL
    for place, item in enumerate(drawn):
        if not least <= item.box.top - item.box.bottom <= most:
            doubtful.add(place)
        if place:
            before = drawn[place - 1]
            if abs(item.x - before.x) < 0.5 and item.y != before.y:
                doubtful |= {place - 1, place}
    return doubtful


def _em_box(text_page: Any, item: _Drawn) -> Box | None:
    """The box of a character, or a square of the size of its font where that box cannot be right.

    None for one set slanting across the page, as a watermark is.
    """
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text_page, item.number, matrix):
        return item.box
    if min(abs(matrix.a), abs(matrix.b)) > _SLANTING * max(abs(matrix.a), abs(matrix.b)):
        return None
    if abs(matrix.b) + abs(matrix.c) > abs(matrix.d):
        return item.box  # turned: its box is right
    em = raw.FPDFText_GetFontSize(text_page, item.number) * math.hypot(matrix.c, matrix.d)
    least, most = _OFF
    height = item.box.top - item.box.bottom
    if not 0 < em < 2000 or least * em <= height <= most * em:
        return item.box
    return Box(item.x, item.y - 0.15 * em, item.x + em, item.y + 0.85 * em)


def without_spacing(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters of a page, each as much wider as all are set apart."""
    gaps = []
    for before, glyph in itertools.islice(itertools.pairwise(glyphs), 0, None, len(glyphs) // _PAIRS + 1):
        gap = (glyph.left - before.right) / max(glyph.top - glyph.bottom, 1.0)
        if -0.3 < gap < _WIDEST_SPACING and before.baseline == glyph.baseline:
            gaps.append(gap)
    spacing = sorted(gaps)[len(gaps) // 2] if len(gaps) >= _FEWEST_PAIRS else 0.0
    if spacing < _LEAST_SPACING:
        return glyphs
    return [glyph._replace(right=glyph.right + spacing * (glyph.top - glyph.bottom)) for glyph in glyphs]
