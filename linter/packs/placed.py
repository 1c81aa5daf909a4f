"""Plain data that remembers where it was written: a `dict` and a `list` with the places of their parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.packs.mistakes import Place

Path = tuple[str | int, ...]


class PlacedMapping(dict[str, Any]):
    """A mapping with the place of each key and value. `lost` names keys that were taken out because of a mistake,
    so that nobody reports them as missing.
    """

    __slots__ = ("key_places", "lost", "place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.places: dict[str, Place] = {}
        self.lost: set[str] = set()

    def put(self, key: str, value: Any, key_place: Place, place: Place) -> None:
        self[key] = value
        self.key_places[key] = key_place
        self.places[key] = place

    def take(self, key: str, other: PlacedMapping, value: Any) -> None:
        """Set `key` to `value`, at the places that it has in `other`."""
        self.put(key, value, other.key_places[key], other.places[key])

    def without(self, *keys: str) -> PlacedMapping:
        """A shallow copy that lacks `keys`."""
        copy = PlacedMapping(self.place)
        copy.lost = set(self.lost)
        for key, value in self.items():
            if key not in keys:
                copy.take(key, self, value)
        return copy


class PlacedList(list[Any]):
    """A list with the place of each item."""

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []

    def add(self, value: Any, place: Place) -> None:
        self.append(value)
        self.places.append(place)

    def pairs(self) -> Iterator[tuple[Any, Place]]:
        """Each item with its place."""
        return zip(self, self.places, strict=True)


def place_of(data: PlacedMapping, path: Path) -> Place:
    """The place of the value at `path`; where the path leads nowhere, that of the last value on the way."""
    place, value = data.place, data
    for step in path:
        if isinstance(value, PlacedMapping) and step in value:
            place, value = value.places[str(step)], value[str(step)]
        elif isinstance(value, PlacedList) and isinstance(step, int) and -len(value) <= step < len(value):
            place, value = value.places[step], value[step]
        else:
            break
    return place


def lacks_something(value: Any) -> bool:
    """Whether anything was taken out of `value`, at any depth, because of a mistake."""
    if isinstance(value, PlacedMapping):
        return bool(value.lost) or any(map(lacks_something, value.values()))
    return isinstance(value, PlacedList) and any(map(lacks_something, value))


def value_at(data: Any, path: Path) -> Any:
    """The value at `path`, which has to exist."""
    for step in path:
        data = data[step]
    return data


def prune(data: PlacedMapping, path: Path) -> None:
    """Take the value at `path` out of `data`, if it is there, and note it as lost."""
    if not path:
        return
    try:
        parent = value_at(data, path[:-1])
    except (LookupError, TypeError):
        return
    last = path[-1]
    if isinstance(parent, PlacedMapping):
        parent.pop(str(last), None)
        parent.lost.add(str(last))
    elif isinstance(parent, PlacedList) and isinstance(last, int) and last < len(parent):
        del parent[last]
        del parent.places[last]


def tree(entries: Any, key: str) -> Iterator[PlacedMapping]:
    """The mappings of a list and, where these have a list under the same key, those below them, from top to bottom."""
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, PlacedMapping):
            yield entry
            yield from tree(entry.get(key), key)
