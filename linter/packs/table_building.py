"""From a table's plain data to a `TableSpec`: its blocks, rows and columns. What is missing is left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.model.entity import row_id
from linter.model.message import Localised
from linter.model.template import (
    BlockSpec,
    ColumnSpec,
    EmptyCells,
    FoundBy,
    GroupSpec,
    Label,
    RowSpec,
    TableSpec,
)
from linter.model.value import EmptyMeaning, ValueSpec
from linter.packs.naming import column_names, row_names
from linter.text.punctuation import DOT

Data = Mapping[str, Any]
Values = Mapping[str, ValueSpec]


def blocks_of(table: Data) -> Sequence[Data]:
    """The table's blocks; a table that states its rows and columns itself is one."""
    blocks: Sequence[Data] = table.get("blocks", ())
    return blocks or ([table] if "rows" in table or "columns" in table else [])


def walk(entries: Sequence[Data], key: str, parents: tuple[Data, ...] = ()) -> Iterator[tuple[Data, tuple[Data, ...]]]:
    """Each entry of a tree of rows or columns with the groups above it, from top to bottom."""
    for entry in entries:
        yield entry, parents
        yield from walk(entry.get(key, ()), key, (*parents, entry))


def resolve_sum(name: str, sums: Mapping[str, Sequence[str]], above: tuple[str, ...] = ()) -> Iterator[str]:
    """The rows and groups that a sum names, those of the sums in it included, in order; a circle is left out."""
    for member in sums[name]:
        if member not in sums:
            yield member
        elif member not in above and member != name:
            yield from resolve_sum(member, sums, (*above, name))


def label_of(entry: Data | str) -> Label:
    """The wordings of a row, column, section or heading."""
    if isinstance(entry, str):
        return Label(entry)
    return Label(entry.get("label", ""), tuple(entry.get("aliases", ())), tuple(entry.get("outdated", ())))


def localised(data: Data | None) -> Localised:
    """A text for people; where it is given in one language, that stands for both."""
    return (
        Localised(data.get("zh") or data.get("en", ""), data.get("en") or data.get("zh", ""))
        if data
        else Localised("", "")
    )


def texts_of(value: Any) -> tuple[str, ...]:
    """One text, or several."""
    return (value,) if isinstance(value, str) else tuple(value)


def build_table(entry: Data, entities: Mapping[str, Data], values: Values) -> TableSpec:
    """The table that an entry states; `entities` and `values` are those of the pack by id."""
    found, (sums, column_sets) = entry.get("found-by", {}), _sets(entry)
    return TableSpec(
        id=entry["id"],
        section=entry.get("section", ""),
        title=localised(entry.get("title")),
        blocks=tuple(_block(block, entities, values) for block in blocks_of(entry)),
        across=entry.get("across", False),
        sums=sums,
        empty=_empty_cells(entry.get("empty-cells", {})),
        found_by=FoundBy(
            found.get("title", ""), found.get("caption", ""), tuple(found.get("header", ())), found.get("nth", 0)
        ),
        beside=entry.get("beside", False),
        each=entry.get("each", ""),
        column_sets=column_sets,
    )


