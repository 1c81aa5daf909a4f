"""How like two wordings are: the letters that they are apart, and the share that is the same."""

from __future__ import annotations

from functools import lru_cache


def letters_apart(one: str, other: str, limit: int | None = None) -> int:
    """Letters to change between two wordings; where there is a `limit`, at the most one more than that."""
    # One change takes one letter away and brings one.
    if limit is not None and (abs(len(one) - len(other)) > limit or len(_letters(one) ^ _letters(other)) > 2 * limit):
        return limit + 1
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=limit)


@lru_cache(maxsize=1024)
def _letters(words: str) -> frozenset[str]:
    return frozenset(words)


def share_alike(one: str, other: str, at_least: float) -> float:
    """How much of two texts is the same, from 0 to 1; 0 where that is less than `at_least`."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=at_least)
