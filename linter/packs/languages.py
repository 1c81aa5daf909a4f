"""The files of `rules/language/`: their schema, what is wrong with them, and the JSON that the program reads.

`python -m linter.packs.languages` validates them and writes that.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linter.model.language import Language
from linter.model.records import Record
from linter.packs.files import is_file, pack_file, yaml_names
from linter.packs.mistakes import BrokenPack, Mistake, mistake
from linter.packs.schema_parts import Schema
from linter.packs.shape import Shape
from linter.packs.yaml_reading import read_yaml
from linter.text.languages import COMPILED, LANGUAGE_FOLDER, PARTS, rules_folder

_WORDS: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True}
_TEXT: Schema = {"type": "string"}
_OTHER_TYPES: Mapping[str, Schema] = {
    "bool": {"type": "boolean"},
    "str": _TEXT,
    "Words": _WORDS,
    "Mapping[str, int]": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    "Mapping[str, str]": {"type": "object", "additionalProperties": _TEXT},
}
_PAIR: Schema = {"type": "string", "pattern": "^(..)?$"}
_PAIRS: Schema = {"type": "array", "items": {"type": "string", "pattern": "^..$"}}
_ONE: Schema = {"type": "string", "pattern": "^.$"}
_ORDER: Schema = {"enum": ["year month day", "month day year", "day month year"]}
_OWN: Mapping[str, Schema] = {
    **dict.fromkeys(("brackets", "quotes", "single_quotes", "titles", "year_brackets"), _PAIR),
    **dict.fromkeys(("inner_titles", "all_brackets", "all_quotes", "note_brackets"), _PAIRS),
    **dict.fromkeys(("comma", "semicolon", "item", "colon"), _ONE),
    "full_stops": {"type": "string", "minLength": 1},
    "decimal_mark": {"enum": [".", ","]},
    "orders": {"type": "array", "items": _ORDER, "minItems": 1, "uniqueItems": True},
    "agency": {"type": "string", "format": "re2"},
    "id": {"type": "string", "pattern": "^[a-z]{2,3}$"},
    "digits": {**_WORDS, "minItems": 9, "maxItems": 9},
}
"""Keys whose values are more than any text or words."""


def language_schema() -> Schema:
    """The schema of one file: every key is there in every language, so that none falls behind another."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_schema(Language)}


def _schema(record: type[Any]) -> Schema:
    keys = {field.rstrip("_").replace("_", "-"): _value(field, type) for field, type in record.__annotations__.items()}
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


def _value(field: str, written: str) -> Schema:
    part = PARTS.get(field)
    return _schema(part) if part is not None else _OWN.get(field) or _OTHER_TYPES[written]


def holds_languages(folder: Path) -> bool:
    """Whether a folder is one of languages and not of a pack: the program's JSON lies in it."""
    return is_file(folder / COMPILED)


class ReadLanguages(Record):
    """The data of each language by its id, as the files have it, and what is wrong with them."""

    data: Mapping[str, Any]
    mistakes: tuple[Mistake, ...]


def read_languages(folder: Path) -> ReadLanguages:
    """The languages in `folder`, one in each file, with the mistakes of all. Raises OSError."""
    shape = Shape(language_schema())
    data: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name in sorted(yaml_names(folder), reverse=True):
        read, found = read_yaml(pack_file(folder / name), str(folder / name))
        mistakes.extend(found)
        if read is None:
            continue
        mistakes.extend(one for _, one in shape.mistakes(read))
        id = str(read.get("id", ""))
        if id and id != Path(name).stem:
            mistakes.append(mistake(read.places["id"], "language-of-file", id=id, name=name))
        data[id] = read
    return ReadLanguages(data, tuple(mistakes))


def compiled(read: ReadLanguages) -> str:
    """What the program reads of the languages in a folder."""
    return json.dumps(read.data, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the JSON beside the files, or say what is wrong with them."""
    folder = rules_folder() / LANGUAGE_FOLDER
    read = read_languages(folder)
    # Written in any case: a key that is new in the files has to be there before the program can ask for it.
    (folder / COMPILED).write_text(compiled(read), encoding="utf-8", newline="\n")
    if read.mistakes:
        sys.exit(str(BrokenPack(read.mistakes)))


if __name__ == "__main__":
    main()
