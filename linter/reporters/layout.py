"""Lines for a terminal, in which a Chinese character is two cells wide."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len

from linter.model.records import Record
from linter.text.punctuation import NO_LINE_BEGINS_WITH, OPENING
from linter.text.regex import regex

_WORD = regex(r"[!-~]+|\s+|.", re.DOTALL)


class Piece(Record):
    """A stretch of text in one style; the empty style is plain."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells: broken at spaces and between wide characters, but never so that a
    closing mark begins a line or an opening one ends it. There is at least one line.
    """
    lines, current = [], ""
    for word in _words(text):
        if cell_len(current) + cell_len(word.rstrip()) > width and current:
            lines.append(current.rstrip())
            current = ""
        current += word if current or not word.isspace() else ""
        while cell_len(current.rstrip()) > width:
            head = fit(current, width)
            lines.append(head)
            current = current[len(head) :]
    return [*lines, current.rstrip()] if current.strip() or not lines else lines


def fit(text: str, width: int) -> str:
    """The longest beginning of `text` that is at most `width` cells wide, and at least one character."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width and index:
            return text[:index]
    return text


def _words(text: str) -> list[str]:
    """The pieces that a line may be broken between."""
    words: list[str] = []
    for part in _WORD.findall(text):
        glued = words and (part[0] in NO_LINE_BEGINS_WITH or words[-1][-1] in OPENING) and not words[-1].isspace()
        if glued:
            words[-1] += part
        else:
            words.append(part)
    return words


def left(text: str, width: int) -> str:
    """`text` filled up with spaces to `width` cells."""
    return text + " " * max(width - cell_len(text), 0)


def right(text: str, width: int) -> str:
    """`text` pushed to the right edge of `width` cells."""
    return " " * max(width - cell_len(text), 0) + text


def hanging(label: Piece, text: str, indent: int, width: int, style: str = "") -> list[Line]:
    """`text` beside a `label` that stands in the first `indent` cells, its further lines below its first."""
    parts = wrap(text, width - indent)
    first: Line = (Piece(left(label.text, indent), label.style), Piece(parts[0], style))
    return [first, *((Piece(" " * indent), Piece(part, style)) for part in parts[1:])]


def plain_text(lines: Iterable[Line]) -> str:
    """The lines without any style, without spaces at their ends."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def widest(texts: Iterable[str]) -> int:
    """The width of the widest text in cells, 0 where there is none."""
    return max((cell_len(text) for text in texts), default=0)
