"""One form out of the outlines of several reports: the headings, tables, rows and columns that most of them have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from linter.binding.heading import LONGEST_TITLE
from linter.binding.label import form_of
from linter.mining.outlines import Heading, Outline, TableSeen
from linter.mining.readings import Reading, Sort
from linter.mining.shapes import Part, Path
from linter.mining.totals import is_total
from linter.model.records import Record

ALIKE = 0.5
"""The share of labels that two tables have to have in common to be one table of the form."""

FIXED = 0.75
"""The share of all rows that have to be rows of most reports, or the rows are different in each."""

Key = tuple[str, ...]
Figures = Mapping[tuple[Key, Key], Reading]
T = TypeVar("T")


class FormLine(Record):
    """A row or a column of the form: its labels as most reports print them, and their compared form."""

    path: Path
    key: Key


class FormPart(Record):
    """A part of a table of the form, and its figures in every report (none in one that lacks it).

    Where rows are `open`, each report has rows of its own; `rows` are then those over all of them.
    """

    columns: tuple[FormLine, ...]
    rows: tuple[FormLine, ...]
    figures: tuple[Figures, ...]
    heading: str = ""
    corner: tuple[str, ...] = ()
    across: bool = False
    open: bool = False
    samples: tuple[str, ...] = ()


class FormTable(Record):
    """A table of the form; `section` is the compared form of the heading above it. `title` is that heading where it is
    too long for one of a text file: it is then the line by which the table is found.
    """

    section: str
    parts: tuple[FormPart, ...]
    title: str = ""


class Form(Record):
    """What reports have in common. `strangers` are the names of those that have little of it."""

    headings: tuple[Heading, ...]
    tables: tuple[FormTable, ...]
    strangers: tuple[str, ...]


def form_of_reports(reports: Sequence[Outline]) -> Form:
    """The form that most of the reports have."""
    clusters = [cluster for cluster in _clusters(reports) if _in_most(cluster, len(reports))]
    headings = _common([[(heading.words, heading) for heading in report.headings] for report in reports])
    known = {heading.words for heading in headings}
    long = {heading.words: heading.label for heading in headings if len(heading.label) > LONGEST_TITLE}
    found = (_table(cluster, len(reports), known) for cluster in clusters)
    tables = tuple(
        table._replace(title=long.get(table.section, ""))
        for table in found
        if all(part.columns and (part.rows or part.open) for part in table.parts)
    )
    strangers = tuple(
        report.name
        for index, report in enumerate(reports)
        if report.tables and clusters and 2 * sum(index in cluster for cluster in clusters) < len(clusters)
    )
    return Form(tuple(heading for heading in headings if heading.words not in long), tables, strangers)


def _in_most(things: Iterable[object], reports: int) -> bool:
    return 2 * len(list(things)) > reports


def _clusters(reports: Sequence[Outline]) -> list[dict[int, TableSeen]]:
    """The tables that are one table of the form, by the number of their report, in the order of the form."""
    clusters: list[dict[int, TableSeen]] = []
    for number, report in enumerate(reports):
        after = -1
        for table in report.tables:
            alike = [
                (_alike(table, next(iter(cluster.values()))), -index)
                for index, cluster in enumerate(clusters)
                if number not in cluster
            ]
            score, index = max(alike, default=(0.0, 0))
            if score >= ALIKE:
                after = -index
                clusters[after][number] = table
            else:
                after += 1
                clusters.insert(after, {number: table})
    return clusters


def _alike(one: TableSeen, other: TableSeen) -> float:
    """The share of the columns that both have, and a little more below one heading and with the same rows."""
    if [part.across for part in one.parts] != [part.across for part in other.parts]:
        return 0.0
    columns, rows = (
        _share(
            {_key(path) for part in one.parts for path in lines(part)},
            {_key(path) for part in other.parts for path in lines(part)},
        )
        for lines in (_columns, _rows)
    )
    return columns + (0.1 * rows + 0.2 * (one.section == other.section) if columns >= ALIKE else 0.0)


def _columns(part: Part) -> tuple[Path, ...]:
    return part.columns


def _rows(part: Part) -> tuple[Path, ...]:
    return part.rows


def _share(one: set[Key], other: set[Key]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _key(path: Path) -> Key:
    return tuple(form_of(label).words or label for label in path)


def _common(lists: Sequence[Sequence[tuple[str | Key, T]]]) -> list[T]:
    """What most of the lists have, in the order of the fullest of them, with what others have after what it follows."""
    counts = Counter(key for pairs in lists for key in {key for key, _ in pairs})
    order: list[str | Key] = []
    shown: dict[str | Key, T] = {}
    for pairs in sorted(lists, key=len, reverse=True):
        at = 0
        for key, thing in pairs:
            if key in shown:
                at = order.index(key) + 1
            elif 2 * counts[key] > len(lists):
                shown[key] = thing
                order.insert(at, key)
                at += 1
    return [shown[key] for key in order]


def _table(cluster: Mapping[int, TableSeen], reports: int, known: set[str]) -> FormTable:
    sections = Counter(table.section for table in cluster.values() if table.section in known)
    section = sections.most_common(1)[0][0] if sections else ""
    counts = Counter(len(table.parts) for table in cluster.values())
    parts = counts.most_common(1)[0][0]
    whole = {index: table for index, table in cluster.items() if len(table.parts) == parts}
    return FormTable(
        section,
        tuple(
            _part([whole[index].parts[part] if index in whole else None for index in range(reports)])
            for part in range(parts)
        ),
    )


def _part(seen: Sequence[Part | None]) -> FormPart:
    there = [part for part in seen if part is not None]
    columns = _lines(there, _columns)
    figures = tuple(_figures(part) if part is not None else {} for part in seen)
    kept = {line.key for line in columns}
    filled = {row for one in figures for (row, column), cell in one.items() if column in kept and cell.counts}
    rows = [line for line in _lines(there, _rows) if line.key in filled]
    is_open = not there[0].across and _differ(there, {line.key for line in rows})
    samples: tuple[str, ...] = ()
    if is_open:
        rows = [line for line in rows if is_total(line.path[-1])]
        own = Counter(path[0] for part in there for path in part.rows if not is_total(path[-1]))
        samples = tuple(sorted(name for name, _ in own.most_common(2)))
    first = there[0]
    corner = tuple(_common([[(form_of(label).words, label) for label in part.corner] for part in there]))
    return FormPart(tuple(columns), tuple(rows), figures, first.heading, corner, first.across, is_open, samples)


def _lines(parts: Sequence[Part], of: Callable[[Part], tuple[Path, ...]]) -> list[FormLine]:
    return _common([[(_key(path), FormLine(path, _key(path))) for path in of(part)] for part in parts])


def _figures(part: Part) -> Figures:
    return {(_key(row), _key(column)): cell for (row, column), cell in part.cells.items()}


def _differ(parts: Sequence[Part], common: set[Key]) -> bool:
    """Whether each report has rows of its own: one label each, and few that most of them have."""
    paths = [path for part in parts for path in part.rows]
    if len(parts) < 2 or not paths or any(len(path) > 1 for path in paths):
        return False
    return sum(_key(path) in common for path in paths) < FIXED * len(paths)


def is_figured(cells: Iterable[Reading]) -> bool:
    """Whether most of the cells that hold anything hold figures."""
    sorts = Counter(cell.sort for cell in cells)
    return sorts[Sort.FIGURE] + sorts[Sort.MISSING] > sorts[Sort.WORDS] + sorts[Sort.DAY]
