"""Labels that a text breaks over several lines, put together before anything is compared.

In a text without a grid a cell that was narrow comes out as many lines, and each would be a cell of its own. Parts that
follow each other and together spell a label of the form are one cell again; the figures of the row may stand after
them, or after any part but the last. Nothing is put together that is not exactly a label, so that a part that is left
over stays what it is: no label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.binding.lexicon import Lexicon
from linter.binding.lines import Line, rebuilt
from linter.binding.texts import Content
from linter.model.document import Text, join
from linter.model.records import Record
from linter.text.punctuation import CLOSING_BRACKETS, DASHES, FULL_STOPS, OPENING_BRACKETS, either_width

_NO_PART = re.compile(rf"[{DASHES}\s]*|[{either_width(FULL_STOPS[2])}]+")
"""A rule between rows, and question marks for a figure that is not known: neither is a part of a label."""

MOST_PARTS = 40
"""Parts that a label may be broken into."""

Place = tuple[int, int]
"""The index of a line, and that of a cell in it."""


class _Part(Record):
    """A cell of words, or (without a text) the figures that follow each other."""

    at: Place
    text: Text | None


class _Found(Record):
    """A label in parts: the places of these, and the one that keeps it, before which or after which figures stand."""

    parts: tuple[Place, ...]
    kept: Place
    text: Text


def with_whole_labels(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those of drawn tables as they are, with every label in one cell; a line of parts alone is left out.

    A line beside a table is kept only where it is, or has become, a label of the form.
    """
    changes: dict[int, dict[int, Text | None]] = {}
    for stretch in _stretches(lines):
        for found in _labels([*_parts(lines, stretch)], lexicon):
            for line, cell in found.parts:
                changes.setdefault(line, {})[cell] = found.text if (line, cell) == found.kept else None
    made = [_changed(line, changes.get(index, {}), lexicon) for index, line in enumerate(lines)]
    return [*_beside(made, lexicon)]


def _stretches(lines: Sequence[Line]) -> Iterator[Sequence[int]]:
    """The indexes of lines that follow each other without a drawn table, a heading or other text between."""
    start = 0
    for index, line in enumerate(lines):
        if line.ruled or line.block > lines[max(index - 1, 0)].block + 1:
            yield range(start, index)
            start = index + line.ruled
    yield range(start, len(lines))


def _parts(lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[_Part]:
    for index in indexes:
        line, before = lines[index], Content.BLANK
        for cell in line.filled:
            if line.contents[cell] is Content.WORDS:
                yield _Part((index, cell), line.cells[cell].text)
            elif before <= Content.WORDS:
                yield _Part((index, cell), None)
            before = line.contents[cell]


def _labels(parts: Sequence[_Part], lexicon: Lexicon) -> Iterator[_Found]:
    start = 0
    while start < len(parts):
        found = _longest(parts, start, lexicon)
        if found is not None:
            yield found[1]
        start = found[0] if found is not None else start + 1


def _longest(parts: Sequence[_Part], start: int, lexicon: Lexicon) -> tuple[int, _Found] | None:
    """The longest label that begins with a part and takes in others, and the index of the part after it.

    None where each of its parts is a label by itself: then they are so many labels.
    """
    taken: list[_Part] = []
    kept: Place | None = None
    best: tuple[int, _Found] | None = None
    value = ""
    for index in range(start, min(start + MOST_PARTS, len(parts))):
        part = parts[index]
        if part.text is None:
            if kept is not None or not lexicon.texts.form(value).words:
                break
            kept = taken[-1].at
            continue
        value += part.text.value
        taken.append(part)
        if _NO_PART.fullmatch(part.text.value) or not (lexicon.begins(value) or _is_open(value)):
            break
        if len(taken) > 1 and lexicon.knows(value) and not _is_open(value):
            text = join(part.text for part in taken if part.text is not None)
            best = index + 1, _Found(tuple(part.at for part in taken), kept or part.at, text)
    if best is None or all(lexicon.knows(part.text.value) for part in taken[: len(best[1].parts)] if part.text):
        return None
    return best


def _is_open(value: str) -> bool:
    """Whether a bracket is open at the end: a note in brackets belongs to its label, however it is worded."""
    return sum(map(value.count, OPENING_BRACKETS)) > sum(map(value.count, CLOSING_BRACKETS))


def _changed(line: Line, cells: Mapping[int, Text | None], lexicon: Lexicon) -> Line | None:
    if not cells:
        return line
    lost = [index for index, text in cells.items() if text is None]
    texts = {index: text for index, text in cells.items() if text is not None}
    if len(lost) == len(line.filled):
        return None
    return rebuilt(line, texts, lexicon.texts).without(lost)


def _beside(lines: Sequence[Line | None], lexicon: Lexicon) -> Iterator[Line]:
    """The lines, but of those beside a table only labels of the form and figures, and none behind another text."""
    reached = {index for order in (1, -1) for index in _reached([*enumerate(lines)][::order], lexicon)}
    return (line for index, line in enumerate(lines) if line is not None and index in reached)


def _reached(lines: Sequence[tuple[int, Line | None]], lexicon: Lexicon) -> Iterator[int]:
    reached = False
    for index, line in lines:
        if line is not None:
            reached = not line.beside or (reached and (line.has_figures() or _is_known(line, lexicon)))
            if reached:
                yield index


def _is_known(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is a label of the form, or several with nothing but a space between."""
    return lexicon.knows(line.label) or any(lexicon.knows_all(line.cells[index].text.value) for index in line.words)
