"""Fixes brought into a text and into its file, whose encoding, line ends and byte order mark stay what they are."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from difflib import unified_diff

from linter.fixes.offering import Fix

_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x84\x31\x95\x33", b"")


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """The text with those of the fixes that fit, of which none overlaps an earlier one."""
    parts: list[str] = []
    end = 0
    for fix in sorted(set(fixes), key=lambda fix: (fix.span.offset, fix.span.length)):
        if fix.span.offset >= end and fix.fits(text):
            parts += (text[end : fix.span.offset], fix.new)
            end = fix.span.offset + fix.span.length
    return "".join((*parts, text[end:]))


def fixed_data(data: bytes, text: str, fixes: Iterable[Fix]) -> bytes:
    """The same of a file of which `text` was read. One that cannot be written again as it was stays as it is."""
    mark = next(mark for mark in _MARKS if data.startswith(mark))
    body = data[len(mark) :]
    for encoding in _ENCODINGS:
        if text.encode(encoding, "surrogatepass") == body:
            return mark + fixed(text, fixes).encode(encoding)
    return data


def difference(name: str, before: str, after: str) -> str:
    """What would change, as `diff -u` shows it."""
    lines = unified_diff(before.splitlines(True), after.splitlines(True), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
