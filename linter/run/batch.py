"""Many reports in one run: files, folders and the standard input, in one process or in several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from typing import Generic, TypeVar

from linter.model.below import Below
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.result import Checked, Failed, Head, Result, RuleText, RunResult, Skipped
from linter.run.course import in_order
from linter.run.crash import Crash, attempt
from linter.run.engine import LintOptions, lint
from linter.run.interrupts import heeded
from linter.run.pairing import FindPrevious
from linter.run.plans import Plan, Planner, planned
from linter.run.previous import Previous, finder
from linter.run.processes import AHEAD, Workers, family_in_process, workers
from linter.run.remembering import Made, Memory
from linter.run.walk import Input, expand, is_risky, no_reports, open_source
from linter.run.worker import Limits

Progress = Callable[[int, int], None]

Finished = TypeVar("Finished")
"""What is made of the result for a file, to be written or counted."""


class Batch(Record):
    """What is checked, and with what. `pack` is where the family came from, so that other processes can load it too.

    `jobs` is the number of processes: 0 is one per core, None is as many as are worth while. `previous` holds the
    reports of the year before. `seconds` is what a file may take in place of the usual limit, `exclude` what is left
    out of folders.
    `adjust` makes of each result what is reported: a record that can be called, and be sent to other processes.
    `below` are the reports that those of the batch are to be the sums of, and `notes` says what was met before it.
    `planner` says which files are checked otherwise than the rest. `items` are files at hand, in place of those at the
    paths.
    """

    paths: tuple[str, ...]
    pack: str
    family: Family
    options: LintOptions = LintOptions()
    jobs: int | None = None
    stdin_name: str | None = None
    previous: Previous | None = None
    seconds: float | None = None
    exclude: tuple[str, ...] = ()
    adjust: Callable[[Result], Result] | None = None
    planner: Planner | None = None
    items: tuple[Input, ...] | None = None
    below: Below | None = None
    notes: tuple[Message, ...] = ()

    @property
    def plan(self) -> Plan:
        """That of files that are checked like the rest."""
        return Plan(self.pack, self.options, self.previous)


def lint_each(
    batch: Batch,
    inputs: Sequence[Input | Failed],
    finish: Callable[[Result], Finished],
    ordered: bool = True,
    memory: Memory[Finished] | None = None,
) -> Generator[Finished, None, None]:
    """What `finish` makes of the result for each file, in the order of the `inputs` or else as they are done. It is
    called where the file is checked, mostly in another process, so that no result is kept or sent. What is in the
    `memory` is not done again, and what is done goes there at once. Raises KeyboardInterrupt after what was done when
    Ctrl+C came.
    """
    folders = _Folders()
    plans, items = planned(batch.plan, batch.planner, inputs)
    plans = tuple(plan._replace(options=plan.options._replace(below=batch.below)) for plan in plans)
    with closing(
        _results(batch, items, _Work(plans, batch.adjust, finish, memory is not None), ordered, memory)
    ) as found:
        for number, made in found:
            folders.met(inputs[number], made.skipped)
            yield made.finished
    yield from map(finish, folders.without_reports())


def lint_many(batch: Batch, progress: Progress | None = None) -> RunResult:
    """The results for all files, in the order given; where Ctrl+C comes, those that are there by then. `progress` is
    called with (files done, files in all) after each.
    """
    inputs = expand(batch.paths, batch.stdin_name, batch.exclude)
    results: list[Result] = []
    try:
        with closing(lint_each(batch, inputs, _as_it_is)) as found:
            for result in found:
                results.append(result)
                if progress is not None:
                    progress(min(len(results), len(inputs)), len(inputs))
    except KeyboardInterrupt:
        return RunResult(tuple(results), interrupted=len(inputs))
    return RunResult(tuple(results))


def _as_it_is(result: Result) -> Result:
    return result


class RuleTexts:
    """Gives the rules that reports are checked by, for the id of their pack: those that a plan does not leave out.
    It can be sent to other processes.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.plans = [(plan.pack, plan.options) for plan in plans]

    def __call__(self, id: str) -> tuple[RuleText, ...]:
        texts = {
            rule.id: RuleText(rule.id, rule.title, rule.severity, rule.source, rule.explanation, rule.needs_previous)
            for name, options in self.plans
            for pack in family_in_process(name).packs
            if pack.id == id
            for rule in map(options.weighed, pack.rules)
            if options.wants(rule.id)
        }
        return tuple(texts.values())


