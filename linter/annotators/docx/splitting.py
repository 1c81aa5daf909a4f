"""Runs of a Word document cut in two or more, each with the properties of the whole, so that words can be marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import pairwise

from lxml.etree import _Element

from linter.model.records import Record

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONE_CHARACTER = ("tab", "ptab", "br", "cr", "noBreakHyphen")


class Part(Record):
    """The characters of a run from `start` to `end`, counted as the reader counts them."""

    run: _Element
    start: int
    end: int


def split(parts: Iterable[Part], namespace: str) -> Mapping[Part, tuple[_Element, _Element]]:
    """The runs that each part is made of, the first and the last of them. A run is cut wherever a part begins or ends;
    one that holds more than text, such as a picture or a field, stays whole.
    """
    by_run: dict[_Element, list[Part]] = {}
    for part in parts:
        by_run.setdefault(part.run, []).append(part)
    found: dict[Part, tuple[_Element, _Element]] = {}
    for run, own in by_run.items():
        length = _length(run, namespace)
        edges = sorted({0, length, *(min(edge, length) for part in own for edge in (part.start, part.end))})
        pieces = dict(zip(edges, _cut(run, edges, namespace), strict=False)) if length else {}
        for part in own:
            starts = [start for start in pieces if part.start <= start < part.end]
            found[part] = (pieces[starts[0]], pieces[starts[-1]]) if starts else (run, run)
    return found


def _length(run: _Element, namespace: str) -> int:
    """The characters of a run of nothing but text; 0 for any other."""
    lengths = [_characters(child, namespace) for child in _content(run, namespace)]
    return 0 if None in lengths else sum(filter(None, lengths))


def _content(run: _Element, namespace: str) -> list[_Element]:
    return [child for child in run if child.tag != f"{{{namespace}}}rPr"]


def _characters(child: _Element, namespace: str) -> int | None:
    if child.tag == f"{{{namespace}}}t":
        return len(_text(child))
    return 1 if child.tag in {f"{{{namespace}}}{name}" for name in _ONE_CHARACTER} else None


def _text(child: _Element) -> str:
    """The text of a `w:t`, of which white space at the edges counts only where the file says so."""
    text = child.text or ""
    return text if child.get(_SPACE) == "preserve" else text.strip(" \t\n\r")


def _cut(run: _Element, edges: list[int], namespace: str) -> list[_Element]:
    """The run in pieces from edge to edge, in its place; the first of them is the run itself."""
    content = _content(run, namespace)
    properties = [child for child in run if child not in content]
    pieces = [run]
    for _ in edges[2:]:
        piece = run.makeelement(run.tag, dict(run.attrib))
        piece.extend(deepcopy(one) for one in properties)
        pieces[-1].addnext(piece)
        pieces.append(piece)
    for child in content:
        run.remove(child)
    offset = 0
    for child in content:
        length = _characters(child, namespace) or 0
        for piece, (start, end) in zip(pieces, pairwise(edges), strict=True):
            first, last = max(start, offset), min(end, offset + length)
            if first < last:
                piece.append(_from(child, first - offset, last - offset, length))
        offset += length
    pieces[0].tail, pieces[-1].tail = pieces[-1].tail, pieces[0].tail
    return pieces


def _from(child: _Element, start: int, end: int, length: int) -> _Element:
    """A child of a run, or the part of its text."""
    if end - start == length:
        return child
    part = child.makeelement(child.tag, dict(child.attrib))
    part.set(_SPACE, "preserve")
    part.text = _text(child)[start:end]
    return part
