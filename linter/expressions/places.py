"""Which cells of a table a name means: rows, groups that may have figures of their own, and sets of rows or columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from linter.expressions.tree import Group, Node, Operand, Total
from linter.model.address import Address
from linter.model.template import ColumnSpec, GroupSpec, RowSpec, TableSpec
from linter.text.punctuation import DOT

Line = RowSpec | GroupSpec
Key = str | None
"""An entity by its id, empty for that of an open row in a template; None stands for the total of all of them."""

DETAILS = "details"
_REMEMBERED = 128


class Grid:
    """A table's rows, columns, groups and sets by their ids."""

    def __init__(self, table: TableSpec) -> None:
        self.table = table
        self._rows: dict[str, list[tuple[Line, Mapping[str, ColumnSpec]]]] = {}
        self._groups: dict[str, GroupSpec] = {}
        for block in table.blocks:
            columns = {column.id: column for column in block.columns}
            lines: tuple[Line, ...] = (*block.rows, *block.groups)
            for line in lines:
                self._rows.setdefault(line.id, []).append((line, columns))
            self._groups.update((group.id, group) for group in block.groups)
        self._parts: dict[str, tuple[str, ...]] = {}

    @cached_property
    def column_sets(self) -> Mapping[str, tuple[str, ...]]:
        """The sets of columns that the form names, and those of all entities of a kind."""
        of_entities: dict[str, list[str]] = {}
        for block in self.table.blocks:
            for column in block.columns:
                if column.each:
                    of_entities.setdefault(column.each, []).append(column.id)
        return {**{kind: tuple(ids) for kind, ids in of_entities.items()}, **self.table.column_sets}

    @cached_property
    def _entities(self) -> Mapping[str, Mapping[tuple[Key, str], tuple[bool, str]]]:
        """The rows (or columns: then the flag is true) of entities of each kind, by entity and part."""
        found: dict[str, dict[tuple[Key, str], tuple[bool, str]]] = {}
        for block in self.table.blocks:
            for row in block.rows:
                if kind := row.each or row.total_of:
                    key = None if row.total_of else row.entity
                    found.setdefault(kind, {}).setdefault((key, row.part), (False, row.id))
                    if row.details and not row.part:
                        found[kind].setdefault((key, DETAILS), (False, f"{row.id}.{DETAILS}"))
            for column in block.columns:
                if kind := column.each or column.total_of:
                    key = None if column.total_of else column.entity
                    found.setdefault(kind, {}).setdefault((key, ""), (True, column.id))
        return found

    def entities(self, kind: str) -> tuple[Key, ...]:
        """The entities of a kind that have a row or column, in their order."""
        return tuple(dict.fromkeys(key for key, _ in self._entities.get(kind, {})))

    @cached_property
    def entity_names(self) -> Mapping[str, str]:
        """What the rows (or columns) of entities are called, by their entity."""
        return {line.entity: line.name for line in self._lines if line.entity and not getattr(line, "part", "")}

    def parts(self, kind: str) -> tuple[str, ...]:
        """What an entity's rows are told apart by; empty for the row that it has as a whole."""
        return tuple(dict.fromkeys(part for _, part in self._entities.get(kind, {}) if not part.isdigit()))

    def of_entity(self, kind: str, key: Key, part: str, across: str, style: str, as_set: bool) -> Node | None:
        """What stands where the entity's row (or column) meets the column (or row) `across`, if anything does."""
        found = self._entities.get(kind, {}).get((key, part))
        if found is None:
            return None
        turned, id = found
        as_set = as_set or part == DETAILS
        return self.node_at(across, id, style, as_set) if turned else self.node_at(id, across, style, as_set)

    def others(self, kind: str, use: str) -> tuple[str, ...]:
        """The names of what a row (or column) of an entity of the kind has its cells in."""
        rows, columns = self.names(use)
        turned = {turned for turned, _ in self._entities.get(kind, {}).values()}
        return tuple(name for side, names in ((False, columns), (True, rows)) if side in turned for name in names)

    def name_of(self, across: str) -> str:
        """The name, for messages, of a column or else of a row."""
        return next((line.name for line in self._lines if line.id == across), across)

    def total_name(self, kind: str) -> str:
        """The name of the total over all entities of a kind, or nothing."""
        for line in self._lines:
            if line.total_of == kind:
                label = line.parents[-1] if isinstance(line, RowSpec) and line.part and line.parents else line.label
                return label.text or line.name
        return ""

    @property
    def _lines(self) -> Iterator[RowSpec | ColumnSpec]:
        for block in self.table.blocks:
            yield from block.columns
            yield from block.rows

    @cached_property
    def _names(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        return {}

    def names(self, use: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of rows and those of columns; where a set may stand, those of sets too, and where one must, those
        alone. An open row or column is one.
        """
        if use not in self._names:
            self._names[use] = self._find_names(use)
        return self._names[use]

    def _find_names(self, use: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        blocks = self.table.blocks
        rows = [row.id for block in blocks for row in block.rows if not _is_open(row)]
        columns = [column.id for block in blocks for column in block.columns if not _is_open(column)]
        if not use:
            return tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(columns))
        open_rows = (row.id for block in blocks for row in block.rows if _is_open(row))
        sets = (*self.table.sums, *self._groups, *open_rows), tuple(self.column_sets)
        if use == "must":
            return tuple(dict.fromkeys(sets[0])), sets[1]
        return tuple(dict.fromkeys((*rows, *sets[0]))), tuple(dict.fromkeys((*columns, *sets[1])))

    def find(self, row: str, column: str) -> tuple[Line, ColumnSpec] | None:
        for line, columns in self._rows.get(row, ()):
            if (found := columns.get(column)) is not None:
                return line, found
        return None

    def is_set(self, id: str) -> bool:
        """Whether rows are called so together."""
        return id in self.table.sums or id in self._groups

    def parts_of(self, id: str) -> tuple[str, ...]:
        """What a sum or group names directly: rows, and groups inside it that are widest."""
        if id in self.table.sums:
            return self.table.sums[id]
        if id not in self._parts:
            self._parts[id] = self._parts_of_group(self._groups[id]) if id in self._groups else ()
        return self._parts[id]

    def _parts_of_group(self, group: GroupSpec) -> tuple[str, ...]:
        own = set(group.rows)
        inner = [one for one in self._groups.values() if one.id != group.id and own.issuperset(one.rows)]
        holders: dict[str, str] = {}
        for one in sorted(inner, key=lambda one: -len(one.rows)):
            if len(one.rows) < len(own):
                for row in one.rows:
                    holders.setdefault(row, one.id)
        return tuple(dict.fromkeys(holders.get(row, row) for row in group.rows))

    def rows_of(self, id: str) -> tuple[str, ...]:
        """The rows that a sum or group comes down to."""
        found: list[str] = []
        waiting, seen = [id], {id}
        while waiting:
            for part in self.parts_of(waiting.pop()):
                if not self.is_set(part):
                    found.append(part)
                elif part not in seen:
                    seen.add(part)
                    waiting.append(part)
        return tuple(found)

    def node_at(self, row: str, column: str, style: str, as_set: bool) -> Node | None:
        """The cell, or with `as_set` the cells, that the ids of a row and a column mean, either of which may then be
        that of a set; None where the form does not have them.
        """
        if not as_set:
            return self.operand_at(row, column, style) if self.find(row, column) else None
        is_set = self.is_set(row)
        rows = self.rows_of(row) if is_set else (row,)
        columns = self.column_sets.get(column, (column,))
        if not all(self.find(one, other) for one in rows for other in columns):
            return None
        if not is_set and column not in self.column_sets:
            return self.operand_at(row, column, style)
        shown = style if len(columns) == 1 or style == "rows" else ""
        parts, above = (self.parts_of(row), (row,)) if is_set else ((row,), ())
        return Total(tuple(part for one in columns for part in self._expand(parts, one, shown, above)))

    def _expand(
        self, ids: Sequence[str], column: str, style: str, above: tuple[str, ...] = ()
    ) -> Iterator[Operand | Group]:
        """The members of a sum; `above` are the sums and groups being expanded, which are not entered twice."""
        for id in ids:
            if id in above:
                continue
            if id in self.table.sums:
                yield from self._expand(self.table.sums[id], column, style, (*above, id))
            elif id in self._groups:
                inner = tuple(self._expand(self.parts_of(id), column, style, (*above, id)))
                yield Group(self.operand_at(id, column, style), inner)
            else:
                yield self.operand_at(id, column, style)

    def operand_at(self, row: str, column: str, style: str) -> Operand:
        found = self.find(row, column)
        assert found is not None
        line, column_spec = found
        name = _name(line.name, column_spec.name, style)
        value = (line.value if isinstance(line, RowSpec) else None) or column_spec.value
        return Operand(Address(self.table.id, row, column), name, value.zero_base)


def _is_open(line: RowSpec | ColumnSpec) -> bool:
    return bool(line.each and not line.entity)


_grids: dict[int, Grid] = {}


def grid_of(table: TableSpec) -> Grid:
    """The grid of a table, made once. Tables are told apart by what they are and not by what they hold: to compare two
    large ones takes longer than to make a grid.
    """
    grid = _grids.get(id(table))
    if grid is None or grid.table is not table:
        if len(_grids) >= _REMEMBERED:
            del _grids[next(iter(_grids))]
        grid = _grids[id(table)] = Grid(table)
    return grid


def of_previous(node: Node) -> Node:
    """The same cell or cells of last year's report."""
    if isinstance(node, Total):
        return Total(tuple(map(_member_of_previous, node.members)))
    return _cell_of_previous(node) if isinstance(node, Operand) else node


def _member_of_previous(member: Operand | Group) -> Operand | Group:
    if isinstance(member, Operand):
        return _cell_of_previous(member)
    return Group(_cell_of_previous(member.whole), tuple(map(_member_of_previous, member.members)))


def _cell_of_previous(operand: Operand) -> Operand:
    return operand._replace(address=operand.address._replace(previous=True))


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
