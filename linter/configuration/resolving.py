"""Settings, and what the command line asks for in their place, as options of a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from linter.configuration.choosing import patterns_in, stray
from linter.configuration.settings import NEVER, Applied, BrokenConfiguration, Settings
from linter.model.finding import Severity
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.packs.files import is_folder
from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.placed import PlacedList, PlacedMapping
from linter.packs.references import JOINT, folder_of, known_references, shipped_ids
from linter.run.engine import LintOptions
from linter.run.expected import Expected, kind_of
from linter.text.likeness import unknown

DEFAULT_PACK = "cn-open-government"


class Asked(Record):
    """What the command line asks for; None and empty where it leaves that to the configuration. `options` holds what a
    configuration has no say in; `file` is a configuration to take in place of those that are found, and with
    `isolated` none is taken.
    """

    pack: str | None = None
    year: int | None = None
    published: str = ""
    previous: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    strict: bool = False
    options: LintOptions = LintOptions()
    jobs: int | None = None
    file: Path | None = None
    isolated: bool = False
    baseline: Path | None = None


class Unusable(Exception):
    """What the command line asks for cannot be had, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def broken(place: Place, message: Message) -> BrokenConfiguration:
    """A configuration in which one thing is wrong."""
    return BrokenConfiguration(place.file, [Mistake(place.file, place.line, place.column, message)])


def pack_of(settings: Settings, said: Mapping[str, Applied], folder: Path) -> str:
    """The pack that settings name, with those that are laid over it; folders start from that of the configuration.
    Raises BrokenConfiguration for a name that neither is an id nor leads to a folder.
    """
    named = [(settings.pack, "pack"), *((name, "extra-packs") for name in settings.extra_packs)]
    packs = [DEFAULT_PACK] if settings.pack is None else []
    for name, key in named:
        if name is None:
            continue
        there = folder_of(name, folder)
        if not is_folder(there):
            place = _place_of(name, said[key])
            missing = mistake(place, "unknown-reference", reference=name, known=shipped_ids())
            raise broken(place, with_suggestion(missing, name, known_references(folder)).message)
        packs.append(name if there == folder_of(name, folder / "elsewhere") else str(there))
    return JOINT.join(packs)


def _place_of(name: str, one: Applied) -> Place:
    """Where a name is written: an item of a list, a key of a mapping, or the whole value."""
    match one.value:
        case PlacedMapping():
            return one.value.key_places.get(name, one.place)
        case PlacedList():
            return next((place for item, place in one.value.pairs() if name in patterns_in([item])), one.place)
        case _:
            return one.place


def resolved(asked: Asked, settings: Settings, said: Mapping[str, Applied], family: Family) -> LintOptions:
    """The options for files to which `settings` apply, read out of `said`. Raises BrokenConfiguration for rules and
    kinds of agency that the family does not have, and Unusable for rules asked for that it does not have.
    """
    for key, rules in (("select", settings.select), ("ignore", settings.ignore), ("severities", _weighed(settings))):
        for rule in rules:
            if (wrong := stray((rule,), family)) is not None:
                raise broken(_place_of(rule, said[key]), wrong)
    if (wrong := stray((*asked.select, *asked.ignore), family)) is not None:
        raise Unusable(wrong)
    fail_on = asked.fail_on or settings.fail_on or Severity.ERROR.value
    options = asked.options._replace(
        year=asked.year,
        select=asked.select or settings.select,
        ignore=asked.ignore or settings.ignore,
        published=asked.published or settings.published or "",
        expected=_expected(settings, said, family)._replace(year=None if asked.year else settings.year),
        severities=settings.severities,
        fail_on=None if fail_on == NEVER else Severity(fail_on),
        strict=asked.strict or settings.strict,
    )
    if options.ignore and not any(options.wants(rule.id) for pack in family.packs for rule in pack.rules):
        nothing_left = Message("cli.no-rule-left")
        raise Unusable(nothing_left) if asked.ignore else broken(said["ignore"].place, nothing_left)
    return options


def _weighed(settings: Settings) -> tuple[str, ...]:
    return tuple(rule for rule, _ in settings.severities)


def _expected(settings: Settings, said: Mapping[str, Applied], family: Family) -> Expected:
    """Whose report it should be. A kind at a level is the pack's own for that level where it has one: department at
    county is county-department, and a government at county is county.
    """
    if settings == Settings():
        return Expected()
    agency = settings.agency
    kinds = (f"{agency.level}-{agency.kind}", agency.kind, agency.level) if agency.level else (agency.kind,)
    places = {key: str(said[key].place) for key in ("agency", "year") if key in said}
    expected = Expected(
        agency.name, kinds if any(kinds) else (), settings.year, places.get("agency", ""), places.get("year", "")
    )
    if expected.kinds and kind_of(expected, family.packs[0].template) is None:
        known = [kind.id for kind in family.packs[0].template.agencies]
        raise broken(said["agency"].place, unknown("config.no-such-agency-kind", agency.kind or agency.level, known))
    return expected
