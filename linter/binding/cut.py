"""Rows that a page break cut: a label in two parts, or a label on one line and its figures on the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from linter.binding.label import form_of
from linter.binding.lexicon import Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Claim
from linter.binding.texts import Content
from linter.text.widths import squeeze

LOOK_AHEAD = 4
"""Lines within which the rest of a label that a page break cut is looked for."""


def join_cut_labels(lines: Sequence[Line], claims: dict[int, Claim], table: TableLexicon) -> set[int]:
    """Add claims by labels of which a part stands in each of two rows; gives back the positions of the lines used up.

    `claims` are by the position of their line.
    """
    filled = {at for at, claim in claims.items() if claim.line.has_figures(claim.after)}
    absorbed: set[int] = set()
    for index, line in enumerate(lines):
        at = line.position
        if not line.words or at in absorbed or at in filled or _names_columns(line, table):
            continue
        for rest in lines[index + 1 : index + 1 + LOOK_AHEAD]:
            if not rest.words or rest.position in filled or (line.has_figures(line.words[-1]) and rest.has_figures()):
                continue
            seen = line.cells[line.words[-1]].text.value + rest.cells[rest.words[-1]].text.value
            entries = table.rows_named(table.texts.form(seen), whole=True)
            if entries and rest.forms[rest.words[-1]].words:
                figures_in = rest if rest.has_figures() else line
                claims.pop(rest.position, None)
                claims[at] = Claim(line, entries, figures_in, figures_in.words[-1], seen)
                absorbed |= {at, rest.position}
                break
    return absorbed


def _names_columns(line: Line, table: TableLexicon) -> bool:
    """Whether a row of words is a header, whose last label (总计, 其他) a label below might seem to carry on."""
    last = line.forms[line.words[-1]]
    return len(line.words) > 1 and last.number is None and bool(table.find(last, Role.COLUMN))


def fetch_figures(lines: Sequence[Line], claims: dict[int, Claim], table: TableLexicon) -> set[int]:
    """Give a label without figures those of the unlabelled line beside it; gives back the positions of the lines used.

    Where two labels might claim the same figures, or one label two lines of them, all of them stay doubtful.
    """
    empty = [
        claim for claim in claims.values() if claim.figures_in is claim.line and not claim.line.has_figures(claim.after)
    ]
    index = {line.position: place for place, line in enumerate(lines)} if empty else {}
    wanted: Counter[int] = Counter()
    offers: list[list[Line]] = []
    for claim in empty:
        place = index[claim.line.position]
        beside = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
        offers.append([line for line in beside if line.position not in claims and _is_bare(line, claim, table)])
        wanted.update(line.position for line in offers[-1])
    absorbed: set[int] = set()
    for claim, offered in zip(empty, offers, strict=True):
        in_place = claim.line.values(claim.after)  # words where its own figures should stand
        if len(offered) == 1 and wanted[offered[0].position] == 1 and not in_place:
            line = offered[0]
            bare = line.values(_last_words(line))
            surplus = len(bare) - len(table.columns(claim.entries[0].block))
            if surplus < 1 and _begins_with_number(line, claim):
                claims[claim.line.position] = claim._replace(doubtful=True)
                continue
            after = bare[0] if surplus == 1 else _last_words(line)
            claims[claim.line.position] = claim._replace(figures_in=line, after=after)
            absorbed.add(line.position)
        elif offered:
            claims[claim.line.position] = claim._replace(doubtful=True)
    return absorbed


def _is_bare(line: Line, claim: Claim, table: TableLexicon) -> bool:
    """Whether a line holds but the figures of a row, or those after the number of the row's label, and groups."""
    last = _last_words(line)
    if line.beside or not line.has_figures(last):
        return False
    if not all(table.find(form, Role.GROUP) for form in line.forms.values()):
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
