"""A sound pack put to the test, as its author needs it: its form comes back, its tests and labels say something.

What a pack needs so that reports can be checked by it is seen to when it is loaded; this is more, and takes longer.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.message import Message
from linter.model.pack import Family, Pack
from linter.packs import Written
from linter.packs.label_checks import check_labels
from linter.packs.mistakes import Mistake, Place, in_order, mistake
from linter.packs.placed import PlacedMapping, place_of, tree
from linter.packs.table_building import blocks_of
from linter.run.round_trip import Lost, lost_cells
from linter.run.rule_tests import broken_tests

NEEDED = ("pass", "fail")


def mistakes_of(written: Written) -> tuple[Mistake, ...]:
    """The mistakes of packs that can be loaded: rules without tests, tests that name what there is not, labels that can
    never match, and cells of the form that are not read where they are written.
    """
    return in_order(
        found
        for pack, data in zip(written.family.packs, written.data, strict=True)
        for found in (
            *_untested(pack, data),
            *_broken(pack, written.family, data),
            *check_labels(data),
            *_lost(pack, data),
        )
    )


def place_of_test(data: PlacedMapping, rule: str, index: int) -> Place:
    """Where a test stands; for one that is lacking, where its rule does."""
    entry = _entry(data, rule)
    return place_of(entry, ("tests", index)) if index < len(entry.get("tests", ())) else entry.places["id"]


def _entry(data: PlacedMapping, rule: str) -> PlacedMapping:
    found: PlacedMapping = next(entry for entry in data["rules"] if entry["id"] == rule)
    return found


def _untested(pack: Pack, data: PlacedMapping) -> Iterator[Mistake]:
    for rule in pack.rules:
        lacking = tuple(sort for sort in NEEDED if not any(test.expect == sort for test in rule.tests))
        if lacking:
            yield mistake(_entry(data, rule.id).places["id"], "untested", id=rule.id, lacking=lacking)


def _broken(pack: Pack, family: Family, data: PlacedMapping) -> Iterator[Mistake]:
    for rule, index, message in broken_tests(pack, family):
        place = _named(_entry(data, rule)["tests"][index], message) or place_of_test(data, rule, index)
        yield Mistake(place.file, place.line, place.column, message)


def _named(value: object, message: Message) -> Place | None:
    """Where in a test the name stands that a message gives."""
    names = {str(name) for name in message.values.values() if isinstance(name, str)}
    names |= {str(name) for group in message.values.values() if isinstance(group, tuple) for name in group}
    if not isinstance(value, PlacedMapping):
        return None
    for key, inner in value.items():
        if key in names:
            return value.key_places[key]
        if (below := _named(inner, message)) is not None:
            return below
    return None


def _lost(pack: Pack, data: PlacedMapping) -> Iterator[Mistake]:
    """A mistake at the row, or else at the table, of each cell that does not come back; of a whole row, one."""
    rows: dict[tuple[str, str], list[Lost]] = {}
    for one in lost_cells(pack):
        rows.setdefault((one.address.table, one.address.row), []).append(one)
    for (table, row), cells in rows.items():
        columns = tuple(cell.address.column for cell in cells)
        elsewhere = tuple(str(cell.elsewhere) for cell in cells if cell.elsewhere is not None)
        key = "cells-elsewhere" if elsewhere else "cells-lost"
        values = {"elsewhere": elsewhere} if elsewhere else {}
        yield mistake(_place(data, table, row), key, row=f"{table}.{row}", columns=columns, **values)


def _place(data: PlacedMapping, table: str, row: str) -> Place:
    entry = next(
        (entry for entry in data["tables"] if table == entry["id"] or table.startswith(f"{entry['id']}.")), None
    )
    if entry is None:
        return data.place
    rows = (line for block in blocks_of(entry) for line in tree(block.get("rows"), "rows"))
    return next((line.place for line in rows if line.get("id") == row), entry.place)
