"""Rows whose labels are nearly right: compared letter by letter, and bound only where there is no doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from linter.binding.label import LabelForm
from linter.binding.lexicon import SHORT, Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match
from linter.text.likeness import letters_apart
from linter.text.numerals import whole

MARGIN = 1.0
"""Letters by which the nearest entry has to be nearer than the next."""

MORE_WORDS = 4
"""Letters that a short label may have before or after its own."""

WRONG_NUMBER = 1.5
"""Letters that a wrong number counts for."""

Limits = tuple[int, int]


def nearest(
    lines: Sequence[Line], exact: Sequence[Match], table: TableLexicon, used: set[int], taken: set[int]
) -> tuple[Match, ...]:
    """Matches for the lines that are not `used` and resemble one row that is not `taken`, each row once at most."""
    open_lines = [
        line for line in lines if line.position not in used and line.words and line.words[-1] + 1 < line.width
    ]
    if not open_lines or len(taken) == len(table.rows):
        return ()
    anchors = sorted((match.line.position, match.entry.order) for match in exact if not match.displaced)
    found: dict[int, list[Match]] = {}
    for line in open_lines:
        match = _nearest_row(line, _limits(line, anchors, len(table.rows)), table, taken)
        if match is not None:
            found.setdefault(match.entry.order, []).append(match)
    single = [matches[0] for matches in found.values() if len(matches) == 1]
    return tuple(match for match in single if _keeps_order(match, single))


def _limits(line: Line, anchors: Sequence[tuple[int, int]], rows: int) -> Limits:
    """The rows, both excluded, between which a line stands by its recognised neighbours."""
    position = bisect_left(anchors, (line.position, -1))
    before = anchors[position - 1][1] if position else -1
    after = anchors[position][1] if position < len(anchors) else rows
    return before, after


def _nearest_row(line: Line, limits: Limits, table: TableLexicon, taken: set[int]) -> Match | None:
    for cell in reversed(line.words):
        form = line.forms[cell]
        entry = _told_by_number(form, limits, table)
        other = not entry and (_names_no_row(form, table) or names_column(line, cell, table))
        if other and line.has_figures(cell):
            break  # what stands before it has no figures of its own
        if not form.words or other:
            continue
        last = line.words[-1]
        if cell != last and line.is_words_alone(last) and not stands_for_figures(line, last, table):
            break  # the label nearest to the figures is the row's, and it is none of the form's
        entry = entry or _clearly_nearest(form, limits, table)
        if entry is not None and entry.order not in taken:
            if not line.has_figures(cell) and _is_part(form.words, entry):
                continue  # half a label that a page break cut; its figures stand with the other half
            return Match(line, entry, line, cell, line.cells[cell].text.value, misspelt=True)
    return None


def names_column(line: Line, cell: int, table: TableLexicon) -> bool:
    """Whether a label without a number is the name of a column (总计, 其他), as far as its place shows: it has no
    figures, or stands right of another column's.
    """
    if line.forms[cell].number is not None or not table.find(line.forms[cell], Role.COLUMN):
        return False
    beside = line.forms.get(cell - 1)
    return not line.has_figures(cell) or (beside is not None and bool(table.find(beside, Role.COLUMN)))


def _names_no_row(form: LabelForm, table: TableLexicon) -> bool:
    return bool(table.find(form, Role.GROUP, Role.CORNER, Role.HEADING))


def _told_by_number(form: LabelForm, limits: Limits, table: TableLexicon) -> Entry | None:
    """The one row that may stand between a line's neighbours, where its number is there and half of its letters are."""
    if form.number is None or limits[1] - limits[0] != 2:
        return None
    if any(entry.number == form.number for entry in table.find(form, Role.GROUP)):
        return None
    rows = (entry for entry in table.entries if entry.role is Role.ROW and limits[0] < entry.order < limits[1])
    for entry in rows:
        own = entry.wordings[0][0]
        alike = _has_more(form, own) if len(own) <= SHORT else letters_apart(form.words, own) <= len(own) / 2
        if alike and form.number == entry.number:
            return entry
    return None


def _has_more(form: LabelForm, own: str) -> bool:
    """Whether a label is a short one with some more words before or after it."""
    longer = form.words.startswith(own) or form.words.endswith(own)
    return longer and letters_apart(form.words, own) <= MORE_WORDS


