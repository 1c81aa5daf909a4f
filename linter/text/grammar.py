"""How a language writes figures in sentences: what every reader of running text asks, whatever the language."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from linter.text import figures as characters
from linter.text.figures import ProseFigure
from linter.text.languages import LANGUAGES
from linter.text.word_figures import WordGrammar


class Grammar(Protocol):
    """Figures of one language. Texts are plain text of passages, positions offsets in them."""

    def measured(self, units: tuple[str, ...]) -> str:
        """A pattern (RE2) of a number and one of `units` after it. Not all that it finds is one."""

    def figures(self, text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
        """Every figure in `text` that one of `units` follows, in order."""

    def read(self, printed: str, units: tuple[str, ...]) -> tuple[Decimal, str, bool] | None:
        """The value, the unit and the vagueness of a figure that is all of `printed`; None where it is none. `units`
        have the longest first; without any, the number stands alone.
        """

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether a number stands at `start`, and not a part of one, of a name or of a word, nor an ordinal."""

    def is_vague(self, text: str, start: int, end: int) -> bool:
        """Whether the words before or after a figure make it vague."""

    def is_end_of_range(self, text: str, start: int) -> bool:
        """Whether another number and what makes a range of the two stand before."""


class CharacterGrammar:
    """A language that parts no words, and writes numerals in characters."""

    def measured(self, units: tuple[str, ...]) -> str:
        return f"{characters.NUMBER}(?:{'|'.join(units)})" if units else characters.NUMBER

    def figures(self, text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
        return characters.figures(text, units)

    def read(self, printed: str, units: tuple[str, ...]) -> tuple[Decimal, str, bool] | None:
        return characters.read(printed, units)

    def is_whole(self, text: str, start: int, end: int) -> bool:  # noqa: ARG002 - other languages look at the end
        return characters.is_whole(text, start)

    def is_vague(self, text: str, start: int, end: int) -> bool:
        return characters.is_vague(text, start, end)

    def is_end_of_range(self, text: str, start: int) -> bool:
        return characters.is_end_of_range(text, start)


@lru_cache(maxsize=8)
def grammar_of(language: str) -> Grammar:
    """The grammar of the language of that id."""
    spoken = LANGUAGES[language]
    return WordGrammar(spoken) if spoken.spaces else CharacterGrammar()
