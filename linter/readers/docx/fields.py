"""Fields of a Word file: an instruction, which is not read, and its result, which is. Both may go over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto

from lxml.etree import _Element

from linter.model.records import Record
from linter.readers.docx.xml import DEL, MOVE_FROM, P, w

_MARK, _TYPE = w("fldChar"), w("fldCharType")
_DELETED = frozenset({DEL, MOVE_FROM})
_CONTENTS = "TOC"  # the instruction of a table of contents, in every language of Word


class _Part(Enum):
    """What a field that has begun gives at this point."""

    INSTRUCTION = auto()
    RESULT = auto()
    CONTENTS = auto()  # a table of contents, which says nothing that the report does not say again


class _Field(Record):
    """A field that has begun. `last` is the number of the paragraph that it ends in."""

    part: _Part
    last: int


def is_contents(instruction: str) -> bool:
    """Whether a field with that instruction is a table of contents."""
    return instruction.split(maxsplit=1)[:1] in ([_CONTENTS], [_CONTENTS.lower()])


class Fields:
    """The fields that reading has come into. One that ends nowhere is at an end with its paragraph."""

    def __init__(self, document: _Element, numbers: Mapping[_Element, int]) -> None:
        """`numbers` has the paragraphs of the document."""
        self._last = dict(_long_fields(document, numbers))
        self._paragraph = 0
        self._begun: list[_Field] = []
        self.silent = 0  # fields of which nothing is to be read at this point

    def enter(self, paragraph: int) -> None:
        """Go on to the paragraph of that number. Fields whose end has been skipped are ended."""
        self._paragraph = paragraph
        while self._begun and self._begun[-1].last < paragraph:
            self._end()

    def mark(self, mark: _Element) -> None:
        """Pass a `w:fldChar`."""
        kind = mark.get(_TYPE)
        if kind == "begin":
            self._begun.append(_Field(_Part.INSTRUCTION, self._last.get(mark, self._paragraph)))
            self.silent += 1
        elif kind == "end" and self._begun:
            self._end()
        elif kind == "separate" and self._begun and self._begun[-1].part is _Part.INSTRUCTION:
            self._begun[-1] = self._begun[-1]._replace(part=_Part.RESULT)
            self.silent -= 1

    def _end(self) -> None:
        self.silent -= self._begun.pop().part is not _Part.RESULT

    def instruction(self, text: str) -> None:
        """Pass a `w:instrText`."""
        if self._begun and self._begun[-1].part is _Part.INSTRUCTION and is_contents(text):
            self._begun[-1] = self._begun[-1]._replace(part=_Part.CONTENTS)


def _long_fields(document: _Element, numbers: Mapping[_Element, int]) -> Iterator[tuple[_Element, int]]:
    """(its first mark, the number of the paragraph that it ends in) for each field that ends in a later paragraph."""
    begun: list[tuple[_Element, int]] = []
    for mark in document.iter(_MARK):
        kind = mark.get(_TYPE)
        if kind == "separate" or next(mark.iterancestors(*_DELETED), None) is not None:
            continue
        number = numbers.get(next(mark.iterancestors(P), mark), 0)
        if kind == "begin":
            begun.append((mark, number))
        elif kind == "end" and begun:
            first, begins = begun.pop()
            if number > begins:
                yield first, number
