"""Words that a pack names once and its patterns use: `{agency}` stands for the words, or the pattern, of that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from linter.model.records import Record
from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.placed import PlacedList, PlacedMapping
from linter.text.regex import regex

Vocabulary = Mapping[str, str | Sequence[str]]
"""Name → a list of words or phrases, or a pattern as one text. All may use other names."""

RESERVED = ("figure", "year")
"""What kinds put into patterns themselves: a figure with its unit, the year of the report."""

MOST_ALTERNATIVES = 50_000
"""Ways of saying one phrase: with more, nobody can read any longer what it stands for."""
MOST_CHARACTERS = 50_000
"""Of a pattern in which every name is replaced: RE2 takes seconds for longer ones, or refuses them."""

_NAME = regex(r"\{([a-z][a-z-]*)\}")


def names_in(pattern: str) -> tuple[str, ...]:
    """The names that a pattern uses, as often as it does, but for those that the kinds put in."""
    return tuple(name for name in _NAME.findall(pattern) if name not in RESERVED)


def name_alone(text: str) -> str:
    """The name that is all of `text`, or nothing."""
    match = _NAME.fullmatch(text)
    return match[1] if match and match[1] not in RESERVED else ""


def meanings(vocabulary: Vocabulary) -> dict[str, str]:
    """What each name stands for, as a pattern without names. One that leads back to itself is left as it is where it
    does: `check_vocabulary` reports it.
    """
    known: dict[str, str] = {}

    def meaning(name: str) -> str:
        if name not in known:
            known[name] = f"{{{name}}}"
            known[name] = f"(?:{'|'.join(_replaced(part, meaning, vocabulary) for part in _parts(vocabulary[name]))})"
        return known[name]

    return {name: meaning(name) for name in vocabulary if name not in RESERVED}


def _replaced(pattern: str, meaning: Callable[[str], str], vocabulary: Vocabulary) -> str:
    def of(match: re.Match[str]) -> str:
        return meaning(match[1]) if match[1] in vocabulary and match[1] not in RESERVED else match[0]

    return _NAME.sub(of, pattern)


def expand(pattern: str, meanings: Mapping[str, str]) -> str:
    """`pattern` with every name that has a meaning replaced by it."""
    return _NAME.sub(lambda match: meanings.get(match[1], match[0]), pattern)


def words_of(name: str, vocabulary: Vocabulary, above: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a list in the vocabulary, with those of the lists that it names; nothing of what is no list."""
    words = vocabulary.get(name, ())
    if isinstance(words, str) or name in above:
        return ()
    inner = (
        (words_of(name_alone(word), vocabulary, above | {name}) if name_alone(word) else (word,)) for word in words
    )
    return tuple(word for part in inner for word in part)


def _parts(words: str | Sequence[str]) -> Sequence[str]:
    return [words] if isinstance(words, str) else words


class Size(Record):
    """How large a phrase is with every name replaced: in how many ways it can be said (no more than one above the
    most that is allowed), and how many characters it is written with.
    """

    alternatives: int
    characters: int


def _is_too_large(size: Size) -> bool:
    return size.alternatives > MOST_ALTERNATIVES or size.characters > MOST_CHARACTERS


def sizes(vocabulary: Vocabulary) -> dict[str, Size]:
    """How large each entry is, calculated and not written out: phrases of phrases grow fast."""
    known: dict[str, Size] = {}

    def size(name: str) -> Size:
        if name not in known:
            known[name] = Size(1, 0)  # where it leads back to itself
            for part in dict.fromkeys(part for text in _parts(vocabulary[name]) for part in names_in(text)):
                if part in vocabulary:
                    size(part)
            parts = [size_of(part, known) for part in _parts(vocabulary[name])]
            known[name] = Size(sum(part.alternatives for part in parts), sum(part.characters + 1 for part in parts))
        return known[name]

    return {name: size(name) for name in vocabulary}


def size_of(pattern: str, known: Mapping[str, Size]) -> Size:
    """The size of a pattern, given that of the names it uses."""
    inner = [known[name] for name in names_in(pattern) if name in known]
    ways = 1
    for size in inner:
        ways = min(ways * size.alternatives, MOST_ALTERNATIVES + 1)  # how many more does not matter
    return Size(ways, len(pattern) + sum(size.characters for size in inner))


def check_vocabulary(vocabulary: PlacedMapping) -> Iterator[Mistake]:
    """A mistake for every entry that uses a name that is not there, leads back to itself, has a name that is taken, or
    stands for too much.
    """
    of_all = sizes(vocabulary)
    for name, words in vocabulary.items():
        place, size = vocabulary.key_places[name], of_all[name]
        if name in RESERVED:
            yield mistake(place, "word-reserved", name=name)
        for part, at in words.pairs() if isinstance(words, PlacedList) else [(words, vocabulary.places[name])]:
            yield from check_names(part, at, vocabulary)
        if name in _reached(name, vocabulary):
            yield mistake(place, "word-names-itself", name=name)
        elif any(map(_is_too_large, (of_all[one] for one in _reached(name, vocabulary) if one in of_all))):
            continue  # said where it begins
        elif size.alternatives > MOST_ALTERNATIVES:
            yield mistake(place, "word-too-wide", name=name, limit=MOST_ALTERNATIVES)
        elif size.characters > MOST_CHARACTERS:
            yield mistake(place, "word-too-long", name=name, count=size.characters, limit=MOST_CHARACTERS)


def check_names(pattern: str, place: Place, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """A mistake for every name in a pattern that the vocabulary lacks."""
    for name in dict.fromkeys(names_in(pattern)):
        if name not in vocabulary:
            found = mistake(place, "unknown-word", name=name, known=tuple(vocabulary))
            yield with_suggestion(found, name, vocabulary)


def _reached(name: str, vocabulary: Vocabulary) -> set[str]:
    """All names that the meaning of a name comes to use."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        parts = _parts(vocabulary.get(waiting.pop(), ()))
        found = {inner for part in parts for inner in names_in(part)} - reached
        reached |= found
        waiting.extend(found)
    return reached
