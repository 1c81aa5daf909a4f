"""What applies to one file, and from where: a profile, what is said of all files, and what is said of some."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.configuration.choosing import patterns_in
from linter.model.finding import Severity
from linter.model.records import Record
from linter.packs.mistakes import Mistake, Place, in_order
from linter.packs.placed import PlacedMapping

if TYPE_CHECKING:
    from linter.acceptance.waivers import Waiver

NEVER = "never"
"""In place of a severity: nothing fails a run."""

PROFILES: Mapping[str, Mapping[str, Any]] = {
    "drafting": {"fail-on": "error", "strict": False},
    "submitted": {"fail-on": "warning", "strict": False},
    "published": {"fail-on": "warning", "strict": True},
}
"""What a profile sets where nothing else does: a draft is stopped by errors alone; what is published has to be known
to be right.
"""

OF_THE_WHOLE = ("files", "waivers", "baseline", "store")
"""Keys that are said once, and not of some files."""


class BrokenConfiguration(Exception):
    """A configuration that cannot be used, with all of its mistakes in their order."""

    def __init__(self, file: str, mistakes: Iterable[Mistake]) -> None:
        self.file, self.mistakes = file, in_order(mistakes)
        super().__init__("\n".join(f"{mistake.place} {mistake.message.key}" for mistake in self.mistakes))


class Configuration(Record):
    """A file of settings: where it lies, as it was reached, what it says, validated, and the waivers that it lists."""

    file: Path
    data: PlacedMapping
    waivers: tuple[Waiver, ...] = ()

    @property
    def folder(self) -> Path:
        """What its paths and patterns start from."""
        return self.file.parent

    def relative(self, path: str | Path) -> str:
        """The path from the folder on, with `/` between its parts."""
        try:
            return Path(os.path.relpath(os.path.abspath(path), self.folder.absolute())).as_posix()  # noqa: PTH100
        except ValueError:  # on another drive
            return Path(path).as_posix()


class Applied(Record):
    """A value that applies, and the place where it is written; one that a profile sets has the place of the profile."""

    value: Any
    place: Place
    profile: str = ""


class Agency(Record):
    """Whose reports these should be, as far as that is said; empty where it is not."""

    name: str = ""
    kind: str = ""
    level: str = ""


def entries_for(configuration: Configuration, path: str | Path) -> tuple[int, ...]:
    """The entries of `files` that the file at `path` is meant by, by their numbers from 0."""
    from linter.acceptance.globs import matches

    name = configuration.relative(path)
    entries = enumerate(configuration.data.get("files", ()))
    return tuple(number for number, entry in entries if any(matches(name, glob) for glob in texts(entry["path"])))


def applied(configuration: Configuration, entries: tuple[int, ...]) -> Mapping[str, Applied]:
    """What applies to files meant by `entries`: later ones win over earlier ones, and these over the rest."""
    some = configuration.data.get("files", ())
    said: dict[str, Applied] = {}
    for layer in (configuration.data.without(*OF_THE_WHOLE), *(some[number].without("path") for number in entries)):
        if (profile := layer.get("profile")) is not None:
            presets = PROFILES[profile]
            said |= {key: Applied(value, layer.places["profile"], profile) for key, value in presets.items()}
        said |= {key: Applied(value, layer.places[key]) for key, value in layer.items()}
    return said


class Settings(Record):
    """The settings of one file, in the types that a run takes. None and empty say that nothing is set."""

    pack: str | None = None
    extra_packs: tuple[str, ...] = ()
    agency: Agency = Agency()
    year: int | None = None
    published: str | None = None
    previous: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: str | None = None
    strict: bool = False


def settings_of(said: Mapping[str, Applied]) -> Settings:
    """The same as `said`, in types. Paths are as they are written."""
    value = {key: one.value for key, one in said.items()}
    agency = value.get("agency", "")
    return Settings(
        pack=value.get("pack"),
        extra_packs=texts(value.get("extra-packs", ())),
        agency=Agency(agency) if isinstance(agency, str) else Agency(**agency),
        year=value.get("year"),
        published=value.get("publish-date"),
        previous=value.get("previous"),
        select=patterns_in(texts(value.get("select", ()))),
        ignore=patterns_in(texts(value.get("ignore", ()))),
        severities=tuple((rule, Severity(word)) for rule, word in value.get("severities", {}).items()),
        fail_on=value.get("fail-on"),
        strict=value.get("strict", False),
    )


def texts(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """One text, or several."""
    return (value,) if isinstance(value, str) else tuple(value)
