"""Patterns of rules, searched for in running text. They are RE2 expressions, which take linear time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from linter.model.prose import LEAD, OTHER, TITLE, Passage, Prose
from linter.model.records import Record
from linter.model.span import Span
from linter.text.sentences import sentence_around


class Hit(Record):
    """What a pattern found: `start` and `end` are offsets in `passage.plain`, `groups` the named groups that matched
    with theirs.
    """

    passage: Passage
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]] = {}

    @property
    def span(self) -> Span:
        return self.passage.span(self.start, self.end)

    @property
    def quote(self) -> str:
        """The report's own words."""
        return self.passage.quote(self.start, self.end)

    @property
    def section(self) -> str | None:
        """The id of the section in which it stands, if it is one of the form's."""
        return self.passage.section if self.passage.section not in (TITLE, LEAD, OTHER) else None

    def text(self, group: str) -> str:
        """What a named group matched, in plain text; nothing where it did not."""
        start, end = self.groups.get(group, (0, 0))
        return self.passage.plain[start:end]

    def sentence(self) -> tuple[int, int]:
        """The offsets of the sentence in which the hit stands; a semicolon ends one too."""
        return sentence_around(self.passage.plain, self.start, self.end)


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> Any:
    """The compiled pattern; compiling takes longer than searching a report.

    A line is a paragraph: `^` and `$` are its ends, and no match goes beyond it.
    """
    import re2

    options = re2.Options()
    options.never_nl = True
    options.log_errors = False
    return re2.compile(f"(?m){pattern}", options)


def hits(pattern: str, prose: Prose, parts: tuple[str, ...] = (), unless: str = "") -> Iterator[Hit]:
    """All that `pattern` finds in the given parts of a report, in order, except in sentences that hold `unless`."""
    joined = prose.joined(parts)
    searched = compiled(pattern)
    if searched.search(joined.encoded) is None:
        return
    names = tuple(searched.groupindex.items())
    for match in searched.finditer(joined.text):
        start, end = match.span()
        passage, line = joined.at(start)
        spans = {name: match.span(number) for name, number in names}
        groups = {name: (first - line, last - line) for name, (first, last) in spans.items() if first >= 0}
        hit = Hit(passage, start - line, end - line, groups)
        if not (unless and _says(unless, hit)):
            yield hit


def _says(pattern: str, hit: Hit) -> bool:
    start, end = hit.sentence()
    return compiled(pattern).search(hit.passage.plain[start:end]) is not None
