"""Mistakes in a pack, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.message import Message, Value
from linter.model.records import Record
from linter.text.likeness import nearest_word


class Place(Record):
    """A place in a pack: the file (or folder) as it was reached, line and column from 1; 0 where there is none."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Mistake(Record):
    """One thing that is wrong with a pack. `line` and `column` are 0 where the file or folder as a whole is meant."""

    file: str
    line: int
    column: int
    message: Message

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


class BrokenPack(Exception):
    """A pack that cannot be used, with all of its mistakes in the order of files and lines, and how it was named."""

    def __init__(self, mistakes: Iterable[Mistake], reference: str = "") -> None:
        self.mistakes, self.reference = in_order(mistakes), reference
        super().__init__("\n".join(f"{mistake.place} {mistake.message.key}" for mistake in self.mistakes))


def mistake(place: Place, key: str, /, **values: Value) -> Mistake:
    """The mistake at `place` with the catalogue's text `pack.<key>`."""
    return Mistake(place.file, place.line, place.column, Message(f"pack.{key}", values))


def with_suggestion(found: Mistake, word: str, known: Iterable[str]) -> Mistake:
    """`found`, with a question whether the nearest known word was meant, if one is near."""
    near = nearest_word(word, known)
    if near is None:
        return found
    return found._replace(message=Message("pack.did-you-mean", {"message": found.message, "suggestion": near}))


def in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """The mistakes sorted by place, each said once however many members of a family met it."""
    by_place: dict[Place, list[Mistake]] = {}
    for found in sorted(mistakes, key=lambda one: one.place):
        there = by_place.setdefault(found.place, [])
        if not any(_says(found) == _says(other) for other in there):
            there.append(found)
    return tuple(found for there in by_place.values() for found in there)


def _says(found: Mistake) -> tuple[str, dict[str, Value]]:
    """What is wrong, without what may differ from member to member: the suggestion and the names that there are."""
    message = found.message
    inner = message.values.get("message")
    if isinstance(inner, Message):
        message = inner
    return message.key, {name: value for name, value in message.values.items() if name != "known"}
