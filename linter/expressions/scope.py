"""What the names of an expression stand for: the cells of a template, once for each column or row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from linter.expressions.places import (
    cell_of_previous,
    cells_of,
    expand,
    find,
    of_previous,
    operand_at,
    parts_of,
    rows_of,
)
from linter.expressions.tree import (
    Arithmetic,
    Comparison,
    Junction,
    Mistake,
    Name,
    Negative,
    Node,
    Not,
    SumOf,
    Total,
    name_of,
    names,
)
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
            if id not in found and all(self._has(part, id) for part in written):
                found[id] = Instance(id, name, self._place(check, id))
        return tuple(found.values())

    def of_group(self, check: Node, group: GroupSpec) -> Instance:
        """`check` for a group whose figures stand in a row of its own, as for any row."""
        return Instance(group.id, group.name, self._place(check, group.id))

    def address(self, text: str, id: str) -> Address | None:
        """The cell that the name `text` means in the column or row `id`; for a sum, its first cell."""
        plain = name_of(tuple(text.split(".")))
        if plain is None:
            return None
        for name in (SumOf(plain), plain):
            if self._has(name, id) and (first := next(cells_of(self._given(name, id)), None)):
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
            members = rows_of(table, row)
            return bool(members) and all(find(table, member, column) for member in members)
        return find(table, row, column) is not None

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
            total = Total(expand(table, parts_of(table, row), column, style, (row,)))
            return Total(tuple(map(of_previous, total.members))) if plain.previous else total
        operand = operand_at(table, row, column, style)
        return cell_of_previous(operand) if plain.previous else operand

    def _mistake(self, name: Name | SumOf) -> Mistake | None:
        plain = name.name if isinstance(name, SumOf) else name
        known = self._known(plain, isinstance(name, SumOf))
        written = str(plain)
        if written in known:
            return None
        if not known:
            key = "expression.no-sums" if isinstance(name, SumOf) else "expression.bare-name"
            return Mistake(Message(key, {"name": written}), plain.position)
        return Mistake(unknown("expression.unknown-name", written, known), plain.position)

    def _known(self, name: Name, summed: bool) -> tuple[str, ...]:
        """All names that could stand where `name` stands; where it begins with `previous`, those of last year's too."""
        known = self._known_now(name, summed)
        of_previous = tuple(f"{PREVIOUS}.{one}" for one in known)
        if name.previous:
            return of_previous
        return (*known, *of_previous) if name.parts[0] == PREVIOUS else known

    def _known_now(self, name: Name, summed: bool) -> tuple[str, ...]:
        """All names of this year's report that could stand where `name` stands."""
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


def _sums(table: TableSpec, block: BlockSpec) -> list[str]:
    return [*table.sums, *(group.id for group in block.groups)]
