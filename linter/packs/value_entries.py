"""Value types in packs (`values:`): their schema, and what a schema cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.value import EmptyMeaning
from linter.packs.mistakes import Mistake, mistake, with_suggestion
from linter.packs.patterns import what_is_wrong
from linter.packs.placed import PlacedMapping
from linter.packs.schema_parts import Schema, record, text, texts
from linter.packs.value_building import EVERY, SHIPPED, Data, type_of

_MEANINGS: Schema = {"enum": [str(meaning) for meaning in EmptyMeaning]}
_FLAG: Schema = {"type": "boolean"}


def _words(description: str) -> Schema:
    return {"description": description, "anyOf": [text(""), texts("")]}


def _mapping(description: str, of: Schema) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": of}


def value_schema() -> Schema:
    """An entry of `values`."""
    numbers = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    forms = {"type": "array", "minItems": 1, "items": {"type": ["string", "integer"]}}
    return record(
        "What cells of this type print, and what that means; without any key: whole numbers from 0 on",
        {
            "decimal": _FLAG
            | {"description": "Figures may have decimals; they were rounded to those that are printed."},
            "exact": _FLAG | {"description": "Decimal figures were not rounded (cents)."},
            "places": {"type": "integer", "minimum": 0, "description": "Decimals at the most; zeros may be left out."},
            "negative": {
                "description": "Figures may be negative; or how -1 is printed: [-1, (1)].",
                "anyOf": [_FLAG, forms],
            },
            "signs": _mapping("Words before a figure that stand for a sign.", {"enum": ["+", "-"]}),
            "prefix": _words("What may stand before a figure ($)."),
            "suffix": _words("What may stand after a figure and says nothing."),
            "decimal-mark": {"enum": [".", ","], "description": "What stands before decimals."},
            "unit": text("The unit that figures come to; it may stand after them."),
            "accepts": _mapping(
                "Other units, and what one of each is in `unit`.", {"type": "number", "exclusiveMinimum": 0}
            ),
            "unit-said": text("An RE2 pattern of the words above a table that give the unit of its figures."),
            "below": _mapping("Texts that stand for a range: {<1: [0, 1]}.", numbers),
            "missing": _mapping("Texts that stand for no figure, and what each means.", _MEANINGS),
            "blank": _MEANINGS | {"description": "What a blank cell means, whatever the table says."},
            "share": _FLAG | {"description": "A percentage stands after the figure: 138 (91.4%)."},
            "zero-base": _words("What a percentage of nothing prints."),
            "adds-up": _FLAG | {"description": "false: its figures stand in no total (medians)."},
            "date": _FLAG | {"description": "Cells hold days."},
            "text": _FLAG | {"description": "Cells hold words."},
        },
    )


def check_values(data: PlacedMapping) -> Iterator[Mistake]:
    """Types that contradict themselves, patterns that are none, and columns or rows of a type that is not there."""
    values: PlacedMapping = data.get("values", PlacedMapping(data.place))
    for name, entry in values.items():
        yield from _check_value(entry, type_of(name, values))


def _check_value(entry: PlacedMapping, whole: Data) -> Iterator[Mistake]:
    if whole.get("date") and whole.get("text"):
        yield mistake(entry.key_places.get("text", entry.place), "value-two-sorts")
    if entry.get("exact") and not (whole.get("decimal") or whole.get("places")):
        yield mistake(entry.key_places["exact"], "value-needs", key="exact", other="decimal")
    for key in ("accepts", "unit-said"):
        if key in entry and "unit" not in whole and "unit" not in entry.lost:
            yield mistake(entry.key_places[key], "value-needs", key=key, other="unit")
    if "unit-said" in entry and (reason := what_is_wrong(entry["unit-said"])):
        yield mistake(entry.places["unit-said"], "pattern", reason=reason)
    for text_, ends in entry.get("below", {}).items():
        if ends[0] > ends[1]:
            yield mistake(entry["below"].places[text_], "value-range", low=str(ends[0]), high=str(ends[1]))
    for form, place in entry["negative"].pairs() if isinstance(entry.get("negative"), list) else ():
        if str(form).count("1") != 1 or len(str(form)) < 2:
            yield mistake(place, "value-negative", form=str(form))


def check_value_name(entry: PlacedMapping, values: Data) -> Iterator[Mistake]:
    """A mistake where the row or column is of a type that is not there."""
    name = entry.get("value")
    known = [one for one in dict.fromkeys((*SHIPPED, *values)) if one != EVERY]
    if name is not None and name not in known:
        found = mistake(entry.places["value"], "unknown-value-type", name=name, known=tuple(known))
        yield with_suggestion(found, name, known)
