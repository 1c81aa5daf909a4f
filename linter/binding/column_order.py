"""In which order a draft's own header has the columns of the form, and where it leaves that open.

The labels of a header are taken as a tree, as the form has them: under each label the columns that stand below it, from
left to right. So the order is known whether or not the draft keeps the grid. A label that the form does not know takes
the place of the one that is missing where the labels around it leave one place, and is a column of its own where
nothing is missing. Columns in another order are read by their labels; where two labels alone are exchanged, their
figures may be exchanged or not, and are read as neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.binding.header import HeaderLabel, Reading
from linter.binding.lexicon import Entry
from linter.model.records import Record
from linter.model.report import Miss, MissKind
from linter.model.template import ColumnSpec, RowSpec

Path = tuple[str, ...]
"""A label of the header by the labels above it and its own; of a column, its id stands last."""


FOREIGN = ""
"""Stands for a column that is none of the form's."""


class ColumnOrder(Record):
    """The columns from left to right: ids of the form's, and `FOREIGN` for others, whose labels are in `foreign`.

    `ids` is None where the header contradicts the form and does not say which column is which; `unclear` are columns of
    which that is so while the others are clear. `misses` tell what is wrong with the header.
    """

    ids: tuple[str, ...] | None
    unclear: frozenset[str] = frozenset()
    foreign: tuple[HeaderLabel, ...] = ()
    misses: tuple[Miss, ...] = ()


class _Place(Record):
    """A place below a label: the part of the form that it is (None for an unknown one), and its label in the draft."""

    path: Path | None
    label: HeaderLabel | None = None


def order_of(
    labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec | RowSpec], by_label_alone: bool = True
) -> ColumnOrder:
    """The order in which the labels of a header, row by row, have `columns`; that of the form where there are none.

    `by_label_alone` says that a column has but one label to be known by, so that two exchanged ones may be a slip.
    """
    if not labels:
        return ColumnOrder(tuple([column.id for column in columns]))
    return _Order(labels, columns, by_label_alone).read()


class _Form:
    """The labels of the form's header as a tree."""

    def __init__(self, columns: Sequence[ColumnSpec | RowSpec]) -> None:
        self.leaves = {(*(parent.text for parent in column.parents), column.id): column for column in columns}
        self.children: dict[Path, list[Path]] = {}
        for path in self.leaves:
            for depth in range(len(path)):
                below = self.children.setdefault(path[:depth], [])
                if path[: depth + 1] not in below:
                    below.append(path[: depth + 1])
        self._by_id = {path[-1]: path for path in self.leaves}
        self._inner = {path[-1]: path for path in self.children if path}

    def path_of(self, entry: Entry) -> Path | None:
        return self._by_id.get(entry.id) or self._inner.get(entry.label.text)

    def text(self, path: Path) -> str:
        return self.leaves[path].label.text if path in self.leaves else path[-1]

    def ids(self, path: Path) -> list[str]:
        """The columns at or below a label."""
        return [leaf[-1] for leaf in self.leaves if leaf[: len(path)] == path]


class _Order:
    """Works out the order of one header."""

    def __init__(
        self, labels: Sequence[HeaderLabel], columns: Sequence[ColumnSpec | RowSpec], by_label_alone: bool
    ) -> None:
        self._form = _Form(columns)
        self._below, self._twice = _places(labels, self._form)
        self._by_label_alone = by_label_alone
        self._ids: list[str] = []
        self._unclear: set[str] = set()
        self._foreign: list[HeaderLabel] = []
        self._misses: list[Miss] = []

    def read(self) -> ColumnOrder:
        if self._twice is not None:
            self._miss(MissKind.COLUMNS_UNCLEAR, self._twice, tuple(self._form.ids(())))
            return ColumnOrder(None, misses=tuple(self._misses))
        known = self._spread(())
        if not known:  # where those of one label are not, none are
            columns = tuple(self._form.ids(()))
            self._misses = [
                miss._replace(columns=columns) if miss.kind is MissKind.COLUMNS_UNCLEAR else miss
                for miss in self._misses
            ]
        return ColumnOrder(
            tuple(self._ids) if known else None, frozenset(self._unclear), tuple(self._foreign), tuple(self._misses)
        )

    def _spread(self, path: Path) -> bool:
        """Add the columns below a label from left to right; gives back whether they are known."""
        if path in self._form.leaves:
            self._ids.append(path[-1])
            return True
        places = self._settled(path)
        if places is None:
            return False
        for place in places:
            if place.path is None:
                self._ids.append(FOREIGN)
            elif not self._spread(place.path):
                return False
        return True

    def _settled(self, path: Path) -> list[_Place] | None:
        """The places below one label, with those that the draft does not name put in; None where that is not known."""
        form, own, draft = self._form, self._form.children[path], self._below.get(path, [])
        named = [place.path for place in draft if place.path is not None]
        if named == [child for child in own if child in named]:
            return self._filled(own, draft) if named else [_Place(child) for child in own]
        label = next(place.label for place in draft if place.label is not None and place.path is not None)
        columns = tuple(id for child in named for id in form.ids(child))
        if len(named) < len(own) or _stand_in_rows(draft):
            self._miss(MissKind.COLUMNS_UNCLEAR, label, columns)
            return None
        moved = [child for child, there in zip(own, named, strict=True) if child != there]
        if self._by_label_alone and len(moved) == 2 and form.leaves.keys() >= set(moved):
            self._leave_open(label, moved)
        else:
            self._miss(MissKind.COLUMN_ORDER, label, columns)
        for place in draft:
            if place.path is None and place.label is not None:
                self._add_foreign(place.label)
        return draft

    def _filled(self, own: Sequence[Path], draft: Sequence[_Place]) -> list[_Place]:
        """Places in the order of the form: between two that are named, unknown ones stand for missing ones."""
        placed: list[_Place] = []
        waiting = list(own)
        unknown: list[HeaderLabel] = []
        for place in (*draft, None):
            if place is not None and place.path is None:
                unknown += [place.label] if place.label is not None else []
                continue
            until = waiting.index(place.path) if place is not None and place.path is not None else len(waiting)
            placed += self._between(waiting[:until], unknown)
            waiting, unknown = waiting[until + 1 :], []
            placed += [place] if place is not None else []
        return placed

    def _between(self, missing: Sequence[Path], unknown: Sequence[HeaderLabel]) -> list[_Place]:
        """What stands between two labels that are known."""
        if not missing:
            for label in unknown:
                self._add_foreign(label)
            return [_Place(None, label) for label in unknown]
        if len(missing) == len(unknown) == 1:
            ids = tuple(self._form.ids(missing[0]))
            self._miss(MissKind.LABEL_MISSPELT, unknown[0], ids, self._form.text(missing[0]))
        elif unknown:
            self._leave_open(unknown[0], missing)
        return [_Place(child) for child in missing]

    def _add_foreign(self, label: HeaderLabel) -> None:
        self._foreign.append(label)
        self._miss(MissKind.COLUMN_UNKNOWN, label, ())

    def _leave_open(self, label: HeaderLabel, paths: Sequence[Path]) -> None:
        """None of these columns is read: which of them is which, the header does not say for sure."""
        ids = tuple(id for path in paths for id in self._form.ids(path))
        self._unclear.update(ids)
        self._miss(MissKind.COLUMNS_UNCLEAR, label, ids)

    def _miss(self, kind: MissKind, label: HeaderLabel, columns: tuple[str, ...], expected: str = "") -> None:
        text = label.cell.text
        self._misses.append(Miss(kind, text.span, (), columns, expected, text.value))


