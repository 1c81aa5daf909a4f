"""Which blocks of a document are which table, for tables that the form tells by more than the labels of their rows.

The evidence, in this order: a title or caption above the table, the section it stands in, and the labels of its header.
A block that goes on with the table before it, in the same grid and under the same header or none, is a piece of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from linter.binding.lexicon import Role, TableLexicon
from linter.binding.outline import is_of_contents
from linter.binding.regions import compiled
from linter.model.document import Block, Paragraph, Table
from linter.model.records import Record
from linter.text.widths import folded

MOST_LINES_ABOVE = 40
"""Lines above a table, up to the table before it, among which its title is looked for."""

HEADER_ROWS = 4
"""Rows at the beginning of a table in which the labels of its header are looked for."""

EMPHASIS = "*_ "

ENOUGH = 0.6
"""The share of the labels of a header that a table outside its section has to show."""

LINES_BETWEEN = 3
LONGEST_BETWEEN = 40
"""Lines, and characters of one, that may stand between two pieces of a table: page numbers, say."""


class Candidate(Record):
    """A block that may be a table of the form: the lines above it up to the table before, the nearest first; the text
    of its first row, where that is one; its section; and what labels its rows have in their first cell.
    """

    block: int
    table: Table
    above: tuple[str, ...]
    caption: str
    section: str
    keys: frozenset[str]

    @property
    def goes_on(self) -> bool:
        """Whether so little stands between it and the table before it that it may go on with that."""
        return len(self.above) <= LINES_BETWEEN and all(len(line) <= LONGEST_BETWEEN for line in self.above)


class Place(Record):
    """Where one table stands: its pieces, and the name in its title of the entity that it is of. `others` are further
    tables that claim to be it.
    """

    table: TableLexicon
    pieces: list[Candidate]
    named: str
    others: list[Candidate]

    def take(self, candidate: Candidate, shown: bool) -> bool:
        """Take a table with this title: the first, the rest of it, or one more; gives back whether it is one of these.
        One that has not `shown` a label of the header is the first or none.
        """
        if self.pieces and not shown:
            return False
        (self.others if self.pieces and not self.goes_on_with(candidate) else self.pieces).append(candidate)
        return True

    def goes_on_with(self, candidate: Candidate) -> bool:
        """Whether a block has the grid of the last piece and, but for a few, other rows than the pieces so far."""
        one, other = (max(row.width for row in piece.table.rows) for piece in (self.pieces[-1], candidate))
        labels = {key for key in candidate.keys if not self.table.find(self.table.texts.form(key), Role.CORNER)}
        known = sum(any(key in piece.keys for piece in self.pieces) for key in labels)
        return one == other and known * 2 <= len(labels)


def locate(
    blocks: Sequence[Block], sections: Mapping[int, str], tables: Sequence[TableLexicon]
) -> dict[tuple[str, str], Place]:
    """Where these tables stand, by id and by the name of the entity that they are of, or nothing; `sections` gives the
    section of every block.
    """
    candidates = list(_candidates(blocks, sections))
    places: dict[tuple[str, str], Place] = {}
    titled = [table for table in tables if table.spec.found_by.title or table.spec.found_by.caption]
    others = [table for table in tables if table not in titled]
    used: set[int] = set()
    for shown in (True, False):
        for candidate, table, named in _by_title(candidates, titled, shown):
            if candidate.block in used:
                continue  # a table that nothing is left for is nowhere
            place = places.setdefault((table.spec.id, named), Place(table, [], named, []))
            if place.take(candidate, shown):
                used.add(candidate.block)
    free = [candidate for candidate in candidates if candidate.block not in used]
    for candidate, table in _by_section(free, others):
        used.add(candidate.block)
        places[table.spec.id, ""] = Place(table, [candidate], "", [])
    _carry_on(candidates, used, places)
    return places


def _candidates(blocks: Sequence[Block], sections: Mapping[int, str]) -> Iterator[Candidate]:
    above: list[str] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if not is_of_contents(block.text.value):
                above.append(_plain(block.text.value))
        elif _is_grid(block):
            first = [cell.text.value for cell in block.rows[0].cells if cell.text.value.strip()]
            caption = _plain(first[0]) if len(set(first)) == 1 else ""
            lines = tuple(line for line in above[::-1] if line)[:MOST_LINES_ABOVE]
            yield Candidate(index, block, lines, caption, sections.get(index, ""), _keys(block))
            above = []
        else:
            above.extend(_plain(cell.text.value) for row in block.rows for cell in row.cells)


def _is_grid(table: Table) -> bool:
    """Whether it is more than a frame around a heading or around nothing."""
    return any(sum(bool(cell.text.value.strip()) for cell in row.cells) > 1 for row in table.rows)


def _keys(table: Table) -> frozenset[str]:
    """What stands in the first cells of the rows below the first."""
    firsts = (row.cells[0] for row in table.rows[1:] if not row.cells[0].column)
    return frozenset(text for cell in firsts if (text := "".join(cell.text.value.split())))


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def _by_title(
    candidates: Sequence[Candidate], tables: Sequence[TableLexicon], shown: bool
) -> Iterator[tuple[Candidate, TableLexicon, str]]:
    """The tables that a line above a block names, the nearest such line first; of several, the one it says most of.

    Those that show a label of the table's header (`shown`) are others than those that do not: a title may stand far
    above, in a list of contents.
    """
    seen: dict[str, int] = {}
    for candidate in candidates if tables else ():
        lines = [candidate.caption, *candidate.above]
        for number, line in enumerate(lines):
            found = [
                (match.end(), table, match)
                for table in tables
                if (match := _begins(line, table, number <= 1)) is not None
                and _has_labels(candidate, table)
                and bool(_labels_shown(candidate, table)) is shown
            ]
            if not found:
                continue
            longest = max(end for end, _, _ in found)
            fitting = [(table, match) for end, table, match in found if end == longest]
            pattern = fitting[0][0].spec.found_by.title or fitting[0][0].spec.found_by.caption
            seen[pattern] = seen.get(pattern, 0) + 1
            nth = [pair for pair in fitting if pair[0].spec.found_by.nth in (0, seen[pattern])]
            if nth:
                table, match = nth[0]
                yield candidate, table, _named(match, table.spec.each)
            break


def _begins(line: str, table: TableLexicon, is_near: bool) -> Any:
    """The match of a table's title, or of its caption in a line that is near enough, at the beginning of a line."""
    found = table.spec.found_by
    pattern = found.title or (found.caption if is_near else "")
    return compiled(rf"(?i)[^\pL\pN]*(?:{pattern})").match(line) if pattern and line else None


