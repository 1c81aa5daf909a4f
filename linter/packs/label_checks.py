"""Labels that can never match: they have no letter, or something beside them has the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.binding.label import form_of
from linter.packs.mistakes import Mistake, Place, mistake
from linter.packs.placed import PlacedList, PlacedMapping
from linter.packs.table_building import blocks_of

Compared = tuple[str, int | None]
WORDINGS = ("aliases", "outdated")


def check_labels(data: PlacedMapping) -> Iterator[Mistake]:
    """The labels of a pack's merged data that tell nothing, or not what they should: of sections, rows and columns."""
    yield from _check_siblings(data.get("sections", ()))
    for table in data.get("tables", ()):
        for block in blocks_of(table):
            for key in ("rows", "columns"):
                yield from _check_tree(block.get(key, ()), key)


def _check_tree(entries: Any, key: str) -> Iterator[Mistake]:
    yield from _check_siblings(entries)
    for entry in entries:
        if key in entry:
            yield from _check_tree(entry[key], key)


def _check_siblings(entries: Any) -> Iterator[Mistake]:
    """None of several entries beside one another has another wording that is a label of one of the others; two with one
    label are told by their order.
    """
    own: dict[Compared, tuple[int, Place]] = {}
    for wordings in (("label",), WORDINGS):
        for number, entry in enumerate(entries):
            for text, place in _labels(entry, wordings):
                compared = _compared(text)
                if not compared[0]:
                    yield mistake(place, "label-empty", label=text)
                    continue
                first, at = own.setdefault(compared, (number, place))
                if first != number and wordings is WORDINGS:
                    yield mistake(place, "label-taken", label=text, first=str(at))


def _compared(text: str) -> Compared:
    form = form_of(text)
    return form.words, form.number


def _labels(entry: PlacedMapping, keys: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    for key in keys:
        if key not in entry:
            continue
        if isinstance(entry[key], PlacedList):
            yield from entry[key].pairs()
        else:
            yield str(entry[key]), entry.places[key]
