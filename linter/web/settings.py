"""What a clerk chooses on the desk: pack, year, kind of agency, day of publication, language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.language import LANGUAGES
from linter.model.message import Message
from linter.model.records import Record
from linter.run.engine import LintOptions
from linter.run.expected import Expected
from linter.text.dates import read_day


class Settings(Record):
    """How drafts are checked. Empty values leave it to what a draft says of itself."""

    pack: str
    language: str
    year: int | None = None
    agency: str = ""
    published: str = ""

    @property
    def options(self) -> LintOptions:
        kinds = (self.agency,) if self.agency else ()
        return LintOptions(self.year, published=self.published, locate=True, expected=Expected(kinds=kinds))


def changed(settings: Settings, given: Mapping[str, Any], packs: tuple[str, ...]) -> Settings | Message:
    """The settings with those that the page has sent, or what is wrong with these."""
    pack, language = given.get("pack", settings.pack), given.get("language", settings.language)
    year, day = year_of(_text(given, "year")), _text(given, "published")
    if pack not in packs or language not in LANGUAGES:
        return Message("desk.bad-request")
    if isinstance(year, Message):
        return year
    read = read_day(day) if day else None
    if day and (read is None or not read.exists):
        return Message("cli.no-such-day", {"value": day})
    published = f"{read.year:04}-{read.month:02}-{read.day:02}" if read else ""
    return Settings(pack, language, year, _text(given, "agency"), published)


def year_of(text: str) -> int | Message | None:
    """A year as written, None for none, or what is wrong with it."""
    if not text:
        return None
    digits = text.isascii() and text.isdecimal() and len(text) == 4
    return int(text) if digits else Message("desk.bad-year", {"value": text})


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    return str(value).strip() if isinstance(value, str | int) else ""
