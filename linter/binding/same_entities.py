"""The entities of last year's report under the ids that this year's gives them, however either was printed."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.address import Address
from linter.model.entity import row_id
from linter.model.report import BoundReport, BoundTable
from linter.model.template import BlockSpec, TableSpec


def after(previous: BoundReport, report: BoundReport) -> BoundReport:
    """`report` with the one of the year before, in which entities that both name have this year's ids."""
    return report._replace(previous=_with_ids_of(previous, report))


def _with_ids_of(previous: BoundReport, report: BoundReport) -> BoundReport:
    ours = {(kind, one.key): one.id for kind, all in report.entities.items() for one in all}
    ids = {
        one.id: our
        for kind, all in previous.entities.items()
        for one in all
        if (our := ours.get((kind, one.key), one.id)) != one.id
    }
    if not ids:
        return previous
    tables = {table.spec.id: table for old in previous.tables.values() if (table := _table(old, ids))}
    specs = {old.spec.id: new.spec for old, new in zip(previous.tables.values(), tables.values(), strict=True)}
    template = previous.template
    return previous._replace(
        tables=tables,
        template=template._replace(tables=tuple(specs.get(spec.id, spec) for spec in template.tables)),
        entities={
            kind: tuple(one._replace(id=ids.get(one.id, one.id)) for one in all)
            for kind, all in previous.entities.items()
        },
    )


def _table(table: BoundTable, ids: Mapping[str, str]) -> BoundTable:
    spec = table.spec
    new = _spec(spec, ids)
    blocks = tuple(zip(spec.blocks, new.blocks, strict=True))
    rows = {old.id: row.id for one, other in blocks for old, row in zip(one.rows, other.rows, strict=True)}
    columns = {
        old.id: column.id for one, other in blocks for old, column in zip(one.columns, other.columns, strict=True)
    }

    def moved(address: Address) -> Address:
        return Address(new.id, rows.get(address.row, address.row), columns.get(address.column, address.column))

    cells = {moved(address): cell._replace(address=moved(address)) for address, cell in table.cells.items()}
    unread = tuple(rows.get(id, id) for id in table.unread)
    return table._replace(spec=new, cells=cells, zeros=tuple(map(moved, table.zeros)), unread=unread)


def _spec(spec: TableSpec, ids: Mapping[str, str]) -> TableSpec:
    blocks = tuple(_block(block, ids) for block in spec.blocks)
    if not spec.entity:
        return spec._replace(blocks=blocks)
    entity = ids.get(spec.entity, spec.entity)
    return spec._replace(id=row_id(spec.id.removesuffix(f".{spec.entity}"), entity), entity=entity, blocks=blocks)


def _block(block: BlockSpec, ids: Mapping[str, str]) -> BlockSpec:
    rows = tuple(
        row._replace(id=row_id(ids[row.entity], row.part), entity=ids[row.entity]) if row.entity in ids else row
        for row in block.rows
    )
    columns = tuple(
        column._replace(id=ids[column.entity], entity=ids[column.entity]) if column.entity in ids else column
        for column in block.columns
    )
    known = {old.id: new.id for old, new in zip(block.rows, rows, strict=True)}
    groups = tuple(group._replace(rows=tuple(known.get(id, id) for id in group.rows)) for group in block.groups)
    return block._replace(rows=rows, columns=columns, groups=groups)
