"""How a number may have become another while it was typed."""

from __future__ import annotations

from decimal import Decimal

from linter.model.records import Record


class Slip(Record):
    """What may have happened to a number. `strength` is 3 where it hardly comes about by chance, and 1 where it often
    does.
    """

    key: str
    strength: int


def slip(typed: Decimal, meant: Decimal) -> Slip | None:
    """The slip that makes `typed` of `meant`, if there is one."""
    if typed == -meant:
        return Slip("why.sign", 3)
    if (typed < 0) != (meant < 0):
        return None
    one, other = f"{typed.copy_abs():f}", f"{meant.copy_abs():f}"
    if len(one) == len(other):
        return _replaced(one, other)
    if len(one) + 1 == len(other) and any(one == text for text in _shorter(other)):
        return Slip("why.digit-dropped", 3 if len(other) > 2 else 2)
    if len(one) == len(other) + 1 and meant:
        if any(one[place] == one[place + 1] and one[:place] + one[place + 1 :] == other for place in range(len(other))):
            return Slip("why.digit-doubled", 3 if len(one) > 2 else 2)
        if any(other == text for text in _shorter(one)):
            return Slip("why.digit-added", 2 if len(one) > 2 else 1)
    return None


def _replaced(one: str, other: str) -> Slip | None:
    places = [place for place in range(len(one)) if one[place] != other[place]]
    first, last = places[0], places[-1]
    if len(places) == 2 and last == first + 1 and one[first] == other[last] and one[last] == other[first]:
        return Slip("why.digits-exchanged", 3)
    if len(places) == 1 and len(one) > 1:
        return Slip("why.digit-mistyped", 2 if len(one) > 2 else 1)
    return None


def _shorter(text: str) -> list[str]:
    return [text[:place] + text[place + 1 :] for place in range(len(text))]
