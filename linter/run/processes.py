"""Work on many items in child processes, any of which may die, hang or run out of memory without harm to the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from time import monotonic
from types import TracebackType
from typing import Any, Generic, TypeVar

from linter.confinement import OUT_OF_MEMORY, interrupts_held
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.packs import load
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
    ) -> None:
        self._work, self._count, self._lost = work, count, lost
        self._limits = limits or Limits()
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Workers[Item, Result]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *self._busy):
            worker.kill()
        self._idle, self._busy = [], []

    def one(self, item: Item) -> Result:
        """What comes of one item."""
        ((_, result),) = self.as_done((item,))
        return result

    def in_order(self, items: Sequence[Item]) -> Iterator[Result]:
        """The results in the order of the items; those that are done early are kept until it is their turn, and only so
        many of them. Where Ctrl+C comes, those that are kept come before the KeyboardInterrupt.
        """
        early: dict[int, Result] = {}
        following = 0
        try:
            for number, result in self.as_done(items, AHEAD):
                early[number] = result
                while following in early:
                    yield early.pop(following)
                    following += 1
        except KeyboardInterrupt:
            yield from (early[number] for number in sorted(early))
            raise

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
            while course.open and self._idle:
                self._give(self._idle.pop(), course, items)
            starting = sum(worker.number is None for worker in self._busy)
            if starting < course.open and len(self._busy) < count:
                self._busy.append(_Worker(self._work, self._limits))
            for worker in _heard_of(self._busy):
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


class Course:
    """In what order items are done: that of their `numbers`, of which none begins so many (`ahead`) after the first
    that is not done. Those that are `lost` are tried again where nothing else can begin.
    """

    def __init__(self, numbers: Sequence[int], ahead: int | None = None) -> None:
        self._numbers, self._ahead = numbers, len(numbers) if ahead is None else ahead
        self._following, self._first = 0, 0
        self._after: set[int] = set()
        self.lost: list[int] = []

    @property
    def ended(self) -> bool:
        """Whether every item has begun, and none is to be tried again."""
        return self._following == len(self._numbers) and not self.lost

    @property
    def open(self) -> int:
        """How many items may begin now."""
        return min(len(self._numbers), self._first + self._ahead) - self._following

    @property
    def next(self) -> int:
        """The number of the item that begins next."""
        return self._numbers[self._following]

    def take(self) -> int:
        """Begin the next item."""
        self._following += 1
        return self._numbers[self._following - 1]

    def done(self, number: int) -> None:
        """Note that an item of a whole run is done."""
        self._after.add(number)
        while self._first in self._after:
            self._after.remove(self._first)
            self._first += 1

    def take_lost(self) -> list[int]:
        """Those that are to be tried again, in their order."""
        lost, self.lost = sorted(self.lost), []
        return lost


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

    def kill(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _heard_of(busy: Sequence[_Worker]) -> list[_Worker]:
    """Those who have said something, or have no time left, as soon as there are any."""
    from multiprocessing.connection import wait

    pipes = [worker.pipe for worker in busy]
    until = min(worker.until for worker in busy)
    while True:
        with heeded():
            ready = wait(pipes, max(min(until - monotonic(), GLANCE), 0))
        now = monotonic()
        heard = [worker for worker in busy if worker.pipe in ready or worker.until <= now]
        if heard:
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
