"""What the cells of a column print, as a value type of a pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from linter.language.table_words import ZEROS
from linter.mining.readings import Reading, Sort
from linter.mining.totals import adds_up

Type = Mapping[str, Any]


def type_of(cells: Sequence[Reading], label: str, exact: bool) -> Type:
    """The value type of cells under a label; empty for whole numbers from 0 on. Decimals that add up to the last place
    are `exact`.
    """
    sorts = Counter(cell.sort for cell in cells)
    figures = [cell for cell in cells if cell.sort is Sort.FIGURE]
    if sorts[Sort.WORDS] > len(figures) or not (figures or sorts[Sort.DAY]):
        return {"text": True} if sorts[Sort.WORDS] or sorts[Sort.DAY] else {}
    if sorts[Sort.DAY] > len(figures):
        return {"date": True}
    return {**_of_figures(figures, label, exact), **_of_missing(cells)}


def _of_figures(figures: Sequence[Reading], label: str, exact: bool) -> dict[str, Any]:
    type: dict[str, Any] = {}
    places = max(cell.places for cell in figures)
    unit = Counter(cell.unit for cell in figures).most_common(1)[0][0]
    if places or unit == "%":
        type["decimal"] = True
        if places:
            type["places"] = places
        if exact and unit != "%":
            type["exact"] = True
    if any(cell.brackets for cell in figures):
        type["negative"] = [-1, "(1)"]
    elif any(cell.value is not None and cell.value < 0 for cell in figures):
        type["negative"] = True
    prefixes = tuple(dict.fromkeys(cell.prefix for cell in figures if cell.prefix))
    if prefixes:
        type["prefix"] = prefixes[0]
    if unit == "%":
        type["unit"] = unit
    elif any(cell.unit for cell in figures):
        type["suffix"] = next(cell.unit for cell in figures if cell.unit)
    if any(cell.share for cell in figures):
        type["share"] = True
    if unit == "%" or not adds_up(label):
        type["adds-up"] = False
    return type


def _of_missing(cells: Sequence[Reading]) -> dict[str, Any]:
    texts = dict.fromkeys(cell.text for cell in cells if cell.sort is Sort.MISSING)
    return {"missing": {text: "zero" if text in ZEROS else "does-not-apply" for text in texts}} if texts else {}


def name_of(type: Type, taken: Mapping[str, Type]) -> str:
    """A name for a value type, that of an equal one where there is one."""
    for name, other in taken.items():
        if other == type:
            return name
    word = next(word for key, word in _NAMES if key in type and (key != "unit" or type[key] == "%"))
    number = sum(name.rstrip("_0123456789") == word for name in taken)
    return f"{word}_{number + 1}" if number else word


_NAMES = (
    ("text", "words"), ("date", "day"), ("unit", "percent"), ("prefix", "money"), ("share", "with_share"),
    ("decimal", "amount"), ("negative", "change"), ("suffix", "with_unit"), ("missing", "dashed"),
    ("adds-up", "figure"),
)  # fmt: skip
"""What types are called, by the first key that they have."""
