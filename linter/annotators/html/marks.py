"""Signs at the places of findings, and which places each finding has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.annotators.html.markup import element, text
from linter.language import show
from linter.model.finding import Finding, Severity
from linter.model.records import Record
from linter.model.span import Location, Span
from linter.presentation.marks import marked
from linter.presentation.remarks import Remark, remark
from linter.presentation.words import say

SIGNS: Mapping[Severity, str] = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.INFO: "●"}
"""A shape for each severity, so that no reader depends on colour."""

LONGEST_WORDS = 60
"""Characters of a paragraph that are marked as words. Where a place is longer, the paragraph is marked as a whole."""


class Note(Record):
    """A finding as the page shows it: its number from 1, its words, and its places, the first of them the main one.

    `names` are those of the cells at the places, where they are cells; `outstanding` says which of the places are what
    is wrong, and not only other figures of its sum.
    """

    number: int
    finding: Finding
    remark: Remark
    places: tuple[Location, ...]
    names: tuple[str, ...]
    outstanding: tuple[bool, ...]

    @property
    def id(self) -> str:
        return f"finding-{self.number}"

    def place_id(self, index: int) -> str:
        return f"place-{self.number}" if index == 0 else f"place-{self.number}-{index + 1}"

    @property
    def sign(self) -> str:
        return f"{SIGNS[self.remark.severity]}{self.number}"


class Mark(Record):
    """One place of a note, `which` counts them from 0."""

    note: Note
    which: int

    @property
    def place(self) -> Location:
        return self.note.places[self.which]

    @property
    def stands_out(self) -> bool:
        return self.note.outstanding[self.which]

    def drawn(self, language: str) -> str:
        """The sign that stands at the place and leads to the note."""
        note = self.note
        label = say(language, "annotate.number", word=note.remark.word, number=note.number)
        return element(
            "a",
            text(note.sign),
            class_=f"sign {note.remark.severity.value}" + ("" if self.stands_out else " aside"),
            id=note.place_id(self.which),
            href=f"#{note.id}",
            aria_label=f"{label} {note.remark.headline}",
        )


Marks = Mapping[Location, Sequence[Mark]]
"""The marks by the texts that they stand in."""


def notes_of(findings: Sequence[Finding], language: str) -> tuple[Note, ...]:
    """The findings, numbered in their order, with the places that they are about: the cells, or else where it says."""
    notes = []
    for number, finding in enumerate(findings, 1):
        found: dict[Location, tuple[str, bool]] = {}
        for place in marked(finding):
            name = show(place.name, language) if place.name is not None else ""
            found.setdefault(_marked(place.span), (name, place.stands_out))
        names, outstanding = zip(*found.values(), strict=True)
        notes.append(Note(number, finding, remark(finding, language), tuple(found), names, outstanding))
    return tuple(notes)


def _marked(span: Span) -> Location:
    """What is marked of a text: a few words of a paragraph, else the paragraph or the cell as a whole."""
    at = span.at
    return at if at.row < 0 and 0 < at.length <= LONGEST_WORDS else at.whole


def marks_of(notes: Sequence[Note]) -> Marks:
    """The marks at each spot of the document, in the order of the notes."""
    marks: dict[Location, list[Mark]] = {}
    for note in notes:
        for index, place in enumerate(note.places):
            marks.setdefault(place.whole, []).append(Mark(note, index))
    return marks


def worst(marks: Sequence[Mark]) -> str:
    """What a place with these marks is coloured for: the severity, with `aside` where none of them stands out there;
    empty without marks.
    """
    outstanding = [mark for mark in marks if mark.stands_out]
    severities = [mark.note.remark.severity for mark in outstanding or marks]
    if not severities:
        return ""
    return min(severities, key=lambda one: one.rank).value + ("" if outstanding else " aside")


def marked_text(value: str, marks: Sequence[Mark], language: str) -> str:
    """A text with its signs: words that are meant are marked and followed by their sign; what is about the whole text
    stands before it. Marks that would overlap stand before it too.
    """
    before = [mark for mark in marks if not mark.place.length]
    parts: list[str] = []
    end = 0
    for mark in sorted((mark for mark in marks if mark.place.length), key=lambda mark: mark.place.offset):
        start, length = mark.place.offset, mark.place.length
        if start < end:
            before.append(mark)
            continue
        words = element("mark", text(value[start : start + length]), class_=mark.note.remark.severity.value)
        parts += [text(value[end:start]), words, mark.drawn(language)]
        end = start + length
    before.sort(key=lambda mark: mark.note.number)
    return "".join(mark.drawn(language) for mark in before) + "".join(parts) + text(value[end:])