class _Work(Generic[Finished]):
    """What a process does with a file: it checks it by its plan, lets the batch adjust the result, and finishes it.
    Where a memory waits for it (`remembered`), what was made comes with the digest of what was read.
    """

    def __init__(
        self,
        plans: tuple[Plan, ...],
        adjust: Callable[[Result], Result] | None,
        finish: Callable[[Result], Finished],
        remembered: bool,
    ) -> None:
        self.plans, self.adjust, self.finish, self.remembered = plans, adjust, finish, remembered

    def __call__(self, item: Input | Failed) -> Made:
        """The same in another process, which loads the pack for itself."""
        pack, _, previous = self.plans[0 if isinstance(item, Failed) else item.plan]
        family = family_in_process(pack)
        return self.made(item, family, finder(previous, family) if previous else None)

    def made(self, item: Input | Failed, family: Family, find: FindPrevious | None) -> Made:
        """What comes of a file."""
        if isinstance(item, Failed):
            return self.done(item)
        source = opened(item)
        if isinstance(source, Failed):
            return self.done(source)
        made = self.done(checked(source, item.named, family, self.plans[item.plan].options, find))
        return made._replace(content=sha256(source.data).digest()) if self.remembered else made

    def done(self, result: Result) -> Made:
        """What comes of a result."""
        result = result if self.adjust is None else self.adjust(result)
        return Made(isinstance(result, Skipped), self.finish(result))

    def lost(self, item: Input | Failed, reason: Message) -> Made:
        """What comes of a file that no process came through with."""
        return self.done(item if isinstance(item, Failed) else Failed(Head(item.name), reason))


def _results(
    batch: Batch,
    inputs: Sequence[Input | Failed],
    work: _Work[Finished],
    ordered: bool,
    memory: Memory[Finished] | None,
) -> Generator[tuple[int, Made], None, None]:
    """Numbers and what was made: from several processes, or from this one, which only lets another read what is risky
    or must not take long. All that is new is remembered before it is given back.
    """
    known = None if memory is None else memory.known
    count = workers(batch.jobs, len(inputs))
    limits = Limits() if batch.seconds is None else Limits(seconds=batch.seconds)
    with Workers(work, count, work.lost, limits, known) as elsewhere:
        if count > 1 or batch.seconds is not None:
            found = elsewhere.as_done(inputs, AHEAD if ordered else None)
        else:
            found = _in_this_process(batch, inputs, work, elsewhere)
        found = found if memory is None else memory.keeping(found, inputs)
        yield from in_order(found) if ordered else found


def _in_this_process(
    batch: Batch, inputs: Sequence[Input | Failed], work: _Work[Finished], elsewhere: Workers[Input | Failed, Made]
) -> Iterator[tuple[int, Made]]:
    ways = [_way(plan, batch) for plan in work.plans]
    for number, item in enumerate(inputs):
        with heeded():
            made = elsewhere.known(item)
            if made is None and not is_risky(item):
                made = work.made(item, *ways[0 if isinstance(item, Failed) else item.plan])
        yield number, elsewhere.one(item) if made is None else made


def _way(plan: Plan, batch: Batch) -> tuple[Family, FindPrevious | None]:
    """The family of a plan, and what finds last year's reports for it, in this process."""
    family = batch.family if plan.pack == batch.pack else family_in_process(plan.pack)
    return family, finder(plan.previous, family, plan.pack) if plan.previous else None


def opened(item: Input) -> Source | Failed:
    """What is to be read of an input, or why there is nothing."""
    source = attempt(lambda: open_source(item))
    if isinstance(source, Crash):
        return Failed(Head(item.name), source.of_file)
    return Failed(Head(item.name), source) if isinstance(source, Message) else source


def checked(
    source: Source, named: bool, family: Family, options: LintOptions, find: FindPrevious | None = None
) -> Result:
    """The result for what was read of an input that was `named` or met; `find` finds the report of the year before."""
    result = lint(source, family, options, named=named, previous=find)
    return result.without_document() if isinstance(result, Checked) else result


class _Folders:
    """How many files were met in each folder that was named, while all of them were skipped."""

    def __init__(self) -> None:
        self._met: dict[str, int | None] = {}

    def met(self, item: Input | Failed, skipped: bool) -> None:
        """Note what became of a file."""
        if isinstance(item, Input) and item.folder is not None:
            before = self._met.get(item.folder, 0)
            self._met[item.folder] = before + 1 if skipped and before is not None else None

    def without_reports(self) -> Iterator[Failed]:
        """An error for each folder in which nothing was checked, nor failed to be."""
        for folder, met in self._met.items():
            if met is not None:
                yield Failed(Head(folder), no_reports(met))
