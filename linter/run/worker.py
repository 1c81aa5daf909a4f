"""The work of a child process: one item after the other, each within its time, until nobody sends any more."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.model.records import Record
from linter.run.crash import DEBUG, Crash, attempt

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

OUT_OF_TIME = 1
"""The exit code of a process that was caught in an item."""


class Limits(Record):
    """What an item may take: seconds, and megabytes of memory beyond what a process has before it begins.

    A process is replaced after so many items, or once it has had `renew_megabytes`.
    """

    seconds: float = 60
    megabytes: int = 220
    renew_items: int = 2000
    renew_megabytes: int = 200


GRACE = 5
"""Seconds after its time in which the parent ends a process, before that ends by itself."""


class Done(Record):
    """What came of an item; `last` says that the process has ended with it."""

    result: Any
    last: bool


def serve(pipe: Connection, work: Callable[[Any], Any], limits: Limits) -> None:
    """Take items out of `pipe` and put what came of them into it, a `Done` each; an empty message at first says that
    the process is ready. Only a traceback that was asked for is said on the standard error.
    """
    import signal

    from linter.confinement import MEGABYTE, die_with_parent, limit_memory, memory_used

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not os.environ.get(DEBUG):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    die_with_parent()
    limit_memory(limits.megabytes)
    with suppress(EOFError, OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        pipe.send(None)
        for number in range(1, limits.renew_items + 1):
            item = pipe.recv()
            # It watches from outside Python, and so ends a process too that is caught in a library.
            faulthandler.dump_traceback_later(limits.seconds + GRACE, exit=True, file=nowhere)
            result = attempt(partial(work, item))
            faulthandler.cancel_dump_traceback_later()
            last = number == limits.renew_items or memory_used() > limits.renew_megabytes * MEGABYTE
            if isinstance(attempt(partial(pipe.send, Done(result, last))), Crash) or last:
                return
            del item, result  # nothing of a draft is kept until the next one comes
