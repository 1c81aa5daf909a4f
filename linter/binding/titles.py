"""The title of a report, wherever it stands above the body: the line, or the lines, that are nothing but a title.

A phrase that mentions a report makes none: navigation, a notice that asks for reports and a news item all name it. So a
pattern of a title has to be the whole of what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from linter.binding.regions import Region, Regions, compiled, searched
from linter.model.document import Text
from linter.model.records import Record
from linter.model.report import Fact
from linter.model.template import TitlePattern
from linter.text.regex import regex

MOST_LINES = 4
"""Lines that a title may be broken over."""

LONGEST_LINE = 80
"""Characters of a line that may be a title or a part of one."""

MOST_SEARCHED = 80
"""Lines at the beginning of a document among which its title is looked for."""

_PARTS = regex(
    r"\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]"  # what is written for itself, and classes
    r"|(?P<name>\(\?P?<\w+>)|\{(?P<least>[0-9]+),[0-9]*\}",
    re.DOTALL,
)


class Title(Record):
    """A title: its lines, the facts that it states, and whether it is enough `alone` to make the text a report."""

    lines: tuple[Text, ...]
    facts: Mapping[str, Fact]
    alone: bool

    @property
    def stated(self) -> tuple[tuple[str, str], ...]:
        """What it says, to be compared with another title."""
        return tuple(sorted((name, fact.value) for name, fact in self.facts.items()))


def find_titles(lines: Sequence[Text], patterns: Sequence[TitlePattern], regions: Regions) -> tuple[Title, ...]:
    """The titles among the lines above the body, in order; of two that overlap, one. `regions` are those of the
    same document.
    """
    filled = [text for text in lines[:MOST_SEARCHED] if text.value and not text.value.isspace()]
    plain = [searched(text, regions.spaced) for text in filled]
    found: list[tuple[int, Title]] = []
    for start in range(len(filled)):
        title = _title_at(filled, plain, start, patterns, regions.spaced)
        if title is None:
            continue
        if found and found[-1][0] > start:
            if not _is_better(title, found[-1][1], regions):
                continue
            found.pop()
        found.append((start + len(title.lines), title))
    return tuple(title for _, title in found)


def _is_better(title: Title, earlier: Title, regions: Regions) -> bool:
    """Whether a title is to be taken and not the one that begins some lines before it and overlaps it.

    It is where it states more, or as much and the words that the other has before it are the name of nothing: a
    letterhead or a menu, and not the first half of a name, which the report would say again.
    """
    if title.facts.keys() != earlier.facts.keys():
        return len(title.facts) > len(earlier.facts)
    longer = [fact.value for name, fact in earlier.facts.items() if fact.value != title.facts[name].value]
    return any(regions["text"].text.count(value if regions.spaced else "".join(value.split())) < 2 for value in longer)


def _title_at(
    lines: Sequence[Text], plain: Sequence[str], start: int, patterns: Sequence[TitlePattern], spaced: bool
) -> Title | None:
    """The title of the fewest lines that begins with the line `start`; `plain` are the lines as they are searched."""
    may_be_title = compiled(_any_of(tuple(patterns)))
    for count in range(1, min(MOST_LINES, len(lines) - start) + 1):
        if len(plain[start + count - 1]) > LONGEST_LINE:
            return None
        if may_be_title.fullmatch((" " * spaced).join(plain[start : start + count])) is not None:
            title = _title(lines[start : start + count], patterns, spaced)
            if title is not None:
                return title
    return None


@lru_cache(maxsize=16)
def _any_of(patterns: tuple[TitlePattern, ...]) -> str:
    """One pattern for all that every title fits, so that a line that is no title, as most are, is tried once.

    A number of repetitions is taken for any number: compiled, `.{1,40}` is forty times as large as `.+`.
    """
    return "|".join(_PARTS.sub(_loosened, pattern.pattern) for pattern in patterns)


def _loosened(part: re.Match[str]) -> str:
    if part["least"] is None:
        return "(?:" if part["name"] else part[0]
    return "+" if int(part["least"]) else "*"


def _title(lines: Sequence[Text], patterns: Sequence[TitlePattern], spaced: bool) -> Title | None:
    region = Region(lines, spaced=spaced)
    for pattern in patterns:
        whole = compiled(pattern.pattern)
        match = whole.fullmatch(region.text)
        if match is not None:
            groups = [(name, *match.span(index)) for name, index in whole.groupindex.items() if match[index]]
            facts = {name: Fact(region.printed(*span), region.line_at(span[0])[1].span) for name, *span in groups}
            return Title(tuple(lines), facts, pattern.alone)
    return None


def choose_title(titles: Sequence[Title]) -> Title | None:
    """Of several titles the one that states most, and of those the last: navigation stands above the report's own."""
    if not titles:
        return None
    most = max(len(title.facts) for title in titles)
    return [title for title in titles if len(title.facts) == most][-1]
