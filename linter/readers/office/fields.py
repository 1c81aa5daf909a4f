"""Fields that put other files into a document: taken out before an office program sees it.

Such a field names a file of the machine or of a server in its network, and a conversion would carry that into the copy,
or ask that server for it. What the field showed when the document was saved stays.
"""

from __future__ import annotations

import re

_HARMLESS = re.compile(
    rb"\s*(?:=|(?:AUTHOR|COMMENTS|CREATEDATE|DATE|DOCPROPERTY|EQ|FILENAME|FORM(?:CHECKBOX|DROPDOWN|TEXT)|HYPERLINK|"
    rb"KEYWORDS|LISTNUM|MERGEFIELD|NOTEREF|NUM(?:CHARS|PAGES|WORDS)|PAGE|PAGEREF|PRINTDATE|QUOTE|REF|SAVEDATE|SECTION|"
    rb"SECTIONPAGES|SEQ|SHAPE|STYLEREF|SUBJECT|SYMBOL|TC|TIME|TITLE|TOC|XE)(?![A-Za-z]))",
    re.IGNORECASE,
)
"""How the instruction of a field begins that looks at nothing but the document itself."""

_INSTRUCTION = re.compile(rb"\\fldinst(?![A-Za-z])")
_FORMATTING = re.compile(rb"(?:[{}\r\n]|\\\*|\\[a-z]+-?\d* ?)*", re.IGNORECASE)
_BRACES = re.compile(rb"\\.|[{}]", re.DOTALL)
_LARGEST_INSTRUCTION = 65_536

_PULLING = ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DATABASE", "DDEAUTO", "DDE", "LINK", "RD")
_FIELD_START = "\x13"  # the character that begins a field in the text of a Word 97 file


def without_foreign_files(data: bytes, suffix: str) -> bytes:
    """A file of a word processor without the instructions of fields that would put other files into it; all that stands
    after them keeps its place.
    """
    if suffix == "rtf":
        return _without_instructions(data)
    if suffix in ("doc", "wps"):
        for pattern in _PULLING_FIELDS:
            data = pattern.sub(lambda found: found[1] + _blank(found[2]), data)
    if suffix == "xml":
        return _PULLING_XML.sub(lambda found: found[1] + _blank(found[2]), data)
    return data


def _without_instructions(data: bytes) -> bytes:
    """Rich Text in which instructions are left that are plainly harmless: any letter of another can be disguised."""
    kept = bytearray(data)
    for found in _INSTRUCTION.finditer(data):
        start = found.end()
        formatting = _FORMATTING.match(data, start)
        plain = formatting.end() if formatting else start
        if not _HARMLESS.match(data, plain):
            end = _end_of_group(data, start)
            kept[start:end] = b" " * (end - start)
    return bytes(kept)


def _end_of_group(data: bytes, start: int) -> int:
    """Where the group ends in which `start` is."""
    depth = 0
    for brace in _BRACES.finditer(data, start, start + _LARGEST_INSTRUCTION):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if depth < 0:
            return brace.start()
    return min(len(data), start + _LARGEST_INSTRUCTION)


def _blank(word: bytes) -> bytes:
    return re.sub(rb"[A-Za-z]", b" ", word)


def _pattern(encoding: str) -> re.Pattern[bytes]:
    start, space = (re.escape(text.encode(encoding)) for text in (_FIELD_START, " "))
    words = b"|".join(re.escape(word.encode(encoding)) for word in _PULLING)
    return re.compile(b"(%b(?:%b){0,20})(%b)" % (start, space, words), re.IGNORECASE)


_PULLING_XML = re.compile(
    b"((?:<w:instrText[^>]*>|w:instr\\s*=\\s*[\"'])\\s*)(%b)" % "|".join(_PULLING).encode(), re.IGNORECASE
)
_PULLING_FIELDS = (_pattern("ascii"), _pattern("utf-16-le"))
