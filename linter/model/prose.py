"""Running text as it is searched: paragraphs in one spelling, that know for every character where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from linter.model.document import Text
from linter.model.records import Record
from linter.model.span import Span

TITLE = "title"
LEAD = "lead"
OTHER = "other"
"""The parts of a report that are no section of the form: its title, what stands before the first section, and what
stands under a heading of its own after the last."""


class Passage(Record):
    """A paragraph of running text. `section` is the id of its section, or `TITLE`, `LEAD` or `OTHER`.

    `plain` is its text with digits, letters and marks in one width and white space taken out (except between two digits
    or Latin letters, where one space is left; where the language is `spaced`, between any words). `stretches` holds
    (offset in `plain`, offset in `text.value`) of each unbroken run of characters, in order.
    """

    section: str
    text: Text
    plain: str
    stretches: tuple[tuple[int, int], ...] = ((0, 0),)
    spaced: bool = False

    def offset(self, position: int) -> int:
        """The offset in `text.value` of the character at `position` of `plain`."""
        index = max(bisect_right(self.stretches, position, key=lambda stretch: stretch[0]) - 1, 0)
        start, origin = self.stretches[index]
        return origin + position - start

    def span(self, start: int, end: int) -> Span:
        """The place of `plain[start:end]`."""
        if end <= start:
            return self.text.span_at(self.offset(start))
        first = self.offset(start)
        return self.text.span_at(first, self.offset(end - 1) + 1 - first)

    def quote(self, start: int, end: int) -> str:
        """The report's own words at `plain[start:end]`, on one line."""
        return " ".join(self.text.value[self.offset(start) : self.offset(end - 1) + 1].split()) if end > start else ""


class Joined(Record):
    """Passages as one text to search, a line each. `starts` are the offsets of the lines in `text`.

    `encoded` is the text in UTF-8, for patterns that find nothing in most texts: it is encoded once for all of them.
    """

    text: str
    encoded: bytes
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    def at(self, position: int) -> tuple[Passage, int]:
        """The passage that holds the character at `position` of `text`, and the offset at which its line begins."""
        index = bisect_right(self.starts, position) - 1
        return self.passages[index], self.starts[index]


class Prose:
    """The running text of a report. A joined text is made when it is first asked for: many rules ask for the same."""

    __slots__ = ("_as_printed", "_joined", "passages")

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self.passages = tuple(passages)
        self._joined: dict[tuple[str, ...], Joined] = {}
        self._as_printed: Prose | None = None

    @property
    def as_printed(self) -> Prose:
        """The same text with nothing folded or taken out, for what has to be found as it stands."""
        if self._as_printed is None:
            self._as_printed = Prose(
                passage._replace(plain=passage.text.value.replace("\n", " "), stretches=((0, 0),))
                for passage in self.passages
            )
        return self._as_printed

    def joined(self, parts: tuple[str, ...] = ()) -> Joined:
        """The passages that stand in `parts` (ids of sections, `TITLE`, `LEAD`, `OTHER`); without `parts`, all."""
        if parts not in self._joined:
            chosen = tuple(passage for passage in self.passages if not parts or passage.section in parts)
            starts, length = [], 0
            for passage in chosen:
                starts.append(length)
                length += len(passage.plain) + 1
            text = "\n".join(passage.plain for passage in chosen)
            self._joined[parts] = Joined(text, text.encode("utf-8", "surrogatepass"), tuple(starts), chosen)
        return self._joined[parts]