def _sets(table: Data) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The sets of rows and those of columns that a table names, under `sums` or as a group of columns with an id."""
    sums = table.get("sums", {})
    columns = [column for block in blocks_of(table) for column, _ in walk(block.get("columns", ()), "columns")]
    ids = {column["id"] for column in columns if "id" in column}
    sets = {name: tuple(dict.fromkeys(resolve_sum(name, sums))) for name in sums}
    of_columns = {
        column["id"]: tuple(leaf["id"] for leaf, _ in walk(column["columns"], "columns") if "columns" not in leaf)
        for column in columns
        if "columns" in column and "id" in column
    }
    of_columns |= {name: members for name, members in sets.items() if ids.issuperset(members)}
    return {name: members for name, members in sets.items() if name not in of_columns}, of_columns


def _empty_cells(data: Data) -> EmptyCells:
    default = EmptyCells()
    return EmptyCells(
        blank=EmptyMeaning(data.get("blank", default.blank)),
        throughout=EmptyMeaning(data.get("throughout", default.throughout)),
        always_filled=tuple(data.get("always-filled", ())),
    )


def _block(data: Data, entities: Mapping[str, Data], values: Values) -> BlockSpec:
    heading = data.get("heading")
    rows, groups = _rows(data.get("rows", ()), entities, values)
    return BlockSpec(
        rows=rows,
        columns=_columns(data.get("columns", ()), entities, values),
        groups=groups,
        heading=label_of(heading) if heading else None,
        corner=tuple(label_of(entry) for entry in data.get("corner", ())),
    )


def _rows(
    entries: Sequence[Data], entities: Mapping[str, Data], values: Values
) -> tuple[tuple[RowSpec, ...], tuple[GroupSpec, ...]]:
    rows: list[RowSpec] = []
    groups: list[GroupSpec] = []
    tree = tuple(walk(entries, "rows"))
    parts = {_kind(entry): entry["rows"] for entry, _ in tree if _kind(entry) and "rows" in entry}
    names = row_names(
        [(entry.get("label", ""), [parent.get("label", "") for parent in above]) for entry, above in tree]
    )
    for (entry, above), usual in zip(tree, names, strict=True):
        if any(_kind(one) for one in above):
            continue  # parts of an entity's rows, built with them
        label = label_of(entry)
        name = entry.get("name") or usual
        parents = tuple(label_of(parent) for parent in above)
        if _kind(entry):
            rows.extend(_open_rows(entry, entities, values, parents, parts.get(_kind(entry), ())))
        elif "rows" in entry:
            below = tuple(leaf["id"] for leaf, _ in walk(entry["rows"], "rows") if "rows" not in leaf)
            groups.append(GroupSpec(entry["id"], label, name, below, parents))
        else:
            rows.append(RowSpec(entry["id"], label, name, parents, value=values.get(entry.get("value", ""))))
    return tuple(rows), tuple(groups)


def _kind(entry: Data) -> str:
    """The kind of entity of which there is a row for each, or one for all; empty for other rows."""
    return str(entry.get("each") or entry.get("total-of", ""))


def _open_rows(
    entry: Data, entities: Mapping[str, Data], values: Values, parents: tuple[Label, ...], parts: Sequence[Data]
) -> Iterator[RowSpec]:
    """The row of an entity or of all of them: one, or one for each of its `parts`, whose labels are their own."""
    each, total_of = entry.get("each", ""), entry.get("total-of", "")
    label = total_label(entry, entities) if total_of else Label("")
    name = entry.get("name") or label.text or entry["id"]
    value, details = values.get(entry.get("value", "")), entry.get("details", False)
    row = RowSpec(entry["id"], label, name, parents, each, value=value, total_of=total_of, details=details)
    if not parts:
        yield row
    for part in parts:
        own = label_of(part)
        yield row._replace(
            id=row_id(row.id, part["id"]),
            label=own,
            name=f"{name}{DOT}{part.get('name') or own.text}",
            parents=(*parents, label),
            part=part["id"],
            value=values.get(part.get("value", "")) or value,
        )


def total_label(entry: Data, entities: Mapping[str, Data]) -> Label:
    """The label of a row or column over all entities: its own, or those that the entity gives."""
    names = texts_of((entities.get(entry["total-of"]) or {}).get("total", ()))
    own = entry.get("label") or (names[0] if names else "")
    return Label(own, (*entry.get("aliases", ()), *(name for name in names if name != own)))


def _columns(entries: Sequence[Data], entities: Mapping[str, Data], values: Values) -> tuple[ColumnSpec, ...]:
    leaves = [(entry, above) for entry, above in walk(entries, "columns") if "columns" not in entry]
    own = [total_label(entry, entities) if "total-of" in entry else label_of(entry) for entry, _ in leaves]
    above_each = [[parent.get("label", "") for parent in above] for _, above in leaves]
    names = column_names([(label.text, above) for label, above in zip(own, above_each, strict=True)])
    return tuple(
        ColumnSpec(
            entry["id"],
            label,
            entry.get("name") or name or entry["id"],
            values.get(entry.get("value", ""), values["count"]),
            entry.get("unit", ""),
            tuple(label_of(parent) for parent in above),
            each=entry.get("each", ""),
            total_of=entry.get("total-of", ""),
            years=(entry["from"], entry["to"]) if {"from", "to"} <= entry.keys() else None,
            detail=entry.get("detail", False),
        )
        for (entry, above), label, name in zip(leaves, own, names, strict=True)
    )
