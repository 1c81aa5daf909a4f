"""Rows that a page break cut: a label in two parts, or a label on one line and its figures on the next."""

from __future__ import annotations

from collections.abc import Sequence

from linter.binding.label import form_of
from linter.binding.lexicon import Content, Lexicon, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Claim
from linter.text.widths import squeeze

LOOK_AHEAD = 4
"""Lines within which the rest of a label that a page break cut is looked for."""


def join_cut_labels(lines: Sequence[Line], claims: dict[int, Claim], table: TableLexicon, lexicon: Lexicon) -> set[int]:
    """Add claims by labels of which a part stands in each of two rows; gives back the lines used up."""
    filled = {index for index, claim in claims.items() if lines[index].has_figures(claim.after)}
    absorbed: set[int] = set()
    for first, line in enumerate(lines):
        if not line.words or first in absorbed or first in filled or _names_columns(line, table, lexicon):
            continue
        for second in range(first + 1, min(first + 1 + LOOK_AHEAD, len(lines))):
            rest = lines[second]
            if not rest.words or second in filled or (line.has_figures(line.words[-1]) and rest.has_figures()):
                continue
            seen = line.cells[line.words[-1]].text.value + rest.cells[rest.words[-1]].text.value
            entries = table.rows_named(lexicon.form(seen), whole=True)
            if entries and lexicon.form(rest.cells[rest.words[-1]].text.value).words:
                figures_in = second if rest.has_figures() else first
                claims.pop(second, None)
                claims[first] = Claim(first, entries, figures_in, lines[figures_in].words[-1], seen)
                absorbed |= {first, second}
                break
    return absorbed


def _names_columns(line: Line, table: TableLexicon, lexicon: Lexicon) -> bool:
    """Whether a row of words is a header, whose last label (总计, 其他) a label below might seem to carry on."""
    last = lexicon.form(line.cells[line.words[-1]].text.value)
    return len(line.words) > 1 and last.number is None and bool(table.find(last, Role.COLUMN))


def fetch_figures(lines: Sequence[Line], claims: dict[int, Claim], table: TableLexicon, lexicon: Lexicon) -> set[int]:
    """Give a label without figures those of the unlabelled line beside it; gives back the lines used up.

    Where two labels might claim the same figures, or one label two lines of them, all of them stay doubtful.
    """
    empty = {
        index: claim
        for index, claim in claims.items()
        if claim.figures_in == index and not lines[index].has_figures(claim.after)
    }

    def may_belong(beside: int, claim: Claim) -> bool:
        return 0 <= beside < len(lines) and beside not in claims and _is_bare(lines[beside], claim, table, lexicon)

    wanted: dict[int, list[int]] = {}
    offers: dict[int, list[int]] = {}
    for index, claim in empty.items():
        offers[index] = [beside for beside in (index - 1, index + 1) if may_belong(beside, claim)]
        for beside in offers[index]:
            wanted.setdefault(beside, []).append(index)
    absorbed: set[int] = set()
    for index, claim in empty.items():
        if len(offers[index]) == 1 and len(wanted[offers[index][0]]) == 1:
            line = lines[offers[index][0]]
            bare = line.values(_last_words(line))
            surplus = len(bare) - len(table.columns(claim.entries[0].block))
            if surplus < 1 and _begins_with_number(line, claim):
                claims[index] = claim._replace(doubtful=True)
                continue
            after = bare[0] if surplus == 1 else _last_words(line)
            claims[index] = claim._replace(figures_in=offers[index][0], after=after)
            absorbed.add(offers[index][0])
        elif offers[index]:
            claims[index] = claim._replace(doubtful=True)
    return absorbed


def _is_bare(line: Line, claim: Claim, table: TableLexicon, lexicon: Lexicon) -> bool:
    """Whether a line holds but the figures of a row, or those behind the number of the row's label, and groups."""
    last = _last_words(line)
    if not line.has_figures(last):
        return False
    if not all(table.find(lexicon.form(line.cells[index].text.value), Role.GROUP) for index in line.words):
        return False
    bare = line.values(last)
    surplus = len(bare) - len(table.columns(claim.entries[0].block))
    if surplus == 1 and line.contents[bare[0]] is Content.FIGURE:
        return _begins_with_number(line, claim)
    return surplus <= 0


def _last_words(line: Line) -> int:
    return line.words[-1] if line.words else -1


def _begins_with_number(line: Line, claim: Claim) -> bool:
    """Whether the first figure may be the number that was cut off the label."""
    first = line.cells[line.values(_last_words(line))[0]].text.value
    return form_of(claim.seen).number is None and squeeze(first) == str(claim.entries[0].number)
