"""Many reports in one run: files, folders and the standard input, in one process or in several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial

from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.result import Checked, Failed, Head, Result, RuleText, RunResult, Skipped
from linter.run.crash import Crash, attempt
from linter.run.engine import LintOptions, lint
from linter.run.pairing import FindPrevious
from linter.run.previous import Previous, finder
from linter.run.processes import Workers, family_in_process, workers
from linter.run.walk import Input, expand, is_risky, no_reports, open_source

Progress = Callable[[int, int], None]


class Batch(Record):
    """What is checked, and with what. `pack` is where the family came from, so that other processes can load it too.

    `jobs` is the number of processes: 0 is one per core, None is as many as are worth while. `previous` holds the
    reports of the year before.
    """

    paths: tuple[str, ...]
    pack: str
    family: Family
    options: LintOptions = LintOptions()
    jobs: int | None = None
    stdin_name: str | None = None
    previous: Previous | None = None


def lint_many(batch: Batch, progress: Progress | None = None) -> RunResult:
    """The results for all files, in the order given; where Ctrl+C comes, those that are there by then. `progress` is
    called with (files done, files in all) after each.
    """
    inputs = expand(batch.paths, batch.stdin_name)
    results: list[Result] = []
    try:
        with closing(_results(batch, inputs)) as found:
            for result in found:
                results.append(result)
                if progress is not None:
                    progress(len(results), len(inputs))
    except KeyboardInterrupt:
        return RunResult(tuple(results), interrupted=len(inputs))
    return RunResult((*results, *_folders_without_reports(inputs, results)))


def with_rules(result: RunResult, batch: Batch) -> RunResult:
    """The same, with the rules that its reports were checked by: those that the options did not leave out."""
    used = {file.head.pack for file in result.checked}
    rules = {
        pack.id: tuple(
            RuleText(rule.id, rule.title, rule.severity, rule.source, rule.explanation, rule.needs_previous)
            for rule in pack.rules
            if batch.options.wants(rule.id)
        )
        for pack in batch.family.packs
        if pack.id in used
    }
    return result._replace(rules=rules)


def _results(batch: Batch, inputs: Sequence[Input | Failed]) -> Generator[Result, None, None]:
    """The results in order: from several processes, or from this one, which only lets another read what is risky."""
    count = workers(batch.jobs, len(inputs))
    with Workers(partial(_check_elsewhere, batch.pack, batch.options, batch.previous), count, _lost) as elsewhere:
        if count > 1:
            yield from elsewhere.in_order(inputs)
            return
        find = finder(batch.previous, batch.family, batch.pack) if batch.previous else None
        for item in inputs:
            yield elsewhere.one(item) if is_risky(item) else check(item, batch.family, batch.options, find)


def _lost(item: Input | Failed, reason: Message) -> Failed:
    return item if isinstance(item, Failed) else Failed(Head(item.name), reason)


def _check_elsewhere(pack: str, options: LintOptions, previous: Previous | None, item: Input | Failed) -> Result:
    family = family_in_process(pack)
    return check(item, family, options, finder(previous, family) if previous else None)


def check(item: Input | Failed, family: Family, options: LintOptions, find: FindPrevious | None = None) -> Result:
    """The result for one input, without what was read of it; `find` finds the report of the year before."""
    if isinstance(item, Failed):
        return item
    source = attempt(lambda: open_source(item))
    if isinstance(source, Crash):
        return Failed(Head(item.name), source.of_file)
    if isinstance(source, Message):
        return Failed(Head(item.name), source)
    result = lint(source, family, options, named=item.named, previous=find)
    return result.without_document() if isinstance(result, Checked) else result


def _folders_without_reports(inputs: Sequence[Input | Failed], results: Sequence[Result]) -> list[Failed]:
    """An error for each folder that was named and in which nothing was checked, nor failed to be."""
    folders: dict[str, list[Result]] = {}
    for item, result in zip(inputs, results, strict=True):
        if isinstance(item, Input) and item.folder is not None:
            folders.setdefault(item.folder, []).append(result)
    return [
        Failed(Head(folder), no_reports(len(met)))
        for folder, met in folders.items()
        if all(isinstance(result, Skipped) for result in met)
    ]
