"""Words for options that were renamed: for one release they are read as the new ones, with a note at each place.

The whole module goes with the next release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.packs.mistakes import Mistake, mistake
from linter.packs.placed import PlacedList, PlacedMapping

RENAMED: Mapping[str, str] = {
    "where": "in",
    "section": "in",
    "sections": "in",
    "minimum": "min",
    "at-least": "min",
    "characters": "min",
    "shortest": "min",
    "at-most": "max",
    "farthest": "max",
}
SCOPES: Mapping[str, str] = {"unless-clause": "clause", "unless-report": "report"}
"""What `unless` is now given under a key of its own."""

STATES = ("superseded", "not-yet")
_EXCUSES_A_REPORT = ("required-mention",)


def renew(rules: Any) -> Iterator[Mistake]:
    """Put new words for the former ones of `rules`; a note for each, at its place.

    What the new word is may hang on the kind of the rule, which an entry that changes a rule does not say: such a word
    is left until the entry is laid over its rule.
    """
    for rule in rules if isinstance(rules, PlacedList) else ():
        if isinstance(rule, PlacedMapping):
            yield from _renew(rule, rule.get("kind"))
            claims = rule.get("claims")
            for inner in (rule.get("explained"), *(claims if isinstance(claims, PlacedList) else ())):
                if isinstance(inner, PlacedMapping):
                    yield from _renew(inner, "")


def _renew(options: PlacedMapping, kind: Any) -> Iterator[Mistake]:
    unless = options.get("unless")
    if isinstance(unless, str) and kind is not None:
        scope = "report" if kind in _EXCUSES_A_REPORT else "sentence"
        yield _note(options, "unless", f"unless: {{{scope}: …}}")
        _put_scope(options, "unless", scope)
    for old, scope in SCOPES.items():
        if old in options and isinstance(options.get("unless", PlacedMapping(options.place)), PlacedMapping):
            yield _note(options, old, f"unless: {{{scope}: …}}")
            _put_scope(options, old, scope)
    for old, new in RENAMED.items():
        if old in options and new not in options:
            yield _note(options, old, new)
            _move(options, old, new)
    if "words" in options:
        yield mistake(options.key_places["words"], "former-option", key="words")
        del options["words"]
    if options.get("when") in STATES:
        yield _note(options, "when", "state")
        _move(options, "when", "state")


def _note(options: PlacedMapping, old: str, new: str) -> Mistake:
    return mistake(options.key_places[old], "former-word", old=old, new=new)


def _put_scope(options: PlacedMapping, old: str, scope: str) -> None:
    """The pattern under `old` as that of `scope`, in the mapping `unless`, which is made where there is none."""
    place, key_place, pattern = options.places[old], options.key_places[old], options.pop(old)
    if "unless" not in options:
        options.put("unless", PlacedMapping(place), key_place, place)
    options["unless"].put(scope, pattern, key_place, place)


def _move(options: PlacedMapping, old: str, new: str) -> None:
    options.put(new, options.pop(old), options.key_places[old], options.places[old])
