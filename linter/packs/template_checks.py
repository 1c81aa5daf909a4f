"""What a JSON Schema cannot see in a template: names that lead nowhere, patterns that are none, things missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from linter.packs.document_entries import check_documents
from linter.packs.entity_entries import check_entities
from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.patterns import what_is_wrong
from linter.packs.placed import PlacedList, PlacedMapping
from linter.packs.table_checks import check_table, missing
from linter.packs.value_entries import check_values


def check_template(data: PlacedMapping) -> Iterator[Mistake]:
    """All mistakes of a pack's merged data, its rules excepted."""
    layouts, sections = entries(data, "layouts"), entries(data, "sections")
    yield from _check_pack(data, [layout["id"] for layout in layouts])
    for layout in layouts:
        yield from missing(layout, "title")
        yield from check_years(layout)
    for section in sections:
        yield from missing(section, "label")
    for agency in entries(data, "agencies"):
        yield from missing(agency, "title", "pattern")
        if "pattern" in agency:
            yield from check_pattern(agency["pattern"], agency.places["pattern"])
    names: Any = data.get("agency-names") or {}
    if "area" in names:
        yield from check_pattern(names["area"], names.places["area"])
    for pattern, place in data.get("marks", PlacedList(data.place)).pairs():
        yield from check_pattern(pattern, place)
    yield from _check_facts(data)
    yield from _check_documents(entries(data, "documents"))
    ids = [section["id"] for section in sections]
    form: Any = data.get("form") or {}
    yield from _check_below(data.get("agencies-below") or {}, ids)
    for name in form.get("sections", ()):
        if name not in ids:
            yield unknown(form["sections"].key_places[name], "unknown-section", name, ids)
    yield from check_entities(data)
    yield from check_values(data)
    for table in entries(data, "tables"):
        for key in ("title", "caption"):
            if (found := table.get("found-by")) is not None and key in found:
                yield from check_pattern(found[key], found.places[key])
        yield from check_table(table, ids, data.get("values", {}))


def _check_below(below: Any, sections: Sequence[str]) -> Iterator[Mistake]:
    """Mistakes in what explains that a report is not the sum of those below it."""
    for key in ("explained", "unless"):
        if key in below:
            yield from check_pattern(below[key], below.places[key])
    for name, place in below["in"].pairs() if "in" in below else ():
        if name not in sections:
            yield unknown(place, "unknown-section", name, sections)


def _check_facts(data: PlacedMapping) -> Iterator[Mistake]:
    for title in entries(data, "titles"):
        if "pattern" in title:
            yield from check_pattern(title["pattern"], title.places["pattern"])
    for patterns in data.get("facts", {}).values():
        for fact in patterns:
            if "pattern" in fact:
                yield from check_pattern(fact["pattern"], fact.places["pattern"], group="value")


def entries(data: PlacedMapping, key: str) -> list[PlacedMapping]:
    return list(data.get(key, ()))


def unknown(place: Place, key: str, name: str, known: Iterable[str]) -> Mistake:
    """The mistake of a name that is not among the `known` ones."""
    names = tuple(known)
    return with_suggestion(mistake(place, key, name=name, known=names), name, names)


def _check_pack(data: PlacedMapping, layouts: list[str]) -> Iterator[Mistake]:
    pack = data.get("pack")
    if pack is None:
        if "pack" not in data.lost:
            yield mistake(Place(data.place.file), "no-pack")
        return
    yield from check_years(pack)
    if "layout" in pack and pack["layout"] not in layouts:
        yield unknown(pack.places["layout"], "unknown-layout", pack["layout"], layouts)


def check_years(entry: PlacedMapping) -> Iterator[Mistake]:
    years: Any = entry.get("years") or {}
    first, last = years.get("first"), years.get("last")
    if first is not None and last is not None and first > last:
        yield mistake(years.places["last"], "years-order", first=first, last=last)


def check_pattern(pattern: str, place: Place, group: str = "") -> Iterator[Mistake]:
    """A mistake where `pattern` is no RE2 pattern, or lacks the named group that it has to have."""
    reason = what_is_wrong(pattern)
    if reason:
        yield mistake(place, "pattern", reason=reason)
    elif group and f"(?P<{group}>" not in pattern:
        yield mistake(place, "pattern-group", group=group)


def _check_documents(documents: list[PlacedMapping]) -> Iterator[Mistake]:
    for document in documents:
        yield from check_years(document)
    yield from check_documents(documents)


def check_overlaps(members: Sequence[tuple[str, PlacedMapping]]) -> Iterator[Mistake]:
    """A mistake for each member of a family that is for a year of an earlier member."""
    for index, (name, data) in enumerate(members):
        for other_name, other in members[:index]:
            ours, theirs = _span(data), _span(other)
            if ours and theirs and max(ours[0], theirs[0]) <= min(ours[1], theirs[1]):
                pack = data["pack"]
                place = pack.places.get("years", pack.place)
                yield mistake(place, "years-overlap", member=name, other=other_name)


def _span(data: PlacedMapping) -> tuple[float, float] | None:
    """The first and last year of a pack, or None where its years could not be read."""
    pack = data.get("pack")
    if pack is None or "years" in pack.lost:
        return None
    years: Any = pack.get("years") or {}
    return years.get("first", float("-inf")), years.get("last", float("inf"))
