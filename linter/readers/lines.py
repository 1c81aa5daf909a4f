"""Text → lines that know where they are, counted as an editor counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.document import WHITE, Text, join
from linter.model.records import Record
from linter.model.span import Span, TextSpan

_MARKUP = re.compile(r"<br\s*/?>|&[a-zA-Z][a-zA-Z0-9]{1,31};|&#[0-9]{1,7};|\\[!-/:-@\[-`{-~]", re.IGNORECASE)
_MARKED_BLANKS = (*WHITE, "&nbsp;", "&ensp;", "&emsp;", "<br>", "<br/>", "<br />")
_ENDS = re.compile(r"\r\n|\r|\n")


class Line(Record):
    """A line, or the rest of one after a prefix, that is not blank.

    `pieces` are its places as those of a `Text`; `gap` is the number of blank lines before it; `markup` says that
    escapes and entities of Markdown stand for the characters they mean.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    gap: int = 0
    markup: bool = False

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, without white space at its edges. Empty parts keep their place."""
        part = Text(self.text, self.pieces).strip(start, end)
        if not self.markup or not _MARKUP.search(part.value):
            return part
        return _unescaped(part.cut(*_within_blanks(part.value)))

    def whole(self) -> Text:
        """The line without white space at its edges."""
        return self.cut(0, len(self.text))


def _unescaped(raw: Text) -> Text:
    """`raw` with what its markup means."""
    parts: list[Text] = []
    done = 0
    for match in _MARKUP.finditer(raw.value):
        start, end = match.span()
        if start > done:
            parts.append(raw.cut(done, start))
        parts.append(Text(_meaning(match[0]), ((0, raw.span_at(start, end - start)),)))
        done = end
    if done < len(raw.value):
        parts.append(raw.cut(done, len(raw.value)))
    return join(parts) if parts else raw


def _within_blanks(text: str) -> tuple[int, int]:
    """Where `text` begins and ends without the white space that markup stands for."""
    first, last = 0, len(text)
    while blank := next((mark for mark in _MARKED_BLANKS if text.startswith(mark, first, last)), None):
        first += len(blank)
    while blank := next((mark for mark in _MARKED_BLANKS if text.endswith(mark, first, last)), None):
        last -= len(blank)
    return first, last


def _meaning(mark: str) -> str:
    if mark[0] == "\\":
        return mark[1]
    if mark[0] == "<":
        return "\n"
    from html import unescape

    return unescape(mark)


def raw_lines(text: str) -> Iterator[tuple[int, str]]:
    r"""(offset, line without its end) for every line, blank ones included. Lines end at \\n, \\r\\n or \\r only."""
    if "\r" not in text:
        offset = 0
        for line in text.split("\n"):
            yield offset, line
            offset += len(line) + 1
        return
    start = 0
    for end in _ENDS.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank. A line that holds a tab is not blank: it may be an empty cell."""
    lines: list[Line] = []
    gap = 0
    for number, (offset, line) in enumerate(raw_lines(text), 1):
        if line and ("\t" in line or line.strip(WHITE)):
            lines.append(Line(line, ((0, TextSpan(number, 1, offset, len(line))),), gap))
            gap = 0
        else:
            gap += 1
    return lines
