"""Official documents in packs (`documents:`): their schema, what a schema cannot see, and how they are built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.model.template import OfficialDocument, Years
from linter.packs.mistakes import Mistake, mistake, with_suggestion
from linter.packs.placed import PlacedMapping

Data = Mapping[str, Any]


def document_properties() -> dict[str, Any]:
    """The keys of an entry, but for `remove`."""
    texts = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return {
        "id": {"$ref": "#/$defs/id"},
        "names": texts | {"description": "Its names as they are quoted, the full one first."},
        "numbers": texts | {"description": "Its numbers as they are printed; brackets of any shape are found."},
        "years": {"$ref": "#/$defs/years", "description": "The report years for which it is in force."},
        "replaces": {
            "type": "array",
            "items": {"$ref": "#/$defs/id"},
            "description": "Ids of the documents that were in force before its first year and are so no longer.",
        },
    }


def build_documents(entries: Sequence[Data]) -> tuple[OfficialDocument, ...]:
    """The documents; one that another replaces is in force until the year before the other's first."""
    successors = {old: entry for entry in entries for old in entry.get("replaces", ())}
    return tuple(_document(entry, successors.get(entry["id"])) for entry in entries)


def _document(entry: Data, successor: Data | None) -> OfficialDocument:
    years = entry.get("years") or {}
    last = years.get("last")
    starts = (successor.get("years") or {}).get("first") if successor else None
    if starts is not None:
        last = starts - 1 if last is None else min(last, starts - 1)
    return OfficialDocument(
        entry["id"],
        tuple(entry.get("names", ())),
        tuple(entry.get("numbers", ())),
        Years(years.get("first"), last),
        successor["id"] if successor else None,
    )


def check_documents(entries: Sequence[PlacedMapping]) -> Iterator[Mistake]:
    """Documents that nothing tells, that replace none of the others, or that replace without saying from when on."""
    ids = [entry["id"] for entry in entries]
    replaced: dict[str, str] = {}
    for entry in entries:
        lost = entry.lost & {"names", "numbers"}
        if not lost and not entry.get("names") and not entry.get("numbers"):
            yield mistake(entry.place, "document-unnamed", id=entry["id"])
        if "replaces" not in entry:
            continue
        if "first" not in (entry.get("years") or {}) and "years" not in entry.lost:
            yield mistake(entry.key_places["replaces"], "document-replaces-when", id=entry["id"])
        for old, place in entry["replaces"].pairs():
            if old not in ids or old == entry["id"]:
                others = [id for id in ids if id != entry["id"]]
                yield with_suggestion(mistake(place, "unknown-document", name=old), old, others)
            elif replaced.setdefault(old, entry["id"]) != entry["id"]:
                yield mistake(place, "document-replaced-twice", name=old, other=replaced[old])
