"""Tables of the form that a report shows more than once: last year's beside this year's, an example, an office's.

Which of them is meant, what stands above each says: one that is said to be of another year, of another agency or an
example is left out. Where that leaves several, all are kept, and their rows contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.binding.lexicon import TableLexicon
from linter.binding.lines import Line
from linter.binding.regions import compiled
from linter.model.document import Block, Paragraph
from linter.model.language import Language
from linter.model.records import Record
from linter.text.languages import SEARCHED

FEWEST_ROWS = 3
"""Rows that two pieces have to share to be two copies of a table."""


YEAR = r"(?:19|20)\d\d"


NAME = 3
"""Last letters of a name that may be that of the report's own agency, where they are in that."""


class Owner(Record):
    """Whose report it is, and of which year; empty where it does not say."""

    agency: str
    year: str
    language: Language = SEARCHED


def without_copies(
    lines: Sequence[Line], table: TableLexicon, blocks: Sequence[Block], owner: Owner
) -> tuple[Sequence[Line], list[Line]]:
    """The lines of a table without those of copies that are another's, and the first line of each of these copies."""
    copies = _copies(lines, table)
    others = [copy for copy in copies if _is_anothers(_caption(copy[0], blocks, owner.language), owner)]
    if len(copies) < 2 or len(copies) - len(others) != 1:
        return lines, []
    left_out = {block for copy in others for block in copy}
    kept = [line for line in lines if line.block not in left_out]
    return kept, [next(line for line in lines if line.block == copy[0]) for copy in others]


def _copies(lines: Sequence[Line], table: TableLexicon) -> list[list[int]]:
    """The pieces of each copy: one that shares rows with those before it begins another."""
    rows: dict[int, set[int]] = {}
    for line in lines:
        named = {entry.order for form in line.forms.values() if table.tells(form) for entry in table.rows_named(form)}
        if named and line.has_figures():
            rows.setdefault(line.block, set()).update(named)
    copies: list[list[int]] = []
    seen: set[int] = set()
    for block in sorted(rows):
        if not copies or len(rows[block] & seen) >= FEWEST_ROWS:
            copies.append([])
            seen = set()
        copies[-1].append(block)
        seen |= rows[block]
    return copies


def _caption(block: int, blocks: Sequence[Block], language: Language) -> str:
    """The text right above a block; empty where there is none."""
    above = blocks[block - 1] if block else None
    return (" " * language.spaces).join(above.text.value.split()) if isinstance(above, Paragraph) else ""


def _others(language: Language) -> str:
    """A pattern of the words of a caption that say that a table is not this report's own."""
    words = "|".join(language.other_tables.words)
    return rf"(?i)\b(?:{words})\b" if language.spaces else words


def _is_anothers(caption: str, owner: Owner) -> bool:
    if compiled(_others(owner.language)).search(caption):
        return True
    years = _found(YEAR, caption)
    if years and owner.year and owner.year not in years:
        return True
    agencies = _found(owner.language.other_tables.agency, caption)
    return bool(agencies and owner.agency) and not any(name[-NAME:] in owner.agency for name in agencies)


def _found(pattern: str, caption: str) -> set[str]:
    return {match[0] for match in compiled(pattern).finditer(caption)}
