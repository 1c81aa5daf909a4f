"""Work on many items in child processes, any of which may die, hang or run out of memory without harm to the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from time import monotonic
from types import TracebackType
from typing import Any, Generic, TypeVar

from linter.confinement import OUT_OF_MEMORY, interrupts_held
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.packs import load
from linter.run.course import Course, in_order
from linter.run.crash import Crash
from linter.run.interrupts import heeded
from linter.run.worker import OUT_OF_TIME, Done, Limits

MANY = 50
"""From how many files on all cores are used without being asked: below that, starting them costs more than it saves."""

AHEAD = 1000
"""So many results at most wait in a run for one before them that takes long."""

GLANCE = 0.5
"""Seconds at most that are waited at a time: Windows tells of no Ctrl+C before a wait is over."""

MOST_WORKERS = 61
"""Windows cannot wait for more."""

STARTING = 60
"""Seconds that a process may take until it is ready; it takes less than one."""

MOST_FALSE_STARTS = 3
"""So many processes in a row that do not even begin, and it is given up."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class Loss(Record):
    """Why nothing came of an item."""

    reason: Message


def workers(jobs: int | None, files: int) -> int:
    """How many processes to use for so many files: `jobs` 0 is one per core, None as many as are worth while."""
    cores = os.cpu_count() or 1
    wanted = (cores if files >= MANY else 1) if jobs is None else (jobs or cores)
    return max(1, min(wanted, files, MOST_WORKERS))