def _named(match: Any, kind: str) -> str:
    return (match.groupdict().get(kind) or "").rstrip(EMPHASIS) if kind else ""


def _has_labels(candidate: Candidate, table: TableLexicon) -> bool:
    wanted = {table.texts.form(label).words for label in table.spec.found_by.header}
    return wanted <= {table.texts.form(text).words for text in _first_texts(candidate)} if wanted else True


def _first_texts(candidate: Candidate) -> Iterator[str]:
    return (cell.text.value for row in candidate.table.rows[:HEADER_ROWS] for cell in row.cells)


def _by_section(
    candidates: Sequence[Candidate], tables: Sequence[TableLexicon]
) -> Iterator[tuple[Candidate, TableLexicon]]:
    """The blocks that show most labels of a table's header, in its section first; what is left in a section with as
    many tables left is in the order of the form.
    """
    pairs = [
        (score, candidate, table)
        for candidate in candidates
        for table in tables
        if _has_labels(candidate, table) and (score := _score(candidate, table)) > 0
    ]
    left = {candidate.block: candidate for candidate in candidates}
    waiting = {table.spec.id: table for table in tables}
    for _, candidate, table in sorted(pairs, key=lambda pair: (-pair[0], pair[1].block)):
        if candidate.block in left and table.spec.id in waiting:
            del left[candidate.block], waiting[table.spec.id]
            yield candidate, table
    for section in dict.fromkeys(table.spec.section for table in waiting.values() if table.spec.section):
        here = [candidate for candidate in left.values() if candidate.section == section]
        own = [table for table in waiting.values() if table.spec.section == section]
        if len(here) == len(own):
            yield from zip(here, own, strict=True)


def _score(candidate: Candidate, table: TableLexicon) -> float:
    """The share of the header's labels that a block shows, and 1 more in the table's own section; 0 for too few."""
    found = _labels_shown(candidate, table)
    labels = {entry.id for entry in table.entries if entry.role in (Role.COLUMN, Role.CORNER)}
    share = len(found) / len(labels) if labels else 0.0
    if candidate.section and candidate.section == table.spec.section:
        return 1 + share if found else 0.0
    return share if share >= ENOUGH else 0.0


def _labels_shown(candidate: Candidate, table: TableLexicon) -> set[str]:
    """The labels of the table's header that stand in the first rows of a block."""
    return {
        entry.id
        for text in _first_texts(candidate)
        for entry in table.find(table.texts.form(text), Role.COLUMN, Role.CORNER)
    }


def _carry_on(candidates: Sequence[Candidate], used: set[int], places: Mapping[tuple[str, str], Place]) -> None:
    """Give a table the blocks that go on with it."""
    of = {piece.block: place for place in places.values() for piece in place.pieces}
    for before, candidate in pairwise(candidates):
        place = of.get(before.block)
        free = candidate.block not in used and candidate.goes_on
        if place is not None and free and place.goes_on_with(candidate):
            place.pieces.append(candidate)
            of[candidate.block] = place
