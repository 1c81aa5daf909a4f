"""Rules of a mined pack for the sums that hold, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linter.mining.agreements import Agreement, CellOf, Join, OpenTotal
from linter.mining.forms import Form, FormPart
from linter.mining.identities import Identity
from linter.mining.named import Names, PartNames, TableNames
from linter.mining.naming import kebab
from linter.mining.shares import Share
from linter.mining.structure_rules import Data, rule
from linter.model.message import Localised

MOST_WRITTEN_OUT = 8
"""Terms of a sum that are written out; more are a set under `sums`."""


class Summed:
    """Rules for sums, and the sets of lines that they name, by the number of the table."""

    def __init__(self, form: Form, names: Names, source: str) -> None:
        self.form, self.names, self.source = form, names, source
        self.sets: dict[int, dict[str, list[str]]] = {}
        self.ids: set[str] = set()

    def rule(self, identity: Identity) -> Data:
        """The rule of one identity."""
        table, part = self.names.tables[identity.table], self.form.tables[identity.table].parts[identity.part]
        of_part = table.parts[identity.part]
        ids = of_part.rows if identity.of_rows else of_part.columns
        prefix = f"{table.id}." if part.open else ""
        left, right = ([prefix + ids[line.key] for line in side] for side in (identity.left, identity.right))
        options: Data = {
            "for_each": of_part.entity if part.open else f"{table.id}.{'columns' if identity.of_rows else 'rows'}"
        }
        if only := self._only(identity, part, of_part):
            options["only"] = only
        sides = " == ".join(self._side(identity, side) for side in (left, right))
        return rule(
            self._id(table, identity, ids), _title(identity), "equation", "error", self.source,
            _tests(left, right), **options, check=sides,
        )  # fmt: skip

    def _only(self, identity: Identity, part: FormPart, names: PartNames) -> list[str]:
        """The lines that cross, where they are not all: of a table of several parts, those of this part alone."""
        if part.open:
            return []
        lines, ids = (part.columns, names.columns) if identity.of_rows else (part.rows, names.rows)
        parts = self.form.tables[identity.table].parts
        if len(identity.crossing) == len(lines) and len(parts) == 1:
            return []
        return [ids[line.key] for line in identity.crossing]

    def _side(self, identity: Identity, ids: Sequence[str]) -> str:
        if len(ids) <= MOST_WRITTEN_OUT or "." in ids[0]:
            return " + ".join(ids)
        table = self.names.tables[identity.table]
        whole = self.form.tables[identity.table].parts[identity.part]
        names = table.parts[identity.part]
        name = (
            f"parts_of_{names.rows[identity.left[0].key] if identity.of_rows else names.columns[identity.left[0].key]}"
        )
        members = _with_groups(ids, whole, names) if identity.of_rows else list(ids)
        self.sets.setdefault(identity.table, {})[name] = members
        return f"sum({name})"

    def _id(self, table: TableNames, identity: Identity, ids: Mapping[Any, str]) -> str:
        what = "-".join(kebab(ids[line.key]) for line in identity.left)
        start = kebab(table.id) or f"table-{identity.table + 1}"
        direction = "rows" if identity.of_rows else "columns"
        base = f"{start}-{what}" if what.replace("-", "") else f"{start}-{direction}-add-up"
        id, number = base, 2
        while id in self.ids:
            id, number = f"{base}-{number}", number + 1
        self.ids.add(id)
        return id


def agreement_rule(agreement: Agreement, names: Names, source: str, number: int) -> Data:
    """The rule that two cells of different tables agree."""
    one, other = (_address(cell, names) for cell in (agreement.left, agreement.right))
    left, right = (
        f"{names.tables[cell.table].title}·{cell.row.path[-1]}·{cell.column.path[-1]}"
        for cell in (agreement.left, agreement.right)
    )
    title = Localised(zh=f"“{left}”等于“{right}”", en=f"{left} is the same as {right}")
    return rule(
        f"tables-agree-{number}", title, "equation", "error", source,
        [{"pass": {one: 1, other: 1}}, {"fail": {one: 1, other: 2}}],
        check=f"{one} == {other}",
    )  # fmt: skip


def _address(cell: CellOf, names: Names) -> str:
    table = names.tables[cell.table]
    part = table.parts[cell.part]
    return f"{table.id}.{part.rows[cell.row.key]}.{part.columns[cell.column.key]}"


def join_rule(join: Join, names: Names, source: str, number: int) -> Data:
    """The rule that columns of two tables agree for each thing that has a row in both."""
    columns = [
        f"{names.tables[table].id}.{names.tables[table].parts[part].columns[line.key]}"
        for table, part, line in (join.left, join.right)
    ]
    labels = [f"{names.tables[table].title}·{line.path[-1]}" for table, _, line in (join.left, join.right)]
    entity = names.tables[join.left[0]].parts[join.left[1]].entity
    return rule(
        f"columns-agree-{number}",
        Localised(zh=f"“{labels[0]}”等于“{labels[1]}”", en=f"{labels[0]} is the same as {labels[1]}"),
        "equation", "error", source,
        [{"pass": dict.fromkeys(columns, 1)}, {"fail": {columns[0]: 1, columns[1]: 2}}],
        for_each=entity,
        check=" == ".join(columns),
        on_missing="skip",
    )  # fmt: skip


def share_rule(share: Share, form: Form, names: Names, source: str) -> Data:
    """The rule that a percentage is that of one column of another."""
    table, part = names.tables[share.table], form.tables[share.table].parts[share.part]
    of_part = table.parts[share.part]
    prefix = f"{table.id}." if part.open else ""
    ids = [prefix + of_part.columns[line.key] for line in (share.share, share.of, share.base)]
    labels = [line.path[-1] for line in (share.share, share.of, share.base)]
    start = kebab(table.id) or f"table-{share.table + 1}"
    return rule(
        f"{start}-{kebab(of_part.columns[share.share.key]) or 'share'}",
        Localised(
            zh=f"“{labels[0]}”等于“{labels[1]}”占“{labels[2]}”的百分比",
            en=f"{labels[0]} is {labels[1]} as a percentage of {labels[2]}",
        ),
        "comparison", "error", source,
        [{"pass": dict(zip(ids, ("25%", 1, 4), strict=True))}, {"fail": dict(zip(ids, ("50%", 1, 4), strict=True))}],
        for_each=of_part.entity if part.open else f"{table.id}.rows",
        when=f"{ids[2]} > 0",
        check=f"{ids[0]} == 100 * {ids[1]} / {ids[2]}",
    )  # fmt: skip


def totals_rule(totals: Sequence[OpenTotal], form: Form, names: Names, source: str) -> Data:
    """The rule that totals over rows that only a report knows are their sums."""
    first = totals[0]
    table, part = names.tables[first.table], form.tables[first.table].parts[first.part]
    of_part = table.parts[first.part]
    column = of_part.columns[first.columns[0].key]
    samples = (*part.samples, f"{of_part.entity} 1")[:2]
    cells = {f"{table.id}.{samples[0]}.{column}": 2, f"{table.id}.{of_part.rows[part.rows[0].key]}.{column}": 2}
    wrong = {address: value + index for index, (address, value) in enumerate(cells.items())}
    return rule(
        "totals-add-up",
        Localised(zh="合计等于各行之和", en="totals are the sums of their rows"), "adds-up", "error", source,
        [{"pass": {"cells": cells}}, {"fail": {"cells": wrong}}],
        tables=list(dict.fromkeys(names.tables[total.table].id for total in totals)),
    )  # fmt: skip


def _with_groups(ids: Sequence[str], part: FormPart, names: PartNames) -> list[str]:
    """Ids of rows, in which those of a whole group are the group's."""
    members: list[str] = []
    for line in part.rows:
        id = names.rows[line.key]
        if id not in ids:
            continue
        for depth in range(1, len(line.key)):
            inner = [names.rows[other.key] for other in part.rows if other.key[:depth] == line.key[:depth]]
            if set(inner) <= set(ids):
                id = names.groups[line.key[:depth]]
                break
        if id not in members:
            members.append(id)
    return members


