"""From the lines of a report to its bound tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.binding.across import read_across
from linter.binding.cells import bound_cells, zeros_throughout
from linter.binding.columns import Columns
from linter.binding.header import Header, Reading, read_headers
from linter.binding.labels import misspelt_labels
from linter.binding.lexicon import TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match, RowMatches
from linter.binding.rows import match_rows
from linter.binding.units import stated_unit
from linter.binding.word_columns import without_columns_of_words
from linter.model.address import Address
from linter.model.document import Cell
from linter.model.records import Record
from linter.model.report import BoundTable, CellState, Miss, MissKind
from linter.model.span import Span
from linter.text.likeness import letters_apart


def bind_table(lines: Sequence[Line], table: TableLexicon) -> BoundTable | None:
    """The table that these lines are, or None where nothing in them is of it."""
    if not lines:
        return None
    lines, added = without_columns_of_words(lines, table)
    matched = match_rows(lines, table)
    if table.spec.across and not _stands_upright(matched, table):
        across = read_across(lines, table)
        return _finish(across.cells, (*across.misses, *added), {}, lines, table)
    if not matched.recognised and not matched.twice:
        return None
    headers = read_headers(lines, matched.recognised, table)
    cells, misses = _Upright(lines, matched, headers, table).read()
    rows = {match.entry.id: match.line.span for match in matched.recognised}
    return _finish(cells, (*misses, *added), rows, lines, table)


def _stands_upright(matched: RowMatches, table: TableLexicon) -> bool:
    """A table meant to run across that a draft prints with a row for each of its rows."""
    width = len(table.columns(0))
    return sum(len(match.filled) == width for match in matched.matches) > len(table.rows) / 2


def _finish(
    cells: Mapping[Address, Cell | None],
    misses: Sequence[Miss],
    rows: Mapping[str, Span],
    lines: Sequence[Line],
    table: TableLexicon,
) -> BoundTable:
    bound = bound_cells(cells, table, rows, lines[0].span, stated_unit(lines, table))
    bound, zeros = zeros_throughout(bound, table.spec)
    words_in_place = any(cell.state is CellState.UNREADABLE for cell in bound.values())
    blank = bool(bound) and not words_in_place and not any(line.has_figures() for line in lines)
    return BoundTable(table.spec, lines[0].span, bound, tuple(misses), blank, zeros)


class _Upright(Record):
    """A table whose rows stand one below the other; `headers` are those of its rows by the position of their line."""

    lines: Sequence[Line]
    matched: RowMatches
    headers: Mapping[int, Header]
    table: TableLexicon

    def read(self) -> tuple[dict[Address, Cell | None], list[Miss]]:
        """What stands in its cells, and what did not fit."""
        cells: dict[Address, Cell | None] = {}
        misses: list[Miss] = []
        lacking: dict[tuple[str, ...], list[Match]] = {}
        columns = [block.columns for block in self.table.spec.blocks]
        rows = Columns(self.matched.recognised, self.headers, columns)
        misses.extend(rows.misses)
        for match, slots in rows.read():
            if slots is None:
                if not rows.says_why(match):
                    misses.append(_miss(MissKind.ROW_UNREADABLE, match))
                continue
            for id, index in slots.cells.items():
                address = Address(self.table.spec.id, match.entry.id, id)
                cells[address] = match.figures_in.cells[index] if index is not None else None
            if slots.lacking:
                lacking.setdefault(slots.lacking, []).append(match)
        for ids, matches in lacking.items():
            without = tuple(match.entry.id for match in matches)
            misses.append(Miss(MissKind.COLUMN_MISSING, matches[0].line.span, without, ids))
        misses.extend(self._label_misses())
        misses.extend(self._row_misses())
        misses.extend(self._corner_misses())
        misses.extend(misspelt_labels(self.lines, self.matched.matches, self.table))
        return cells, misses

    def _label_misses(self) -> Iterator[Miss]:
        for match in self.matched.matches:
            if match.misspelt:
                yield _miss(MissKind.LABEL_MISSPELT, match, match.entry.label.text)
            if match.outdated:
                yield _miss(MissKind.LABEL_OUTDATED, match, match.entry.label.text)
            if match.displaced:
                yield _miss(MissKind.ROW_ORDER, match, match.entry.label.text)
        for header in {header.above: header for header in self.headers.values()}.values():
            if header.contradicts:
                continue
            for kind, reading in (
                (MissKind.LABEL_MISSPELT, Reading.MISSPELT),
                (MissKind.LABEL_OUTDATED, Reading.OUTDATED),
            ):
                for cell, entry in header.read_as(reading):
                    if reading is Reading.MISSPELT and entry.id in header.spelt_right:
                        continue  # the label of a column that was added: the form's own is there
                    yield Miss(kind, cell.text.span, (), (entry.id,), entry.label.text, cell.text.value)

    def _corner_misses(self) -> Iterator[Miss]:
        """Labels over the row labels that no header row bears, recognised only where there is a header."""
        if not any(header.columns for header in self.headers.values()):
            return
        words = {form.words for line in self.lines for form in line.forms.values()}
        texts = [line.cells[index].text.value for line in self.lines for index in line.words]
        words |= {self.table.texts.form(part).words for text in texts if " " in text for part in text.split()}
        corners = (corner for block in self.table.spec.blocks for corner in block.corner)
        for corner in dict.fromkeys(corner.text for corner in corners):
            own = self.table.texts.form(corner).words
            if own not in words and all(letters_apart(own, other, len(own) // 4) > len(own) // 4 for other in words):
                yield Miss(MissKind.CORNER_MISSING, self.lines[0].span, expected=corner)

    def _row_misses(self) -> Iterator[Miss]:
        matched = self.matched
        for match in matched.groups:
            yield _miss(MissKind.GROUP_COLLAPSED, match, match.entry.label.text)
        for id, line in {entry.id: line for entry, line in matched.twice}.items():
            yield Miss(MissKind.ROW_TWICE, line.span, (id,), seen=line.label)
        for line in matched.unknown:
            yield Miss(MissKind.ROW_UNKNOWN, line.span, seen=line.label)
        found = {match.entry.id for match in matched.matches} | {entry.id for entry, _ in matched.twice}
        found.update(id for match in matched.groups for id in self.table.rows_of(match.entry))
        missing = tuple(entry.id for entry in self.table.rows if entry.id not in found)
        if missing:
            yield Miss(MissKind.ROW_MISSING, self.lines[0].span, missing)


def _miss(kind: MissKind, match: Match, expected: str = "") -> Miss:
    text = match.line.cells[match.label].text
    return Miss(kind, text.span, rows=(match.entry.id,), expected=expected, seen=text.value)
