"""Which lines of a report are of which table: by the labels in them, their section, and the table around them.

A label is no proof by itself: other tables have a row 总计 too. A table that shares labels with one of the form and is
not it, is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from linter.binding.lexicon import Lexicon, Role, TableLexicon
from linter.binding.lines import Line

Votes = Mapping[str, int]
"""How strongly something speaks for each table."""


def assign(lines: Sequence[Line], sections: Mapping[int, str], lexicon: Lexicon) -> dict[str, list[Line]]:
    """The lines of each table, recognised by the labels in them; `sections` gives the section of every block."""
    votes = [_votes(line, lexicon) for line in lines]
    by_section = {table.spec.section: table.spec.id for table in lexicon.tables}
    chosen: list[str | None] = []
    current: str | None = None
    block = section = None
    for index, line in enumerate(lines):
        if line.block != block:
            here = sections.get(line.block)
            ahead = _first_vote(lines, votes, index)
            kept = current if here == section else None
            current = ahead or kept or by_section.get(here or "")
            block, section = line.block, here
        current = _leader(votes[index], current)
        chosen.append(current)
    _drop_foreign_rows(lines, votes, chosen, sections, lexicon)
    _drop_decoys(lines, chosen, lexicon)
    assigned: dict[str, list[Line]] = {}
    for line, id in zip(lines, chosen, strict=True):
        if id is not None:
            assigned.setdefault(id, []).append(line)
    return assigned


def _votes(line: Line, lexicon: Lexicon) -> Votes:
    """How strongly the labels of a line speak for each table: rows and headings most, columns least."""
    votes: dict[str, int] = {}
    for form in line.forms.values():
        for id, weight in lexicon.votes.get(form.words) or lexicon.votes.get(form.brief, ()):
            votes[id] = votes.get(id, 0) + weight
    return votes


def _leader(votes: Votes, current: str | None) -> str | None:
    """The table that most labels speak for; with a draw, the one that was being read."""
    if not votes:
        return current
    most = max(votes.values())
    leaders = [id for id, count in votes.items() if count == most]
    return current if current in leaders or len(leaders) > 1 else leaders[0]


def _first_vote(lines: Sequence[Line], votes: Sequence[Votes], start: int) -> str | None:
    for index in range(start, len(lines)):
        if lines[index].block != lines[start].block:
            return None
        leader = _leader(votes[index], None)
        if leader is not None:
            return leader
    return None


def _drop_foreign_rows(
    lines: Sequence[Line],
    votes: Sequence[Votes],
    chosen: list[str | None],
    sections: Mapping[int, str],
    lexicon: Lexicon,
) -> None:
    """Leave out rows of other sections' tables that share a label or two with a table that stands where it should."""
    home = {table.spec.id: table.spec.section for table in lexicon.tables}
    support: Counter[tuple[int, str]] = Counter()
    for line, vote, id in zip(lines, votes, chosen, strict=True):
        if id is not None:
            support[line.block, id] += vote.get(id, 0)
    at_home = {id for (block, id), count in support.items() if count >= 3 and sections.get(block) == home[id]}
    for index, line in enumerate(lines):
        id = chosen[index]
        away = id is not None and id in at_home and sections.get(line.block) != home[id]
        if away or (id is not None and not support[line.block, id] and sections.get(line.block) != home[id]):
            chosen[index] = None


def _drop_decoys(lines: Sequence[Line], chosen: list[str | None], lexicon: Lexicon) -> None:
    """Leave out pieces that share a row or two with a table of which another piece is surely there."""
    tables = {table.spec.id: table for table in lexicon.tables}
    pieces: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, id in enumerate(chosen):
        if id is not None:
            pieces[id, lines[index].block].append(index)
    sure = {(id, block): sum(_tells(lines[index], tables[id]) for index in own) for (id, block), own in pieces.items()}
    surest: dict[str, int] = {}
    for (id, _), count in sure.items():
        surest[id] = max(count, surest.get(id, 0))
    for (id, block), own in pieces.items():
        if surest[id] > sure[id, block] and _is_decoy([lines[index] for index in own], tables[id]):
            for index in own:
                chosen[index] = None


def _is_decoy(piece: Sequence[Line], table: TableLexicon) -> bool:
    """Whether a piece has a header of its own in which no column of the table is named, and either rows of figures that
    are none of the table's and none that surely is, or in no row as many figures as the table has columns.
    """
    rows = [line for line in piece if line.words and line.has_figures(line.words[0])]
    headed = [line for line in piece if len(line.words) > 1 and not line.has_figures()]
    named = any(table.find(form, Role.COLUMN, Role.CORNER) for line in headed for form in line.forms.values())
    if not rows or not headed or named:
        return False
    if not any(_tells(line, table) for line in rows):
        return not all(table.find(form, Role.ROW, Role.GROUP) for line in rows for form in line.forms.values())
    widths = {len(block.columns) for block in table.spec.blocks}
    return all(len(line.values(line.words[-1])) not in widths for line in rows)


def _tells(line: Line, table: TableLexicon) -> bool:
    return any(table.tells(form) for form in line.forms.values())
