"""Which physical row is which row of the template.

An exact label decides, wherever its row stands; of rows that may be several entries, the heaviest chain in the order
of the form decides. What is left is compared letter by letter, and is bound only where one entry is clearly nearest and
stands where it should. A row that stays doubtful is not bound: a wrong binding would become a wrong error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.chain import heaviest_chain
from linter.binding.cut import fetch_figures, join_cut_labels
from linter.binding.lexicon import Entry, Lexicon, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Claim, Match, RowMatches
from linter.binding.similar import nearest, resembles_label
from linter.text.widths import squeeze


def match_rows(lines: Sequence[Line], table: TableLexicon, lexicon: Lexicon) -> RowMatches:
    """Bind the lines of one table to its rows, each line and each row at most once."""
    claims = {claim.line: claim for claim in _claims(lines, table, lexicon)}
    absorbed = join_cut_labels(lines, claims, table, lexicon)
    absorbed |= fetch_figures(lines, claims, table, lexicon)
    exact, twice, repeated = _one_line_each(lines, _settle(lines, claims, table, lexicon))
    used = absorbed | repeated | {match.line for match in exact} | {line for _, line in twice}
    groups = tuple(_group_rows(lines, table, lexicon, used, {match.entry.id for match in exact}))
    used |= {match.line for match in groups}
    taken = {match.entry.order for match in exact} | {entry.order for entry, _ in twice}
    near = nearest(lines, exact, table, lexicon, used, taken)
    used |= {match.line for match in near}
    left = [index for index, line in enumerate(lines) if index not in used and line.has_figures()]
    unknown = tuple(index for index in left if lines[index].words and lines[index].has_figures(lines[index].words[0]))
    matches = sorted((*exact, *near), key=lambda match: match.line)
    if left:
        matches = [_doubtful_if_empty(match, lines) for match in matches]
    return RowMatches(tuple(matches), groups, twice, unknown)


def _doubtful_if_empty(match: Match, lines: Sequence[Line]) -> Match:
    """A row without figures is not called blank while figures that nothing explains may be its own."""
    return match if lines[match.figures_in].has_figures(match.after) else match._replace(doubtful=True)


def _claims(lines: Sequence[Line], table: TableLexicon, lexicon: Lexicon) -> Iterator[Claim]:
    for index, line in enumerate(lines):
        claim = _claim(index, line, table, lexicon)
        if claim is not None:
            yield claim


def _claim(index: int, line: Line, table: TableLexicon, lexicon: Lexicon) -> Claim | None:
    """The entries that the row's innermost label names exactly; a label may be broken over two cells."""
    for position in range(len(line.words) - 1, -1, -1):
        cell = line.words[position]
        seen = line.cells[cell].text.value
        entries = table.rows_named(lexicon.form(seen))
        if not entries and position and line.words[position - 1] == cell - 1:
            seen = line.cells[cell - 1].text.value + seen
            entries = table.rows_named(lexicon.form(seen))
        if entries and not _may_be_header(line, cell, seen, table, lexicon):
            return Claim(index, entries, index, cell, seen)
        form = lexicon.form(line.cells[cell].text.value)
        if line.is_words_alone(cell) and (not line.has_figures(cell) or resembles_label(form, table)):
            return None  # a label of its own; other words before figures are a figure gone wrong
    return None


def _may_be_header(line: Line, cell: int, seen: str, table: TableLexicon, lexicon: Lexicon) -> bool:
    """Whether a label without figures and without a number is as well the name of a column (总计, 其他)."""
    form = lexicon.form(seen)
    return form.number is None and not line.has_figures(cell) and bool(table.find(form, Role.COLUMN))


def _settle(lines: Sequence[Line], claims: dict[int, Claim], table: TableLexicon, lexicon: Lexicon) -> list[Match]:
    """One row for every claim, where the order of the form or the group above tells which."""
    ordered = [claims[index] for index in sorted(claims)]
    groups = _groups_above(lines, table, lexicon) if any(len(claim.entries) > 1 for claim in ordered) else ()
    pairs: list[tuple[int, int, int]] = []
    meant: list[tuple[Claim, Entry]] = []
    for claim in ordered:
        for entry in sorted(claim.entries, key=lambda entry: entry.order):
            sure = len(claim.entries) == 1
            weight = 4 if sure else 2 + (entry.parent == groups[claim.line])
            pairs.append((claim.line, entry.order, weight))
            meant.append((claim, entry))
    chosen = heaviest_chain(pairs, len(table.rows))
    matches = [_match(claim, entry, False, lexicon) for claim, entry in (meant[index] for index in sorted(chosen))]
    in_chain = {match.line for match in matches}
    alone = (claim for claim in ordered if claim.line not in in_chain and len(claim.entries) == 1)
    return matches + [_match(claim, claim.entries[0], True, lexicon) for claim in alone]


def _groups_above(lines: Sequence[Line], table: TableLexicon, lexicon: Lexicon) -> tuple[str, ...]:
    """For every line, the group label that stands on it or was seen last."""
    above = ""
    found: list[str] = []
    for line in lines:
        for cell in line.words:
            for entry in table.find(lexicon.form(line.cells[cell].text.value), Role.GROUP):
                above = entry.wordings[0][0]
        found.append(above)
    return tuple(found)


def _match(claim: Claim, entry: Entry, displaced: bool, lexicon: Lexicon) -> Match:
    form = lexicon.form(claim.seen)
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


def _one_line_each(
    lines: Sequence[Line], matches: list[Match]
) -> tuple[list[Match], tuple[tuple[Entry, int], ...], set[int]]:
    """Of several lines for one row: the one with figures, or the first if all say the same; else none of them."""
    by_row: dict[int, list[Match]] = {}
    for match in matches:
        by_row.setdefault(match.entry.order, []).append(match)
    kept: list[Match] = []
    twice: list[tuple[Entry, int]] = []
    repeated: set[int] = set()
    for claimants in by_row.values():
        repeated |= {match.line for match in claimants}
        if len(claimants) == 1:
            kept.append(claimants[0])
            continue
        filled = [match for match in claimants if lines[match.figures_in].has_figures(match.after)] or claimants
        printed = {_printed(lines[match.figures_in], match.after) for match in filled}
        if len(printed) == 1:
            kept.append(filled[0])
        else:
            twice.extend((match.entry, match.line) for match in filled)
    return kept, tuple(twice), repeated


def _printed(line: Line, after: int) -> tuple[str, ...]:
    return tuple(squeeze(line.cells[index].text.value) for index in line.values(after))


def _group_rows(
    lines: Sequence[Line], table: TableLexicon, lexicon: Lexicon, used: set[int], found: set[str]
) -> Iterator[Match]:
    """Rows in which a group's own label is followed by figures, where none of the group's rows was `found`."""
    for index, line in enumerate(lines):
        if index in used or not line.words or not line.has_figures(line.words[-1]):
            continue
        cell = line.words[-1]
        seen = line.cells[cell].text.value
        for entry in table.find(lexicon.form(seen), Role.GROUP):
            if found.isdisjoint(table.rows_of(entry)):
                yield Match(index, entry, index, cell, seen)
