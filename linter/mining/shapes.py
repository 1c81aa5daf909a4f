"""What a table is made of: parts with a header each, labels over columns and beside rows, and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from linter.mining.grids import GridRow, Place, is_of_figures, texts_of
from linter.mining.readings import Reading, Sort
from linter.model.records import Record

Path = tuple[str, ...]
"""The labels of a row or a column, outermost first."""


class Part(Record):
    """A part of a table with a header of its own. `heading` stands above the header, `corner` over the labels of the
    rows; in one that goes `across`, rows stand side by side over a single line of figures.
    """

    columns: tuple[Path, ...]
    rows: tuple[Path, ...]
    cells: Mapping[tuple[Path, Path], Reading]
    heading: str = ""
    corner: tuple[str, ...] = ()
    across: bool = False


class _Stretch(Record):
    """Rows of a grid: those of a header, and those below it."""

    head: tuple[GridRow, ...]
    body: tuple[GridRow, ...]


def parts_of(grid: Sequence[GridRow]) -> tuple[Part, ...]:
    """The parts of a table; none where it has no figures, or no labels over them."""
    found = (_part(stretch) for stretch in _stretches(grid))
    return tuple(part for part in found if part is not None)


def _stretches(grid: Sequence[GridRow]) -> Iterator[_Stretch]:
    head: list[GridRow] = []
    body: list[GridRow] = []
    for index, row in enumerate(grid):
        if is_of_figures(row) or (body and _is_left_blank(row, grid[index + 1 : index + 2])):
            if head or body:
                body.append(row)
        elif texts_of(row):
            if body:
                yield _Stretch(tuple(head), tuple(body))
                head, body = [], []
            head.append(row)
    if head and body:
        yield _Stretch(tuple(head), tuple(body))


def _is_left_blank(row: GridRow, following: Sequence[GridRow]) -> bool:
    """Whether a row without figures, below others, is a row nonetheless: a label, and cells with nothing in them."""
    texts = texts_of(row)
    if len(texts) != 1 or texts[0].column or (row[-1].row == texts[0].row and row[-1].column == texts[0].column):
        return False
    return not following or is_of_figures(following[0]) or len(texts_of(following[0])) < 2


def _part(stretch: _Stretch) -> Part | None:
    labels = _label_columns(stretch.body)
    head = stretch.head
    heading = ""
    while len(head) > 1 and len(texts_of(head[0])) == 1:
        heading, head = texts_of(head[0])[0].text, head[1:]
    columns = _column_paths(head, labels)
    if not any(columns):
        return None
    if not labels:
        return _across(columns, stretch.body, heading)
    corner = tuple(dict.fromkeys(place.text for row in head for place in texts_of(row[:labels])))
    shared = _shared(columns)
    columns = [path[len(shared) :] for path in columns]
    rows = _row_paths(stretch.body, labels)
    cells = {
        (row, column): place.reading
        for row, line in rows
        for column, place in zip(columns, line[labels:], strict=True)
        if row and column
    }
    once = tuple(dict.fromkeys(row for row, _ in rows if row))
    return Part(tuple(dict.fromkeys(filter(None, columns))), once, cells, heading, (*corner, *shared))


def _shared(columns: Sequence[Path]) -> Path:
    """The outermost label, where it stands over all columns."""
    filled = [path for path in columns if path]
    over_all = len(filled) > 1 and all(len(path) > 1 for path in filled) and len({path[0] for path in filled}) == 1
    return filled[0][:1] if over_all else ()


def _across(columns: Sequence[Path], body: Sequence[GridRow], heading: str) -> Part | None:
    """Groups of columns that are the same, over one line of figures: each group is a row."""
    if len(body) != 1 or not all(len(path) > 1 for path in columns):
        return None
    groups: dict[Path, list[str]] = {}
    for *above, leaf in columns:
        groups.setdefault(tuple(above), []).append(leaf)
    leaves = set(map(tuple, groups.values()))
    if len(groups) < 2 or len(leaves) != 1:
        return None
    cells = {(path[:-1], path[-1:]): place.reading for path, place in zip(columns, body[0], strict=True)}
    return Part(tuple((leaf,) for leaf in leaves.pop()), tuple(groups), cells, heading, (), True)


def _label_columns(body: Sequence[GridRow]) -> int:
    """How many columns at the left hold labels: words, or numbers before words."""
    sorts = [Counter(row[column].reading.sort for row in body) for column in range(len(body[0]))]
    worded = [counts[Sort.WORDS] > counts[Sort.FIGURE] + counts[Sort.MISSING] for counts in sorts]
    first = next((index for index, is_worded in enumerate(worded[:2]) if is_worded), None)
    if first is None:
        return 0
    end = first + 1
    while end < len(worded) and worded[end] and not _stands_alone(body, end):
        end += 1
    return end


def _stands_alone(body: Sequence[GridRow], column: int) -> bool:
    """Whether a column of words says something of rows that are told apart without it."""
    before = [row[column - 1].text for row in body]
    return all(before) and len(set(before)) == len(before) and all(row[column].text for row in body)


def _row_paths(body: Sequence[GridRow], labels: int) -> list[tuple[Path, GridRow]]:
    """The path of every row: a label that is left out is the one above it, where one further in follows."""
    paths: list[tuple[Path, GridRow]] = []
    above: list[str] = [""] * labels
    for row in body:
        own = [place.text if place.reading.sort is Sort.WORDS else "" for place in row[:labels]]
        deepest = max((index for index, text in enumerate(own) if text), default=-1)
        filled = [text or (above[index] if index < deepest else "") for index, text in enumerate(own)]
        above = filled if deepest >= 0 else above
        paths.append((tuple(dict.fromkeys(filter(None, filled))), row))
    return paths


def _column_paths(head: Sequence[GridRow], labels: int) -> list[Path]:
    """The path of every column right of the labels; a label stands over the blanks after it, down to its own level."""
    if not head:
        return []
    width = len(head[0])
    paths: list[Path] = []
    for column in range(labels, width):
        path: list[Place] = []
        for level, row in enumerate(head):
            place = row[column]
            if not place.text.strip() and any(below[column].text.strip() for below in head[level + 1 :]):
                place = _over(row, column, labels, head[:level])
            if place.text.strip() and (place.row, place.column) not in [(one.row, one.column) for one in path]:
                path.append(place)
        paths.append(tuple(place.text for place in path))
    return paths


def _over(row: GridRow, column: int, labels: int, above: Sequence[GridRow]) -> Place:
    """The label left of a blank, unless another group begins in between."""
    for left in range(column - 1, labels - 1, -1):
        if row[left].text.strip():
            return row[left]
        if any(line[left + 1].text.strip() and line[left + 1].column == left + 1 for line in above):
            break
    return row[column]
