"""`gouji check`: what is wrong with reports, and where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from linter.cli.console import Console
from linter.cli.declared import Argument, Option, declares
from linter.cli.options import (
    DEFAULT_PACK,
    Force,
    Jobs,
    OutputPath,
    PackName,
    PreviousPath,
    PublishDate,
    StdinName,
    Year,
    chosen,
    family_of,
    lint_options,
    previous_of,
)
from linter.model.finding import Severity
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.tally import Tally

if TYPE_CHECKING:
    from linter.run.batch import Batch

PASSED, FAILED, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 130
NEVER = "never"
FAIL_ON = (*(severity.value for severity in Severity), NEVER)


class Options(Record):
    """What can be asked for on the command line."""

    paths: Annotated[list[str] | None, Argument(metavar="[PATH]...", help="cli.check.paths")] = None
    format: Annotated[list[str] | None, Option("--format", "-f", help="cli.check.format", metavar="FORMAT[=FILE]")] = (
        None
    )
    output: OutputPath = None
    force: Force = False
    pack: PackName = DEFAULT_PACK
    year: Year = None
    previous: PreviousPath = None
    publish_date: PublishDate = None
    select: Annotated[list[str] | None, Option(metavar="RULE", help="cli.check.select")] = None
    ignore: Annotated[list[str] | None, Option(metavar="RULE", help="cli.check.ignore")] = None
    fail_on: Annotated[str, Option(metavar="|".join(FAIL_ON), help="cli.check.fail-on")] = "error"
    strict: Annotated[bool, Option("--strict", help="cli.check.strict")] = False
    skip_other: Annotated[bool, Option("--skip-other", help="cli.check.skip-other")] = False
    jobs: Jobs = None
    time_limit: Annotated[int | None, Option("--time-limit", metavar="SECONDS", help="cli.check.time-limit", min=1)] = (
        None
    )
    store: Annotated[Path | None, Option("--store", metavar="FILE", help="cli.check.store")] = None
    stdin_name: StdinName = None
    annotations: Annotated[bool, Option("--annotations/--no-annotations", help="cli.check.annotations")] = True


@declares(Options)
def check(console: Console, **given: Any) -> int:
    """Checks reports and prints what was found; the exit code says how bad it is."""
    from linter.cli.outputs import report, wanted

    asked = Options(**given)
    outputs = wanted(asked.format or ["terminal"], asked.output, asked.force, os.environ if asked.annotations else {})
    chosen("--fail-on", asked.fail_on, FAIL_ON)
    family = family_of(asked.pack, console)
    if family is None:
        return NOT_CHECKED
    severity = None if asked.fail_on == NEVER else Severity(asked.fail_on)
    reported = report(outputs, _batch(asked, family), console, severity, asked.store)
    if reported.interrupted:
        return INTERRUPTED
    return exit_code(reported.tally, severity, asked.strict) if reported.whole else NOT_CHECKED


def _batch(asked: Options, family: Family) -> Batch:
    from linter.run.batch import Batch

    options = lint_options(asked.year, asked.publish_date, asked.select, asked.ignore, family)
    return Batch(
        tuple(asked.paths or ["."]),
        asked.pack,
        family,
        options._replace(skip_other=asked.skip_other),
        asked.jobs,
        asked.stdin_name,
        previous_of(asked.previous, asked.pack, family, asked.jobs),
        asked.time_limit,
    )


def exit_code(run: Tally, fail_on: Severity | None, strict: bool) -> int:
    """2 where something could not be checked, 1 where something is as bad as `fail_on`, else 0."""
    if run.failed:
        return NOT_CHECKED
    bad = () if fail_on is None else tuple(Severity)[: fail_on.rank + 1]
    found = any(run.count(severity) for severity in bad)
    return FAILED if found or (strict and run.undecided) else PASSED
