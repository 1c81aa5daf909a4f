"""Text → lines that know where they are, counted as an editor counts them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import WHITE, Text
from linter.model.records import Record
from linter.model.span import Span, TextSpan
from linter.readers.inline import shown
from linter.text.regex import regex

_ENDS = regex(r"\r\n|\r|\n")


class Line(Record):
    """A line, or the rest of one after a prefix, that is not blank.

    `pieces` are its places as those of a `Text`; `gap` is the number of blank lines before it; `markup` says that
    markup of Markdown stands for what it shows.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    gap: int = 0
    markup: bool = False

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, without white space at its edges. Empty parts keep their place."""
        part = self.source(start, end)
        return shown(part) if self.markup else part

    def source(self, start: int, end: int) -> Text:
        """The part from `start` to `end` as the file has it, without white space at its edges."""
        return Text(self.text, self.pieces).strip(start, end)

    def whole(self) -> Text:
        """The line without white space at its edges."""
        return self.cut(0, len(self.text))


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
