"""Ids for what has labels: words of an expression, each once."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from typing import TypeVar

from linter.language.table_words import NOTE, NUMBER
from linter.text.regex import regex
from linter.text.widths import folded

LONGEST = 40
LONGEST_CHINESE = 14
TAKEN = frozenset((*keyword.kwlist, "previous"))
"""Words that mean something in an expression."""

_PARTS = regex(r"[a-z0-9]+|[\u3400-\u9fff]+")
_NOTE = regex(NOTE)
_NUMBER = regex(NUMBER)
_APOSTROPHE = regex(r"['’]")
_FILLERS = frozenset({"the", "of", "a", "an", "and", "at", "in", "to", "for"})
Thing = TypeVar("Thing")


def id_of(label: str) -> str:
    """A word for a label: its own words in snake_case, Chinese ones as they are. Empty where there are none."""
    plain = _APOSTROPHE.sub("", folded(label).casefold())
    plain = _NUMBER.sub("", plain) or plain
    words = _PARTS.findall(_NOTE.sub("", plain) or plain)
    if len(words) > 4:
        words = [word for word in words if word not in _FILLERS] or words
    word = ""
    for part in words:
        joined = f"{word}_{part}" if word and part.isascii() and word[-1].isascii() else word + part
        if len(joined) > LONGEST and word:
            break
        word = joined
    word = word[: LONGEST if word.isascii() else LONGEST_CHINESE].strip("_")
    return f"n{word}" if word[:1].isdigit() else word


def ids_of(labels: Iterable[tuple[Thing, str]], taken: Iterable[str] = (), other: str = "item") -> dict[Thing, str]:
    """An id for each thing with a label, all different and none of those taken."""
    used = {*taken, *TAKEN}
    named: dict[Thing, str] = {}
    for thing, label in labels:
        word = id_of(label) or other
        id, number = word, 2
        while id in used:
            id, number = f"{word}_{number}", number + 1
        used.add(id)
        named[thing] = id
    return named


def kebab(id: str) -> str:
    """An id for a rule, where it has none but Latin letters; else empty."""
    return id.replace("_", "-") if id.isascii() else ""
