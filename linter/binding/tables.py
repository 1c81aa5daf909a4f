"""From the lines of a report to its bound tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from linter.binding.across import read_across
from linter.binding.cells import bound_cells, zeros_throughout
from linter.binding.columns import Columns
from linter.binding.header import Header, read_header
from linter.binding.labels import misspelt_labels
from linter.binding.lexicon import Entry, Lexicon, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match, RowMatches
from linter.binding.rows import match_rows
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.report import BoundTable, Miss, MissKind
from linter.model.span import Span
from linter.text.likeness import letters_apart

Votes = Mapping[str, int]
"""How strongly something speaks for each table."""


def bind_table(lines: Sequence[Line], table: TableLexicon, lexicon: Lexicon) -> BoundTable | None:
    """The table that these lines are, or None where nothing in them is of it."""
    if not lines:
        return None
    matched = match_rows(lines, table, lexicon)
    if table.spec.across and not _stands_upright(lines, matched, table):
        across = read_across(lines, table, lexicon)
        return _finish(across.cells, across.misses, {}, lines, table, lexicon)
    if not matched.matches and not matched.groups:
        return None
    cells, misses = _Upright(lines, matched, table, lexicon).read()
    rows = {match.entry.id: lines[match.line].span for match in (*matched.matches, *matched.groups)}
    return _finish(cells, misses, rows, lines, table, lexicon)


def _stands_upright(lines: Sequence[Line], matched: RowMatches, table: TableLexicon) -> bool:
    """A table meant to run across that a draft prints with a row for each of its rows."""
    width = len(table.columns(0))
    full = [match for match in matched.matches if len(lines[match.figures_in].values(match.after)) == width]
    return len(full) > len(table.rows) / 2


def _finish(
    cells: Mapping[Address, Cell | None],
    misses: Sequence[Miss],
    rows: Mapping[str, Span],
    lines: Sequence[Line],
    table: TableLexicon,
    lexicon: Lexicon,
) -> BoundTable:
    bound = bound_cells(cells, table, lexicon, rows, lines[0].span)
    bound, zeros = zeros_throughout(bound, table.spec)
    blank = bool(bound) and not any(line.has_figures() for line in lines)
    return BoundTable(table.spec, lines[0].span, bound, tuple(misses), blank, zeros)


class _Upright:
    """Reads a table whose rows stand one below the other."""

    def __init__(self, lines: Sequence[Line], matched: RowMatches, table: TableLexicon, lexicon: Lexicon) -> None:
        self._lines = lines
        self._matched = matched
        self._table = table
        self._lexicon = lexicon
        columns = {index: block.columns for index, block in enumerate(table.spec.blocks)}
        self._columns = Columns(lines, (*matched.matches, *self._matched.groups), columns)
        self._headers = self._read_headers()

    def read(self) -> tuple[dict[Address, Cell | None], list[Miss]]:
        cells: dict[Address, Cell | None] = {}
        misses: list[Miss] = []
        lacking: dict[tuple[str, ...], list[Match]] = {}
        for match in (*self._matched.matches, *self._matched.groups):
            header = self._headers.get(match.line)
            slots = None if header is not None and header.contradicts else self._columns.read(match, header)
            line = self._lines[match.figures_in]
            if slots is None:
                misses.append(self._miss(MissKind.ROW_UNREADABLE, match))
                continue
            for id, index in slots.cells.items():
                address = Address(self._table.spec.id, match.entry.id, id)
                cells[address] = line.cells[index] if index is not None else None
            if slots.lacking:
                lacking.setdefault(slots.lacking, []).append(match)
        misses.extend(self._lacking(columns, matches) for columns, matches in lacking.items())
        misses.extend(self._label_misses())
        misses.extend(self._row_misses())
        misses.extend(self._corner_misses())
        labels = {(match.line, _label_cell(self._lines[match.line], match)) for match in self._matched.matches}
        misses.extend(misspelt_labels(self._lines, labels, self._table, self._lexicon))
        return cells, misses

    def _read_headers(self) -> dict[int, Header]:
        """For every recognised row's line, the header rows above it since the last row of another block."""
        headers: dict[int, Header] = {}
        current: Header | None = None
        block = -1
        start = 0
        for match in sorted((*self._matched.matches, *self._matched.groups), key=lambda match: match.line):
            above = self._lines[start : match.line + 1]
            own_label = _label_cell(above[-1], match)
            found = read_header(above, own_label, self._table, match.entry.block, self._lexicon)
            if found is None and match.entry.block != block:
                found = self._foreign_header(above[:-1])
            if match.entry.block != block:
                current, block = None, match.entry.block
            current = found or current
            if current is not None:
                headers[match.line] = current
            start = match.line + 1
        return headers

    def _foreign_header(self, lines: Sequence[Line]) -> Header | None:
        """Rows of words above a block of which not one is a label of the form: the header of another form."""
        words = sum(len(line.words) for line in lines if len(line.words) > 1 and not line.has_figures())
        return Header(lines[-1].block, unknown=words) if words else None

    def _miss(self, kind: MissKind, match: Match, expected: str = "") -> Miss:
        cell = self._lines[match.line].cells[_label_cell(self._lines[match.line], match)]
        return Miss(kind, cell.text.span, rows=(match.entry.id,), expected=expected, seen=cell.text.value)

    def _lacking(self, columns: tuple[str, ...], matches: Sequence[Match]) -> Miss:
        span = self._lines[matches[0].line].span
        return Miss(MissKind.COLUMN_MISSING, span, tuple(match.entry.id for match in matches), columns)

    def _label_misses(self) -> Iterator[Miss]:
        for match in self._matched.matches:
            if match.misspelt:
                yield self._miss(MissKind.LABEL_MISSPELT, match, match.entry.label.text)
            if match.outdated:
                yield self._miss(MissKind.LABEL_OUTDATED, match, match.entry.label.text)
            if match.displaced:
                yield self._miss(MissKind.ROW_ORDER, match, match.entry.label.text)
        for header in {id(header): header for header in self._headers.values()}.values():
            if header.contradicts:
                continue
            for kind, labels in (
                (MissKind.LABEL_MISSPELT, header.misspelt),
                (MissKind.LABEL_OUTDATED, header.outdated),
            ):
                for cell, entry in labels:
                    yield Miss(kind, cell.text.span, (), (entry.id,), entry.label.text, cell.text.value)

    def _corner_misses(self) -> Iterator[Miss]:
        """Labels over the row labels that no header row bears, told only where there is a header."""
        if not any(header.columns for header in self._headers.values()):
            return
        forms = [self._lexicon.form(line.cells[cell].text.value) for line in self._lines for cell in line.words]
        words = {form.words for form in forms}
        corners = (corner for block in self._table.spec.blocks for corner in block.corner)
        for corner in dict.fromkeys(corner.text for corner in corners):
            own = self._lexicon.form(corner).words
            if own not in words and all(letters_apart(own, other, len(own) // 4) > len(own) // 4 for other in words):
                yield Miss(MissKind.CORNER_MISSING, self._lines[0].span, expected=corner)

    def _row_misses(self) -> Iterator[Miss]:
        matched = self._matched
        for match in self._matched.groups:
            yield self._miss(MissKind.GROUP_COLLAPSED, match, match.entry.label.text)
        for id, places in _grouped(matched.twice).items():
            yield Miss(MissKind.ROW_TWICE, self._lines[places[-1]].span, (id,), seen=self._lines[places[-1]].label)
        for index in matched.unknown:
            yield Miss(MissKind.ROW_UNKNOWN, self._lines[index].span, seen=self._lines[index].label)
        found = {match.entry.id for match in matched.matches} | {entry.id for entry, _ in matched.twice}
        found.update(id for match in self._matched.groups for id in self._table.rows_of(match.entry))
        missing = tuple(entry.id for entry in self._table.rows if entry.id not in found)
        if missing:
            yield Miss(MissKind.ROW_MISSING, self._lines[0].span, missing)


def _grouped(twice: Sequence[tuple[Entry, int]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for entry, line in twice:
        places.setdefault(entry.id, []).append(line)
    return places


def _label_cell(line: Line, match: Match) -> int:
    """The cell with the row's label; of a label cut in two, the first part."""
    return match.after if match.line == match.figures_in else line.words[-1]


def assign(lines: Sequence[Line], sections: Mapping[int, str], lexicon: Lexicon) -> dict[str, list[Line]]:
    """The lines of each table, told by the labels in them; `sections` gives the section of every block."""
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
    _drop_strangers(lines, votes, chosen, sections, lexicon)
    assigned: dict[str, list[Line]] = {}
    for line, id in zip(lines, chosen, strict=True):
        if id is not None:
            assigned.setdefault(id, []).append(line)
    return assigned


def _votes(line: Line, lexicon: Lexicon) -> Votes:
    """How strongly the labels of a line speak for each table: rows and headings most, columns least."""
    votes: dict[str, int] = {}
    for index in line.words:
        form = lexicon.form(line.cells[index].text.value)
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


def _drop_strangers(
    lines: Sequence[Line],
    votes: Sequence[Votes],
    chosen: list[str | None],
    sections: Mapping[int, str],
    lexicon: Lexicon,
) -> None:
    """Leave out tables of other sections that share a label or two with a table that stands where it should."""
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
