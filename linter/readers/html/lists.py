"""The numbers that a browser puts before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from linter.readers.html.nodes import Element
from linter.readers.shapes import is_item, is_section_heading
from linter.text.numerals import digit_by_digit, roman, written
from linter.text.punctuation import ITEM
from linter.text.regex import regex

_LIST_STYLE = regex(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_LARGEST = 9999
_NUMBER = regex(r"\s*[+-]?\d{1,9}")


def item_labels(items: Element) -> Iterator[str]:
    """The label of each `li` of an `ol`, in order; empty where the style shows none."""
    attributes = items.attributes
    count = sum(isinstance(child, Element) and child.tag == "li" for child in items.children)
    step = -1 if "reversed" in attributes else 1
    number = _number(attributes.get("start"), count if step < 0 else 1)
    write = _writer(attributes)
    for child in items.children:
        if isinstance(child, Element) and child.tag == "li":
            number = _number(child.attributes.get("value"), number)
            yield write(number) if 0 < number <= _LARGEST else f"{number}."
            number += step


def is_numbered(text: str) -> bool:
    """Whether an item's text has a number of its own, so that the page shows none before it."""
    return is_section_heading(text) or is_item(text)


def _number(text: str | None, default: int) -> int:
    found = _NUMBER.match(text) if text is not None else None
    return int(found[0]) if found else default


def _writer(attributes: Mapping[str, str]) -> Callable[[int], str]:
    style = _LIST_STYLE.search(attributes.get("style", ""))
    kind = style[1].split()[0].lower() if style and style[1].strip() else _TYPES.get(attributes.get("type", ""), "")
    return _STYLES.get(kind, _decimal)


def _decimal(number: int) -> str:
    return f"{number}."


def _letters(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return f"{name}."


def _roman(number: int) -> str:
    return f"{roman(number)}."


def _ideographic(number: int) -> str:
    return (digit_by_digit(number) if number > 99 else written(number)) + ITEM


def _nothing(_: int) -> str:
    return ""


_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES: Mapping[str, Callable[[int], str]] = {
    "none": _nothing,
    "disc": _nothing,
    "circle": _nothing,
    "square": _nothing,
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
    "cjk-ideographic": _ideographic,
    "cjk-decimal": _ideographic,
    "simp-chinese-informal": _ideographic,
    "trad-chinese-informal": _ideographic,
}
"""Kinds of numbers, as style sheets call them; all others are written in digits."""
