"""What stands in quotation marks, in marks of a title or in brackets."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.text.punctuation import QUOTES, TITLES


def is_quoted(plain: str, position: int) -> bool:
    """Whether the character at `position` stands in a title (《》) or in quotation marks of its paragraph."""
    before = plain[:position]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in (TITLES, QUOTES))


class Unpaired(NamedTuple):
    """A mark without its partner, and its offset."""

    mark: str
    position: int


def unpaired(text: str, opening: str, closing: str, nests: bool = True) -> Iterator[Unpaired]:
    """The opening marks that are not closed and the closing ones that nothing opened, in no order."""
    open_at: list[int] = []
    for position, character in enumerate(text):
        if character == opening:
            if open_at and not nests:
                yield Unpaired(opening, open_at.pop())
            open_at.append(position)
        elif character == closing:
            if open_at:
                open_at.pop()
            else:
                yield Unpaired(closing, position)
    yield from (Unpaired(opening, position) for position in open_at)
