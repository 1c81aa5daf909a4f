"""HTML, written so that nothing in it can be taken for markup that was not meant as such."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from linter.presentation.words import clean

_EMPTY = frozenset({"meta", "br"})


def text(value: str) -> str:
    """Text as HTML. Its lines stay lines; all other control characters are replaced."""
    return "\n".join(escape(clean(line)) for line in value.split("\n"))


def element(tag: str, content: str = "", **attributes: str | int | None) -> str:
    """An element around `content`, which is HTML. Attributes that are None are left out, `for_` is written `for`,
    `aria_label` is `aria-label`.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>" if tag in _EMPTY else f"<{tag}{given}>{content}</{tag}>"


def lines(parts: Iterable[str]) -> str:
    """Pieces of HTML, a line each, without the empty ones."""
    return "\n".join(part for part in parts if part)
