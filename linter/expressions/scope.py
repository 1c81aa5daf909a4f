"""What the names of an expression stand for: the cells of a form, once for each column or row of a table, or for each
entity of a kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.expressions.places import DETAILS, Grid, Key, cells_of, grid_of, of_previous
from linter.expressions.tree import Call, Mistake, Name, Node, Operand, Total, mapped, name_of, names
from linter.model.address import PREVIOUS, Address
from linter.model.message import Message
from linter.model.records import Record
from linter.model.template import GroupSpec, TableSpec, Template
from linter.text.likeness import unknown


class Instance(Record):
    """An expression for one column, row or entity. `id` and `name` are empty where it stands for itself alone. `when`
    is what has to hold for it to be looked at; `along` is `columns` or `rows` where it is one of these on the page.
    """

    id: str
    name: str
    check: Node
    when: Node | None = None
    along: str = ""


class Scope(Record):
    """Where names are looked up: cells by their addresses, and in `table` rows (`along` is `columns`: the expression
    holds for each column) or columns (`along` is `rows`). One that holds for each `entity` of a kind names its row (or
    column) in any table by the table alone: `va.start`.

    `template` is the form, or the form as a report fills it in; then `previous` is that of the year before.
    """

    template: Template
    table: TableSpec | None = None
    along: str = ""
    entity: str = ""
    previous: Template | None = None

    def mistakes(self, check: Node) -> tuple[Mistake, ...]:
        """The names of `check` that stand for nothing, each with the nearest name there is."""
        return tuple(mistake for name in names(check) if (mistake := self._mistake(name)))

    def instances(self, check: Node, when: Node | None = None) -> tuple[Instance, ...]:
        """`check` with cells for names: once for each column or row in which the form has all of its cells, or for each
        entity, where it may lack some, and for the total of all where each table has one.
        """
        if self.entity:
            return tuple(self._of_entities(check, when))
        if self.table is None:
            return (self._instance("", "", check, when, ""),)
        found: dict[str, Instance] = {}
        written = _written(check, when)
        for id, name in self._lines(self.table):
            if id not in found and (meant := self._meant(written, id)) is not None:
                found[id] = _placed_instance(id, name, check, when, meant, self._shown_along)
        return tuple(found.values())

    def of_group(self, check: Node, when: Node | None, group: GroupSpec) -> Instance:
        """`check` for a group whose figures stand in a row of its own, as for any row."""
        return self._instance(group.id, group.name, check, when, group.id)

    def address(self, text: str, instance: str) -> Address | None:
        """The cell that the name `text` means in the column, row or entity `instance`; for a set, its first cell."""
        plain = name_of(tuple(text.split(".")))
        if plain is None:
            return None
        first = next(cells_of(self._given(plain._replace(set="may"), instance)), None)
        return first.address if first and not first.absent else None

    def _instance(self, id: str, name: str, check: Node, when: Node | None, key: Key) -> Instance:
        meant = self._meant(_written(check, when), key)
        assert meant is not None
        return _placed_instance(id, name, check, when, meant, self._shown_along)

    @property
    def _shown_along(self) -> str:
        """What an instance is on the page: a column or a row, or neither where rows stand side by side."""
        return "" if self.table is None or self.table.across else self.along

    def _meant(self, written: tuple[Name, ...], key: Key) -> Mapping[Name, Node] | None:
        """What each name means in the column or row, or for the entity; None where the form lacks one of them."""
        meant: dict[Name, Node] = {}
        for name in written:
            node = self._given(name, key)
            if node is None:
                return None
            meant[name] = node
        return meant

    def _lines(self, table: TableSpec) -> Iterator[tuple[str, str]]:
        for block in table.blocks:
            for line in block.columns if self.along == "columns" else block.rows:
                yield line.id, line.name

    def _of_entities(self, check: Node, when: Node | None) -> Iterator[Instance]:
        grids = [grid for grid in map(self._grid, names(check)) if grid and grid.parts(self.entity)]
        keys = dict.fromkeys(key for grid in grids for key in grid.entities(self.entity))
        called = {key: name for grid in reversed(grids) for key, name in grid.entity_names.items()}
        for key in keys:
            if key is not None:
                yield self._instance(key, called.get(key, key), check, when, key)
        if grids and (meant := self._meant(_written(check, when), None)) is not None:
            yield _placed_instance("", _total_name(grids, self.entity), check, when, meant)

    def _grid(self, name: Name) -> Grid | None:
        """The table that a name speaks of, of this year's report or of the one before."""
        template = (self.previous or self.template) if name.previous else self.template
        table = template.table(name.parts[0]) if len(name.parts) > 1 else self.table
        return grid_of(table) if table else None

    def _given(self, name: Name, key: Key) -> Node | None:
        """The cell or the cells that a name means in the column or row, or for the entity; None where the form has
        none.
        """
        grid = self._grid(name)
        if grid is None:
            return None
        node = self._node(name, grid, key)
        return of_previous(node) if name.previous and node is not None else node

    def _node(self, name: Name, grid: Grid, key: Key) -> Node | None:
        as_set = bool(name.set)
        match name.parts:
            case (part,):
                row, column = (part, key or "") if self.along == "columns" else (key or "", part)
                return grid.node_at(row, column, self.along, as_set)
            case (_, across) if self.entity:
                return self._of_entity(grid, key, "", across, as_set)
            case (_, part, across) if self.entity and part in grid.parts(self.entity):
                return self._of_entity(grid, key, part, across, as_set)
            case (_, *rows, column) if rows:
                return grid.node_at(".".join(rows), column, "", as_set)
        return None

    def _of_entity(self, grid: Grid, key: Key, part: str, across: str, as_set: bool) -> Node | None:
        """What an entity has in a table; a cell that is absent (or no cells) where it is not there."""
        node = grid.of_entity(self.entity, key, part, across, "rows", as_set)
        if node is None and part == DETAILS and key is not None:
            return Total(())
        if node is None and key and across in grid.others(self.entity, "may"):
            return Operand(Address(grid.table.id, key, across), grid.name_of(across), absent=True)
        return node

    def _mistake(self, name: Name) -> Mistake | None:
        written = str(name)
        if len(name.parts) == 2 and not self.entity:
            return Mistake(Message("expression.address", {"text": written}), name.position)
        table = self.template.table(name.parts[0]) if len(name.parts) > 1 and not name.previous else None
        if table is not None and written in self._names_in(table, name):
            return None  # as nearly always, and without gathering all names that could stand here
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
            return tuple(dict.fromkeys(one for table in self.template.tables for one in self._names_in(table, name)))
        if self.table is None:
            return ()
        sides = grid_of(self.table).names(name.set)
        return sides[0] if self.along == "columns" else sides[1]

    def _names_in(self, table: TableSpec, name: Name) -> Iterator[str]:
        """The names of cells of a table: those of an entity first."""
        grid, use = grid_of(table), "may" if name.set else ""
        rows, columns = grid.names(use)
        for part in grid.parts(self.entity) if self.entity else ():
            for across in grid.others(self.entity, name.set if part != DETAILS else use):
                yield f"{table.id}.{part}.{across}" if part else f"{table.id}.{across}"
        sets_of_rows, sets_of_columns = grid.names("must")
        for row in rows:
            for column in columns:
                if name.set != "must" or row in sets_of_rows or column in sets_of_columns:
                    yield f"{table.id}.{row}.{column}"


def _total_name(grids: list[Grid], kind: str) -> str:
    """What the form calls the total of all."""
    return next((name for grid in grids if (name := grid.total_name(kind))), "")


def _written(check: Node, when: Node | None) -> tuple[Name, ...]:
    return (*names(check), *(names(when) if when else ()))


def _placed_instance(
    id: str, name: str, check: Node, when: Node | None, meant: Mapping[Name, Node], along: str = ""
) -> Instance:
    return Instance(id, name, _placed(check, meant), _placed(when, meant) if when else None, along)


def _placed(node: Node, meant: Mapping[Name, Node]) -> Node:
    """`node` with what its names mean in their place."""
    if isinstance(node, Name):
        return meant[node]
    if isinstance(node, Call) and node.function == "sum":
        return _placed(node.arguments[0], meant)
    return mapped(node, lambda inner: _placed(inner, meant))
