"""The languages that reports are written in: data of `rules/language/`, read once.

Its YAML is kept as JSON beside it (`python -m linter.packs.languages` writes that), since every start needs it and few
need a parser of YAML.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from linter.model.language import (
    DateWords,
    FigureWords,
    HeadingWords,
    Joining,
    Language,
    Marks,
    NoteWords,
    Numerals,
    OtherTables,
    PageWords,
    Radicals,
)
from linter.model.message import Localised

LANGUAGE_FOLDER = "language"
COMPILED = "languages.json"
PARTS: Mapping[str, type[Any]] = {
    "title": Localised,
    "marks": Marks,
    "numerals": Numerals,
    "figures": FigureWords,
    "dates": DateWords,
    "headings": HeadingWords,
    "pages": PageWords,
    "notes": NoteWords,
    "other_tables": OtherTables,
    "joining": Joining,
    "radicals": Radicals,
}
"""The record that each part of a language is."""


def rules_folder() -> Path:
    """The folder of the shipped rules: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def field_of(key: str) -> str:
    """The field of a record that a key of the YAML fills."""
    return {"and": "and_", "or": "or_"}.get(key, key.replace("-", "_"))


def language_of(data: Mapping[str, Any]) -> Language:
    """A language from its data as JSON has it."""
    parts = _fields(data, Language)
    return Language(
        **{key: PARTS[key](**_fields(value, PARTS[key])) if key in PARTS else value for key, value in parts.items()}
    )


def _fields(data: Mapping[str, Any], record: Any) -> dict[str, Any]:
    """The values by the fields of a record that they fill; keys that it has no field for are left out."""
    values = {field_of(key): tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return {field: values[field] for field in record._fields if field in values}


def _read() -> dict[str, Language]:
    compiled = (rules_folder() / LANGUAGE_FOLDER / COMPILED).read_text(encoding="utf-8")
    return {id: language_of(data) for id, data in json.loads(compiled).items()}


LANGUAGES: Mapping[str, Language] = _read()
"""Every language by its id, those that other characters are written in first."""

SEARCHED = LANGUAGES["zh"]
"""The language in whose marks running text is searched, whatever it is written in: one set of marks serves all."""

DEFAULT = ("zh", "en")
"""The languages of a pack that names none: its reports are in the first, its titles in all."""


def every(words: Callable[[Language], Iterable[str]]) -> tuple[str, ...]:
    """Words of all languages, each once: what readers go by, who do not know yet in which language a document is."""
    return tuple(dict.fromkeys(word for language in LANGUAGES.values() for word in words(language)))
