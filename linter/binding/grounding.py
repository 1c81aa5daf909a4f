"""An open table closed for one report: a row or column for each entity that the draft names, and a set for all of them.

So what comes after binding needs to know nothing of open tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from linter.model.entity import Entity, EntitySpec, details_id, row_id
from linter.model.message import Localised
from linter.model.records import Record
from linter.model.template import BlockSpec, ColumnSpec, GroupSpec, Label, RowSpec, TableSpec, Template
from linter.text.punctuation import DOT
from linter.text.regex import regex

_YEAR = regex(r"\{year([+-][0-9]+)?\}")


class Named(Record):
    """An entity as it fills a table in: its id, its name for messages, how many lines of details it has, and what is
    printed for it, if that is not its name alone.
    """

    id: str
    name: str
    lines: int = 0
    printed: str = ""


def named(entity: Entity) -> Named:
    """An entity without details."""
    return Named(entity.id, entity.label or entity.code)


def closed(table: TableSpec, blocks: Sequence[tuple[Sequence[Named], Sequence[Named]]]) -> TableSpec:
    """The table with the entities of its rows and of its columns, given block by block."""
    return table._replace(
        blocks=tuple(_block(block, *entities) for block, entities in zip(table.blocks, blocks, strict=True))
    )


def of_entity(table: TableSpec, entity: Named) -> TableSpec:
    """A table that there is for each entity, as it is for one."""
    title = Localised(*(f"{text}{DOT}{entity.name}" if text else "" for text in table.title))
    return table._replace(id=row_id(table.id, entity.id), title=title, entity=entity.id)


def _block(block: BlockSpec, rows: Sequence[Named], columns: Sequence[Named]) -> BlockSpec:
    return block._replace(
        rows=tuple(_rows(block.rows, rows)),
        columns=tuple(_columns(block.columns, columns)),
        groups=(*block.groups, *_sets(block.rows, rows)),
    )


def _rows(specs: Sequence[RowSpec], entities: Sequence[Named]) -> Iterator[RowSpec]:
    parts = [spec for spec in specs if spec.each]
    for spec in specs:
        if not spec.each:
            yield spec
        elif spec is parts[0]:
            for entity in entities:
                for part in parts:
                    yield closed_row(part, entity)
                    yield from (detail_row(part, entity, line) for line in range(1, entity.lines + 1))


def closed_row(spec: RowSpec, entity: Named) -> RowSpec:
    """An open row as it is for one entity."""
    own = Label(entity.printed or entity.name)
    if not spec.part:
        return spec._replace(id=entity.id, label=own, name=entity.name, entity=entity.id)
    name = f"{entity.name}{DOT}{spec.name.rpartition(DOT)[2]}"
    return spec._replace(
        id=row_id(entity.id, spec.part), name=name, parents=(*spec.parents[:-1], own), entity=entity.id
    )


def detail_row(spec: RowSpec, entity: Named, line: int) -> RowSpec:
    """One line of an entity's details."""
    part = str(line)
    label = Label((entity.printed or entity.name) if line == 1 else "")
    return spec._replace(
        id=row_id(entity.id, part), label=label, name=f"{entity.name} ({part})", entity=entity.id, part=part
    )


def _sets(specs: Sequence[RowSpec], entities: Sequence[Named]) -> Iterator[GroupSpec]:
    """The rows of all entities by the id of the open row, and the details of each."""
    for spec in specs:
        if spec.each:
            ids = tuple(row_id(entity.id, spec.part) for entity in entities)
            yield GroupSpec(spec.id, Label(""), spec.name, ids, spec.parents)
    for entity in entities:
        if entity.lines:
            lines = tuple(row_id(entity.id, str(line)) for line in range(1, entity.lines + 1))
            yield GroupSpec(details_id(entity.id), Label(""), entity.name, lines)


def _columns(specs: Iterable[ColumnSpec], entities: Sequence[Named]) -> Iterator[ColumnSpec]:
    for spec in specs:
        if not spec.each or spec.entity:
            yield spec
            continue
        for entity in entities:
            yield spec._replace(id=entity.id, label=Label(entity.name), name=entity.name, entity=entity.id)


@lru_cache(maxsize=32)
def with_year(template: Template, year: int | None) -> Template:
    """The template with its `{year}` filled in, and a column for each of the years that it asks for."""
    tables = tuple(_table_of(table, year) for table in template.tables)
    return template if tables == template.tables else template._replace(tables=tables)


def _table_of(table: TableSpec, year: int | None) -> TableSpec:
    return table._replace(
        blocks=tuple(
            block._replace(
                rows=tuple(row._replace(label=_dated(row.label, year)) for row in block.rows),
                columns=tuple(one for column in block.columns for one in _years(column, year)),
            )
            for block in table.blocks
        )
    )


def _years(column: ColumnSpec, year: int | None) -> Iterator[ColumnSpec]:
    dated = column._replace(
        label=_dated(column.label, year), parents=tuple(_dated(label, year) for label in column.parents)
    )
    if column.years is None:
        yield dated
    elif year is not None:
        first, last = column.years
        for one in range(year + first, year + last + 1):
            label = _dated(column.label, one)
            yield dated._replace(id=str(one), label=label, name=label.text, entity=str(one))


def _dated(label: Label, year: int | None) -> Label:
    if year is None or "{year" not in "".join((label.text, *label.aliases, *label.outdated)):
        return label

    def filled(text: str) -> str:
        return _YEAR.sub(lambda match: str(year + int(match[1] or 0)), text)

    return Label(filled(label.text), *(tuple(map(filled, texts)) for texts in label[1:]))


def sample(template: Template, year: int | None) -> Template:
    """The template filled in with entities that no report names, for an empty one: those that the pack gives, or two of
    each kind that are called by it.
    """
    entities = {id: _samples(spec) for id, spec in template.entities.items()}
    tables: list[TableSpec] = []
    for table in with_year(template, year).tables:
        own = entities[table.each] if table.each else ()
        filled = closed(table, [_sampled(block, entities) for block in table.blocks])
        tables += [of_entity(filled, entity) for entity in own] if own else [filled]
    return template._replace(tables=tuple(tables))


def _sampled(block: BlockSpec, entities: Mapping[str, Sequence[Named]]) -> tuple[Sequence[Named], Sequence[Named]]:
    row = next((row for row in block.rows if row.each), None)
    column = next((column for column in block.columns if column.each and not column.entity), None)
    rows = entities[row.each] if row is not None else ()
    lines = int(row is not None and row.details)
    return [entity._replace(lines=lines) for entity in rows], entities[column.each] if column is not None else ()


def _samples(spec: EntitySpec) -> tuple[Named, ...]:
    given = spec.samples or {name: name for name in (f"{spec.title.en} 1", f"{spec.title.en} 2")}
    return tuple(Named(id, name, printed=f"{id} {name}" if spec.code else "") for id, name in given.items())