_PLUS = Localised(zh="”加“", en=" + ")
_AND = Localised(zh="”“", en=" + ")
"""What stands between labels that are added up, and in a list of these."""


def _title(identity: Identity) -> Localised:
    """What holds, in the words of the labels."""
    left, right = ([line.path[-1] for line in side] for side in (identity.left, identity.right))
    if len(left) > 1:
        one, other = (Localised(*(word.join(side) for word in _PLUS)) for side in (left, right))
        return Localised(zh=f"“{one.zh}”等于“{other.zh}”", en=f"{one.en} come to {other.en}")
    if len(right) > MOST_WRITTEN_OUT:
        first, last = right[0], right[-1]
        return Localised(
            zh=f"“{left[0]}”等于“{first}”至“{last}”各项之和", en=f"{left[0]} is the sum of {first} to {last}"
        )
    listed = Localised(*(word.join(right) for word in _AND))
    return Localised(zh=f"“{left[0]}”等于“{listed.zh}”之和", en=f"{left[0]} is the sum of {listed.en}")


def _tests(left: Sequence[str], right: Sequence[str]) -> list[Data]:
    """One report in which the sides agree, and one in which the first figure is off by one."""
    few = [right[0], right[-1]] if len(right) > MOST_WRITTEN_OUT else list(right)
    values = dict.fromkeys((*left, *few), 1)
    values[left[0]] += max(len(few) - len(left), 0)
    values[few[0]] += max(len(left) - len(few), 0)
    return [{"pass": values}, {"fail": {**values, left[0]: values[left[0]] + 1}}]
