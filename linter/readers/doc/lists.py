"""Automatic numbers of a Word 97–2003 file ([MS-DOC] 2.4.6.3), as the numbering part of a .docx file says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from xml.sax.saxutils import quoteattr

from linter.readers.doc.bytes import Part, Unsure, u16, u32
from linter.readers.doc.pieces import whole

MOST_LISTS = 4_000
"""Lists, and uses of lists, that a file may have. The reports have some ten."""

_LIST, _USE, _LEVEL, _OVERRIDE = 28, 16, 28, 8
_LEVELS = 9
_SIMPLE, _LEGAL, _NO_RESTART = 1, 4, 8
_STARTS, _FORMATS = 16, 32
_LONGEST = 100
_NAMES = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText"),
    *("hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth"),
    *("decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle"),
    *("decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung"),
    *("decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese"),
    *("ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional"),
    *("taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital"),
    *("chineseCounting", "chineseLegalSimplified", "chineseCountingThousand"),
)
"""Formats of numbers in the order of their codes ([MS-OSHARED] 2.2.1.3)."""


def numbering_xml(table: bytes, lists: Part, uses: Part) -> str:
    """The content of a numbering part: lists by their ids, and uses of them, which count from 1.

    What is damaged is left out, with all that follows it.
    """
    return "".join(chain(_until_damaged(_lists(table, lists)), _until_damaged(_uses(table, uses))))


def _until_damaged(parts: Iterator[str]) -> Iterator[str]:
    try:
        yield from parts
    except Unsure:
        return


def _lists(table: bytes, part: Part) -> Iterator[str]:
    """The lists; their levels stand after all of them, which the length of the part does not count."""
    if not part.length:
        return
    count = min(u16(table, part.start), MOST_LISTS)
    heads = part.start + 2
    at = heads + _LIST * count
    for head in range(heads, at, _LIST):
        id = u32(table, head)
        simple = u16(table, head + 26) & _SIMPLE
        levels = ""
        for level in range(1 if simple else _LEVELS):
            xml, at = _level(table, at, level)
            levels += xml
        yield f'<w:abstractNum w:abstractNumId="{id}">{levels}</w:abstractNum>'


def _uses(table: bytes, part: Part) -> Iterator[str]:
    if not part.length:
        return
    count = min(u32(table, part.start), MOST_LISTS)
    heads = part.start + 4
    at = heads + _USE * count
    for number in range(count):
        head = heads + _USE * number
        id, overrides = u32(table, head), u16(table, head + 12) & 0xFF
        at += 4
        changes = ""
        for _ in range(min(overrides, _LEVELS)):
            xml, at = _changed_level(table, at)
            changes += xml
        yield f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{id}"/>{changes}</w:num>'


def _changed_level(table: bytes, at: int) -> tuple[str, int]:
    """A level of a list that one use of it has otherwise, and where the next one stands."""
    start, flags = u32(table, at), u32(table, at + 4)
    at += _OVERRIDE
    level = flags & 0xF
    xml = f'<w:startOverride w:val="{start}"/>' if flags & _STARTS else ""
    if flags & _FORMATS:
        own, at = _level(table, at, level)
        xml += own
    return f'<w:lvlOverride w:ilvl="{level}">{xml}</w:lvlOverride>', at


def _level(table: bytes, at: int, level: int) -> tuple[str, int]:
    """A level of a list, and where what follows it stands."""
    start, kind = u32(table, at), u16(table, at + 4)
    sizes, below = u16(table, at + 24), u16(table, at + 26) & 0xFF
    code, flags = kind & 0xFF, kind >> 8
    at += _LEVEL + (sizes & 0xFF) + (sizes >> 8)
    length = u16(table, at)
    text = table[at + 2 : at + 2 + 2 * min(length, _LONGEST)].decode("utf-16-le", "replace")
    properties: Mapping[str, str] = {
        "start": str(start),
        "numFmt": _NAMES[code] if code < len(_NAMES) else "none",
        "lvlText": "".join(_shown(character) for character in whole(text)),
        **({"lvlRestart": str(below)} if flags & _NO_RESTART else {}),
        **({"isLgl": "1"} if flags & _LEGAL else {}),
    }
    xml = "".join(f"<w:{name} w:val={quoteattr(value)}/>" for name, value in properties.items())
    return f'<w:lvl w:ilvl="{level}">{xml}</w:lvl>', at + 2 + 2 * length


def _shown(character: str) -> str:
    """A character of a level's text; the counts of levels stand there as characters with the codes 0 to 8."""
    if ord(character) < _LEVELS:
        return f"%{ord(character) + 1}"
    return character if character.isprintable() or "\ue000" <= character <= "\uf8ff" else ""
