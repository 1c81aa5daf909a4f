"""Labels of groups and block headings: nothing is bound by them, but a misspelt one is worth a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.label import LabelForm
from linter.binding.lexicon import ANY, Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match
from linter.binding.similar import WRONG_NUMBER
from linter.model.report import Miss, MissKind
from linter.text.likeness import letters_apart

MOST_LETTERS = 2


def misspelt_labels(lines: Sequence[Line], rows: Sequence[Match], table: TableLexicon) -> Iterator[Miss]:
    """A miss for every heading or group label that is nearly right, each wording once.

    The labels of `rows` are none of them. A part of a label, as a page break leaves it, is no mistake.
    """
    row_cells = {(match.line.position, match.label) for match in rows}
    reported: set[str] = set()
    for line in lines:
        for cell, form in line.forms.items():
            if form.words in reported or (line.position, cell) in row_cells or table.find(form, *ANY):
                continue
            entry = _nearly(form, table)
            if entry is not None:
                reported.add(form.words)
                text = line.cells[cell].text
                yield Miss(MissKind.LABEL_MISSPELT, text.span, expected=entry.label.text, seen=text.value)


def _nearly(form: LabelForm, table: TableLexicon) -> Entry | None:
    """The one heading or group label from which the words differ in a letter or two."""
    near: list[tuple[float, Entry]] = []
    for entry in table.entries:
        own = entry.wordings[0][0]
        if entry.role not in (Role.GROUP, Role.HEADING) or form.words in own or own in form.words:
            continue
        limit = min(MOST_LETTERS, len(own) // 4)
        letters = letters_apart(form.words, own, limit)
        if letters <= limit:
            wrong = form.number is not None and form.number != entry.number
            near.append((letters + (WRONG_NUMBER if wrong else 0), entry))
    near.sort(key=lambda pair: pair[0])
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None
    return near[0][1]
