"""Lines for a terminal, in which a Chinese character is two cells wide and some characters are as wide as it likes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import category, east_asian_width

from linter.model.records import Record
from linter.text.punctuation import NO_LINE_BEGINS_WITH, OPENING
from linter.text.regex import regex

_WORD = regex(r"[!-~]+|\s+|.", re.DOTALL)


class Piece(Record):
    """A stretch of text in one style; the empty style is plain. `link` is an address that a terminal may open."""

    text: str
    style: str = ""
    link: str = ""


Line = tuple[Piece, ...]

_PLAIN = frozenset({"Lu", "Ll", "Nd", "Zs", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm"})
"""Categories of Unicode of which a character is as wide as its East Asian width says."""

_SIGNS = frozenset({"So", "No", "Sk", "Lo", "Lm", "Nl"})
"""Further categories in which an ambiguous width is that of the other characters of a console."""


_FIRST, _LAST = map(chr, (0x4E00, 0x9FA5))
"""Characters that are wide beyond doubt."""


@cache
def _cells(character: str, ambiguous: int) -> int:
    """As rich has it, whose tables take as long to load as a report to check: what reports are made of needs none."""
    if _FIRST <= character <= _LAST:
        return 2
    width = east_asian_width(character)
    if category(character) in _PLAIN:
        return 2 if width in "WF" else ambiguous if width == "A" else 1
    from rich.cells import cell_len

    return (
        max(cell_len(character), ambiguous) if width == "A" and category(character) in _SIGNS else cell_len(character)
    )


class Ruler(Record):
    """Measures and fits text. `ambiguous` is how many cells those characters take that Unicode calls neither wide nor
    narrow (“ ” — … ①): one on most terminals, two on a console of Windows in Chinese.
    """

    ambiguous: int = 1

    def cells(self, text: str) -> int:
        """The width of `text` in the cells of a terminal."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(_cells(character, self.ambiguous) for character in text)

    def wrap(self, text: str, width: int) -> list[str]:
        """`text` in lines of at most `width` cells: broken at spaces and between wide characters, but never so that a
        closing mark begins a line or an opening one ends it. There is at least one line.
        """
        lines, current, used = [], "", 0
        for word in _words(text):
            if current and used + self.cells(word.rstrip()) > width:
                lines.append(current.rstrip())
                current, used = "", 0
            if not current and word.isspace():
                continue
            current, used = current + word, used + self.cells(word)
            while used > width and self.cells(current.rstrip()) > width:
                head = self.fit(current, width)
                lines.append(head)
                current = current[len(head) :]
                used = self.cells(current)
        return [*lines, current.rstrip()] if current.strip() or not lines else lines

    def fit(self, text: str, width: int) -> str:
        """The longest beginning of `text` that is at most `width` cells wide, and at least one character."""
        used = 0
        for index, character in enumerate(text):
            used += self.cells(character)
            if used > width and index:
                return text[:index]
        return text

    def left(self, text: str, width: int) -> str:
        """`text` filled up with spaces to `width` cells."""
        return text + " " * max(width - self.cells(text), 0)

    def right(self, text: str, width: int) -> str:
        """`text` pushed to the right edge of `width` cells."""
        return " " * max(width - self.cells(text), 0) + text

    def hanging(self, label: Piece, text: str, indent: int, width: int, style: str = "") -> list[Line]:
        """`text` beside a `label` that stands in the first `indent` cells, its further lines below its first."""
        parts = self.wrap(text, width - indent)
        first: Line = (Piece(self.left(label.text, indent), label.style), Piece(parts[0], style))
        return [first, *((Piece(" " * indent), Piece(part, style)) for part in parts[1:])]

    def widest(self, texts: Iterable[str]) -> int:
        """The width of the widest text in cells, 0 where there is none."""
        return max((self.cells(text) for text in texts), default=0)


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


def plain_text(lines: Iterable[Line]) -> str:
    """The lines without any style, without spaces at their ends."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
