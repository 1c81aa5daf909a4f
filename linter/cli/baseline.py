"""`gouji baseline`: the findings there are today, so that a run fails for new ones alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option, declares
from linter.cli.destinations import Destination
from linter.cli.options import ConfigPath, ConfiguredPack, Force, Isolated, Jobs, PreviousPath
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Checked, Result
from linter.model.tally import Brief, brief

if TYPE_CHECKING:
    from linter.acceptance.baseline import Baseline, Known
    from linter.configuration.planning import Plans

WRITTEN, NOT_WRITTEN, INTERRUPTED = 0, 2, 130
DEFAULT = ".gouji-baseline.json"
"""The baseline where neither the command line nor the configuration names one."""


class Options(Record):
    """What can be asked for on the command line."""

    paths: Annotated[list[str] | None, Argument(metavar="[PATH]...", help="cli.check.paths")] = None
    baseline: Annotated[Path | None, Option("--baseline", help="cli.baseline.file", metavar="FILE")] = None
    force: Force = False
    pack: ConfiguredPack = None
    previous: PreviousPath = None
    jobs: Jobs = None
    config: ConfigPath = None
    no_config: Isolated = False


class Found(Record):
    """What a baseline keeps of a file, None of one that could not be checked; and its words."""

    file: Brief
    known: Mapping[str, Known] | None


@declares(Options)
def write(console: Console, **given: Any) -> int:
    """Writes all findings that no comment and no waiver accepts."""
    return _done(Options(**given), False, console)


@declares(Options)
def prune(console: Console, **given: Any) -> int:
    """Takes out what is no longer found in files that are checked, and files that are gone. Nothing comes in."""
    return _done(Options(**given), True, console)


def _done(asked: Options, pruning: bool, console: Console) -> int:
    from linter.cli.configured import batch_of, plans, unless_broken
    from linter.cli.running import Run
    from linter.run.engine import LintOptions

    options = LintOptions()
    planner = plans(
        asked.pack, None, None, asked.previous, None, None, options, asked.config, asked.no_config, jobs=asked.jobs
    )
    planner.with_baselines = False

    def kept() -> int:
        run = Run(batch_of(planner, asked.paths or ["."], asked.jobs, None), console)
        file = _target(asked, planner)
        before = _before(file) if pruning else {}
        found = list(run.lines(_found, lambda one: one.file))
        failed = [one for one in found if one.file.error is not None]
        if failed and not pruning and file.is_file() and not asked.force:
            before = _before(file)
        for one in failed:
            if one.file.error is not None:
                console.complain(console.say("cli.file-error", path=one.file.path, message=one.file.error))
        if run.interrupted():
            return INTERRUPTED
        if all(one.known is None for one in found):
            raise WrongUse(Message("baseline.nothing-checked", {"path": str(file)}))
        baseline = _pruned(before, found, file) if pruning else _new(found, file, before)
        _write(file, baseline, asked.force or pruning, (*run.read(),), console)
        return NOT_WRITTEN if run.tally.failed else WRITTEN

    code = unless_broken(kept, console)
    return NOT_WRITTEN if code is None else code


def _target(asked: Options, planner: Plans) -> Path:
    return asked.baseline or planner.baseline or Path(DEFAULT)


def _found(result: Result) -> Found:
    from linter.acceptance.baseline import of_findings
    from linter.model.tally import SETTINGS

    if not isinstance(result, Checked) or result.head.format == SETTINGS:
        return Found(brief(result), None)
    return Found(brief(result), of_findings(result.findings))


def _before(file: Path) -> Baseline:
    from linter.acceptance.baseline import WrongBaseline, read_baseline
    from linter.formats.opening import contents, reason

    try:
        return read_baseline(contents(file))
    except WrongBaseline as wrong:
        raise WrongUse(wrong.message._replace(values={**wrong.message.values, "path": str(file)})) from None
    except OSError as error:
        about = {"path": str(file), "reason": reason(error)}
        raise WrongUse(Message("baseline.unreadable", about)) from None


def _new(found: list[Found], file: Path, before: Baseline) -> Baseline:
    """What was found; of files that could not be checked, what the baseline had `before`."""
    unread = {_name(one, file) for one in found if one.file.error is not None}
    kept = {name: known for name, known in before.items() if name in unread}
    return {**kept, **{_name(one, file): one.known for one in found if one.known}}


def _pruned(before: Baseline, found: list[Found], file: Path) -> Baseline:
    now = {_name(one, file): one.known for one in found if one.known is not None}
    left: dict[str, Mapping[str, Known]] = {}
    for name, known in before.items():
        if name not in now:
            left |= {name: known} if (file.parent / name).exists() else {}
            continue
        there = now[name]
        left[name] = {
            id: one._replace(times=min(one.times, there[id].times))
            for id, one in known.items()
            if id in there and there[id].values == one.values
        }
    return left


def _name(one: Found, file: Path) -> str:
    from linter.acceptance.ledger import name_from

    return name_from(str(file.parent.absolute()), one.file.path)


def _write(file: Path, baseline: Baseline, force: bool, read: tuple[str, ...], console: Console) -> None:
    from linter.acceptance.baseline import is_baseline, write_baseline

    others = tuple(name for name in read if Path(name).absolute() != file.absolute())
    Destination(file, force, is_baseline).write(write_baseline(baseline), others)
    count = sum(one.times for known in baseline.values() for one in known.values())
    console.write(console.say("baseline.written", path=str(file), count=count, files=len(baseline)) + "\n")
