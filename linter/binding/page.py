"""What a page shows around a report: menus above its title and below its signature, which are no part of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from linter.binding.outline import Outline
from linter.model.document import Block, Paragraph
from linter.text.dates import read_day
from linter.text.punctuation import (
    BARS,
    CLOSING_BRACKETS,
    COLON,
    COMMA,
    END_OF_PARAGRAPH,
    OPENING_BRACKETS,
    either_width,
)
from linter.text.regex import regex
from linter.text.spaced import is_words_of_sentence
from linter.text.widths import squeeze

LONGEST_ITEM = 12
"""Characters of an item of a menu that has no colon in it."""

LONGEST_SIGNATURE = 40
"""Characters of a line with the date of a report and who signs it."""

_BETWEEN_ITEMS = regex(rf"[\s>/{re.escape(BARS + OPENING_BRACKETS + CLOSING_BRACKETS)}]+")
_COLONS = either_width(COLON)
_OF_SENTENCES = COMMA + END_OF_PARAGRAPH


def frame(blocks: Sequence[Block], outline: Outline, title: Sequence[Paragraph], organisation: str) -> frozenset[int]:
    """The paragraphs, by their index, that stand around the report: all above its `title` (where that is known) and all
    below its date, and menus next to either.
    """
    headings = outline.heading_blocks()
    first = min(headings, default=len(blocks))
    own = set(map(id, title))
    titled = [index for index in range(first) if id(blocks[index]) in own]
    above = range(min(titled, default=0))
    menus = [index for index in range(max(titled, default=first) + 1, first) if is_menu(_line(blocks[index]))]
    last = max((*headings, *_extra(blocks, outline)), default=len(blocks))
    below = [index for index in range(last + 1, len(blocks)) if _line(blocks[index])]
    return frozenset((*above, *menus, *_after_the_end(blocks, below, organisation)))


def _extra(blocks: Sequence[Block], outline: Outline) -> Iterator[int]:
    extra = set(map(id, outline.extra))
    return (index for index, block in enumerate(blocks) if id(block) in extra)


def _line(block: Block) -> str:
    return block.text.value.strip() if isinstance(block, Paragraph) else ""


def _is_of_sentence(line: str) -> bool:
    return any(mark in line for mark in _OF_SENTENCES) or is_words_of_sentence(line)


def is_menu(line: str) -> bool:
    """Whether a line is a row of short items, or of fields (来源：…  字号：…), and no sentence."""
    if _is_of_sentence(line):
        return False
    items = [item for item in _BETWEEN_ITEMS.split(line) if item]
    return len(items) > 1 and all(
        any(colon in item for colon in _COLONS) or (len(item) <= LONGEST_ITEM and read_day(item) is None)
        for item in items
    )


def _after_the_end(blocks: Sequence[Block], below: Sequence[int], organisation: str) -> Iterator[int]:
    """What follows the date; without one, what follows the first menu among the last lines that are no sentences."""
    lines = {index: _line(blocks[index]) for index in below}
    signed = next((index for index in below if _is_signature(lines[index], organisation)), None)
    if signed is not None:
        yield from (index for index in below if index > signed)
        return
    rest = list(takewhile(lambda index: not _is_of_sentence(lines[index]), reversed(below)))
    menu = min((index for index in rest if is_menu(lines[index])), default=len(blocks))
    yield from (index for index in rest if index >= menu)


def _is_signature(line: str, organisation: str) -> bool:
    """Whether a line is a date, alone or after the name of who signs."""
    if len(line) > LONGEST_SIGNATURE:
        return False
    words = squeeze(line)
    name = squeeze(organisation)
    return read_day(words.removeprefix(name).strip("()")) is not None
