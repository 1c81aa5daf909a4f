"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option
from linter.model.message import Message
from linter.model.pack import Family
from linter.text.likeness import unknown

if TYPE_CHECKING:
    from linter.run.engine import LintOptions
    from linter.run.previous import Previous

DEFAULT_PACK = "cn-open-government"
_WILD = frozenset("*?[")

BaselinePath = Annotated[Path | None, Option("--baseline", help="cli.baseline-file", metavar="FILE")]
ConfigPath = Annotated[Path | None, Option("--config", help="cli.config-file", metavar="FILE")]
Isolated = Annotated[bool, Option("--no-config", help="cli.no-config")]
ConfiguredPack = Annotated[str | None, Option("--pack", help="cli.pack", metavar="PACK")]
PackName = Annotated[str, Option("--pack", help="cli.pack", metavar="PACK")]
Year = Annotated[int | None, Option("--year", help="cli.year", metavar="YEAR", min=1000, max=9999)]
PublishDate = Annotated[str | None, Option("--publish-date", help="cli.publish-date", metavar="YYYY-MM-DD")]
Jobs = Annotated[int | None, Option("--jobs", "-j", help="cli.jobs", metavar="N", min=0)]
StdinName = Annotated[str | None, Option("--stdin-name", help="cli.stdin-name", metavar="NAME")]
OutputPath = Annotated[Path | None, Option("--output", "-o", help="cli.output", metavar="FILE")]
Force = Annotated[bool, Option("--force", help="cli.force")]
PreviousPath = Annotated[str | None, Option("--previous", help="cli.previous", metavar="FILE|FOLDER")]
Packs = Annotated[list[str] | None, Argument(metavar="[PACK]...", help="cli.rules.packs")]


def chosen(option: str, value: str, choices: Iterable[str]) -> str:
    """The one of `choices` that `value` is, in letters of either size; raises WrongUse where it is none."""
    known = tuple(choices)
    meant = value.strip().lower()
    if meant not in known:
        raise WrongUse(Message("cli.no-such-choice", {"option": option, "value": value, "choices": known}))
    return meant


def with_wildcards(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths, with the files that fit in the place of a pattern: the shells of Windows leave that to the program. A
    file that is called like a pattern is itself, and a pattern that nothing fits stays, to be said not to be there.
    """
    found: list[str] = []
    for path in paths:
        fitting: list[str] = []
        if not _WILD.isdisjoint(path) and not os.path.lexists(path):
            from glob import glob

            fitting = sorted(glob(path, recursive=True))  # noqa: PTH207 - a pattern may begin with a drive
        found += fitting or [path]
    return tuple(found)


def family_of(pack: str, console: Console) -> Family | None:
    """The rule pack, or None after saying all that is wrong with it."""
    from linter.packs import BrokenPack, load

    try:
        return load(pack)
    except BrokenPack as broken:
        complain_of(broken, pack, console)
        return None


def previous_of(path: str | None, pack: str, family: Family, jobs: int | None = None) -> Previous | None:
    """The reports of the year before at `path`; raises WrongUse where that is no such report and no folder."""
    if path is None:
        return None
    from linter.run.previous import open_previous

    found = open_previous(path, pack, family, jobs)
    if isinstance(found, Message):
        raise WrongUse(found)
    return found


def lint_options(
    year: int | None,
    published: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    family: Family,
) -> LintOptions:
    """How the run differs from the usual one; raises WrongUse for rules that there are not, where none is
    left, and for no day.
    """
    from linter.run.engine import LintOptions

    wanted, unwanted = rule_patterns(select, family), rule_patterns(ignore, family)
    options = LintOptions(year, wanted, unwanted, published=day_of(published))
    if unwanted and not any(options.wants(rule.id) for pack in family.packs for rule in pack.rules):
        raise WrongUse(Message("cli.no-rule-left"))
    return options


def day_of(written: str | None) -> str:
    """The day of publication as given; raises WrongUse where it is no day of the calendar."""
    from linter.text.dates import read_day

    day = read_day(written) if written is not None else None
    if written is not None and (day is None or not day.exists):
        raise WrongUse(Message("cli.no-such-day", {"value": written}))
    return "" if day is None else f"{day.year:04}-{day.month:02}-{day.day:02}"


def complain_of(broken: Exception, pack: str, console: Console) -> None:
    """Says every mistake of a pack at its file, line and column, and how many there are."""
    mistakes = getattr(broken, "mistakes", ())
    for mistake in mistakes:
        console.complain(console.say("cli.mistake", place=str(mistake.place), message=mistake.message))
    if len(mistakes) == 1:
        console.complain(console.say("cli.one-mistake", pack=pack, count=1))
    else:
        console.complain(console.say("cli.mistakes", pack=pack, count=len(mistakes)))


def rule_patterns(given: Sequence[str] | None, family: Family) -> tuple[str, ...]:
    """Ids and patterns of rules as given, several with commas; raises WrongUse for one that fits no rule."""
    from linter.configuration.choosing import patterns_in, stray

    patterns = patterns_in(given or ())
    if (wrong := stray(patterns, family)) is not None:
        raise WrongUse(wrong)
    return patterns


def no_such_rule(rule: str, known: Iterable[str]) -> WrongUse:
    """Says that there is no such rule, and which one there is with an id like it."""
    return WrongUse(unknown("cli.no-such-rule", rule, known))
