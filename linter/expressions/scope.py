"""What the names of an expression stand for: the cells of a template, once for each column or row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from linter.expressions.places import cells_of, node_at, of_previous
from linter.expressions.tree import Call, Mistake, Name, Node, mapped, name_of, names
from linter.model.address import PREVIOUS, Address
from linter.model.message import Message
from linter.model.records import Record
from linter.model.template import BlockSpec, GroupSpec, TableSpec, Template
from linter.text.likeness import unknown


class Instance(Record):
    """An expression for one column or row. `id` and `name` are empty where it stands for itself alone."""

    id: str
    name: str
    check: Node


class Scope(Record):
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
            if id not in found and all(self._given(part, id) for part in written):
                found[id] = Instance(id, name, self._place(check, id))
        return tuple(found.values())

    def of_group(self, check: Node, group: GroupSpec) -> Instance:
        """`check` for a group whose figures stand in a row of its own, as for any row."""
        return Instance(group.id, group.name, self._place(check, group.id))

    def address(self, text: str, id: str) -> Address | None:
        """The cell that the name `text` means in the column or row `id`; for a set, its first cell."""
        plain = name_of(tuple(text.split(".")))
        if plain is None:
            return None
        first = next(cells_of(self._given(plain._replace(set="may"), id)), None)
        return first.address if first else None

    def _lines(self, table: TableSpec) -> Iterator[tuple[str, str]]:
        for block in table.blocks:
            for line in block.columns if self.along == "columns" else block.rows:
                yield line.id, line.name

    def _where(self, name: Name, id: str) -> tuple[TableSpec | None, str, str]:
        """Table, row and column that a name means in the column or row `id`."""
        match name.parts:
            case (table, row, column):
                return self.template.table(table), row, column
            case (part,):
                return (self.table, part, id) if self.along == "columns" else (self.table, id, part)
        return None, "", ""

    def _given(self, name: Name, id: str) -> Node | None:
        """The cell or the cells that a name means, or None where the form has none."""
        table, row, column = self._where(name, id)
        if table is None:
            return None
        style = self.along if len(name.parts) == 1 else ""
        node = node_at(table, row, column, style, bool(name.set))
        return of_previous(node) if name.previous and node is not None else node

    def _place(self, node: Node, id: str) -> Node:
        if isinstance(node, Name):
            placed = self._given(node, id)
            assert placed is not None
            return placed
        if isinstance(node, Call) and node.function == "sum":
            return self._place(node.arguments[0], id)
        return mapped(node, lambda inner: self._place(inner, id))

    def _mistake(self, name: Name) -> Mistake | None:
        written = str(name)
        if len(name.parts) == 2:
            return Mistake(Message("expression.address", {"text": written}), name.position)
        known = self._known(name)
        if written in known:
            return None
        if not known:
            key = "expression.no-sets" if self.table else "expression.bare-name"
            return Mistake(Message(key, {"name": written}), name.position)
        return Mistake(unknown("expression.unknown-name", written, known), name.position)

    def _known(self, name: Name) -> tuple[str, ...]:
        """All names that could stand where `name` stands; where it begins with `previous`, those of last year's too."""
        known = self._known_now(name)
        of_previous = tuple(f"{PREVIOUS}.{one}" for one in known)
        if name.previous:
            return of_previous
        return (*known, *of_previous) if name.parts[0] == PREVIOUS else known

    def _known_now(self, name: Name) -> tuple[str, ...]:
        """All names of this year's report that could stand where `name` stands."""
        if len(name.parts) > 1:
            either = "may" if name.set else ""
            return tuple(
                f"{table.id}.{row}.{column}"
                for table in self.template.tables
                for block in table.blocks
                for row in _row_names(table, block, either)
                for column in _column_names(table, block, either)
                if name.set != "must" or row in _row_names(table, block, "must") or column in table.column_sets
            )
        if self.table is None:
            return ()
        names_of = _row_names if self.along == "columns" else _column_names
        found = (one for block in self.table.blocks for one in names_of(self.table, block, name.set))
        return tuple(dict.fromkeys(found))


def _row_names(table: TableSpec, block: BlockSpec, use: str) -> list[str]:
    """The rows of a block, and where a set may stand, those: where one must, with the name alone, only those."""
    sets = [*table.sums, *(group.id for group in block.groups)] if use else []
    return sets if use == "must" else [*(row.id for row in block.rows), *sets]


def _column_names(table: TableSpec, block: BlockSpec, use: str) -> list[str]:
    columns = [column.id for column in block.columns]
    sets = [id for id, members in table.column_sets.items() if use and set(members) <= set(columns)]
    return sets if use == "must" else [*columns, *sets]
