"""The tables of a report that are found by what stands above them and read by their headers: those of entities, above
all. The others are known by the labels of their rows (`assigning`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.binding.lexicon import Lexicon
from linter.binding.lines import Line
from linter.binding.locating import Place, locate
from linter.binding.registry import Registry
from linter.binding.tables import bind_table
from linter.binding.units import unit_in
from linter.model.document import Block
from linter.model.entity import Entity
from linter.model.report import BoundTable, Miss, MissKind
from linter.model.template import FoundBy, TableSpec, Template


def is_found(table: TableSpec) -> bool:
    """Whether a table is found by more than the labels of its rows."""
    return table.is_open or table.beside or table.found_by != FoundBy()


class FoundTables:
    """Finds and binds them. `blocks` are the indexes of the blocks that they are made of, `open_blocks` those of open
    tables, which are read by their grid.
    """

    def __init__(
        self, template: Template, lexicon: Lexicon, document: Sequence[Block], sections: Mapping[int, str]
    ) -> None:
        self._open = {table.id for table in template.tables if table.is_open or table.beside}
        wanted = {table.id for table in template.tables if is_found(table)}
        tables = [table for table in lexicon.tables if table.spec.id in wanted]
        self._places = locate(document, sections, tables) if tables else {}
        self._registry = Registry(template)
        places = self._places.values()
        self.blocks = frozenset(piece.block for place in places for piece in place.pieces)
        self.open_blocks = frozenset(
            piece.block for place in places if place.table.spec.id in self._open for piece in place.pieces
        )

    def bind(self, lines: Sequence[Line]) -> dict[str, BoundTable]:
        """The tables by their ids, in the order of the form; `lines` are those of the document's other tables."""
        places = sorted(self._places.values(), key=lambda place: place.pieces[0].block)
        bound: dict[str, BoundTable] = {}
        for place in places:
            table = self._table(place, lines)
            if table is not None:
                bound[table.spec.id] = table
        return bound

    @property
    def entities(self) -> Mapping[str, tuple[Entity, ...]]:
        """Those that the tables bound so far name."""
        return self._registry.entities

    def _table(self, place: Place, lines: Sequence[Line]) -> BoundTable | None:
        if place.table.spec.id not in self._open:
            own = {piece.block for piece in place.pieces}
            return bind_table([line for line in lines if line.block in own], place.table)
        kind = place.table.spec.each
        entity = self._registry.entity(kind, place.named) if kind and place.named else None
        if kind and entity is None:
            return None
        pieces = [(piece.block, piece.table) for piece in place.pieces]
        from linter.binding.open_tables import bind_open

        bound = bind_open(pieces, place.table, self._registry, entity, _unit_said(place))
        again = tuple(Miss(MissKind.TABLE_TWICE, other.table.span) for other in place.others)
        return bound._replace(misses=(*bound.misses, *again))


def _unit_said(place: Place) -> str:
    """The unit that the lines above a table, or its first row, give for all its figures; empty where none do."""
    first = place.pieces[0]
    for pattern in dict.fromkeys(type.unit_said for type in place.table.spec.value_types() if type.unit_said):
        for line in (first.caption, *first.above):
            if unit := unit_in(line, pattern):
                return unit
    return ""
