"""Paragraphs of a text whose lines were broken at one width: they are one paragraph each again.

A text is only taken for one that was wrapped where nearly all lines that another follows directly are as long as the
longest: lists, addresses and texts with a paragraph a line have lines of all lengths.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from linter.model.document import Block, Paragraph, Text, join
from linter.model.records import Record
from linter.model.span import TextSpan
from linter.readers.shapes import is_item, is_section_heading
from linter.text.punctuation import CLAUSE, ITEM, NO_LINE_BEGINS_WITH, either_width
from linter.text.regex import regex

FEWEST = 4
"""Full lines that it takes to tell a width."""

NEARLY_ALL = 0.8
"""The share of the lines followed by another that have to be full."""

NARROWEST = 32
"""Columns that a width has at least, sixteen Chinese characters; labels and menus are narrower."""

OVERHANG = 2
"""Columns by which a mark that may not begin a line may stand out."""

_MARKS = either_width(CLAUSE + ITEM)
_HANGING = tuple(NO_LINE_BEGINS_WITH)
_FIRST = regex(rf"(?:[!-~]+|.)[{re.escape(NO_LINE_BEGINS_WITH)}]*")
"""What goes to the next line as a whole: a word or a character, with the marks after it."""

Pair = tuple[str, str]
"""A line and the one right below it."""


class _Width(Record):
    """The width at which a text was broken, in characters or in columns, and the share of its lines that are full."""

    measure: Callable[[str], int]
    size: int
    share: float = 0

    def fills(self, pair: Pair) -> bool:
        """Whether the beginning of the second line had no room in the first."""
        return self.size in _filled(pair, self.measure)


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with the lines of wrapped paragraphs joined; the same where the text was not wrapped."""
    pairs = [(_text(one).value, _text(other).value) for one, other in pairwise(blocks) if _follow(one, other)]
    if len(pairs) < FEWEST:
        return list(blocks)
    width = max((_width(pairs, measure) for measure in (len, columns)), key=lambda width: width.share)
    full = [pair[0] for pair in pairs if width.fills(pair)]
    wrapped = len(full) >= FEWEST and width.share >= NEARLY_ALL and max(map(columns, full)) >= NARROWEST
    running = sum(map(_is_running_text, full)) * 2 >= len(full)
    return list(_joined(blocks, width) if wrapped and running else blocks)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _width(pairs: Sequence[Pair], measure: Callable[[str], int]) -> _Width:
    """The width that most of the lines fill; of several, the widest."""
    sizes = sorted({measure(line) for line, _ in pairs}, reverse=True)
    filled = [_filled(pair, measure) for pair in pairs]
    starts, stops = sorted(one.start for one in filled), sorted(one.stop for one in filled)
    full = [bisect_right(starts, size) - bisect_right(stops, size) for size in sizes]
    most = max(full)
    return _Width(measure, sizes[full.index(most)], most / len(pairs))


def _filled(pair: Pair, measure: Callable[[str], int]) -> range:
    """The widths at which the first line is not too long and the beginning of the second had no room in it."""
    line, below = pair
    length, first = measure(line), _FIRST.match(below)
    overhang = OVERHANG if line.endswith(_HANGING) else 0
    return range(length - overhang, max(length + measure(first[0] if first else ""), length - overhang))


def _is_running_text(line: str) -> bool:
    """Whether a line is part of a sentence, and not an entry of a menu or a list: it has a mark in it, or words."""
    return any(mark in line for mark in _MARKS) or line.count(" ") > 2


def _follow(one: Block, other: Block) -> bool:
    """Whether the second is the line right below the first, and may go on in its sentence."""
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph) or one.level or other.level:
        return False
    above, below = one.text.pieces[-1][1], other.text.span
    return (
        isinstance(above, TextSpan)
        and isinstance(below, TextSpan)
        and below.line == above.line + 1
        and not is_item(other.text.value)
        and not is_section_heading(other.text.value)
    )


def _joined(blocks: Sequence[Block], width: _Width) -> Iterator[Block]:
    """The blocks, of which a full line and the one that follows it are one."""
    lines: list[Text] = []  # of the paragraph at hand
    before: Block | None = None
    for block in blocks:
        plain = isinstance(block, Paragraph) and not block.level and not block.label
        goes_on = (
            plain
            and before is not None
            and _follow(before, block)
            and width.fills((_text(before).value, _text(block).value))
        )
        if lines and not goes_on:
            yield Paragraph(_together(lines))
            lines = []
        if plain:
            lines.append(_text(block))
        else:
            yield block
        before = block
    if lines:
        yield Paragraph(_together(lines))


def _text(block: Block) -> Text:
    return block.text if isinstance(block, Paragraph) else Text("", ())


def _together(lines: Sequence[Text]) -> Text:
    """The lines of one paragraph. Latin words are parted by a space, as the end of the line parted them; the digits of
    a number that was broken are not.
    """
    parted = [
        Text(f"{above.value} ", above.pieces) if _are_words(above.value[-1:], below.value[:1]) else above
        for above, below in pairwise(lines)
    ]
    return join((*parted, lines[-1]))


def _are_words(last: str, first: str) -> bool:
    return last.isascii() and first.isascii() and not (last.isdigit() and first.isdigit())
