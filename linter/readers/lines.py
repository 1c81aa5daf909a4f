"""Text → lines that know where they are, counted as an editor counts them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Text
from linter.model.span import Span, TextSpan

WHITE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
"""White space at the edges of a text, with the signs of no width that web pages leave."""

_MARKUP = re.compile(r"<br\s*/?>|&[a-zA-Z][a-zA-Z0-9]{1,31};|&#[0-9]{1,7};|\\[!-/:-@\[-`{-~]", re.IGNORECASE)
_MARKED_BLANKS = (*WHITE, "&nbsp;", "&ensp;", "&emsp;", "<br>", "<br/>", "<br />")
_ENDS = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line, or the rest of one after a prefix, that is not blank.

    `number`, `column` and `offset` are the place of its first character as in `TextSpan`; `gap` is the number of blank
    lines before it; `markup` says that escapes and entities of Markdown stand for the characters they mean.
    """

    number: int
    column: int
    offset: int
    text: str
    gap: int = 0
    markup: bool = False

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, without white space at its edges. Empty parts keep their place."""
        raw = self.text[start:end]
        value = raw.strip(WHITE)
        if value and raw[0] != value[0]:
            start += raw.find(value[0])
        if self.markup and ("\\" in value or "<" in value or "&" in value):
            first, last = _within_blanks(value)
            return self._unescaped(value[first:last], start + first)
        return Text(value, ((0, TextSpan(self.number, self.column + start, self.offset + start, len(value))),))

    def whole(self) -> Text:
        """The line without white space at its edges."""
        return self.cut(0, len(self.text))

    def span(self, start: int, length: int) -> TextSpan:
        """The place of `length` characters from `start`."""
        return TextSpan(self.number, self.column + start, self.offset + start, length)

    def _unescaped(self, raw: str, start: int) -> Text:
        value = ""
        pieces: list[tuple[int, Span]] = [] if raw else [(0, self.span(start, 0))]
        done = 0
        for match in _MARKUP.finditer(raw):
            if match.start() > done:
                pieces.append((len(value), self.span(start + done, match.start() - done)))
                value += raw[done : match.start()]
            pieces.append((len(value), self.span(start + match.start(), len(match[0]))))
            value += _meaning(match[0])
            done = match.end()
        if done < len(raw):
            pieces.append((len(value), self.span(start + done, len(raw) - done)))
            value += raw[done:]
        return Text(value, tuple(pieces))


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
            lines.append(Line(number, 1, offset, line, gap))
            gap = 0
        else:
            gap += 1
    return lines