class Workers(Generic[Item, Result]):
    """Processes that do `work`, which has to be something that can be sent to them; they are started when there is
    something to do, and ended with the `with` statement.

    Each has one item at a time. Where one dies or takes too long, its item is tried once more when no other can begin,
    in a process of its own while no other works; what is lost then too is given to `lost`, with the reason, which makes
    a result of it. They are spawned, not forked, which is alike on all systems.
    """

    def __init__(
        self,
        work: Callable[[Item], Result],
        count: int,
        lost: Callable[[Item, Message], Result],
        limits: Limits | None = None,
        known: Callable[[Item], Result | None] | None = None,
    ) -> None:
        """`known` gives the result of an item that needs no work, or None."""
        self._work, self._count, self._lost, self._known = work, count, lost, known
        self._limits = limits or Limits()
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._false_starts = 0
        self._stopped = False

    def __enter__(self) -> Workers[Item, Result]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *self._busy):
            worker.kill()
        self._idle, self._busy = [], []

    def stop(self) -> None:
        """End all processes from another thread: what they are at is lost, and nothing is tried again."""
        self._stopped = True
        for worker in (*self._idle, *self._busy):
            worker.end()

    def one(self, item: Item) -> Result:
        """What comes of one item."""
        ((_, result),) = self.as_done((item,))
        return result

    def in_order(self, items: Sequence[Item]) -> Iterator[Result]:
        """The results in the order of the items."""
        return (result for _, result in in_order(self.as_done(items, AHEAD)))

    def known(self, item: Item) -> Result | None:
        """The result of an item that needs no work, else None."""
        return None if self._known is None else self._known(item)

    def as_done(self, items: Sequence[Item], ahead: int | None = None) -> Iterator[tuple[int, Result]]:
        """(number of the item, its result) as they are done: none begins so many (`ahead`) after the first that is not
        done.
        """
        course = Course(range(len(items)), ahead)
        while not course.ended:
            for number, result in self._results(items, course, self._count):
                if isinstance(result, Loss):
                    course.lost.append(number)
                else:
                    course.done(number)
                    yield number, result
            for number in course.take_lost():
                idle, self._idle = self._idle, []
                ((_, result),) = self._results(items, Course((number,)), 1)
                self._idle += idle
                course.done(number)
                yield number, self._lost(items[number], result.reason) if isinstance(result, Loss) else result

    def _results(self, items: Sequence[Item], course: Course, count: int) -> Iterator[tuple[int, Any]]:
        while course.open or any(worker.number is not None for worker in self._busy):
            if self._false_starts >= MOST_FALSE_STARTS:
                while course.open:
                    yield course.take(), Loss(Message("run.no-process"))
                return
            while self._stopped and course.open:
                yield course.take(), Loss(Message("run.no-process"))
            result = self._known_result(items, course)
            if result is not None:
                yield course.take(), result
                yield from self._said(0)
                continue
            while course.open and self._idle and (course.asked or self._known is None):
                self._give(self._idle.pop(), course, items)
            starting = sum(worker.number is None for worker in self._busy)
            for _ in range(min(course.open - starting, count - len(self._busy))):
                self._busy.append(_Worker(self._work, self._limits))
                if self._stopped:
                    self._busy[-1].end()
            yield from self._said(None)

    def _known_result(self, items: Sequence[Item], course: Course) -> Result | None:
        """The result of the next item, where that is known without work. It is asked once for each."""
        if self._known is None or course.asked or not course.open:
            return None
        course.asked = True
        return self._known(items[course.next])

    def _said(self, seconds: float | None) -> Iterator[tuple[int, Any]]:
        """What those at work have said when any has, or after so many seconds."""
        for worker in _heard_of(self._busy, seconds) if self._busy else ():
            yield from self._heard(worker)

    def _give(self, worker: _Worker, course: Course, items: Sequence[Item]) -> None:
        """Send an item to a worker; where that has died in the meantime, the item goes on waiting."""
        if worker.take(course.next, items[course.next]):
            course.take()
            self._busy.append(worker)

    def _heard(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        """What a worker, or its end, has given."""
        number, said = worker.number, worker.said()
        self._busy.remove(worker)
        if isinstance(said, Loss):
            worker.kill()
            self._false_starts += number is None
            if number is not None:
                yield number, said
            return
        self._false_starts = 0
        worker.number = None
        if isinstance(said, Done) and said.last:
            worker.kill()
        else:
            self._idle.append(worker)
        if isinstance(said, Done) and number is not None:
            yield number, Loss(said.result.of_file) if isinstance(said.result, Crash) else said.result


class _Worker:
    """A process, and the number of the item that it is at; None while it starts, and between two items."""

    def __init__(self, work: Callable[[Any], Any], limits: Limits) -> None:
        from multiprocessing import get_context

        from linter.run.worker import serve

        context = get_context("spawn")
        self._limits = limits
        self.number: int | None = None
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, work, limits))
        with interrupts_held():
            self._process.start()
        theirs.close()
        self.until = monotonic() + STARTING

    def take(self, number: int, item: object) -> bool:
        """Whether the process could be sent an item."""
        try:
            self.pipe.send(item)
        except OSError:
            self.kill()
            return False
        self.number, self.until = number, monotonic() + self._limits.seconds
        return True

    def said(self) -> Any:
        """What the process has said, or why it does not."""
        if not self.pipe.poll():
            return Loss(_reason(OUT_OF_TIME))
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            self._process.join(1)
            return Loss(_reason(self._process.exitcode))

    def end(self) -> None:
        """Have the process end, if it has not, and leave it to be heard of."""
        with suppress(ValueError):
            self._process.kill()

    def kill(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _heard_of(busy: Sequence[_Worker], seconds: float | None = None) -> list[_Worker]:
    """Those who have said something, or have no time left, as soon as there are any, or after so many seconds."""
    from multiprocessing.connection import wait

    pipes = [worker.pipe for worker in busy]
    until = min(worker.until for worker in busy)
    if seconds is not None:
        until = min(until, monotonic() + seconds)
    while True:
        with heeded():
            ready = wait(pipes, max(min(until - monotonic(), GLANCE), 0))
        now = monotonic()
        heard = [worker for worker in busy if worker.pipe in ready or worker.until <= now]
        if heard or (seconds is not None and now >= until):
            return heard


def _reason(exit_code: int | None) -> Message:
    """Why a process has ended that was at work."""
    if exit_code == OUT_OF_MEMORY:
        return Message("run.too-much-memory")
    if exit_code == OUT_OF_TIME:
        return Message("run.hung")
    return Message("run.process-died")


@cache
def family_in_process(pack: str) -> Family:
    """The family, loaded once in each process."""
    return load(pack)
