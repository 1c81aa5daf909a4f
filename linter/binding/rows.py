"""Which physical row is which row of the template.

An exact label decides, wherever its row stands; of rows that may be several entries, the heaviest chain in the order
of the form decides. What is left is compared letter by letter, and is bound only where one entry is clearly nearest and
stands where it should. A row that stays doubtful is not bound: a wrong binding would become a wrong error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.binding.chain import heaviest_chain
from linter.binding.cut import fetch_figures, join_cut_labels
from linter.binding.lexicon import Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Claim, Match, RowMatches
from linter.binding.order import order_of_figures
from linter.binding.similar import names_column, nearest, resembles_label, stands_for_figures
from linter.binding.texts import Content
from linter.text.widths import squeeze


def match_rows(lines: Sequence[Line], table: TableLexicon) -> RowMatches:
    """Bind the lines of one table to its rows, each line and each row at most once."""
    claims = {line.position: claim for line in lines if (claim := _claim(line, table)) is not None}
    absorbed = join_cut_labels(lines, claims, table)
    absorbed |= fetch_figures(lines, claims, table)
    claims = {at: claim for at, claim in claims.items() if claim.has_figures or not claim.line.beside}
    exact, twice, repeated = _one_line_each(_settle(lines, claims, table))
    used = absorbed | repeated | {match.line.position for match in exact}
    groups = tuple(_group_rows(lines, table, used, {match.entry.id for match in exact}))
    used |= {match.line.position for match in groups}
    taken = {match.entry.order for match in exact} | {entry.order for entry, _ in twice}
    near = nearest(lines, exact, table, used, taken)
    used |= {match.line.position for match in near}
    left = [line for line in lines if line.position not in used and line.has_figures() and not line.beside]
    unknown = tuple(line for line in left if line.words and line.has_figures(line.words[0]))
    order = order_of_figures(lines, (*exact, *near, *groups), table)
    unknown = tuple(line for line in unknown if line.position not in order.figures)
    matches = sorted((*exact, *near, *order.labels), key=lambda match: match.line.position)
    matches = [match._replace(doubtful=True) if order.doubts(match) else match for match in matches]
    if len({entry.order for entry, _ in twice}) > len(matches):  # a second table, of which other rows may be meant
        matches = [match._replace(doubtful=True) for match in matches]
    if left:  # a row without figures is not called blank while figures that nothing explains may be its own
        matches = [match if match.filled else match._replace(doubtful=True) for match in matches]
    return RowMatches(tuple(matches), groups, twice, unknown)


def _claim(line: Line, table: TableLexicon) -> Claim | None:
    """The entries that the row's innermost label names exactly; a label may be broken over two cells."""
    for place in range(len(line.words) - 1, -1, -1):
        cell = line.words[place]
        seen, form = line.cells[cell].text.value, line.forms[cell]
        entries = table.rows_named(form)
        if not entries and form.words and place and line.words[place - 1] == cell - 1:
            seen = line.cells[cell - 1].text.value + seen
            form = table.texts.form(seen)
            entries = table.rows_named(form)
        if entries and not names_column(line, cell, table):
            return Claim(line, entries, line, cell, seen, doubtful=_is_turned(line, cell, entries, table))
        if line.is_words_alone(cell) and _may_be_label(line, cell, table):
            return None  # a label of its own; other words before figures, or in their place, are a figure gone wrong
    return None


def _is_turned(line: Line, cell: int, entries: Sequence[Entry], table: TableLexicon) -> bool:
    """Whether a row's figures stand before its label: more of them than the number of a line, or the one it has."""
    before = sum(line.contents[index] > Content.WORDS for index in line.filled if index < cell)
    alone = all(len(table.columns(entry.block)) == 1 for entry in entries)
    return not line.values(cell) and before > (0 if alone else 1)


def _may_be_label(line: Line, cell: int, table: TableLexicon) -> bool:
    if line.has_figures(cell):
        return resembles_label(line.forms[cell], table)
    return not stands_for_figures(line, cell, table)


