"""Lines in colour, for a terminal that has some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.color import ColorSystem
from rich.style import Style

from linter.reporters.layout import Line, Piece

STYLES: Mapping[str, Style] = {
    "": Style(),
    "error": Style(bold=True, color="red"),
    "warning": Style(bold=True, color="yellow"),
    "info": Style(bold=True, color="cyan"),
    "mark": Style(bold=True, color="red"),
    "file": Style(bold=True, underline=True),
    "table": Style(bold=True),
    "title": Style(bold=True),
    "rule": Style(dim=True),
    "label": Style(dim=True),
    "quiet": Style(dim=True),
}


def coloured(lines: Iterable[Line]) -> str:
    """The lines with the escape sequences of the sixteen colours that every terminal has."""
    return "".join(_line(line) + "\n" for line in lines)


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    """A piece in its style; a link is written as terminals since VTE take it (OSC 8), and the others show its text."""
    shown = STYLES[piece.style].render(piece.text, color_system=ColorSystem.STANDARD)
    return f"\x1b]8;;{piece.link}\x1b\\{shown}\x1b]8;;\x1b\\" if piece.link else shown
