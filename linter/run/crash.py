"""A mistake of the program itself, kept from taking everything else with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeVar

from linter.model.message import Message
from linter.model.records import Record

T = TypeVar("T")

DEBUG = "GOUJI_DEBUG"
"""The variable that asks for the traceback of a mistake, on the standard error; other processes inherit it."""


class Crash(Record):
    """A mistake of the program, not of the report: the type of the exception."""

    exception: str

    @property
    def of_file(self) -> Message:
        """That nothing came of the file at hand, and what to do."""
        if self.exception == MemoryError.__name__:
            return Message("run.too-much-memory")
        return Message("run.crashed-file", {"exception": self.exception})


def attempt(work: Callable[[], T]) -> T | Crash:
    """What `work` gives back, or a `Crash`.

    The only place that catches everything but Ctrl+C, so that nobody meets a traceback and other results are kept.
    """
    try:
        return work()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        if os.environ.get(DEBUG) and sys.stderr is not None:
            from traceback import print_exception

            print_exception(error)
        return Crash(type(error).__name__)
