"""The confined processes of the desk: jobs wait in a line, the most urgent first, and are done a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import Any

from linter.model.message import Message
from linter.run.processes import Workers

AT_ONCE = 2
"""Processes that check; one more draws pages, so that these need not wait."""


class Pool:
    """Threads, each with a process of its own, that do `work` on jobs. Whoever hands one in gets a future of the loop
    that runs; one that is cancelled before its turn is not done. A job that is lost twice gives its `Message`.
    """

    def __init__(self, work: Callable[[Any], Any], processes: int = AT_ONCE) -> None:
        self._waiting: PriorityQueue[tuple[int, int, Any]] = PriorityQueue()
        self._numbers = count()
        self._workers = [Workers(work, 1, _lost) for _ in range(processes)]
        self._threads = [Thread(target=self._serve, args=(one,), daemon=True) for one in self._workers]
        for thread in self._threads:
            thread.start()

    def hand_in(self, job: object, urgency: int = 1, begun: Callable[[], None] | None = None) -> asyncio.Future[Any]:
        """The future of what comes of `job`; jobs of urgency 0 go first. `begun` is called in the loop at its turn."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()
        self._waiting.put((urgency, next(self._numbers), (job, future, loop, begun)))
        return future

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.stop()
        for _ in self._threads:
            self._waiting.put((-1, next(self._numbers), None))
        for thread in self._threads:
            thread.join(2)

    def _serve(self, workers: Workers[Any, Any]) -> None:
        with workers:
            while (entry := self._waiting.get()[2]) is not None:
                job, future, loop, begun = entry
                if future.cancelled():
                    continue
                if begun is not None:
                    _call(loop, begun)
                _call(loop, _settle, future, workers.one(job))
                del job, future, entry  # a draft is not kept until the next one comes


def _call(loop: asyncio.AbstractEventLoop, function: Callable[..., None], *values: object) -> None:
    """Call a function in the loop, unless that has ended."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(function, *values)


def _settle(future: asyncio.Future[Any], result: object) -> None:
    if not future.done():
        future.set_result(result)


def _lost(job: object, reason: Message) -> Message:  # noqa: ARG001, a lost job gives its reason alone
    return reason
