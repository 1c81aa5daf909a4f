"""Parts of a report in which facts are looked for: the title, the lead, the closing lines, and all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from linter.model.document import Block, Paragraph, Text
from linter.text.dates import years_in_arabic
from linter.text.regex import regex
from linter.text.widths import folded, squeeze

TITLE_CHARACTERS = 160
"""How much of the beginning of a document may be its title."""

CLOSING_LINES = 6
"""Lines at the end of a document, blank ones left out, that are searched one by one."""

LONGEST_CLOSING_LINE = 100
"""Characters of a line that may be part of a signature; a longer one is text, and is not searched."""


_NO_SPACE = regex(r"(?<![!-~]) | (?![!-~])|(?<=[0-9]) (?=[0-9])")
"""Spaces beside a character of a language that does not part words, and between the digits of a spaced-out title."""


@lru_cache(maxsize=256)
def compiled(pattern: str) -> Any:
    """The compiled pattern of a pack."""
    import re2

    return re2.compile(pattern)


def searched(text: Text, spaced: bool = False) -> str:
    """A text as it is searched: white space out, or one space between words where the language is `spaced`; years in
    numerals in digits.
    """
    return " ".join(folded(text.value).replace("**", "").split()) if spaced else years_in_arabic(squeeze(text.value))


class Region:
    """Texts joined for searching that know for every character where it came from (see `searched`). `separator` stands
    between the texts; between those of a language that is `spaced`, a space does at the least.
    """

    def __init__(self, texts: Sequence[Text], separator: str = "", spaced: bool = False) -> None:
        self._texts, self._spaced = texts, spaced
        separator = separator or " " * spaced
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for text in texts:
            part = searched(text, spaced)
            self._starts.append(length)
            parts.append(part)
            length += len(part) + len(separator)
        self.text = separator.join(parts)

    def printed(self, start: int, end: int) -> str:
        """What stands from `start` to `end`, on one line, with spaces where a language parts words by them."""
        if self._spaced:
            return self.text[start:end].strip()
        begin, text = self.line_at(start)
        words = " ".join(years_in_arabic(folded(text.value)).split())
        own = [index for index, character in enumerate(words) if character != " "]
        if len(own) != len(searched(text)) or end - begin > len(own):
            return self.text[start:end]
        return _NO_SPACE.sub("", words[own[start - begin] : own[end - begin - 1] + 1])

    def line_at(self, offset: int) -> tuple[int, Text]:
        """The start and the text of the line in which the character at `offset` stands."""
        index = bisect_right(self._starts, offset) - 1
        return self._starts[index], self._texts[index]


class Regions:
    """The regions of a document by name, each made when it is first asked for; most facts stand in the title.

    Until the title is known, the beginning of the lead stands for it.
    """

    def __init__(self, blocks: Sequence[Block], first_section: int, spaced: bool = False) -> None:
        self.spaced = spaced
        self._paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
        self._lead = [block.text for block in blocks[:first_section] if isinstance(block, Paragraph)]
        self._made: dict[str, Region] = {}

    def __getitem__(self, name: str) -> Region:
        if name not in self._made:
            self._made[name] = Region(self._texts(name), "\n" if name == "closing" else "", self.spaced)
        return self._made[name]

    def set_title(self, lines: Sequence[Text]) -> None:
        """Take these lines for the title."""
        self._made["title"] = Region(lines, spaced=self.spaced)

    def _texts(self, name: str) -> Sequence[Text]:
        if name == "closing":
            return self._last_lines()
        if name == "text":
            return self._paragraphs
        return self._lead if name == "lead" else self._title()

    def _last_lines(self) -> Sequence[Text]:
        filled = (text for text in reversed(self._paragraphs) if text.value and not text.value.isspace())
        return [text for text in islice(filled, CLOSING_LINES) if len(text.value) <= LONGEST_CLOSING_LINE][::-1]

    def _title(self) -> Sequence[Text]:
        length = 0
        for count, text in enumerate(self._lead):
            if length >= TITLE_CHARACTERS:
                return self._lead[:count]
            length += len(text.value)
        return self._lead
