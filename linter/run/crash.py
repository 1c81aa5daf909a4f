"""A mistake of the program itself, kept from taking everything else with it."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Crash(NamedTuple):
    """A mistake of the program, not of the report: the type of the exception."""

    exception: str


def attempt(work: Callable[[], T]) -> T | Crash:
    """What `work` gives back, or a `Crash`.

    The only place that catches everything, so that nobody meets a traceback and other results are kept.
    """
    try:
        return work()
    except Exception as error:
        return Crash(type(error).__name__)