def _settle(lines: Sequence[Line], claims: Mapping[int, Claim], table: TableLexicon) -> list[Match]:
    """One row for every claim, where the order of the form or the group above tells which."""
    ordered = [claims[position] for position in sorted(claims)]
    groups = _groups_above(lines, table) if any(len(claim.entries) > 1 for claim in ordered) else {}
    pairs: list[tuple[int, int, int]] = []
    meant: list[tuple[Claim, Entry]] = []
    for claim in ordered:
        at = claim.line.position
        for entry in sorted(claim.entries, key=lambda entry: entry.order):
            sure = len(claim.entries) == 1
            weight = 4 if sure else 2 + (entry.parent == groups[at])
            pairs.append((at, entry.order, weight))
            meant.append((claim, entry))
    chosen = heaviest_chain(pairs, len(table.rows))
    matches = [_match(claim, entry, False, table) for claim, entry in (meant[index] for index in sorted(chosen))]
    in_chain = {match.line.position for match in matches}
    alone = (claim for claim in ordered if claim.line.position not in in_chain and len(claim.entries) == 1)
    top = min(in_chain, default=0)
    moved = (claim for claim in alone if claim.line.position > top or not _is_column_above(claim, table))
    return matches + [_match(claim, claim.entries[0], True, table) for claim in moved]


def _is_column_above(claim: Claim, table: TableLexicon) -> bool:
    """Whether a label above all rows that keep the order names a column too, as the last of a header does, and the
    figures below it may be those of the row after them.
    """
    form = table.texts.form(claim.seen)
    return claim.line.gathered and form.number is None and bool(table.find(form, Role.COLUMN))


def _groups_above(lines: Sequence[Line], table: TableLexicon) -> dict[int, str]:
    """For every line, the group label that stands on it or was seen last."""
    above = ""
    found: dict[int, str] = {}
    for line in lines:
        for form in line.forms.values():
            for entry in table.find(form, Role.GROUP):
                above = entry.wordings[0][0]
        found[line.position] = above
    return found


def _match(claim: Claim, entry: Entry, displaced: bool, table: TableLexicon) -> Match:
    form = table.texts.form(claim.seen)
    wordings = dict(entry.wordings)
    outdated = wordings.get(form.words, wordings.get(form.brief, False))
    return Match(
        claim.line,
        entry,
        claim.figures_in,
        claim.after,
        claim.seen,
        outdated=outdated,
        displaced=displaced,
        doubtful=claim.doubtful,
    )


def _one_line_each(matches: list[Match]) -> tuple[list[Match], tuple[tuple[Entry, Line], ...], set[int]]:
    """Of several lines for one row: the one with figures, or the first if all say the same; else none of them."""
    by_row: dict[int, list[Match]] = {}
    for match in matches:
        by_row.setdefault(match.entry.order, []).append(match)
    kept: list[Match] = []
    twice: list[tuple[Entry, Line]] = []
    repeated: set[int] = set()
    for claimants in by_row.values():
        repeated |= {match.line.position for match in claimants}
        if len(claimants) == 1:
            kept.append(claimants[0])
            continue
        filled = [match for match in claimants if match.has_figures] or claimants
        if len({_printed(match) for match in filled}) == 1:
            kept.append(filled[0])
        else:
            twice.extend((match.entry, match.line) for match in filled)
    return kept, tuple(twice), repeated


def _printed(match: Match) -> tuple[str, ...]:
    return tuple(squeeze(match.figures_in.cells[index].text.value) for index in match.filled)


def _group_rows(lines: Sequence[Line], table: TableLexicon, used: set[int], found: set[str]) -> Iterator[Match]:
    """Rows in which a group's own label is followed by figures, where none of the group's rows was `found`."""
    for line in lines:
        if line.position in used or not line.words or not line.has_figures(line.words[-1]):
            continue
        cell = line.words[-1]
        for entry in table.find(line.forms[cell], Role.GROUP):
            if found.isdisjoint(table.rows_of(entry)):
                yield Match(line, entry, line, cell, line.cells[cell].text.value)
