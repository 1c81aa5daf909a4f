"""Work on many files in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from linter.model.pack import Family
from linter.packs import load

MANY = 50
"""From how many files on all cores are used without being asked: below that, starting them costs more than it saves."""

MOST_WORKERS = 61
"""Windows cannot wait for more."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def workers(jobs: int | None, files: int) -> int:
    """How many processes to use for so many files: `jobs` 0 is one per core, None as many as are worth while."""
    cores = os.cpu_count() or 1
    wanted = (cores if files >= MANY else 1) if jobs is None else (jobs or cores)
    return max(1, min(wanted, files, MOST_WORKERS))


def in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], count: int, died: Callable[[Item], Result]
) -> Iterator[Result]:
    """What `work` gives for each item, in order, from `count` processes; `died` speaks for items that killed them.

    They are spawned, not forked, which is alike on all systems; so `work` has to be one that can be sent to them.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    done = 0
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    try:
        chunk = max(1, min(32, len(items) // (count * 4)))
        for result in pool.map(work, items, chunksize=chunk):
            done += 1
            yield result
    except BrokenProcessPool:
        for item in islice(items, done, None):
            yield died(item)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def family_in_process(pack: str) -> Family:
    """The family, loaded once in each process."""
    return load(pack)
