"""What is drawn on a page → straight strokes along the page's edges, from which tables are ruled.

A ruling may be a line, a side of a drawn rectangle, a rectangle so thin that it is a line, or an image of that kind.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.model.records import Record

THICKEST = 3.5
"""Points that a ruling may be thick. Text is not so low, and cells are not so narrow."""

MOST_OBJECTS = 200_000
"""Drawn objects that a page may have, those in nested groups counted. A page of a report has some hundreds."""

DEEPEST = 12
"""Groups within groups in which strokes are looked for."""

_LONGEST_PATH = 20_000
_SLANT = 1.0  # points by which the ends of a straight stroke may differ


class Stroke(Record):
    """A straight stroke: at `at` on one axis, from `start` to `end` on the other. `level` is one along the x axis."""

    level: bool
    at: float
    start: float
    end: float


Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def turned_stroke(stroke: Stroke, turn: int) -> Stroke:
    """`stroke` after `turn` quarter turns clockwise about the origin."""
    level, at, start, end = stroke
    if turn == 2:
        return Stroke(level, -at, -end, -start)
    # A quarter turn clockwise takes (x, y) to (y, -x), one counter-clockwise to (-y, x).
    if (turn == 1) == level:
        return Stroke(not level, at, -end, -start)
    return Stroke(not level, -at, start, end)


class Drawing:
    """The strokes and images of a page. `strokes` are in the page's own coordinates, `images` are (left, bottom,
    right, top); `texts` are pdfium's objects with the matrix of the group that each stands in, `areas` those of shapes
    that may be filled, with their boxes.
    """

    def __init__(self, page: Any) -> None:
        """Read all objects of pdfium's `page`; raises `ReadFailure` for more than `MOST_OBJECTS`."""
        from pypdfium2.raw import FPDFPage_CountObjects, FPDFPage_GetObject

        self.strokes: list[Stroke] = []
        self.texts: list[tuple[Any, Matrix]] = []
        self.areas: list[tuple[Any, tuple[float, float, float, float]]] = []
        self.images: list[tuple[float, float, float, float]] = []
        self._left = MOST_OBJECTS
        self._read(page.raw, FPDFPage_CountObjects, FPDFPage_GetObject, _IDENTITY, 0)

    def _read(self, holder: Any, count: Any, item: Any, matrix: Matrix, depth: int) -> None:
        from pypdfium2 import raw

        number = count(holder)
        self._left -= max(number, 0)
        if self._left < 0:
            raise ReadFailure(Message("read.pdf-too-complex"))
        sides = [ctypes.c_float() for _ in range(4)]
        for index in range(number):
            drawn = item(holder, index)
            kind = raw.FPDFPageObj_GetType(drawn)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if depth < DEEPEST:
                    inner = times(matrix_of(drawn), matrix)
                    self._read(drawn, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts.append((drawn, matrix))
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and raw.FPDFPageObj_GetBounds(drawn, *sides):
                box = moved((sides[0].value, sides[1].value, sides[2].value, sides[3].value), matrix)
                thin = _thin(box)
                if thin:
                    self.strokes.extend(thin)
                elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                    self.images.append(box)
                else:
                    self.areas.append((drawn, box))
                    self.strokes.extend(_sides(drawn, matrix))


def _thin(box: tuple[float, float, float, float]) -> list[Stroke]:
    """The stroke that a narrow rectangle is; a dot may be part of a dotted line either way."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    strokes = []
    if height <= THICKEST:
        strokes.append(Stroke(True, (bottom + top) / 2, left, right))
    if width <= THICKEST:
        strokes.append(Stroke(False, (left + right) / 2, bottom, top))
    return strokes


def _sides(path: Any, matrix: Matrix) -> Iterator[Stroke]:
    """The straight sides of a path with some extent: all of them where it is stroked, else its narrow rectangles."""
    from pypdfium2 import raw

    segments = raw.FPDFPath_CountSegments(path)
    filling, stroked = ctypes.c_int(), ctypes.c_int()
    if not 2 <= segments <= _LONGEST_PATH or not raw.FPDFPath_GetDrawMode(path, filling, stroked):
        return
    if not stroked.value and (not filling.value or segments <= 5):
        return  # an area of colour
    whole = times(matrix_of(path), matrix)
    for points in _subpaths(path, segments, whole):
        if stroked.value:
            for (x, y), (next_x, next_y) in itertools.pairwise(points):
                if abs(y - next_y) <= _SLANT:
                    yield Stroke(True, (y + next_y) / 2, min(x, next_x), max(x, next_x))
                if abs(x - next_x) <= _SLANT:
                    yield Stroke(False, (x + next_x) / 2, min(y, next_y), max(y, next_y))
        elif len(points) > 1:
            across, up = [x for x, _ in points], [y for _, y in points]
            yield from _thin((min(across), min(up), max(across), max(up)))


def _subpaths(path: Any, segments: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path, its first one again at the end of a closed part; curves are chords."""
    from pypdfium2 import raw

    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def matrix_of(drawn: Any) -> Matrix:
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, matrix):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(box: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    if matrix == _IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return (min(across), min(up), max(across), max(up))
