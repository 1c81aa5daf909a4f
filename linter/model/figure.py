"""Printed figures: an exact number that remembers how it was printed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.model.records import Record


class Notation(Record):
    """How figures are written: the units that may follow one, and words that stand for a sign.

    `prefixes` may stand before one ($), and `around` are the texts before and after the number in a negative figure,
    beside a minus: `("(", ")")`. With `comma`, the decimals stand after a comma and points part thousands.
    """

    units: tuple[str, ...] = ()
    signs: Mapping[str, str] | None = None
    prefixes: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    comma: bool = False


class Figure(Record):
    """A number as printed. `places` counts decimals, `unit` is what stood after it, `grouped` says that thousands
    were separated, `sign_word` is the word that stood for the sign (增, 减), or empty. `spaced` says that a space stood
    between all of its digits.
    """

    value: Decimal
    places: int = 0
    unit: str = ""
    grouped: bool = False
    sign_word: str = ""
    spaced: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its value has no decimals but zeros."""
        return self.value == self.value.to_integral_value()
