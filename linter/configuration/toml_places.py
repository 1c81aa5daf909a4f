"""The part of a TOML file that is ours, with the line and column of its values. The standard library tells no places,
so the headers and keys at the beginnings of lines are looked up; what stands within a value has the value's place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from linter.model.message import Message
from linter.packs.mistakes import Mistake, Place
from linter.packs.placed import Path, PlacedList, PlacedMapping
from linter.text.regex import regex

SECTION = ("tool", "gouji")

_HEADER = regex(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = regex(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")
_PART = regex(r"""[\w-]+|"[^"]*"|'[^']*'""")
_AT = regex(r"\(at line (\d+), column (\d+)\)")

Places = Mapping[Path, tuple[Place, Place]]
"""Path of a value → where its key and where it stands."""


def read_toml(data: bytes, file: str) -> tuple[PlacedMapping | None, list[Mistake]]:
    """What stands under `[tool.gouji]` (empty where nothing does) and what is wrong; None where it cannot be read."""
    try:
        text = data.decode("utf-8-sig")
        section: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        return None, [Mistake(file, 0, 0, Message("pack.file-encoding"))]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (len(text.splitlines()), 1)
        return None, [Mistake(file, line, column, Message("config.toml"))]
    for step in SECTION:
        section = section.get(step, {}) if isinstance(section, dict) else {}
    places = _places(text, file)
    start = places.get(SECTION, (Place(file, 1, 1),) * 2)[0]
    return _placed(section if isinstance(section, dict) else {}, SECTION, places, start), []


def _places(text: str, file: str) -> Places:
    """Where headers and keys stand; of an array of tables each entry has its number in the path."""
    places: dict[Path, tuple[Place, Place]] = {}
    counts: dict[Path, int] = {}
    above: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            above = tuple(_parts(header[2]))
            here = Place(file, number, header.start(1) + 1)
            if header[1] == "[[":
                places.setdefault(above, (here, here))
                counts[above] = counts.get(above, -1) + 1
                above = (*above, counts[above])
            places[above] = (here, here)
        elif key := _KEY.match(line):
            path = (*above, *_parts(key[1]))
            places.setdefault(path, (Place(file, number, key.start(1) + 1), Place(file, number, key.end() + 1)))
    return places


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _placed(section: Mapping[str, Any], path: Path, places: Places, above: Place) -> PlacedMapping:
    mapping = PlacedMapping(above)
    for key, value in section.items():
        here = (*path, key)
        key_place, place = places.get(here, (above, above))
        mapping.put(key, _value(value, here, places, place), key_place, place)
    return mapping


def _value(value: Any, path: Path, places: Places, place: Place) -> Any:
    match value:
        case dict():
            return _placed(value, path, places, place)
        case list():
            items = PlacedList(place)
            for number, item in enumerate(value):
                here = places.get((*path, number), (place, place))[0]
                items.add(_value(item, (*path, number), places, here), here)
            return items
        case datetime() | date():
            return value.isoformat()
        case _:
            return value