def _clearly_nearest(form: LabelForm, limits: Limits, table: TableLexicon) -> Entry | None:
    candidates = (entry for entry in table.entries if entry.role in (Role.ROW, Role.GROUP))
    ranked = sorted(((_distance(form, entry), entry.order, entry) for entry in candidates), key=lambda rank: rank[:2])
    distance, _, entry = ranked[0]
    if entry.role is not Role.ROW or (len(ranked) > 1 and ranked[1][0] < distance + MARGIN):
        return None
    in_place = limits[0] < entry.order < limits[1]
    if form.words == entry.wordings[0][0] and in_place and limits != (-1, len(table.rows)):
        return entry  # by its words and its neighbours, whatever its number
    return entry if _is_near_enough(form, entry, distance, in_place, limits) else None


def _is_near_enough(form: LabelForm, entry: Entry, distance: float, in_place: bool, limits: Limits) -> bool:
    """Long labels may differ in a letter of five; short ones, in their place, in a letter or by some more words, and
    with another number only where no other row may stand there.
    """
    own = entry.wordings[0][0]
    length = len(own)
    same_number = form.number == entry.number
    alone = limits[1] - limits[0] == 2
    if length <= SHORT:
        near = letters_apart(form.words, own) <= 1 or _has_more(form, own)
        return in_place and near and (same_number or alone)
    if distance <= max(1, length // 5):
        return in_place or (length >= 6 and distance <= 1)
    if not in_place:
        return False
    if _is_part(form.words, entry) and len(form.words) >= max(4, length // 3):
        return True
    return (same_number or alone) and distance <= 0.4 * length


def _has_garbled_number(words: str, entry: Entry) -> bool:
    """Whether the words are the entry's after its number, of which only the punctuation is wrong (3某其他)."""
    own = entry.wordings[0][0]
    rest = words.removesuffix(own)
    return words != rest and len(rest) <= 2 and any(whole(letter) == entry.number for letter in rest)


def _is_part(words: str, entry: Entry) -> bool:
    return any(wording.startswith(words) or wording.endswith(words) for wording, _ in entry.wordings)


def _distance(form: LabelForm, entry: Entry) -> float:
    """Letters to change from the label to the entry's nearest wording; a wrong number counts extra."""
    letters = min(letters_apart(words, wording) for wording, _ in entry.wordings for words in (form.words, form.brief))
    if _is_part(form.words, entry) and len(form.words) >= 4:
        letters = min(letters, 2)
    if form.number is None and _has_garbled_number(form.words, entry):
        return min(letters, 1)
    wrong = form.number is not None and entry.number is not None and form.number != entry.number
    return letters + (WRONG_NUMBER if wrong else 0)


def resembles_label(form: LabelForm, table: TableLexicon) -> bool:
    """Whether words are long, a part of a row's or group's label, or differ from one in a third of its letters."""
    if len(form.words) > SHORT:
        return True
    for entry in table.entries:
        if entry.role in (Role.ROW, Role.GROUP):
            own = entry.wordings[0][0]
            limit = len(own) // 3
            if _is_part(form.words, entry) or letters_apart(form.words, own, limit) <= limit:
                return True
    return False


def stands_for_figures(line: Line, cell: int, table: TableLexicon) -> bool:
    """Whether the words in the last filled cells of a line, from `cell` on, stand where its figures should (不涉及): no
    word of them is, or resembles, a label of the table.
    """
    return not line.has_figures(cell) and not any(
        _is_near_label(line.forms[index], table) for index in line.words if index >= cell
    )


def _is_near_label(form: LabelForm, table: TableLexicon) -> bool:
    words = form.words
    return any(
        _is_part(words, entry) or letters_apart(words, wording, len(wording) // 3) <= len(wording) // 3
        for entry in table.entries
        for wording, _ in entry.wordings
    )


def _keeps_order(match: Match, others: Sequence[Match]) -> bool:
    """Two doubtful rows that cross each other are both left alone."""
    return all(
        (match.line.position < other.line.position) == (match.entry.order < other.entry.order)
        for other in others
        if other is not match
    )
