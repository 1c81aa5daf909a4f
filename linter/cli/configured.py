"""How the files of a command are checked, and what is said where a configuration or a pack is broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from linter.cli.console import Console, WrongUse
from linter.cli.options import complain_of, day_of
from linter.configuration.choosing import patterns_in
from linter.configuration.planning import Plans
from linter.configuration.resolving import Asked, Unusable
from linter.configuration.settings import BrokenConfiguration
from linter.packs import BrokenPack
from linter.run.batch import Batch
from linter.run.engine import LintOptions
from linter.run.plans import Plan
from linter.run.processes import family_in_process
from linter.run.walk import STDIN

T = TypeVar("T")


def plans(
    pack: str | None,
    year: int | None,
    published: str | None,
    previous: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    options: LintOptions,
    config: Path | None,
    isolated: bool,
    fail_on: str | None = None,
    strict: bool = False,
    jobs: int | None = None,
    baseline: Path | None = None,
) -> Plans:
    """What the options of a command ask for. `options` holds what no configuration has a say in."""
    return Plans(
        Asked(
            pack,
            year,
            day_of(published),
            previous,
            patterns_in(select or ()),
            patterns_in(ignore or ()),
            fail_on,
            strict,
            options,
            jobs,
            config,
            isolated,
            baseline,
        )
    )


def first_plan(plans: Plans, paths: Sequence[str], stdin_name: str | None) -> Plan:
    """The plan of what is named first, by which the command line is judged: of a folder, that of files in it."""
    path = paths[0]
    if path == STDIN:
        return plans.for_file(Path(stdin_name or STDIN))
    return plans.for_folder(Path(path)) if Path(path).is_dir() else plans.for_file(Path(path))


def batch_of(plans: Plans, paths: Sequence[str], jobs: int | None, stdin_name: str | None) -> Batch:
    """The files of a command, each to be checked by its own plan."""
    first = first_plan(plans, paths, stdin_name)
    family = family_in_process(first.pack)
    return Batch(tuple(paths), first.pack, family, first.options, jobs, stdin_name, first.previous, planner=plans)


def unless_broken(work: Callable[[], T], console: Console) -> T | None:
    """What `work` gives back; None after saying all that is wrong with a configuration or a pack. Raises WrongUse."""
    try:
        return work()
    except Unusable as unusable:
        raise WrongUse(unusable.message) from None
    except BrokenConfiguration as broken:
        for mistake in broken.mistakes:
            console.complain(console.say("cli.mistake", place=str(mistake.place), message=mistake.message))
        key = "config.broken-once" if len(broken.mistakes) == 1 else "config.broken"
        console.complain(console.say(key, file=broken.file, count=len(broken.mistakes)))
    except BrokenPack as broken_pack:
        complain_of(broken_pack, broken_pack.reference, console)
    return None
