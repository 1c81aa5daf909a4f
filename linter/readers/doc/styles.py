"""The styles of a Word 97–2003 file ([MS-DOC] 2.9.271): what paragraphs and characters have without saying so."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.records import Record
from linter.readers.doc.sprms import Sprm, sprms

MOST_STYLES = 4095
"""Styles that a file may have: the format has room for no more."""

_PARAGRAPH, _CHARACTER = 1, 2
_CONTENTS = range(19, 28)  # the built-in styles of the lines of a table of contents, in every language of Word
_HEADINGS = range(1, 10)
_BODY = 9
_DEEPEST = 50


class Style(Record):
    """`level` is 1 and more for headings; `list_number` counts the file's uses of lists from 1, 0 for none."""

    level: int = 0
    list_number: int = 0
    list_level: int = 0
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    contents: bool = False

    def with_properties(self, stored: bytes) -> Style:
        """The style changed by what is stored in a paragraph, or in a style that rests on this one."""
        style = self
        for code, operand in sprms(stored):
            if code == Sprm.OUTLINE:
                style = style._replace(level=operand[0] + 1 if operand[0] < _BODY else 0)
            elif code == Sprm.LIST:
                style = style._replace(list_number=int.from_bytes(operand, "little"))
            elif code == Sprm.LIST_LEVEL:
                style = style._replace(list_level=operand[0])
            elif code == Sprm.HIDDEN:
                style = style._replace(hidden=switched(operand[0], style.hidden))
            elif code == Sprm.STRUCK:
                style = style._replace(struck=switched(operand[0], style.struck))
            elif code == Sprm.VERTICAL:
                style = style._replace(raised=operand[0] in (1, 2))
        return style


PLAIN = Style()


def switched(stored: int, before: bool) -> bool:
    """A property that is stored as off, on, as the style has it, or as the style has it not."""
    return before ^ bool(stored & 1) if stored & 0x80 else bool(stored)


class _Stored(Record):
    """A style as stored: `built_in` is its number among Word's own."""

    built_in: int
    base: int
    properties: bytes


class Styles:
    """The styles by number, resolved when they are asked for. What is damaged is as if it were not there."""

    def __init__(self, stored: bytes) -> None:
        self._stored: Mapping[int, _Stored] = _stored_styles(stored)
        self._known: dict[int, Style] = {}

    def of(self, number: int) -> Style:
        """The style with that number; plain where there is none."""
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: int) -> Style:
        chain: list[_Stored] = []
        while (stored := self._stored.get(number)) is not None and len(chain) < _DEEPEST:
            chain.append(stored)
            number = stored.base
        style = PLAIN
        for stored in reversed(chain):
            if stored.built_in in _HEADINGS:
                style = style._replace(level=stored.built_in)
            style = style.with_properties(stored.properties)._replace(contents=stored.built_in in _CONTENTS)
        return style


def _stored_styles(stored: bytes) -> dict[int, _Stored]:
    head = int.from_bytes(stored[:2], "little")
    count = min(int.from_bytes(stored[2:4], "little"), MOST_STYLES)
    fixed = int.from_bytes(stored[4:6], "little")
    found: dict[int, _Stored] = {}
    at = 2 + head
    for number in range(count):
        size = int.from_bytes(stored[at : at + 2], "little")
        if size:
            found[number] = _stored_style(stored[at + 2 : at + 2 + size], fixed)
        at += 2 + size
    return found


def _stored_style(stored: bytes, fixed: int) -> _Stored:
    """One style; `fixed` is how long the part is that each has, before its name."""
    words = [int.from_bytes(stored[at : at + 2], "little") for at in (0, 2, 4)]
    kind, base, groups = words[1] & 0xF, words[1] >> 4, words[2] & 0xF
    at = fixed + 2 * int.from_bytes(stored[fixed : fixed + 2], "little") + 4
    properties = b""
    for index in range(groups if kind in (_PARAGRAPH, _CHARACTER) else 0):
        at += at % 2
        size = int.from_bytes(stored[at : at + 2], "little")
        group = stored[at + 2 : at + 2 + size]
        properties += group[2:] if kind == _PARAGRAPH and index == 0 else group
        at += 2 + size
    return _Stored(words[0] & 0xFFF, base, properties)
