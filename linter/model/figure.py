"""Printed figures: an exact number that remembers how it was printed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Notation(NamedTuple):
    """How a kind of report writes figures: the units that may follow one, and words that stand for a sign."""

    units: tuple[str, ...] = ()
    signs: Mapping[str, str] | None = None


class Figure(NamedTuple):
    """A number as printed. `places` counts decimals, `unit` is what stood after it, `grouped` says that thousands
    were separated, `sign_word` is the word that stood for the sign (增, 减), or empty.
    """

    value: Decimal
    places: int = 0
    unit: str = ""
    grouped: bool = False
    sign_word: str = ""
