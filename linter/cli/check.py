"""`gouji check`: what is wrong with reports, and where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option, declares
from linter.cli.options import (
    BaselinePath,
    ConfigPath,
    ConfiguredPack,
    Force,
    Isolated,
    Jobs,
    OutputPath,
    PreviousPath,
    PublishDate,
    StdinName,
    Year,
    chosen,
    with_wildcards,
)
from linter.model.finding import Severity
from linter.model.message import Message
from linter.model.records import Record

if TYPE_CHECKING:
    from linter.cli.outputs import Output, Reported
    from linter.configuration.planning import Plans
    from linter.run.batch import Batch
    from linter.run.engine import LintOptions

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
    pack: ConfiguredPack = None
    year: Year = None
    previous: PreviousPath = None
    publish_date: PublishDate = None
    select: Annotated[list[str] | None, Option(metavar="RULE", help="cli.check.select")] = None
    ignore: Annotated[list[str] | None, Option(metavar="RULE", help="cli.check.ignore")] = None
    fail_on: Annotated[str | None, Option(metavar="|".join(FAIL_ON), help="cli.check.fail-on")] = None
    strict: Annotated[bool, Option("--strict", help="cli.check.strict")] = False
    verbose: Annotated[bool, Option("--verbose", "-v", help="cli.check.verbose")] = False
    skip_other: Annotated[bool, Option("--skip-other", help="cli.check.skip-other")] = False
    jobs: Jobs = None
    time_limit: Annotated[int | None, Option("--time-limit", metavar="SECONDS", help="cli.check.time-limit", min=1)] = (
        None
    )
    store: Annotated[Path | None, Option("--store", metavar="FILE", help="cli.check.store")] = None
    exclude: Annotated[list[str] | None, Option("--exclude", metavar="PATTERN", help="cli.check.exclude")] = None
    children: Annotated[str | None, Option("--children", metavar="FOLDER", help="cli.check.children")] = None
    expect: Annotated[Path | None, Option("--expect", metavar="FILE", help="cli.check.expect")] = None
    cluster: Annotated[str | None, Option("--cluster", metavar="ADDRESS", help="cli.check.cluster")] = None
    results: Annotated[str | None, Option("--results", metavar="FOLDER", help="cli.check.results")] = None
    statistics: Annotated[bool, Option("--statistics", help="cli.check.statistics")] = False
    stdin_name: StdinName = None
    annotations: Annotated[bool, Option("--annotations/--no-annotations", help="cli.check.annotations")] = True
    changed_since: Annotated[str | None, Option("--changed-since", metavar="REV", help="cli.check.changed-since")] = (
        None
    )
    changed_lines: Annotated[bool, Option("--changed-lines", help="cli.check.changed-lines")] = False
    staged: Annotated[bool, Option("--staged", help="cli.check.staged")] = False
    watch: Annotated[bool, Option("--watch", help="cli.check.watch")] = False
    fix: Annotated[bool, Option("--fix", help="cli.check.fix")] = False
    diff: Annotated[bool, Option("--diff", help="cli.check.diff")] = False
    unsafe_fixes: Annotated[bool, Option("--unsafe-fixes", help="cli.check.unsafe-fixes")] = False
    baseline: BaselinePath = None
    config: ConfigPath = None
    no_config: Isolated = False


@declares(Options)
def check(console: Console, **given: Any) -> int:
    """Checks reports and prints what was found; the exit code says how bad it is."""
    from linter.cli.configured import unless_broken
    from linter.cli.outputs import wanted

    asked = Options(**given)
    if asked.cluster is not None:
        return _on_cluster(asked, console)
    if asked.results is not None:
        raise WrongUse(Message("cluster.results-alone"))
    outputs = wanted(_formats(asked), asked.output, asked.force, os.environ if asked.annotations else {})
    outputs = tuple(output._replace(verbose=asked.verbose) for output in outputs)
    if asked.fail_on is not None:
        asked = asked._replace(fail_on=chosen("--fail-on", asked.fail_on, FAIL_ON))

    def done() -> int:
        code = unless_broken(lambda: _done(asked, outputs, console), console)
        return NOT_CHECKED if code is None else code

    if not asked.watch:
        return done()
    from linter.cli.watching import watch

    return watch(with_wildcards(asked.paths or ["."]), done, console)


def _formats(asked: Options) -> list[str]:
    """The formats that are asked for, by the suffix of the file where they are not."""
    if asked.format is None and asked.output is not None and not asked.statistics:
        from linter.reporters import OF_SUFFIXES

        return [OF_SUFFIXES.get(asked.output.suffix.lower(), "terminal")]
    plain = "statistics" if asked.statistics else "terminal"
    return [plain if name.strip().lower() == "terminal" else name for name in asked.format or [plain]]


_ON_CLUSTERS = frozenset(("paths", "cluster", "results", "pack", "time_limit", "no_config"))
"""The options that have a meaning on a cluster."""


def _on_cluster(asked: Options, console: Console) -> int:
    from linter.cli.clustering import on_cluster

    usual = Options()
    others = [
        f"--{name.replace('_', '-')}"
        for name in Options.__annotations__
        if name not in _ON_CLUSTERS and getattr(asked, name) != getattr(usual, name)
    ]
    paths = asked.paths or ["."]
    return on_cluster(paths, str(asked.cluster), asked.results, asked.pack, asked.time_limit, others, console)


def _done(asked: Options, outputs: Sequence[Output], console: Console) -> int:
    """Shows or makes fixes where these are asked for, checks the files, and writes what was found; the exit code."""
    from linter.cli.configured import batch_of
    from linter.cli.outputs import report

    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        raise WrongUse(Message("fixes.unsafe-alone"))
    planner = _planner(asked, outputs)
    batch = batch_of(planner, with_wildcards(asked.paths or ["."]), asked.jobs, asked.stdin_name)
    batch = _changed(batch._replace(seconds=asked.time_limit, exclude=tuple(asked.exclude or ())), asked)
    if asked.fix or asked.diff:
        from linter.cli.destinations import STDIN
        from linter.cli.fixing import fix_files, show_changes

        if asked.staged:
            raise WrongUse(Message("fixes.not-staged"))
        if STDIN in batch.paths:
            raise WrongUse(Message("fixes.not-standard-input"))
        if asked.diff:
            return FAILED if show_changes(batch, asked.unsafe_fixes, console) else PASSED
        fix_files(batch, asked.unsafe_fixes, console)
    batch = _for_office(asked, batch)
    expect = None if asked.children is not None else asked.expect
    return exit_code(report(outputs, batch, console, asked.store or planner.store, expect))


def _planner(asked: Options, outputs: Sequence[Output]) -> Plans:
    """How files are checked: by what is asked for, and by what the configurations say."""
    from linter.cli.configured import plans

    return plans(
        asked.pack,
        asked.year,
        asked.publish_date,
        asked.previous,
        asked.select,
        asked.ignore,
        _own_options(asked, outputs),
        asked.config,
        asked.no_config,
        asked.fail_on,
        asked.strict,
        asked.jobs,
        asked.baseline,
    )


def _own_options(asked: Options, outputs: Sequence[Output]) -> LintOptions:
    """What no configuration has a say in."""
    from linter.reporters import WITH_FIGURES
    from linter.run.engine import LintOptions

    tables = any(output.format in WITH_FIGURES for output in outputs)
    return LintOptions(skip_other=asked.skip_other, tables=tables)


def _for_office(asked: Options, batch: Batch) -> Batch:
    """The batch held against the reports below its own, where these are named."""
    if asked.children is None:
        return batch
    from linter.cli.reporting import with_children

    return with_children(batch, asked.children, asked.expect)


def _changed(batch: Batch, asked: Options) -> Batch:
    """The batch with the files alone that changed in a repository of git, where these are asked for."""
    if asked.changed_since is None and not asked.staged:
        if asked.changed_lines:
            raise WrongUse(Message("changes.lines-of-what"))
        return batch
    from linter.run.changes import Wrong, changed_since, staged

    if asked.changed_since is not None and asked.staged:
        raise WrongUse(Message("changes.both"))
    try:
        if asked.changed_since is None:
            return batch._replace(items=staged(batch.paths))
        items, in_lines = changed_since(batch.paths, asked.changed_since)
    except Wrong as wrong:
        raise WrongUse(wrong.message) from None
    return batch._replace(items=items, adjust=in_lines if asked.changed_lines else None)


def exit_code(done: Reported) -> int:
    """130 after Ctrl+C; 2 where something could not be checked or written, 1 where something is bad enough to fail the
    run, else 0.
    """
    if done.interrupted:
        return INTERRUPTED
    if done.tally.failed or not done.whole:
        return NOT_CHECKED
    return FAILED if done.tally.fails else PASSED
