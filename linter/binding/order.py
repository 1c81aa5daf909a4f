"""Whether figures stand after the labels of their rows, as the draft itself shows.

A text in which every cell is a line does not say whether figures belong to the label before them or to the one after
them; text taken out of a PDF file has both. Figures that no row's label stands before, and a label below them that no
figures follow, show that the order is turned round somewhere: a label may be followed by the figures of the row below
it. So do labels alone, the last of them before the figures of all. Then no row that was gathered from such lines is
read, and of the others none between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from linter.binding.lexicon import Entry, Role, TableLexicon
from linter.binding.lines import Line
from linter.binding.match import Match
from linter.model.records import Record


class _Shape(Enum):
    """What a stretch of a table shows."""

    ROW = auto()  # a label of a row, and figures after it
    FIGURES = auto()  # figures, and no row's label before them, or more than a row has
    LABEL = auto()  # a label of a row, and no figures after it
    OTHER = auto()  # figures after words that are no label of the form; above all rows, words that are of no row


class _Seen(Record):
    """`entry` is the row of a label, where that can be told, and `cell` that of a label alone."""

    shape: _Shape
    line: Line
    entry: Entry | None = None
    cell: int = -1


class Order(Record):
    """Whether labels and figures are `turned` round somewhere in a table; the lines, by position, that stand `between`
    the two that show it, or right above a label without figures; the rows of which a label alone is there, as matches;
    and the lines, by position, of figures that no label stands before.
    """

    turned: bool = False
    between: frozenset[int] = frozenset()
    labels: tuple[Match, ...] = ()
    figures: frozenset[int] = frozenset()

    def doubts(self, match: Match) -> bool:
        """Whether the figures of a row may be those of another, and one without figures may have some."""
        gathered = match.figures_in.gathered or not match.in_one or not match.has_figures
        return (self.turned and gathered) or match.line.position in self.between


def order_of_figures(lines: Sequence[Line], matches: Sequence[Match], table: TableLexicon) -> Order:
    """What of a table is in doubt because of the order of its labels and figures."""
    rows = {match.figures_in.position: match for match in matches if match.has_figures}
    seen = [one for line in lines if not line.ruled for one in _seen(line, rows, table)]
    between_both: set[int] = set()
    labels: list[_Seen] = []
    between: list[_Seen] = []
    turned = False
    for one in seen:
        if one.shape is _Shape.ROW:
            between.append(one)
        if one.shape is _Shape.ROW or (one.shape is _Shape.OTHER and one is not seen[0]):
            continue
        if one.shape is _Shape.LABEL and turned:
            between_both.update(row.line.position for row in between)
            labels.append(one)
        elif one.shape is _Shape.LABEL and between and _may_hold_more(between[-1], table):
            between_both.add(between[-1].line.position)
        turned, between = one.shape is not _Shape.LABEL, []
    labels += _before_all_figures(seen)
    found = {match.entry.order for match in matches}
    lost = turned and between and (seen[0].shape is _Shape.FIGURES or len(table.rows) - 1 not in found)
    if not labels and not (lost and seen[0].shape in (_Shape.FIGURES, _Shape.OTHER)):
        return Order(between=frozenset(between_both))
    return Order(
        True,
        frozenset(between_both),
        tuple(_label_alone(one, one.entry) for one in labels if one.entry and one.entry.order not in found),
        frozenset(one.line.position for one in seen if one.shape is _Shape.FIGURES),
    )


def _before_all_figures(seen: Sequence[_Seen]) -> Iterator[_Seen]:
    """Labels alone that stand right before a row after which come more figures: theirs, as of labels set in a column
    and figures in another.
    """
    waiting: list[_Seen] = []
    shapes = [one.shape for one in seen]
    for index, one in enumerate(seen):
        if one.shape is _Shape.LABEL:
            waiting.append(one)
            continue
        if one.shape is _Shape.ROW and shapes[index + 1 : index + 2] == [_Shape.FIGURES]:
            yield from waiting
        waiting = []


def _seen(line: Line, rows: Mapping[int, Match], table: TableLexicon) -> Iterator[_Seen]:
    """What a line shows, from left to right."""
    match = rows.get(line.position)
    own = match.label if match is not None and match.in_one else -1
    for cell, form in line.forms.items():
        named = table.rows_named(form)
        if named and cell != own and not (form.number is None and table.find(form, Role.COLUMN)):
            yield _Seen(_Shape.LABEL, line, named[0] if len(named) == 1 else None, cell)
    if match is not None:
        yield _Seen(_Shape.ROW, line, match.entry)
        if len(match.filled) > len(table.columns(match.entry.block)):
            yield _Seen(_Shape.FIGURES, line)
    elif line.has_figures():
        above = not line.words or table.find(line.forms[line.words[-1]], Role.COLUMN, Role.CORNER)
        yield _Seen(_Shape.FIGURES if above else _Shape.OTHER, line)


def _may_hold_more(row: _Seen, table: TableLexicon) -> bool:
    """Whether a row may have lost blanks, of which a text has none, and have figures of the row below it instead."""
    return row.line.gathered and row.entry is not None and len(table.columns(row.entry.block)) > 1


def _label_alone(seen: _Seen, entry: Entry) -> Match:
    return Match(seen.line, entry, seen.line, seen.cell, seen.line.cells[seen.cell].text.value, doubtful=True)
