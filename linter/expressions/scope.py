"""What the names of an expression stand for: the cells of a template, once for each column or row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linter.expressions.tree import (
    Arithmetic,
    Comparison,
    Group,
    Junction,
    Mistake,
    Name,
    Negative,
    Node,
    Not,
    Operand,
    SumOf,
    Total,
    names,
)
from linter.model.address import Address
from linter.model.message import Message
from linter.model.template import BlockSpec, ColumnSpec, GroupSpec, RowSpec, TableSpec, Template, ValueType


class Instance(NamedTuple):
    """An expression for one column or row. `id` and `name` are empty where it stands for itself alone."""

    id: str
    name: str
    check: Node


class Scope(NamedTuple):
    """Where names are looked up: cells by their addresses, and in `table` rows (`along` is `columns`: the expression
    holds for each column) or columns (`along` is `rows`).
    """

    template: Template
    table: TableSpec | None = None
    along: str = ""

    def mistakes(self, check: Node) -> tuple[Mistake, ...]:
        """The names of `check` that stand for nothing, each with the nearest name there is."""
        return tuple(mistake for name in names(check) if (mistake := self._mistake(name)))

    def instances(self, check: Node) -> tuple[Instance, ...]:
        """`check` with cells for names: once for each column or row in which the form has all of its cells."""
        if self.table is None:
            return (Instance("", "", self._place(check, "")),)
        found: dict[str, Instance] = {}
        written = names(check)
        for id, name in self._lines(self.table):
            if id not in found and all(self._has(part, id) for part in written):
                found[id] = Instance(id, name, self._place(check, id))
        return tuple(found.values())

    def of_group(self, check: Node, group: GroupSpec) -> Instance:
        """`check` for a group whose figures stand in a row of its own, as for any row."""
        return Instance(group.id, group.name, self._place(check, group.id))

    def address(self, text: str, id: str) -> Address | None:
        """The cell that the name `text` means in the column or row `id`; for a sum, its first cell."""
        parts = tuple(text.split("."))
        if len(parts) not in {1, 3}:
            return None
        for name in (SumOf(Name(parts, 0)), Name(parts, 0)):
            if self._has(name, id) and (first := next(_cells(self._given(name, id)), None)):
                return first.address
        return None

    def _lines(self, table: TableSpec) -> Iterator[tuple[str, str]]:
        for block in table.blocks:
            for line in block.columns if self.along == "columns" else block.rows:
                yield line.id, line.name

    def _where(self, name: Name, id: str) -> tuple[TableSpec | None, str, str]:
        """Table, row and column that a name means in the column or row `id`."""
        if len(name.parts) > 1:
            table, row, column = name.parts
            return self.template.table(table), row, column
        part = name.parts[0]
        return (self.table, part, id) if self.along == "columns" else (self.table, id, part)

    def _has(self, name: Name | SumOf, id: str) -> bool:
        plain = name.name if isinstance(name, SumOf) else name
        table, row, column = self._where(plain, id)
        if table is None:
            return False
        if isinstance(name, SumOf):
            members = _members(table, row)
            return bool(members) and all(_find(table, member, column) for member in members)
        return _find(table, row, column) is not None

    def _place(self, node: Node, id: str) -> Node:
        match node:
            case Name() | SumOf():
                return self._given(node, id)
            case Negative(operand):
                return Negative(self._place(operand, id))
            case Not(operand):
                return Not(self._place(operand, id))
            case Arithmetic(_, left, right) | Comparison(_, left, right):
                return node._replace(left=self._place(left, id), right=self._place(right, id))
            case Junction(operator, operands):
                return Junction(operator, tuple(self._place(operand, id) for operand in operands))
        return node

    def _given(self, name: Name | SumOf, id: str) -> Node:
        plain = name.name if isinstance(name, SumOf) else name
        table, row, column = self._where(plain, id)
        assert table is not None
        style = self.along if len(plain.parts) == 1 else ""
        if isinstance(name, SumOf):
            return Total(_expand(table, _parts(table, row), column, style, (row,)))
        return _operand(table, row, column, style)

    def _mistake(self, name: Name | SumOf) -> Mistake | None:
        plain = name.name if isinstance(name, SumOf) else name
        known = self._known(plain, isinstance(name, SumOf))
        written = ".".join(plain.parts)
        if written in known:
            return None
        if not known:
            key = "expression.no-sums" if isinstance(name, SumOf) else "expression.bare-name"
            return Mistake(Message(key, {"name": written}), plain.position)
        return Mistake(unknown(written, known), plain.position)

    def _known(self, name: Name, summed: bool) -> tuple[str, ...]:
        """All names that could stand where `name` stands."""
        if len(name.parts) > 1:
            return tuple(
                f"{table.id}.{row}.{column.id}"
                for table in self.template.tables
                for block in table.blocks
                for row in (_sums(table, block) if summed else [row.id for row in block.rows])
                for column in block.columns
            )
        if self.table is None:
            return ()
        if summed:
            return tuple(
                dict.fromkeys(id for block in self.table.blocks for id in _sums(self.table, block))
                if self.along == "columns"
                else ()
            )
        return tuple(
            line.id
            for block in self.table.blocks
            for line in (block.rows if self.along == "columns" else block.columns)
        )


def unknown(written: str, known: tuple[str, ...]) -> Message:
    """That `written` is none of `known`, with the nearest of them if one is near."""
    import difflib

    near = difflib.get_close_matches(written, known, n=1, cutoff=0.6)
    if near:
        return Message("expression.unknown-name-near", {"name": written, "nearest": near[0]})
    return Message("expression.unknown-name", {"name": written, "known": tuple(dict.fromkeys(known))[:30]})


def _sums(table: TableSpec, block: BlockSpec) -> list[str]:
    return [*table.sums, *(group.id for group in block.groups)]


Line = RowSpec | GroupSpec


@lru_cache(maxsize=64)
def _places(table: TableSpec) -> Mapping[tuple[str, str], tuple[Line, ColumnSpec]]:
    """Every cell of a table by the ids of its row (or of a group that may have figures of its own) and column."""
    found: dict[tuple[str, str], tuple[Line, ColumnSpec]] = {}
    for block in table.blocks:
        lines: tuple[Line, ...] = (*block.rows, *block.groups)
        found |= {(line.id, column.id): (line, column) for line in lines for column in block.columns}
    return found


def _find(table: TableSpec, row: str, column: str) -> tuple[Line, ColumnSpec] | None:
    return _places(table).get((row, column))


@lru_cache(maxsize=64)
def _groups(table: TableSpec) -> Mapping[str, GroupSpec]:
    return {group.id: group for block in table.blocks for group in block.groups}


def _group(table: TableSpec, id: str) -> GroupSpec | None:
    return _groups(table).get(id)


@lru_cache(maxsize=256)
def _parts(table: TableSpec, id: str) -> tuple[str, ...]:
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
def _members(table: TableSpec, id: str) -> tuple[str, ...]:
    """The rows that a sum or group comes down to."""
    found: list[str] = []
    waiting, seen = [id], {id}
    while waiting:
        for part in _parts(table, waiting.pop()):
            if part in table.sums or _group(table, part):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
            else:
                found.append(part)
    return tuple(found)


def _expand(
    table: TableSpec, ids: tuple[str, ...], column: str, style: str, above: tuple[str, ...] = ()
) -> tuple[Operand | Group, ...]:
    """The members of a sum; `above` are the sums and groups being expanded, which are not entered twice."""
    members: list[Operand | Group] = []
    for id in ids:
        if id in above:
            continue
        group = _group(table, id)
        if id in table.sums:
            members.extend(_expand(table, table.sums[id], column, style, (*above, id)))
        elif group is not None:
            inner = _expand(table, _parts(table, id), column, style, (*above, id))
            members.append(Group(_whole(table, group, column, style), inner))
        else:
            members.append(_operand(table, id, column, style))
    return tuple(members)


def _operand(table: TableSpec, row: str, column: str, style: str) -> Operand:
    found = _find(table, row, column)
    assert found is not None
    row_spec, column_spec = found
    name = _name(row_spec.name, column_spec.name, style)
    return Operand(Address(table.id, row, column), name, column_spec.type is not ValueType.AMOUNT)


def _whole(table: TableSpec, group: GroupSpec, column: str, style: str) -> Operand:
    column_spec = next(spec for block in table.blocks for spec in block.columns if spec.id == column)
    name = _name(group.name, column_spec.name, style)
    return Operand(Address(table.id, group.id, column), name, column_spec.type is not ValueType.AMOUNT)


def _name(row: str, column: str, style: str) -> str:
    """A cell's name: its row's within a column, its column's within a row, else both."""
    return {"columns": row, "rows": column}.get(style, f"{row}·{column}")


def _cells(node: Node) -> Iterator[Operand]:
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
