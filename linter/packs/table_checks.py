"""What a JSON Schema cannot see in a table: ids that meet, sums that lead nowhere, parts that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.placed import PlacedMapping
from linter.packs.table_building import blocks_of, walk
from linter.packs.value_entries import check_value_name

ONE_BLOCK = ("heading", "corner", "columns", "rows")
"""What a table states itself, if it does not state blocks."""


def missing(entry: PlacedMapping, *keys: str) -> Iterator[Mistake]:
    """A mistake for each of `keys` that the entry lacks."""
    for key in keys:
        if key not in entry and key not in entry.lost:
            yield mistake(entry.place, "missing-key", key=key)


def check_table(table: PlacedMapping, sections: Sequence[str], values: Mapping[str, Any]) -> Iterator[Mistake]:
    """All mistakes of one table; `sections` are the ids of the template's, `values` the pack's value types."""
    yield from missing(table, "title", *(() if "found-by" in table else ("section",)))
    if "section" in table and table["section"] not in sections:
        found = mistake(table.places["section"], "unknown-section", name=table["section"], known=tuple(sections))
        yield with_suggestion(found, table["section"], sections)
    if "blocks" in table:
        for key in ONE_BLOCK:
            if key in table:
                yield mistake(table.key_places[key], "blocks-and", key=key)
        blocks: Sequence[PlacedMapping] = table["blocks"]
    else:
        blocks = [table]
    for block in blocks:
        yield from missing(block, "columns", "rows")
        yield from _check_entries(block, "rows", values)
        yield from _check_entries(block, "columns", values)
    yield from _check_addresses(table)
    yield from _check_sums(table)
    yield from _check_always_filled(table)


def _check_entries(block: PlacedMapping, key: str, values: Mapping[str, Any]) -> Iterator[Mistake]:
    """Each entry has a label, each group something in it, and no id is used twice."""
    first: dict[str, Place] = {}
    for entry, _ in walk(block.get(key, ()), key):
        assert isinstance(entry, PlacedMapping)
        if not {"each", "total-of"} & entry.keys():
            yield from missing(entry, "label")
        yield from check_value_name(entry, values)
        if key in entry and not entry[key]:
            yield mistake(entry.key_places[key], "empty-group", id=str(entry.get("id", entry.get("label", ""))))
        elif key not in entry:
            yield from missing(entry, "id")
        if "id" in entry:
            yield from _twice(first, entry["id"], entry.places["id"])


def _twice(first: dict[str, Place], id: str, place: Place) -> Iterator[Mistake]:
    if first.setdefault(id, place) is not place:
        yield mistake(place, "id-twice", id=id, first=str(first[id]))


def _check_addresses(table: PlacedMapping) -> Iterator[Mistake]:
    """No two blocks state the same cell, and no group of one is a row of another."""
    first: dict[tuple[str, str], int] = {}
    kinds: dict[str, bool] = {}
    for number, block in enumerate(blocks_of(table)):
        columns = [entry["id"] for entry, _ in walk(block.get("columns", ()), "columns") if "id" in entry]
        for row, _ in walk(block.get("rows", ()), "rows"):
            assert isinstance(row, PlacedMapping)
            if "id" not in row:
                continue
            shared = [column for column in columns if first.setdefault((row["id"], column), number) != number]
            if shared or kinds.setdefault(row["id"], "rows" in row) is not ("rows" in row):
                yield mistake(row.places["id"], "cell-twice", row=row["id"], columns=tuple(shared))


def _check_always_filled(table: PlacedMapping) -> Iterator[Mistake]:
    empty = table.get("empty-cells")
    if not isinstance(empty, PlacedMapping) or "always-filled" not in empty:
        return
    known = [
        entry["id"]
        for block in blocks_of(table)
        for key in ("rows", "columns")
        for entry, _ in walk(block.get(key, ()), key)
        if "id" in entry
    ]
    for name, place in empty["always-filled"].pairs():
        if name not in known:
            found = mistake(place, "unknown-row-or-column", name=name, table=str(table["id"]))
            yield with_suggestion(found, name, known)


def _check_sums(table: PlacedMapping) -> Iterator[Mistake]:
    sums = table.get("sums")
    if not isinstance(sums, PlacedMapping):
        return
    rows, columns = (
        [entry["id"] for block in blocks_of(table) for entry, _ in walk(block.get(key, ()), key) if "id" in entry]
        for key in ("rows", "columns")
    )
    circles: set[str] = set()  # a circle is reported once
    for name, members in sums.items():
        lines = columns if set(members) & set(columns) and not set(members) & set(rows) else rows
        known = [*lines, *sums]
        for member, place in members.pairs():
            if member not in known:
                found = mistake(place, "unknown-row", name=member, table=str(table["id"]))
                yield with_suggestion(found, member, known)
        if name in (*rows, *columns):
            yield mistake(sums.key_places[name], "sum-is-row", name=name)
        elif name not in circles and name in (reached := _reached(name, sums)):
            circles |= reached
            yield mistake(sums.key_places[name], "circular-sum", name=name)


def _reached(name: str, sums: PlacedMapping) -> set[str]:
    """The sums that `name` leads to."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        for member in sums.get(waiting.pop(), ()):
            if member in sums and member not in reached:
                reached.add(member)
                waiting.append(member)
    return reached
