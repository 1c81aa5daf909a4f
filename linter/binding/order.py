"""Whether figures stand after the labels of their rows, as the draft itself shows.

A text in which every cell is a line does not say whether figures belong to the label before them or to the one after
them; text taken out of a PDF file has both. Figures that no row's label stands before show that somewhere the order
is turned round, and so does a label with no figures after it. Between the two, a label may be followed by the figures
of the row below it, so that no row there is read.
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
    FIGURES = auto()  # figures of a whole row, and no row's label before them
    LABEL = auto()  # a label of a row, and no figures after it


class _Seen(Record):
    """`entry` is the row of a label, where that is one, or the label of the header right before figures."""

    shape: _Shape
    line: Line
    entry: Entry | None = None
    cell: int = -1


class Order(Record):
    """The rows, by the position of their line, whose figures may be another's; the rows of which a label alone is
    there, as matches; and the lines, by position, of figures that no label stands before.
    """

    doubtful: frozenset[int] = frozenset()
    labels: tuple[Match, ...] = ()
    figures: frozenset[int] = frozenset()


def order_of_figures(lines: Sequence[Line], matches: Sequence[Match], table: TableLexicon) -> Order:
    """What of a table is in doubt because of the order of its labels and figures."""
    rows = {match.figures_in.position: match for match in matches if match.has_figures}
    doubtful: set[int] = set()
    figures: set[int] = set()
    labels: list[_Seen] = []
    between: list[int] = []
    turned: _Seen | None = None
    for one in (seen for line in lines if not line.ruled for seen in _seen(line, rows, table)):
        if one.shape is _Shape.ROW:
            between.append(one.line.position)
            continue
        if one.shape is _Shape.FIGURES:
            figures.add(one.line.position)
        elif turned is not None:
            doubtful.update(between)
            labels.append(one)
        turned, between = one if one.shape is _Shape.FIGURES else None, []
    if turned is not None and turned.entry is not None:  # below a header: the label of the last row is lost
        doubtful.update(between)
    if not doubtful and not labels:
        return Order()
    found = {match.entry.order for match in matches}
    return Order(
        frozenset(doubtful),
        tuple(_label_alone(one, entry) for one in labels if (entry := one.entry) and entry.order not in found),
        frozenset(figures),
    )


def _seen(line: Line, rows: Mapping[int, Match], table: TableLexicon) -> Iterator[_Seen]:
    """What a line shows, from left to right."""
    match = rows.get(line.position)
    own = match.label if match is not None and match.in_one else -1
    for cell, form in line.forms.items():
        named = table.rows_named(form)
        if named and cell != own and not (form.number is None and table.find(form, Role.COLUMN)):
            yield _Seen(_Shape.LABEL, line, named[0] if len(named) == 1 else None, cell)
    if match is not None:
        yield _Seen(_Shape.ROW, line)
        if len(match.filled) > len(table.columns(match.entry.block)):
            yield _Seen(_Shape.FIGURES, line)
    elif line.has_figures():
        above = table.find(line.forms[line.words[-1]], Role.COLUMN, Role.CORNER) if line.words else ()
        full = [entry for entry in above if len(table.columns(entry.block)) == len(line.values(line.words[-1]))]
        if full or not line.words:
            yield _Seen(_Shape.FIGURES, line, full[0] if full else None)


def _label_alone(seen: _Seen, entry: Entry) -> Match:
    return Match(seen.line, entry, seen.line, seen.cell, seen.line.cells[seen.cell].text.value, doubtful=True)
