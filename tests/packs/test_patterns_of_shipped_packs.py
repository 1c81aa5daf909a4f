"""The patterns of the shipped packs: each fits on a line, and no list of words stands in two of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.packs import shipped_root

LONGEST = 120  # characters of a pattern
SHORTEST = 4  # words that are a list, and not a turn of phrase
FOR_PEOPLE = ("tests", "title", "source", "explanation", "message", "advice")
NO_PATTERNS = (
    "check",
    "equals",
    "min",
    "max",
    "when",
    "in",
    "only",
    "tables",
    "cells",
    "requires",
    "forms",
    "agencies",
)


def texts(value: Any, path: str = "", seen: set[int] | None = None) -> Iterator[tuple[str, str]]:
    """Every text of a rule or a vocabulary that may be a pattern or word, with the keys that lead to it; what an alias
    points at, once.
    """
    seen = set() if seen is None else seen
    if isinstance(value, Mapping | list) and (id(value) in seen or seen.add(id(value))):
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in FOR_PEOPLE + NO_PATTERNS:
                yield from texts(inner, f"{path}.{key}", seen)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, f"{path}.{inner.get('id', index)}" if isinstance(inner, Mapping) else path, seen)
    elif isinstance(value, str):
        yield path, value


FILES = {path.relative_to(shipped_root()).as_posix(): path for path in sorted(shipped_root().rglob("*.yaml"))}
LOADED = {name: YAML(typ="safe").load(path) for name, path in FILES.items()}


def patterns(name: str) -> Iterator[tuple[str, str]]:
    """The texts of a file that may be patterns: of its vocabulary, of how it recognises reports, and of its rules."""
    for key in ("vocabulary", "titles", "marks", "facts", "agencies", "rules"):
        yield from texts(LOADED[name].get(key, ()), f"{key}:")


@pytest.mark.parametrize("name", FILES)
def test_no_pattern_is_longer_than_a_line(name: str) -> None:
    assert {path: len(text) for path, text in patterns(name) if len(text) > LONGEST} == {}


WORD = r"[^()|\[\]{}?*+^$.\\]+"
LIST = re.compile(rf"{WORD}(?:\|{WORD}){{{SHORTEST - 1},}}")


def lists(pack: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists of words in the files of a pack: alternatives in a pattern, and lists under one key."""
    for name in (name for name in FILES if name.split("/")[0] == pack):
        together: dict[str, set[str]] = defaultdict(set)
        for path, text in patterns(name):
            yield from ((f"{name} {path}", frozenset(found[0].split("|"))) for found in LIST.finditer(text))
            if re.fullmatch(WORD, text):
                together[path].add(text)
        yield from ((f"{name} {path}", frozenset(words)) for path, words in together.items() if len(words) >= SHORTEST)


@pytest.mark.parametrize("pack", sorted({name.split("/")[0] for name in FILES}))
def test_no_list_of_words_stands_twice(pack: str) -> None:
    """Nor does one that was the same and has drifted: no two lists share more than half of what is in either."""
    found = list(lists(pack))
    twice = [
        f"{here}, {there}: {'|'.join(sorted(words & others))}"
        for index, (here, words) in enumerate(found)
        for there, others in found[:index]
        if 2 * len(words & others) > len(words | others)
    ]
    assert twice == []
