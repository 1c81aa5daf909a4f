"""Laying one pack's data over another's.

* Mappings merge by key.
* Lists whose entries have ids merge by id. In a tree (`rows` in `rows`, `columns` in `columns`) an entry finds its
  counterpart at any depth below the entry that it stands in. An entry with a new id is appended.
* `rows` or `columns` laid over a table of blocks change the entries of these ids in every block that has them.
* `remove: true` takes the entry with that id out; a mistake where there is none.
* Everything else (other lists, texts, numbers) replaces what was there. An empty list leaves a list with ids alone.
* Over a family the same overlay is laid over each member. An entry that only some members have changes these and
  leaves the others alone; it is new only where no member has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.packs.mistakes import Mistake, mistake, with_suggestion
from linter.packs.placed import PlacedList, PlacedMapping, tree
from linter.packs.table_building import blocks_of


def lay_over(
    base: PlacedMapping, overlay: PlacedMapping, peers: Sequence[Any], mistakes: list[Mistake]
) -> PlacedMapping:
    """`base` changed as `overlay` says, as new data; `peers` are the same part of all members of the family."""
    if isinstance(base.get("blocks"), PlacedList) and "blocks" not in overlay:
        base, overlay = _into_blocks(base, overlay, peers, mistakes)
    merged = base.without()
    merged.place = overlay.place if overlay else base.place
    merged.lost |= overlay.lost
    for key, value in overlay.items():
        under = [peer.get(key) for peer in peers if isinstance(peer, PlacedMapping)]
        merged.take(key, overlay, _merged(base.get(key), value, under, key, mistakes))
    return merged


def _into_blocks(
    table: PlacedMapping, overlay: PlacedMapping, peers: Sequence[Any], mistakes: list[Mistake]
) -> tuple[PlacedMapping, PlacedMapping]:
    """The table with the overlay's rows and columns laid over its blocks, and what is left of the overlay."""
    blocks = _copy(table["blocks"])
    for key in ("rows", "columns"):
        entries = overlay.get(key)
        if not isinstance(entries, PlacedList) or not has_ids(entries):
            continue
        left = PlacedList(entries.place)
        for entry, place in entries.pairs():
            one = PlacedList(place)
            one.add(entry, place)
            having = [index for index, block in enumerate(blocks) if _find(block.get(key), entry.get("id"), key)]
            for index in having:
                changed = blocks[index].without()
                changed.take(key, blocks[index], _merged_entries(blocks[index][key], one, (), key, mistakes))
                blocks[index] = changed
            if not having and not any(_in_blocks(peer, entry.get("id"), key) for peer in peers):
                left.add(entry, place)
        rest = overlay.without(key)
        if left:
            rest.take(key, overlay, left)
        overlay = rest
    changed_table = table.without()
    changed_table.take("blocks", table, blocks)
    return changed_table, overlay


def _in_blocks(table: Any, id: Any, key: str) -> bool:
    """Whether a block of the table has an entry with this id."""
    return isinstance(table, PlacedMapping) and any(_find(block.get(key), id, key) for block in blocks_of(table))


def _merged(base: Any, overlay: Any, peers: Sequence[Any], key: str, mistakes: list[Mistake]) -> Any:
    if isinstance(overlay, PlacedMapping):
        under = base if isinstance(base, PlacedMapping) else PlacedMapping(overlay.place)
        return lay_over(under, overlay, peers, mistakes)
    if isinstance(overlay, PlacedList):
        if has_ids(base) and not overlay:
            return base
        if has_ids(overlay):
            under_list = base if has_ids(base) else PlacedList(overlay.place)
            return _merged_entries(under_list, overlay, peers, key, mistakes)
    return overlay


def has_ids(value: Any) -> bool:
    """Whether `value` is a list that merges by id: one of mappings, at least one of which has an id."""
    return (
        isinstance(value, PlacedList)
        and all(isinstance(entry, PlacedMapping) for entry in value)
        and any("id" in entry for entry in value)
    )


def _merged_entries(
    base: PlacedList, overlay: PlacedList, peers: Sequence[Any], key: str, mistakes: list[Mistake]
) -> PlacedList:
    merged = base
    for entry, place in overlay.pairs():
        id = entry.get("id")
        counterparts = [_find(peer, id, key) for peer in peers] if id is not None else []
        old = _find(merged, id, key) if id is not None else None
        if entry.get("remove") is True:
            if old is not None:
                merged = _with(merged, old, None, key)
            elif not any(counterparts):
                mistakes.append(_nothing_to_remove(entry, base, key))
        elif old is not None:
            new = lay_over(old, entry, [peer for peer in counterparts if peer is not None], mistakes)
            merged = _with(merged, old, new, key)
        elif not any(counterparts):
            copy = _copy(merged)
            copy.add(lay_over(PlacedMapping(entry.place), entry, (), mistakes), place)
            merged = copy
    return merged


def _nothing_to_remove(entry: PlacedMapping, base: PlacedList, key: str) -> Mistake:
    id = str(entry["id"])
    found = mistake(entry.places["id"], "nothing-to-remove", id=id)
    return with_suggestion(found, id, [str(other["id"]) for other in tree(base, key) if "id" in other])


def _find(entries: Any, id: Any, key: str) -> PlacedMapping | None:
    return next((entry for entry in tree(entries, key) if entry.get("id") == id), None)


def _copy(entries: PlacedList) -> PlacedList:
    copy = PlacedList(entries.place)
    for entry, place in entries.pairs():
        copy.add(entry, place)
    return copy


def _with(entries: PlacedList, old: PlacedMapping, new: PlacedMapping | None, key: str) -> PlacedList:
    """The tree with `new` in the place of `old`, or without it; what is not on the way to it is shared."""
    changed = PlacedList(entries.place)
    for entry, place in entries.pairs():
        if entry is old:
            if new is not None:
                changed.add(new, place)
            continue
        below = entry.get(key)
        if isinstance(below, PlacedList) and any(one is old for one in tree(below, key)):
            branch = entry.without()
            branch.take(key, entry, _with(below, old, new, key))
            changed.add(branch, place)
        else:
            changed.add(entry, place)
    return changed
