"""How much figures say for a sum that holds in them, in bits: how unlikely it is that it holds by accident.

A row that is nearly always 0 fits many sums. What its figures say is how improbable they are where rows have the same
share of zeros and columns the same share of figures: a figure where one is rare counts for much, and a 0 where nearly
all are 0 for next to nothing. A sum is borne out where that is improbable by a thousand times the number of sums tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, log2

MARGIN = 10.0
"""Bits beyond the number of sums tried: one in a thousand would hold by accident."""

MOST = 20.0
"""Bits that one figure says at the most: a single long figure is no proof."""

Vector = Sequence[Decimal]


def densities(vectors: Sequence[Vector]) -> list[float]:
    """The share of the vectors with a figure other than zero at each place, compared with the mean of all places."""
    shares = [sum(map(bool, values)) / len(vectors) for values in zip(*vectors, strict=True)]
    mean = sum(shares) / max(len(shares), 1)
    return [share / mean if mean else 0.0 for share in shares]


def bits(vector: Vector, dense: Sequence[float]) -> float:
    """What the figures of a vector say, given how dense its places are."""
    share = sum(map(bool, vector)) / max(len(vector), 1)
    likely = [min(max(share * density, 0.02), 0.98) for density in dense]
    pairs = list(zip(vector, likely, strict=True)) if share else []
    filled = sum(min(_size(value) - log2(chance), MOST) for value, chance in pairs if value)
    return filled - sum(log2(1 - chance) for value, chance in pairs if not value and chance > 0.02)


def _size(value: Decimal) -> float:
    """The bits of a figure's digits: 0.25 has as many as 25."""
    digits = "".join(map(str, value.normalize().as_tuple().digits))
    return log2(int(digits) or 1)


def needed(tried: int) -> float:
    """The bits that a sum needs where so many were tried."""
    return log2(max(tried, 1)) + MARGIN


def more_reports(said: float, wanted: float, reports: int) -> int:
    """How many more reports like these it takes until as much is said."""
    if said >= wanted:
        return 0
    return ceil((wanted - said) / (said / reports)) if said > 0 else reports
