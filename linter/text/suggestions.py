"""“Did you mean”: the known word that an unknown one most likely stands for."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.message import Message

LONGEST = 100
"""Characters of a word that are compared: the time it takes grows with their square."""

MOST_NAMED = 30
"""Of more known words than this the rest is not listed."""

_ALIKE = 0.6  # of 1: one letter in three may be wrong


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
