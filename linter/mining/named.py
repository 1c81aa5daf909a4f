"""The names of a form: an id for every heading, table, row, column and kind of row that only a report knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.mining.forms import Form, FormLine, FormPart, FormTable, Key
from linter.mining.naming import id_of, ids_of
from linter.model.records import Record


class PartNames(Record):
    """The ids of a part: of its columns, rows and groups of rows, and the kind of rows that only a report knows."""

    columns: Mapping[Key, str]
    rows: Mapping[Key, str]
    groups: Mapping[Key, str]
    entity: str = ""


class TableNames(Record):
    """The id of a table, that of its section (or nothing), what it is called, and the ids of its parts."""

    id: str
    section: str
    title: str
    parts: tuple[PartNames, ...]


class Names(Record):
    """The ids of sections by the compared form of their headings, and those of the tables in their order."""

    sections: Mapping[str, str]
    tables: tuple[TableNames, ...]
    entities: Mapping[str, tuple[FormPart, ...]]


def names_of(form: Form) -> Names:
    """Ids for all that a form has."""
    sections: dict[str, str] = ids_of([(heading.words, heading.label) for heading in form.headings], other="section")
    labels = {heading.words: heading.label for heading in form.headings}
    titles = [_title(number, table, labels) for number, table in enumerate(form.tables)]
    ids: dict[int, str] = ids_of(list(enumerate(titles)), other="table")
    entities: dict[str, list[FormPart]] = {}
    tables = tuple(
        TableNames(
            ids[number],
            sections.get(table.section, ""),
            titles[number],
            tuple(_parts(table.parts, entities, (*ids.values(), *sections.values()))),
        )
        for number, table in enumerate(form.tables)
    )
    return Names(sections, tables, {id: tuple(parts) for id, parts in entities.items()})


def _title(number: int, table: FormTable, labels: Mapping[str, str]) -> str:
    heading = table.title or next((part.heading for part in table.parts if part.heading), "")
    return labels.get(table.section) or heading or f"table {number + 1}"


def _parts(parts: Sequence[FormPart], entities: dict[str, list[FormPart]], taken: Iterable[str]) -> Iterable[PartNames]:
    used: list[str] = []
    for part in parts:
        columns: dict[Key, str] = ids_of(
            [(line.key, _label(line, part.columns)) for line in part.columns], other="column"
        )
        paths = {line.key[: depth + 1]: line.path[depth] for line in part.rows for depth in range(len(line.path) - 1)}
        groups: dict[Key, str] = ids_of(list(paths.items()), (*used, *columns.values()), "group")
        rows: dict[Key, str] = ids_of(
            [(line.key, _label(line, part.rows, columns.values())) for line in part.rows],
            (*used, *groups.values(), *columns.values()),
            "row",
        )
        used += [*rows.values(), *groups.values()]
        yield PartNames(columns, rows, groups, _entity(part, entities, taken) if part.open else "")


def _label(line: FormLine, lines: Sequence[FormLine], taken: Iterable[str] = ()) -> str:
    """The innermost label, with the one around it where another line has the same, or a column."""
    own = line.path[-1]
    if len(line.path) > 1 and (sum(other.path[-1] == own for other in lines) > 1 or id_of(own) in taken):
        return f"{id_of(line.path[-2])} {id_of(own)}"
    return own


def _entity(part: FormPart, entities: dict[str, list[FormPart]], taken: Iterable[str]) -> str:
    """The kind of thing that the rows of an open part are: that of another part with the same rows, or a new one."""
    for id, others in entities.items():
        if _names(part) & _names(others[0]) and 2 * len(_names(part) & _names(others[0])) > len(_names(part)):
            others.append(part)
            return id
    word = id_of(part.corner[0]) if part.corner else ""
    only: dict[int, str] = ids_of([(0, word or "item")], (*taken, *entities))
    id = only[0]
    entities[id] = [part]
    return id


def _names(part: FormPart) -> set[tuple[int, Key]]:
    fixed = {line.key for line in part.rows}
    return {(report, row) for report, figures in enumerate(part.figures) for row, _ in figures if row not in fixed}
