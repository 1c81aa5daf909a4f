"""In what order the items of a run begin, and in what order their results are given back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Result = TypeVar("Result")


class Course:
    """In what order items are done: that of their `numbers`, of which none begins so many (`ahead`) after the first
    that is not done. Those that are `lost` are tried again where nothing else can begin.
    """

    def __init__(self, numbers: Sequence[int], ahead: int | None = None) -> None:
        self._numbers, self._ahead = numbers, len(numbers) if ahead is None else ahead
        self._following, self._first = 0, 0
        self._after: set[int] = set()
        self.lost: list[int] = []
        self.asked = False
        """Whether it was asked already if the result of the next item is known."""

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
        self.asked = False
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


def in_order(done: Iterator[tuple[int, Result]]) -> Iterator[tuple[int, Result]]:
    """The same by number, from 0; those that are done early are kept until it is their turn. Where Ctrl+C comes, those
    that are kept come before the KeyboardInterrupt.
    """
    early: dict[int, Result] = {}
    following = 0
    try:
        for number, result in done:
            early[number] = result
            while following in early:
                yield following, early.pop(following)
                following += 1
    except KeyboardInterrupt:
        yield from sorted(early.items(), key=lambda one: one[0])
        raise
