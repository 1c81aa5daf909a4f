"""The lines above tables in the reports that tests are written with: each has to be one by which the table is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.packs.mistakes import Mistake, mistake
from linter.packs.patterns import what_is_wrong
from linter.packs.placed import PlacedList, PlacedMapping
from linter.text.regex import regex

_ESCAPED = regex(r"\\[^\w\s]")
_MORE_THAN_WORDS = regex(r"[\\^$*+?{}\[\]|()]")
_ENTITY = "{entity}"


def check_form_lines(data: PlacedMapping) -> Iterator[Mistake]:
    """A mistake for every table that is found by a pattern which cannot be printed as it stands, where the pack has
    rules to test and gives no line for it; and for every line that the pattern does not find.
    """
    if not data.get("rules"):
        return
    form: Any = data.get("form") or PlacedMapping(data.place)
    lines: Any = form.get("tables") or PlacedMapping(data.place)
    for table in data.get("tables", PlacedList(data.place)):
        found_by: Any = table.get("found-by") or {}
        key = "title" if "title" in found_by else "caption"
        pattern = str(found_by.get(key, ""))
        if not pattern or what_is_wrong(pattern):
            continue
        if table["id"] in lines:
            if not _finds(pattern, str(lines[table["id"]]).replace(_ENTITY, _sample(data, table))):
                yield mistake(lines.places[table["id"]], "form-line-not-found", id=table["id"])
        elif _MORE_THAN_WORDS.search(_ESCAPED.sub("", pattern)):
            yield mistake(found_by.places[key], "form-line-needed", id=table["id"])


def _finds(pattern: str, line: str) -> bool:
    """Whether the pattern finds a line as it finds the title of a table (see `linter.binding.locating`)."""
    import re2

    return re2.compile(rf"(?i)[^\pL\pN]*(?:{pattern})").match(" ".join(line.split())) is not None


def _sample(data: PlacedMapping, table: PlacedMapping) -> str:
    """A name of the entity that a table is for each of; empty for any other table."""
    entity = data.get("entities", {}).get(table.get("each", ""), {})
    return next(iter(map(str, entity.get("samples") or ())), "")
