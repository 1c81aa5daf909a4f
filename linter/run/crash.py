"""A mistake of the program itself, kept from taking everything else with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from linter.model.message import Message
from linter.model.records import Record

T = TypeVar("T")


class Crash(Record):
    """A mistake of the program, not of the report: the type of the exception."""

    exception: str

    @property
    def of_file(self) -> Message:
        """That nothing came of the file at hand, and what to do."""
        return Message("run.crashed-file", {"exception": self.exception})


def attempt(work: Callable[[], T]) -> T | Crash:
    """What `work` gives back, or a `Crash`.

    The only place that catches everything, so that nobody meets a traceback and other results are kept.
    """
    try:
        return work()
    except Exception as error:
        return Crash(type(error).__name__)