def _stand_in_rows(places: Sequence[_Place]) -> bool:
    """Whether labels of one level stand in several rows, as where a header was torn: which of two rows' labels is
    left of the other is not shown then.
    """
    return len({place.label.row for place in places if place.label is not None and place.path is not None}) > 1


def _places(labels: Sequence[HeaderLabel], form: _Form) -> tuple[Mapping[Path, list[_Place]], HeaderLabel | None]:
    """What stands below each label of the form, in the order of the draft, and a label that stands there twice so that
    its column is not known. One that is copied into every cell that it covers, or repeated over several rows, stands
    there once; of two that may be one column's, the exact one is.
    """
    exact = {entry.id for label in labels if label.reading is Reading.EXACT for entry in label.columns}
    named = {path for label in labels for entry in label.names if (path := form.path_of(entry)) is not None}
    below: dict[Path, list[_Place]] = {}
    seen: dict[Path, HeaderLabel] = {}
    twice: HeaderLabel | None = None
    left: Path | None = None
    row = -1
    for label in labels:
        if label.row != row:
            left, row = None, label.row
        misread = label.reading is Reading.MISSPELT and exact.issuperset(entry.id for entry in label.columns)
        paths = [] if misread else [path for entry in label.names if (path := form.path_of(entry)) is not None]
        if not paths and left is not None and (misread or label.reading is Reading.UNKNOWN):
            _insert(below[left[:-1]], left, label)
        for path in paths:
            if path not in seen:
                seen[path] = label
                below.setdefault(path[:-1], []).append(_Place(path, label))
            elif path in form.leaves and _stands_apart(label, seen[path], path == left):
                if lost := [child for child in form.children[path[:-1]] if child not in named]:
                    _share_out(below[path[:-1]], path, label, lost, form)
                else:
                    twice = label
            left = path
    return below, twice


def _stands_apart(label: HeaderLabel, earlier: HeaderLabel, is_next: bool) -> bool:
    """Whether a label stands twice in one row, and neither is a copy of the other or a part of it."""
    whole = Reading.BROKEN not in (label.reading, earlier.reading)
    return label.row == earlier.row and whole and not is_next and len(label.columns) == 1


def _share_out(places: list[_Place], path: Path, label: HeaderLabel, lost: Sequence[Path], form: _Form) -> None:
    """Of two places with one column's label, one is that of the column lost; where several are, neither is known."""
    own = form.children[path[:-1]]
    first = next((index for index, place in enumerate(places) if place.path == path), None)
    if first is None:  # two more have its label already, and none of them is sure
        places.append(_Place(None, label))
        return
    known = len(lost) == 1
    if not known or own.index(lost[0]) < own.index(path):
        places[first] = _Place(None, places[first].label)
        places.append(_Place(path if known else None, label))
    else:
        places.append(_Place(None, label))


def _insert(places: list[_Place], left: Path, label: HeaderLabel) -> None:
    """Put an unknown label right of the one that is known to its left, after others that are unknown."""
    index = next((index for index, place in enumerate(places) if place.path == left), len(places) - 1)
    while index + 1 < len(places) and places[index + 1].path is None:
        index += 1
    places.insert(index + 1, _Place(None, label))
