"""From the bytes of a configuration to settings, or to everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from linter.acceptance.waivers import Waiver
from linter.configuration.locating import LARGEST, PROJECT, shown
from linter.configuration.settings import BrokenConfiguration, Configuration
from linter.configuration.waivers import Plain, at, is_day, no_day, placed_entries, plain_waivers, waivers_of
from linter.formats.opening import contents, reason
from linter.model.message import Message
from linter.packs.mistakes import Mistake, Place
from linter.packs.placed import PlacedList, PlacedMapping
from linter.packs.schema_parts import Schema


def read_configuration(file: Path) -> Configuration:
    """What the file says. Raises BrokenConfiguration."""
    return parse_configuration(_contents(file), file)


def parse_configuration(data: bytes, file: Path) -> Configuration:
    """The same of bytes that are the file's, or are to be. Raises BrokenConfiguration."""
    name = shown(file)
    listed = None if file.name == PROJECT else _listed(data, name)
    settings, mistakes = _parsed(data if listed is None else listed.rest.encode(), name, file.name == PROJECT)
    if settings is None:
        raise BrokenConfiguration(name, mistakes)
    from linter.configuration.schema import config_schema

    mistakes += _mistakes_in(settings, config_schema())
    if listed is not None and "waivers" in settings:
        mistakes.append(at(settings.key_places["waivers"], Message("waiver.both")))
    return Configuration(file, settings, _waivers(settings, listed, name, mistakes))


def read_waivers(file: Path) -> tuple[Waiver, ...]:
    """The waivers in a file of their own. Raises BrokenConfiguration."""
    name, data = shown(file), _contents(file)
    listed = _listed(data, name)
    whole, mistakes = _parsed(data if listed is None else listed.rest.encode(), name, False)
    if whole is None:
        raise BrokenConfiguration(name, mistakes)
    from linter.configuration.schema import waivers_schema

    mistakes += _mistakes_in(whole, waivers_schema())
    return _waivers(whole, listed, name, mistakes)


def _waivers(settings: PlacedMapping, listed: Plain | None, name: str, mistakes: list[Mistake]) -> tuple[Waiver, ...]:
    """The waivers that are listed plainly, or otherwise; raises BrokenConfiguration where anything is wrong."""
    entries = () if listed is None else listed.entries
    if listed is None and isinstance(settings.get("waivers"), PlacedList):
        entries = placed_entries(settings["waivers"])
    waivers, wrong = waivers_of(entries, settings.place, listed is not None)
    if mistakes or wrong:
        raise BrokenConfiguration(name, [*mistakes, *wrong])
    return waivers


def _contents(file: Path) -> bytes:
    try:
        return contents(file, most=LARGEST)
    except OSError as error:
        name = shown(file)
        unreadable = Message("pack.unreadable", {"reason": reason(error)})
        raise BrokenConfiguration(name, [at(Place(name), unreadable)]) from None


def _listed(data: bytes, name: str) -> Plain | None:
    try:
        return plain_waivers(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return None


def _parsed(data: bytes, name: str, toml: bool) -> tuple[PlacedMapping | None, list[Mistake]]:
    if toml:
        from linter.configuration.toml_places import read_toml

        return read_toml(data, name)
    from linter.packs.yaml_reading import read_yaml

    return read_yaml(data, name)


def _mistakes_in(settings: PlacedMapping, schema: Schema) -> list[Mistake]:
    """What the schema does not allow, and days that are none."""
    from linter.packs.shape import Shape

    found = [mistake for _, mistake in Shape(schema).mistakes(settings)]
    parts = [settings, *(entry for entry in settings.get("files", ()) if isinstance(entry, PlacedMapping))]
    return found + [no_day(part.places["publish-date"], part["publish-date"]) for part in parts if _has_no_day(part)]


def _has_no_day(part: PlacedMapping) -> bool:
    day = part.get("publish-date")
    return isinstance(day, str) and not is_day(day)
