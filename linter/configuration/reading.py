"""From the bytes of a configuration to settings, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from linter.configuration.locating import LARGEST, PROJECT, shown
from linter.configuration.settings import Configuration
from linter.formats.opening import contents, reason
from linter.model.message import Message
from linter.packs.mistakes import Mistake, Place, in_order
from linter.packs.placed import PlacedMapping


class BrokenConfiguration(Exception):
    """A configuration that cannot be used, with all of its mistakes in their order."""

    def __init__(self, file: str, mistakes: Iterable[Mistake]) -> None:
        self.file, self.mistakes = file, in_order(mistakes)
        super().__init__("\n".join(f"{mistake.place} {mistake.message.key}" for mistake in self.mistakes))


def read_configuration(file: Path) -> Configuration:
    """What the file says. Raises BrokenConfiguration."""
    name = shown(file)
    try:
        data = contents(file, most=LARGEST)
    except OSError as error:
        unreadable = Message("pack.unreadable", {"reason": reason(error)})
        raise BrokenConfiguration(name, [Mistake(name, 0, 0, unreadable)]) from None
    return parse_configuration(data, file)


def parse_configuration(data: bytes, file: Path) -> Configuration:
    """The same of bytes that are the file's, or are to be. Raises BrokenConfiguration."""
    name = shown(file)
    settings, mistakes = _parsed(data, name, file.name == PROJECT)
    if settings is not None:
        mistakes += _mistakes_in(settings)
    if mistakes or settings is None:
        raise BrokenConfiguration(name, mistakes)
    return Configuration(file, settings)


def _parsed(data: bytes, name: str, toml: bool) -> tuple[PlacedMapping | None, list[Mistake]]:
    if toml:
        from linter.configuration.toml_places import read_toml

        return read_toml(data, name)
    from linter.packs.yaml_reading import read_yaml

    return read_yaml(data, name)


def _mistakes_in(settings: PlacedMapping) -> list[Mistake]:
    """What the schema does not allow, and days that are none. Lists of waivers are looked at where they are read."""
    from linter.configuration.schema import config_schema
    from linter.packs.shape import Shape

    found = [mistake for _, mistake in Shape(config_schema()).mistakes(settings)]
    parts = [settings, *(entry for entry in settings.get("files", ()) if isinstance(entry, PlacedMapping))]
    return found + [no_day(part.places["publish-date"], part["publish-date"]) for part in parts if _has_no_day(part)]


def _has_no_day(part: PlacedMapping) -> bool:
    day = part.get("publish-date")
    return isinstance(day, str) and not is_day(day)


def is_day(written: str) -> bool:
    """Whether a text is a day of the calendar, as 2024-01-17."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def no_day(place: Place, written: str) -> Mistake:
    """That `written` is no day of the calendar."""
    return Mistake(place.file, place.line, place.column, Message("config.no-such-day", {"value": written}))
