"""The waivers that a configuration lists, or names a file of.

A list of many is read quickly: where each line is plain (`- rule: x`, `  file: y`), one pattern reads it, and it may be
as long as the file may be large. Whatever else YAML allows goes the long way, with its limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from linter.acceptance.waivers import Waiver
from linter.model.message import Message
from linter.model.records import Record
from linter.packs.mistakes import Mistake, Place
from linter.packs.placed import PlacedList, PlacedMapping
from linter.text.regex import regex

REQUIRED = ("rule", "file", "reason", "owner")
KEYS = (*REQUIRED, "address", "value", "until")

_SCALAR = (
    r"'(?P<single>[^'\n]*)'|\"(?P<double>[^\"\\\n]*)\"|"
    r"(?P<plain>[^\s'\"#&*!|>{}\[\],%@`?:-](?:[^:#\n\r]|:(?!\s|$)|(?<!\s)\#)*)"
)
_LINE = regex(rf"(?P<indent> *)(?P<item>- +)?(?P<key>{'|'.join(KEYS)}):[ ]+(?:{_SCALAR})[ \r]*$")
_NOTHING = regex(r"\s*(?:#.*)?$")
_HEAD = regex(r"waivers:\s*(?:#.*)?$")

Entry = Mapping[str, tuple[str, Place]]
"""Key → what stands under it as text, and where the key stands."""


class Plain(Record):
    """The waivers that a text lists plainly, and the text with empty lines in their place."""

    entries: tuple[Entry, ...]
    rest: str


def plain_waivers(text: str, file: str) -> Plain | None:
    """The list under `waivers:` at the beginning of a line; None where there is none, or one that is not plain."""
    lines = text.split("\n") if "waivers:" in text else []
    head = next((number for number, line in enumerate(lines) if _HEAD.match(line)), None)
    if head is None:
        return None
    entries: list[dict[str, tuple[str, Place]]] = []
    margin = -1
    end = head + 1
    for end in range(head + 1, len(lines) + 1):
        line = lines[end] if end < len(lines) else "end:"
        found = _LINE.match(line)
        if found is None:
            if _NOTHING.match(line):
                continue
            if line[:1] in (" ", "-", "\t"):
                return None
            break
        at, key = found.start("key"), found["key"]
        margin = at if margin < 0 else margin
        if found["item"] is not None:
            entries.append({})
        if at != margin or not entries or key in entries[-1]:
            return None
        entries[-1][key] = (_text(found), Place(file, end + 1, at + 1))
    rest = "\n".join([*lines[:head], *[""] * (end - head), *lines[end:]]).rstrip("\n")
    return Plain(tuple(entries), f"{rest}\n") if entries else None


def _text(found: re.Match[str]) -> str:
    """What stands after the colon: the last group that matched is the one of the scalar."""
    return found[found.lastgroup or 0].rstrip()


def placed_entries(waivers: PlacedList) -> tuple[Entry, ...]:
    """The same of a list that YAML or TOML gave. What is no mapping was seen to by the schema."""
    return tuple(
        {key: (value if isinstance(value, str) else str(value), entry.key_places[key]) for key, value in entry.items()}
        for entry in waivers
        if isinstance(entry, PlacedMapping)
    )


def waivers_of(entries: Sequence[Entry], start: Place, plain: bool) -> tuple[tuple[Waiver, ...], list[Mistake]]:
    """The waivers, and what is wrong with them at its place; that keys lack is said here of a `plain` list alone."""
    mistakes: list[Mistake] = []
    waivers = []
    for entry in entries:
        mistakes.extend(_mistakes_in(entry, start, plain))
        said = {key: text for key, (text, _) in entry.items() if key in KEYS}
        place = next((place for _, place in entry.values()), start)
        if all(said.get(key, "").strip() for key in REQUIRED):
            waivers.append(Waiver(**said, line=place.line, column=place.column))
    return tuple(waivers), mistakes


def _mistakes_in(entry: Entry, start: Place, plain: bool) -> Iterator[Mistake]:
    place = next((place for _, place in entry.values()), start)
    for key in REQUIRED:
        text, where = entry.get(key, ("", place))
        if not text.strip() and (plain or key in entry):
            yield at(where, Message("waiver.missing-key", {"key": key}))
    if "until" in entry and not is_day(entry["until"][0]):
        yield no_day(entry["until"][1], entry["until"][0])


def is_day(written: str) -> bool:
    """Whether a text is a day of the calendar, as 2024-01-17."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def no_day(place: Place, written: str) -> Mistake:
    """That `written` is no day of the calendar."""
    return at(place, Message("config.no-such-day", {"value": written}))


def at(place: Place, message: Message) -> Mistake:
    """A mistake at a place."""
    return Mistake(place.file, place.line, place.column, message)
