"""The form as Markdown; what a cell covers beside its first place is left empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.forms.parts import FilledTable, Heading, Part, Text, Title
from linter.language import render


def write(parts: Sequence[Part], language: str) -> bytes:
    """The text in UTF-8. Figures that were carried in are named in a remark below their table, which no page shows."""
    return ("\n\n".join(line for part in parts for line in _part(part, language)) + "\n").encode()


def _part(part: Part, language: str) -> Iterator[str]:
    match part:
        case Title(text):
            yield f"# {_safe(text)}"
        case Heading(text):
            yield f"## {_safe(text)}"
        case Text(text):
            yield _safe(text)
        case FilledTable(grid):
            first, *rest = (f"| {' | '.join(map(_safe, row))} |" for row in grid.texts(part.text))
            yield "\n".join([first, "|" + " --- |" * grid.width, *rest])
            remarks = [
                f"{carried.text}: {render(carried.remark, language)}"
                for cell in grid.cells
                if (carried := part.carried(cell)) is not None
            ]
            if remarks:
                yield "<!-- " + "; ".join(remarks).replace("--", "") + " -->"


def _safe(text: str) -> str:
    """The text so that none of it is markup."""
    return "".join(f"\\{sign}" if sign in "\\|*_`<[" else sign for sign in text)
