"""How a kind comes of what the binding of a table has missed: which misses it reports, and what it says of them.

Each thing is said once for a table: several misses that say the same are reported where it is first said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.kinds.in_tables import InTables, each_table
from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, quoted, row_names
from linter.model.address import Address
from linter.model.finding import Problem
from linter.model.message import Catalogue, CellName, Message, Value
from linter.model.report import BoundCell, BoundTable, CellState, Miss, MissKind

Misses = tuple[Miss, ...]


def _found(table: BoundTable, kinds: tuple[MissKind, ...]) -> Misses:
    """The misses of some kinds, those that say the same thing given once, where it is first said."""
    found: dict[tuple[object, ...], Miss] = {}
    for miss in table.misses:
        if miss.kind in kinds:
            label = miss.kind in (MissKind.LABEL_MISSPELT, MissKind.LABEL_OUTDATED)
            place = () if label else (miss.kind, miss.rows, miss.columns)
            found.setdefault((*place, miss.expected, miss.seen), miss)
    return tuple(found.values())


def _values(table: BoundTable, misses: Misses) -> dict[str, Value]:
    """Everything that a message may say of misses: of the first, and the rows and columns of all."""
    spec = table.spec
    rows = tuple(dict.fromkeys(row for miss in misses for row in miss.rows))
    columns = tuple(dict.fromkeys(column for miss in misses for column in miss.columns))
    names = row_names(spec, rows) or tuple(miss.seen for miss in misses)
    return {
        "table": spec.title,
        "seen": misses[0].seen,
        "expected": misses[0].expected,
        "label": misses[0].expected,
        "rows": quoted(names),
        "count": len(names),
        "columns": quoted(column_names(spec, columns)),
    }


def missed(
    doc: str,
    zh: str,
    messages: Catalogue,
    *misses: MissKind,
    together: bool = False,
    by_sort: bool = False,
    say: str | Callable[[BoundTable, Misses], tuple[str, dict[str, Value]]],
    cells: Callable[[BoundTable, Misses], tuple[BoundCell, ...]] = lambda *_: (),
) -> Kind[InTables]:
    """A kind for these `misses`, each a finding, or all of a table one where they are taken `together`.

    `say` is the key of the message, or gives it with values beside the usual ones.
    """

    def look(table: BoundTable) -> Iterator[Problem]:
        found = _found(table, misses)
        one = tuple(miss for miss in found if together or (by_sort and miss.kind is misses[0]))
        for group in [*([one] if one else []), *((miss,) for miss in found if miss not in one)]:
            key, values = (say, {}) if isinstance(say, str) else say(table, group)
            known = {**_values(table, group), **values}
            values = {name: value for name, value in known.items() if f"{{{name}}}" in messages[key].en}
            yield Problem(Message(key, values), cells(table, group), group[0].span, table.spec.section, table.spec.id)

    return Kind(doc, zh, InTables, each_table(look), messages)


def unknown_row(_table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    (miss,) = misses
    return f"known-rows.{'unlabelled' if not miss.seen else 'near' if miss.expected else 'unknown'}", {}


def unreadable(_table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    if misses[0].kind is MissKind.ROW_TWICE:
        return "readable-rows.twice", {}
    return f"readable-rows.{'several' if len(misses) > 1 else 'unreadable'}", {}


def columns_moved(_table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    return f"column-order.{'moved' if misses[0].kind is MissKind.COLUMN_ORDER else 'unclear'}", {}


def rows_moved(table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    """Each row that is out of order, with the one that the form has before it."""
    rows = [row for block in table.spec.blocks for row in block.rows]
    before = {row.id: rows[index - 1].name if index else "" for index, row in enumerate(rows)}
    names = {row.id: row.name for row in rows}
    moved = tuple(
        Message("row-order.after", {"row": names[id], "before": before[id]})
        if before.get(id)
        else Message("row-order.first", {"row": names.get(id, id)})
        for id in dict.fromkeys(id for miss in misses for id in miss.rows)
    )
    return "row-order.moved", {"moved": moved}


def collapsed(table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    """The group that a miss names, by its own id or by its rows."""
    (miss,) = misses
    groups = {group.id: group for block in table.spec.blocks for group in block.groups}
    group = next((groups[row] for row in miss.rows if row in groups), None)
    group = group or next((one for one in groups.values() if set(one.rows) == set(miss.rows)), None)
    rows = quoted(row_names(table.spec, group.rows if group else miss.rows))
    return "collapsed-group.found", {"group": group.name if group else miss.seen, "rows": rows, "count": len(rows)}


def _all_rows(table: BoundTable) -> tuple[str, ...]:
    return tuple(row.id for block in table.spec.blocks for row in block.rows)


def columns_missing(table: BoundTable, misses: Misses) -> tuple[str, dict[str, Value]]:
    rows = {row for miss in misses for row in miss.rows}
    everywhere = not rows or set(_all_rows(table)) <= rows
    return "required-columns.missing" if everywhere else "required-columns.missing-in-rows", {}


def lacking(table: BoundTable, misses: Misses) -> tuple[BoundCell, ...]:
    """The cells that are not there, as blank ones at the first miss, so that a finding can name their addresses."""
    rows = {row for miss in misses for row in miss.rows} or set(_all_rows(table))
    columns = {column for miss in misses for column in miss.columns}
    return tuple(
        BoundCell(address, CellName(row.name, column.name, table.spec.across), "", misses[0].span, CellState.BLANK)
        for block in table.spec.blocks
        for row in block.rows
        for column in block.columns
        if row.id in rows
        and column.id in columns
        and (address := Address(table.spec.id, row.id, column.id)) not in table.cells
    )
