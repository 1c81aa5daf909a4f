"""The heaviest chain: which of many possible pairings keep the order of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_chain(pairs: Sequence[tuple[int, int, int]], positions: int) -> set[int]:
    """Indexes of the `(line, position, weight)` pairs of greatest total weight that increase strictly in both.

    `pairs` are sorted by line; `positions` is one more than the greatest position. Takes pairs × positions steps,
    and a single pass where the pairs are in order already.
    """
    if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs)):
        return set(range(len(pairs)))
    best = [0] * positions
    tail = [-1] * positions
    before: list[int] = []
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end][0] == pairs[start][0]:
            end += 1
        gains = []
        for index in range(start, end):
            _, position, weight = pairs[index]
            previous = max(range(position), key=best.__getitem__, default=-1)
            gain = weight + (best[previous] if previous >= 0 else 0)
            before.append(tail[previous] if previous >= 0 else -1)
            gains.append((position, gain, index))
        for position, gain, index in gains:
            if gain > best[position]:
                best[position], tail[position] = gain, index
        start = end
    chosen: set[int] = set()
    index = tail[max(range(positions), key=best.__getitem__)]
    while index >= 0:
        chosen.add(index)
        index = before[index]
    return chosen
