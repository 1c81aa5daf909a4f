"""The order of columns that the grid shows, where the header as a tree of labels says another.

Columns that stand apart from the others below their common label (a total moved in among kinds of applicants) make no
tree: the labels of one header row then stand left and right of those of the next. In a grid each of them stands over
its own column, and so over the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from linter.binding.column_order import FOREIGN, ColumnOrder
from linter.binding.geometry import AGREEING
from linter.binding.header import HeaderLabel, Reading
from linter.binding.lines import grid_columns
from linter.model.report import Miss, MissKind
from linter.model.template import ColumnSpec


def confirmed_by_grid(
    order: ColumnOrder,
    labels: Sequence[HeaderLabel],
    columns: Sequence[ColumnSpec],
    figures: Sequence[tuple[int, ...]],
) -> ColumnOrder:
    """The order of a header, or that of the grid where the labels stand in another there.

    `figures` are the grid columns of the figures of each row below, in the same piece of the table. Where the grid
    contradicts the tree of labels and the figures do not stand under the labels either, no order is known.
    """
    places = _places(labels)
    shown = sorted(places, key=lambda id: places[id])
    if _collide(places) or _run_together(labels, columns):
        return order  # no grid
    if order.ids is not None and shown == [id for id in order.ids if id in places]:
        return order
    full = Counter(at for at in figures if len(at) == len(columns))
    at, rows = full.most_common(1)[0] if full else ((), 0)
    if rows < AGREEING * full.total() or not full:
        return order  # no grid either
    ids = _over_figures(places, [column.id for column in columns], at)
    if ids is None and order.ids is None:
        return order
    first = next(label for label in labels if label.columns)
    kind = MissKind.COLUMNS_UNCLEAR if ids is None else MissKind.COLUMN_ORDER
    every = tuple([column.id for column in columns])
    miss = Miss(kind, first.cell.text.span, (), ids or every, seen=first.cell.text.value)
    if ids is None:
        return ColumnOrder(None, misses=(miss,))
    exchanged = [column.id for column, id in zip(columns, ids, strict=True) if column.id != id]
    if len(exchanged) == 2 and not _keep_their_rows(exchanged, labels, columns):  # the labels alone, perhaps
        unclear = miss._replace(kind=MissKind.COLUMNS_UNCLEAR, columns=tuple(exchanged))
        return ColumnOrder(ids, order.unclear | {*exchanged}, (), (unclear,))
    told = [other for other in order.misses if other.kind is not MissKind.COLUMN_ORDER] if order.ids is not None else []
    return ColumnOrder(ids, order.unclear, (), (miss, *told))


def _keep_their_rows(ids: Sequence[str], labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec]) -> bool:
    """Whether the labels of some columns stand in the rows in which those of the others at their depth do."""
    depths = {column.id: len(column.parents) for column in columns}
    rows = [(entry.id, label.row) for label in labels for entry in label.columns]
    for id in ids:
        own = {row for other, row in rows if other == id}
        beside = {row for other, row in rows if other not in ids and depths[other] == depths[id]}
        if beside and own.isdisjoint(beside):
            return False
    return True


def _run_together(labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec]) -> bool:
    """Whether columns and a label above columns are in one row, as where a text has lost the ends of the rows."""
    parents = {parent.text for column in columns for parent in column.parents if parent.text}
    rows = {label.row for label in labels if label.columns}
    above = {label.row for label in labels if any(entry.label.text in parents for entry in label.names)}
    return len(rows) == 1 and rows == above


def with_foreign_in_grid(
    order: ColumnOrder, labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec]
) -> ColumnOrder:
    """The order with the labels that stand over grid columns of their own, where each column of the form has another.

    A label merged over all rows of the header stands in none of the rows with the columns' labels.
    """
    places = _places(labels)
    taken = set(places.values())
    if order.ids is None or len(taken) < len(columns):
        return order
    known = {column for label in labels if label.columns for column in grid_columns(label.cell)} & taken
    unknown = [label for label in labels if _is_strange(label, places) and known.isdisjoint(grid_columns(label.cell))]
    added = [label for label in unknown if label not in order.foreign and label.cell.column > min(taken)]
    misses = [Miss(MissKind.COLUMN_UNKNOWN, label.cell.text.span, seen=label.cell.text.value) for label in added]
    return order._replace(foreign=(*order.foreign, *added), misses=(*order.misses, *misses))


def with_doubt_of_foreign(
    order: ColumnOrder, labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec]
) -> ColumnOrder:
    """The order, or none where a label that is none of the form's may stand on either of two levels, as the last in a
    row of the lower one or between the two, and no grid shows on which.
    """
    places = _places(labels)
    if order.ids is None or not order.foreign:
        return order
    if not (_collide(places) or _run_together(labels, columns)):
        return order._replace(ids=_as_in_grid(order.ids, order.foreign, places))
    depths = {column.id: len(column.parents) for column in columns}
    for label in order.foreign:
        own = [other for other in labels if other.row == label.row and (other.columns or other is label)]
        at = own.index(label)
        beside = [depths[other.columns[0].id] for other in (*own[max(at - 1, 0) : at], *own[at + 1 : at + 2])]
        if len({*beside}) > 1 or (len(beside) < 2 and max(beside, default=0) > min(depths.values())):
            text = label.cell.text
            every = tuple([column.id for column in columns])
            return ColumnOrder(None, misses=(Miss(MissKind.COLUMNS_UNCLEAR, text.span, (), every, "", text.value),))
    return order


def _as_in_grid(ids: tuple[str, ...], foreign: Sequence[HeaderLabel], places: Mapping[str, int]) -> tuple[str, ...]:
    """The columns with those of none where their labels stand among the others, if each has a place of its own."""
    at = [(column, id) for id, column in places.items()] + [(label.cell.column, FOREIGN) for label in foreign]
    if len(at) != len(ids) or len({column for column, _ in at}) < len(at):
        return ids
    return tuple(id for _, id in sorted(at))


def _collide(places: Mapping[str, int]) -> bool:
    """Whether labels of two rows stand over one column, as where there is no grid."""
    return len(set(places.values())) < len(places)


def _is_strange(label: HeaderLabel, places: Mapping[str, int]) -> bool:
    """Whether a label is of no column, or nearly that of a column that has its own elsewhere."""
    if label.reading is Reading.MISSPELT:
        return any(places.get(entry.id, label.cell.column) != label.cell.column for entry in label.columns)
    return label.reading is Reading.UNKNOWN


def _places(labels: Sequence[HeaderLabel]) -> dict[str, int]:
    """The grid columns of the columns that have one label of their own, in one place."""
    exact = {entry.id for label in labels if label.reading is Reading.EXACT for entry in label.columns}
    found: dict[str, set[int]] = {}
    for label in labels:
        ids = {entry.id for entry in label.columns}
        if len(ids) > 1:
            return {}
        if label.reading is not Reading.MISSPELT or not ids <= exact:
            for id in ids:
                found.setdefault(id, set()).add(label.cell.column)
    return {id: at.pop() for id, at in found.items() if len(at) == 1}


def _over_figures(places: Mapping[str, int], columns: Sequence[str], at: Sequence[int]) -> tuple[str, ...] | None:
    """The columns from left to right, where labels stand just over figures and leave one place at most."""
    missing = [id for id in columns if id not in places]
    if len(missing) > 1 or not set(at).issuperset(places.values()):
        return None
    over = {column: id for id, column in places.items()}
    return tuple(over[column] if column in over else missing[0] for column in at)
