"""How like two wordings are, and “did you mean”: the known word that an unknown one most likely stands for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from linter.model.message import Message
from linter.text.languages import SEARCHED
from linter.text.regex import regex

LONGEST = 100
"""Characters of a word that are compared: the time it takes grows with their square."""

MOST_NAMED = 30
"""Of more known words than this the rest is not listed."""

_ALIKE = 0.6  # of 1: one letter in three may be wrong

_JOINING = regex("|".join((*SEARCHED.joining.and_, *SEARCHED.joining.or_)))
"""Words for which a mark may stand, and each for the others."""


def without_joining(words: str) -> str:
    """`words` without those that only join: two wordings that are equal without them say the same."""
    return _JOINING.sub("", words)


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


def nearest_word(word: str, known: Iterable[str], at_least: float = _ALIKE) -> str | None:
    """The word of `known` that is most like `word`, or None where none is alike by `at_least` (from 0 to 1).

    Case does not count, nor `_` for `-`: these are the differences that typists make most.
    """
    from difflib import get_close_matches

    by_folded = {_folded(candidate): candidate for candidate in known}
    matches = get_close_matches(_folded(word)[:LONGEST], by_folded, n=1, cutoff=at_least)
    return by_folded[matches[0]] if matches else None


def unknown(key: str, word: str, known: Iterable[str]) -> Message:
    """That `word` is none of `known`: the message `key`-near with the nearest where one is near, else `key` with all
    that there are.
    """
    words = tuple(dict.fromkeys(known))
    near = nearest_word(word, words)
    if near is not None:
        return Message(f"{key}-near", {"name": word, "nearest": near})
    return Message(key, {"name": word, "known": words[:MOST_NAMED]})


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-")
