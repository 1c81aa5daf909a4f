"""A folder of YAML files as one mapping: its files stand side by side and say nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from linter.formats.opening import reason
from linter.model.records import Record
from linter.packs.files import digest, pack_file, yaml_names
from linter.packs.former_words import renew
from linter.packs.mistakes import Mistake, Place, mistake
from linter.packs.placed import PlacedList, PlacedMapping, tree
from linter.packs.shape import Shape, prune_all
from linter.packs.yaml_reading import read_yaml


class Folder(Record):
    """What a folder says, and the mistakes in it.

    `digests` has the SHA-256 of each file by name. `whole` is false where a file could not be read, so that nothing
    can be said about what is missing; `ids_lost` is true where ids of a table were taken out with a mistake. `notes`
    say what is not wrong but written in words of an earlier release.
    """

    path: Path
    data: PlacedMapping
    mistakes: tuple[Mistake, ...]
    digests: Mapping[str, str]
    whole: bool = True
    ids_lost: bool = False
    notes: tuple[Mistake, ...] = ()


def read_folder(folder: Path, shape: Shape) -> Folder:
    """The folder's data, without whatever in it is wrong, and all mistakes that one file alone shows."""
    data = PlacedMapping(Place(str(folder)))
    mistakes: list[Mistake] = []
    notes: list[Mistake] = []
    digests: dict[str, str] = {}
    whole, ids_lost = True, False
    for name in _names(folder, mistakes):
        try:
            content = pack_file(folder / name)
        except OSError as error:
            mistakes.append(mistake(Place(str(folder / name)), "unreadable", reason=reason(error)))
            whole = False
            continue
        digests[name] = digest(content)
        part, found = read_yaml(content, str(folder / name))
        mistakes.extend(found)
        if part is None:
            whole = False
            continue
        notes.extend(renew(part))
        described = shape.mistakes(part)
        mistakes.extend(found for _, found in described)
        ids_lost |= prune_all(part, described)
        mistakes.extend(_set_beside(data, _with_ids(_requires_of_all(part))))
    mistakes.extend(repeated_ids(data))
    return Folder(folder, data, tuple(mistakes), digests, whole and bool(digests), ids_lost, tuple(notes))


def _names(folder: Path, mistakes: list[Mistake]) -> tuple[str, ...]:
    try:
        names = yaml_names(folder)
    except NotADirectoryError:
        mistakes.append(mistake(Place(str(folder)), "no-folder"))
        return ()
    except OSError as error:
        mistakes.append(mistake(Place(str(folder)), "unreadable", reason=reason(error)))
        return ()
    if not names:
        mistakes.append(mistake(Place(str(folder)), "no-files"))
    return names


def _with_ids(part: PlacedMapping) -> PlacedMapping:
    """A file's data in which every row and column for each entity that has no id of its own has the entity's."""
    for table in part.get("tables", ()):
        for holder in (table, *table.get("blocks", ())):
            for key in ("rows", "columns"):
                for entry in tree(holder.get(key), key):
                    if "each" in entry and "id" not in entry:
                        entry.put("id", entry["each"], entry.key_places["each"], entry.places["each"])
    return part


def _requires_of_all(part: PlacedMapping) -> PlacedMapping:
    """A file's data with the rules that all of its rules require put first in each rule's own `requires`; one that says
    that it requires nothing does so.
    """
    if "requires" not in part:
        return part
    of_all: PlacedList = part["requires"]
    for rule in part.get("rules", ()):
        if "kind" in rule and rule.get("requires") != []:
            needed = PlacedList(of_all.place)
            for id, place in (*of_all.pairs(), *rule.get("requires", needed).pairs()):
                if id not in (*needed, rule.get("id")):
                    needed.add(id, place)
            rule.put("requires", needed, part.key_places["requires"], part.places["requires"])
    return part.without("requires")


def _set_beside(data: PlacedMapping, part: PlacedMapping, depth: int = 0) -> Iterator[Mistake]:
    """Add a file's part: lists go on, mappings take further keys, nothing is given twice."""
    data.lost |= part.lost
    for key, value in part.items():
        there = data.get(key)
        if isinstance(there, PlacedList) and isinstance(value, PlacedList) and depth == 0:
            for item, place in value.pairs():
                there.add(item, place)
        elif isinstance(there, PlacedMapping) and isinstance(value, PlacedMapping) and depth == 0 and key != "pack":
            yield from _set_beside(there, value, depth + 1)
        elif key in data:
            first = data.key_places[key]
            yield mistake(part.key_places[key], "given-twice", key=key, first=str(first))
        else:
            data.take(key, part, value)


def repeated_ids(data: Any) -> Iterator[Mistake]:
    """A mistake for every id that an entry shares with an earlier one of the same list or tree."""
    if isinstance(data, PlacedMapping):
        for key, value in data.items():
            if isinstance(value, PlacedList):
                yield from _repeated_in_tree(value, key)
            yield from repeated_ids(value)
    elif isinstance(data, PlacedList):
        for item in data:
            yield from repeated_ids(item)


def _repeated_in_tree(entries: PlacedList, key: str) -> Iterator[Mistake]:
    first: dict[str, Place] = {}
    for entry in tree(entries, key):
        id = entry.get("id")
        if not isinstance(id, str):
            continue
        place = entry.places["id"]
        if first.setdefault(id, place) is not place:
            yield mistake(place, "id-twice", id=id, first=str(first[id]))
