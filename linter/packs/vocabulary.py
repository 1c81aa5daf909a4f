"""Words that a pack names once and its patterns use: `{agency}` stands for the words, or the pattern, of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.placed import PlacedMapping
from linter.text.regex import regex

Vocabulary = Mapping[str, str | Sequence[str]]
"""Name → a list of words, or a pattern as one text. Both may use other names."""

_NAME = regex(r"\{([a-z][a-z-]*)\}")


def expand(pattern: str, vocabulary: Vocabulary) -> str:
    """`pattern` with every name replaced by what it stands for. A name that is not there, or that stands within its own
    meaning, is left as it is: `check_vocabulary` reports it.
    """

    def meaning(match: re.Match[str]) -> str:
        name = match[1]
        if name not in vocabulary:
            return match[0]
        others = {other: words for other, words in vocabulary.items() if other != name}
        return f"(?:{'|'.join(expand(part, others) for part in _parts(vocabulary[name]))})"

    return _NAME.sub(meaning, pattern)


def _parts(words: str | Sequence[str]) -> Sequence[str]:
    return [words] if isinstance(words, str) else words


def check_vocabulary(data: PlacedMapping) -> Iterator[Mistake]:
    """A mistake for every name in the vocabulary or in the titles that leads nowhere, or back to itself."""
    vocabulary: PlacedMapping = data.get("vocabulary", PlacedMapping(data.place))
    for name, words in vocabulary.items():
        place = vocabulary.key_places[name]
        for part in _parts(words):
            yield from _unknown(part, place, vocabulary)
        if name in _reached(name, vocabulary):
            yield mistake(place, "word-names-itself", name=name)
    for title in data.get("titles", ()):
        yield from _unknown(title.get("pattern", ""), title.places.get("pattern", title.place), vocabulary)


def _unknown(pattern: str, place: Place, vocabulary: Vocabulary) -> Iterator[Mistake]:
    for name in dict.fromkeys(_NAME.findall(pattern)):
        if name not in vocabulary:
            found = mistake(place, "unknown-word", name=name, known=tuple(vocabulary))
            yield with_suggestion(found, name, vocabulary)


def _reached(name: str, vocabulary: Vocabulary) -> set[str]:
    """All names that the meaning of a name comes to use."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        parts = _parts(vocabulary.get(waiting.pop(), ()))
        found = {inner for part in parts for inner in _NAME.findall(part)} - reached
        reached |= found
        waiting.extend(found)
    return reached
