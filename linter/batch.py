"""Many reports in one run: files, folders and the standard input, in one process or in several."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from linter.engine import LintOptions, lint
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.result import FileResult, RunResult
from linter.packs import load
from linter.walk import Input, expand, no_reports, suffix

MANY = 50
"""From how many files on all cores are used without being asked: below that, starting them costs more than it saves."""

MOST_WORKERS = 61
"""Windows cannot wait for more."""

Progress = Callable[[int, int], None]


class Batch(NamedTuple):
    """What is checked, and with what. `pack` is where the family came from, so that other processes can load it too.

    `jobs` is the number of processes: 0 is one per core, None is as many as are worth while.
    """

    paths: tuple[str, ...]
    pack: str
    family: Family
    options: LintOptions = LintOptions()
    jobs: int | None = None
    stdin_name: str | None = None


def lint_many(batch: Batch, progress: Progress | None = None) -> RunResult:
    """The results for all files, in the order given. `progress` is told (files done, files in all) after each."""
    inputs = expand(batch.paths, batch.stdin_name)
    results: list[FileResult] = []
    for result in _results(batch, inputs):
        results.append(result)
        if progress is not None:
            progress(len(results), len(inputs))
    return RunResult((*results, *_folders_without_reports(inputs, results)))


def workers(jobs: int | None, files: int) -> int:
    """How many processes to use for so many files."""
    cores = os.cpu_count() or 1
    wanted = (cores if files >= MANY else 1) if jobs is None else (jobs or cores)
    return max(1, min(wanted, files, MOST_WORKERS))


def _results(batch: Batch, inputs: Sequence[Input | FileResult]) -> Iterator[FileResult]:
    count = workers(batch.jobs, len(inputs))
    if count == 1:
        return (check(item, batch.family, batch.options) for item in inputs)
    return _in_processes(batch, inputs, count)


def _in_processes(batch: Batch, inputs: Sequence[Input | FileResult], count: int) -> Iterator[FileResult]:
    """The results of a pool of processes. They are spawned, not forked, which is alike on all systems."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    done = 0
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    try:
        work = partial(_check_elsewhere, batch.pack, batch.options)
        chunk = max(1, min(32, len(inputs) // (count * 4)))
        for result in pool.map(work, inputs, chunksize=chunk):
            done += 1
            yield result
    except BrokenProcessPool:
        for item in islice(inputs, done, None):
            yield item if isinstance(item, FileResult) else FileResult(item.name, error=Message("run.process-died"))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_elsewhere(pack: str, options: LintOptions, item: Input | FileResult) -> FileResult:
    return check(item, _family(pack), options)


@cache
def _family(pack: str) -> Family:
    return load(pack)


def check(item: Input | FileResult, family: Family, options: LintOptions) -> FileResult:
    """The result for one input: opens it, and is the only place that does."""
    if isinstance(item, FileResult):
        return item
    source = open_source(item)
    if isinstance(source, Message):
        return FileResult(item.name, error=source)
    return lint(source, family, options, named=item.named)


def open_source(item: Input) -> Source | Message:
    """The bytes of an input, or a message that says why there are none."""
    if item.path is None:
        return Source(item.name, item.data, suffix(item.name) or "txt")
    try:
        return Source(item.name, item.path.read_bytes(), suffix(item.name))
    except FileNotFoundError:
        return Message("run.vanished")
    except PermissionError:
        return Message("run.no-permission")
    except OSError as error:
        return Message("run.unreadable", {"reason": error.strerror or type(error).__name__})


def _folders_without_reports(inputs: Sequence[Input | FileResult], results: Sequence[FileResult]) -> list[FileResult]:
    """An error for each folder that was named and in which nothing was checked, nor failed to be."""
    folders: dict[str, list[FileResult]] = {}
    for item, result in zip(inputs, results, strict=True):
        if isinstance(item, Input) and item.folder is not None:
            folders.setdefault(item.folder, []).append(result)
    return [
        FileResult(folder, error=no_reports(len(met)))
        for folder, met in folders.items()
        if all(result.other for result in met)
    ]
