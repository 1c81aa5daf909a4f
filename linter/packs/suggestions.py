"""“Did you mean”: the nearest known word."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.message import Message
from linter.packs.mistakes import Mistake


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word of `known` that `word` is most likely to stand for, or None where none is near."""
    from difflib import get_close_matches

    by_folded = {folded(candidate): candidate for candidate in known}
    matches = get_close_matches(folded(word)[:100], by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def folded(word: str) -> str:
    """`word` without the differences that typists make most: case, and `-` for `_`."""
    return word.casefold().replace("_", "-")


def with_suggestion(found: Mistake, word: str, known: Iterable[str]) -> Mistake:
    """`found`, with a question whether the nearest known word was meant, if one is near."""
    suggestion = nearest(word, known)
    if suggestion is None:
        return found
    message = Message("pack.did-you-mean", {"message": found.message, "suggestion": suggestion})
    return Mistake(found.file, found.line, found.column, message)
