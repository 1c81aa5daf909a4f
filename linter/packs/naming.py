"""What messages call a row or a column: the words of the form, as short as they can be."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from linter.text.punctuation import AFTER_NUMBERS, DOT, ROUND
from linter.text.regex import regex

_NUMBERING = regex(rf"[{ROUND[0]}]?(\w{{1,5}})[{AFTER_NUMBERS}]")
_NOTE = regex(rf"(.*\S)\s*[{ROUND[0]}][^{ROUND[0]}{ROUND[1]}]*[{ROUND[1]}]", re.DOTALL)


def numbering(label: str) -> str:
    """The number that `label` begins with (`三、`, `（三）`, `2.`), as it is printed, or nothing."""
    match = _NUMBERING.match(label)
    return match[0] if match and _is_number(match[1]) else ""


def _is_number(text: str) -> bool:
    """Whether the text is a number of some script (12, 十二, Ⅳ) or a single letter."""
    return all(unicodedata.numeric(character, None) is not None for character in text) or (
        len(text) == 1 and text.isascii()
    )


def without_note(label: str) -> str:
    """`label` without the bracketed note at its end."""
    match = _NOTE.fullmatch(label)
    return match[1] if match else label


def row_names(labels: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The names of a block's rows, given as (label, labels of the groups above it): the label after the numbers of the
    groups, `（三）1.属于国家秘密`. That of the outermost stands only where the rest would name several rows.
    """
    numbers = [[numbering(parent) for parent in parents] for _, parents in labels]
    full = ["".join(above) + without_note(label) for above, (label, _) in zip(numbers, labels, strict=True)]
    brief = ["".join(above[1:]) + without_note(label) for above, (label, _) in zip(numbers, labels, strict=True)]
    count = Counter(brief)
    return tuple(short if count[short] == 1 else long for short, long in zip(brief, full, strict=True))


def column_names(labels: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The names of a block's columns, given as (label, labels of the groups above it).

    The group stands before the label only where the label alone leaves the column open.
    """
    plain = [without_note(label) for label, _ in labels]
    count = Counter(plain)
    return tuple(
        f"{without_note(parents[-1])}{DOT}{name}" if count[name] > 1 and parents else name
        for name, (_, parents) in zip(plain, labels, strict=True)
    )
