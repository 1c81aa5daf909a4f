"""Which cells of a table a name means: rows, groups that may have figures of their own, and sums of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.expressions.tree import Group, Node, Operand, Total
from linter.model.address import Address
from linter.model.template import ColumnSpec, GroupSpec, RowSpec, TableSpec
from linter.text.punctuation import DOT

Line = RowSpec | GroupSpec


@lru_cache(maxsize=64)
def _places(table: TableSpec) -> Mapping[tuple[str, str], tuple[Line, ColumnSpec]]:
    """Every cell of a table by the ids of its row (or of a group that may have figures of its own) and column."""
    found: dict[tuple[str, str], tuple[Line, ColumnSpec]] = {}
    for block in table.blocks:
        lines: tuple[Line, ...] = (*block.rows, *block.groups)
        found |= {(line.id, column.id): (line, column) for line in lines for column in block.columns}
    return found


def find(table: TableSpec, row: str, column: str) -> tuple[Line, ColumnSpec] | None:
    return _places(table).get((row, column))


@lru_cache(maxsize=64)
def _groups(table: TableSpec) -> Mapping[str, GroupSpec]:
    return {group.id: group for block in table.blocks for group in block.groups}


def _group(table: TableSpec, id: str) -> GroupSpec | None:
    return _groups(table).get(id)


@lru_cache(maxsize=256)
def parts_of(table: TableSpec, id: str) -> tuple[str, ...]:
    """What a sum or group names directly: rows, and groups inside it that are widest."""
    if id in table.sums:
        return table.sums[id]
    group = _group(table, id)
    if group is None:
        return ()
    inner = [
        other
        for block in table.blocks
        for other in block.groups
        if other.id != id and set(other.rows) < set(group.rows)
    ]
    widest = [one for one in inner if not any(set(one.rows) < set(other.rows) for other in inner)]
    parts: list[str] = []
    for row in group.rows:
        holder = next((one.id for one in widest if row in one.rows), row)
        if holder not in parts:
            parts.append(holder)
    return tuple(parts)


@lru_cache(maxsize=256)
def rows_of(table: TableSpec, id: str) -> tuple[str, ...]:
    """The rows that a sum or group comes down to."""
    found: list[str] = []
    waiting, seen = [id], {id}
    while waiting:
        for part in parts_of(table, waiting.pop()):
            if part in table.sums or _group(table, part):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
            else:
                found.append(part)
    return tuple(found)


def expand(
    table: TableSpec, ids: tuple[str, ...], column: str, style: str, above: tuple[str, ...] = ()
) -> tuple[Operand | Group, ...]:
    """The members of a sum; `above` are the sums and groups being expanded, which are not entered twice."""
    members: list[Operand | Group] = []
    for id in ids:
        if id in above:
            continue
        group = _group(table, id)
        if id in table.sums:
            members.extend(expand(table, table.sums[id], column, style, (*above, id)))
        elif group is not None:
            inner = expand(table, parts_of(table, id), column, style, (*above, id))
            members.append(Group(_whole(table, group, column, style), inner))
        else:
            members.append(operand_at(table, id, column, style))
    return tuple(members)


def node_at(table: TableSpec, row: str, column: str, style: str, as_set: bool) -> Node | None:
    """The cell, or with `as_set` the cells, that the ids of a row and a column mean, either of which may then be that
    of a set; None where the form does not have them.
    """
    if not as_set:
        return operand_at(table, row, column, style) if find(table, row, column) else None
    is_set = row in table.sums or _group(table, row) is not None
    rows = rows_of(table, row) if is_set else (row,)
    columns = table.column_sets.get(column, (column,))
    if not rows or not all(find(table, one, other) for one in rows for other in columns):
        return None
    if not is_set and column not in table.column_sets:
        return operand_at(table, row, column, style)
    shown = style if len(columns) == 1 or style == "rows" else ""
    parts = parts_of(table, row) if is_set else (row,)
    above = (row,) if is_set else ()
    return Total(tuple(part for one in columns for part in expand(table, parts, one, shown, above)))


def operand_at(table: TableSpec, row: str, column: str, style: str) -> Operand:
    found = find(table, row, column)
    assert found is not None
    row_spec, column_spec = found
    name = _name(row_spec.name, column_spec.name, style)
    value = (row_spec.value if isinstance(row_spec, RowSpec) else None) or column_spec.value
    return Operand(Address(table.id, row, column), name, value.zero_base)


def _whole(table: TableSpec, group: GroupSpec, column: str, style: str) -> Operand:
    column_spec = next(spec for block in table.blocks for spec in block.columns if spec.id == column)
    name = _name(group.name, column_spec.name, style)
    return Operand(Address(table.id, group.id, column), name)


def cell_of_previous(operand: Operand) -> Operand:
    """The same cell of last year's report."""
    return operand._replace(address=operand.address._replace(previous=True))


def of_previous(node: Node) -> Node:
    """The same cell or cells of last year's report."""
    if isinstance(node, Total):
        return Total(tuple(map(_member_of_previous, node.members)))
    return cell_of_previous(node) if isinstance(node, Operand) else node


def _member_of_previous(member: Operand | Group) -> Operand | Group:
    if isinstance(member, Operand):
        return cell_of_previous(member)
    return Group(cell_of_previous(member.whole), tuple(map(_member_of_previous, member.members)))


def _name(row: str, column: str, style: str) -> str:
    """A cell's name: its row's within a column, its column's within a row, else both."""
    return {"columns": row, "rows": column}.get(style, f"{row}{DOT}{column}")


def cells_of(node: Node | None) -> Iterator[Operand]:
    """The cells of a placed name, without the rows that stand for whole groups."""
    if isinstance(node, Operand):
        yield node
    elif isinstance(node, Total):
        for member in node.members:
            yield from leaves(member)


def leaves(member: Operand | Group) -> Iterator[Operand]:
    """The cells of a group's rows."""
    if isinstance(member, Operand):
        yield member
    else:
        for inner in member.members:
            yield from leaves(inner)
