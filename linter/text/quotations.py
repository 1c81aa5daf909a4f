"""What stands in quotation marks, in marks of a title or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.records import Record
from linter.text.numerals import COUNTING
from linter.text.punctuation import BRACKETS, COLON, DOT, HIDING, LIST, QUOTES, SENTENCE, TITLES
from linter.text.regex import regex

DEEPEST = 3
"""Levels that brackets may be nested; a sentence with more is not read."""

_QUOTED = regex("|".join(f"{opening}[^{opening}{closing}]*{closing}" for opening, closing in HIDING))


def is_quoted(plain: str, position: int) -> bool:
    """Whether the character at `position` stands in a title (《》) or in quotation marks of its paragraph."""
    before = plain[:position]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in (TITLES, QUOTES))


class Unpaired(Record):
    """A mark without its partner, and its offset."""

    mark: str
    position: int


_ITEM_NUMBER = regex(rf"(?:^|[\n{re.escape(LIST + SENTENCE + COLON)}])[0-9a-zA-Z{COUNTING}]{{1,3}}$")


def unpaired(text: str, opening: str, closing: str) -> list[Unpaired]:
    """The opening marks that nothing closes and the closing ones that nothing opens, in order.

    A bracket that closes the number of an item is none of these.
    """
    open_at: list[int] = []
    left: list[Unpaired] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        position = match.start()
        if match[0] == opening:
            open_at.append(position)
        elif open_at:
            open_at.pop()
        elif closing != BRACKETS[1] or not _ITEM_NUMBER.search(text[max(position - 4, 0) : position]):
            left.append(Unpaired(closing, position))
    return sorted([*left, *(Unpaired(opening, position) for position in open_at)], key=lambda one: one.position)


def without_quotations(text: str) -> str:
    """`text` with what stands in marks made unreadable, as long as before."""
    return _QUOTED.sub(lambda match: DOT * len(match[0]), text)


def brackets(sentence: str) -> list[tuple[int, int, int]] | None:
    """The pairs of brackets as (opened, closed, opened of the one around or −1), in order; None where nested deep."""
    pairs: list[tuple[int, int, int]] = []
    open_at: list[int] = []
    opening, closing = BRACKETS
    for match in re.finditer(f"[{opening}{closing}]", sentence):
        if match[0] == opening:
            open_at.append(match.start())
            if len(open_at) > DEEPEST:
                return None
        elif open_at:
            opened = open_at.pop()
            pairs.append((opened, match.start(), open_at[-1] if open_at else -1))
    # A bracket that is never closed runs to the end.
    while open_at:
        opened = open_at.pop()
        pairs.append((opened, len(sentence), open_at[-1] if open_at else -1))
    return sorted(pairs)


def hide(sentence: str, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
    """`sentence[start:end]` with the stretches `hidden` (ends included) made unreadable, as long as before."""
    pieces, at = [], start
    for opened, closed in hidden:
        pieces += [sentence[at:opened], DOT * (closed + 1 - opened)]
        at = closed + 1
    return "".join([*pieces, sentence[at:end]])[: end - start]


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each title; what stands in marks within a title belongs to it."""
    opening, closing = TITLES
    depth = start = 0
    for match in re.finditer(f"[{opening}{closing}\n]", text):
        if match[0] == opening:
            start = start if depth else match.start()
            depth += 1
        elif match[0] == "\n":
            depth = 0
        elif depth:
            depth -= 1
            if not depth:
                yield start, match.end()
