"""From the value types of a pack (`values:`) to those of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from linter.binding.values import as_compared
from linter.model.figure import Notation
from linter.model.value import EmptyMeaning, Interval, Sort, ValueSpec

Data = Mapping[str, Any]

EVERY = "every"
"""The entry whose keys hold for all types; lists and mappings of a type go on with those of this one."""

SHIPPED: Mapping[str, Data] = {
    "count": {},
    "change": {"negative": True},
    "amount": {"decimal": True},
    "date": {"date": True},
    "text": {"text": True},
}
"""Types that a pack need not state, and what they have where it does."""


def build_values(values: Data, decimal_mark: str = ".") -> dict[str, ValueSpec]:
    """All types by their names: those of the pack, and those that every pack has. `decimal_mark` is that of the
    language, for types that name none.
    """
    names = dict.fromkeys((*SHIPPED, *values))
    marked = {"decimal-mark": decimal_mark}
    return {name: _build(name, {**marked, **type_of(name, values)}) for name in names if name != EVERY}


def type_of(name: str, values: Data) -> Data:
    """The keys of a type, with what it has from `every` and by default."""
    whole: dict[str, Any] = {}
    for part in (values.get(EVERY, {}), SHIPPED.get(name, {}), values.get(name, {})):
        for key, value in part.items():
            there = whole.get(key)
            if isinstance(there, Mapping) and isinstance(value, Mapping):
                whole[key] = {**there, **value}
            elif key in ("prefix", "suffix", "zero-base") and there is not None:
                whole[key] = [*_list(there), *_list(value)]
            else:
                whole[key] = value
    return whole


def _list(words: str | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())


def _build(name: str, data: Data) -> ValueSpec:
    unit, accepts, negative = data.get("unit", ""), data.get("accepts", {}), data.get("negative", False)
    places = data.get("places")
    return ValueSpec(
        id=name,
        sort=Sort.DATE if data.get("date") else Sort.TEXT if data.get("text") else Sort.FIGURE,
        decimal=data.get("decimal", bool(places)),
        exact=data.get("exact", False),
        negative=bool(negative),
        places=places,
        notation=Notation(
            tuple(dict.fromkeys((*([unit] if unit else ()), *accepts, *_list(data.get("suffix"))))),
            dict(data.get("signs", {})),
            tuple(_list(data.get("prefix"))),
            tuple(_around(negative)) if isinstance(negative, list) else (),
            data["decimal-mark"] == ",",
        ),
        unit=unit,
        factors={other: Decimal(str(factor)) for other, factor in accepts.items()},
        unit_said=data.get("unit-said", ""),
        intervals={as_compared(text): Interval(*_ends(ends)) for text, ends in data.get("below", {}).items()},
        missing={as_compared(text): EmptyMeaning(meaning) for text, meaning in _missing(data).items()},
        blank=EmptyMeaning(data["blank"]) if "blank" in data else None,
        share=data.get("share", False),
        zero_base=tuple(as_compared(text) for text in _list(data.get("zero-base"))),
        adds_up=data.get("adds-up", not (data.get("date") or data.get("text"))),
    )


def _missing(data: Data) -> Mapping[str, str]:
    """The texts that stand for no figure; a percentage of nothing that is printed without digits is one."""
    of_nothing = (text for text in _list(data.get("zero-base")) if not any(map(str.isdigit, text)))
    return {**dict.fromkeys(of_nothing, EmptyMeaning.DOES_NOT_APPLY), **data.get("missing", {})}


def _around(forms: list[str | int]) -> Iterator[tuple[str, str]]:
    """What stands before and after the number in the forms of -1 other than with a minus before it."""
    for form in map(str, forms):
        before, _, after = form.partition("1")
        if (before, after) != ("-", ""):
            yield before, after


def _ends(ends: list[float]) -> tuple[Decimal, Decimal]:
    low, high = (Decimal(str(end)) for end in ends)
    return low, high
