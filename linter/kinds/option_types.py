"""The types that options have: for each its schema, and how what is written is looked up in the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from linter.kinds.option import OptionError, OptionErrors, OptionType
from linter.model.address import Address
from linter.model.finding import Severity
from linter.model.message import Localised, Message
from linter.model.prose import LEAD, OTHER, TITLE
from linter.model.records import Record
from linter.model.template import SectionSpec, TableSpec, Template
from linter.text.languages import LANGUAGES
from linter.text.likeness import unknown
from linter.text.spaced import pattern_in_marks, words_in_marks

PARTS_BESIDE_SECTIONS = (TITLE, LEAD, OTHER)
_LIST: dict[str, Any] = {"type": "array", "minItems": 1}
_IDS = {**_LIST, "items": {"type": "string"}, "uniqueItems": True}
_PATTERN = {"type": "string", "minLength": 1, "format": "re2"}
_PATTERNS = {"anyOf": [_PATTERN, {"type": "array", "items": _PATTERN, "minItems": 1}]}
_TEXT = {"type": "string", "minLength": 1}


def _pattern(written: str, template: Template) -> str:
    """A pattern for text in the marks in which it is searched."""
    return pattern_in_marks(written) if LANGUAGES[template.language].spaces else written


def _words(written: Iterable[str], template: Template) -> tuple[str, ...]:
    language = LANGUAGES[template.language]
    return tuple(words_in_marks(word, language) if language.spaces else word for word in written)


def _as_written(written: Any, _template: Template) -> Any:
    return written


def _tuple(written: Iterable[Any], _template: Template) -> tuple[Any, ...]:
    return tuple(written)


def _nothing(_template: Template) -> str:
    return ""


def _none(_template: Template) -> tuple[()]:
    return ()


def known_ids(written: Iterable[str], known: Iterable[str], message: str) -> tuple[str, ...]:
    """`written`, if every one of it is `known`; else raises `OptionErrors` with the nearest known one for each."""
    ids, all_known = tuple(written), tuple(known)
    errors = [
        OptionError((index,), unknown(message, id, all_known)) for index, id in enumerate(ids) if id not in all_known
    ]
    if errors:
        raise OptionErrors(errors)
    return ids


def known_id(written: str, known: Iterable[str], message: str) -> str:
    """`written`, if it is `known`; else raises `OptionErrors`."""
    all_known = tuple(known)
    if written not in all_known:
        raise OptionErrors([OptionError((), unknown(message, written, all_known))])
    return written


def _tables(written: Iterable[str], template: Template) -> tuple[TableSpec, ...]:
    ids = known_ids(written, (table.id for table in template.tables), "option.unknown-table")
    return tuple(table for table in template.tables if table.id in ids)


def _sections(written: Iterable[str], template: Template) -> tuple[SectionSpec, ...]:
    ids = known_ids(written, (section.id for section in template.sections), "option.unknown-section")
    return tuple(section for section in template.sections if section.id in ids)


def _section(written: str, template: Template) -> str:
    return known_id(written, (section.id for section in template.sections), "option.unknown-section")


def _parts(written: Iterable[str], template: Template) -> tuple[str, ...]:
    known = (*PARTS_BESIDE_SECTIONS, *(section.id for section in template.sections))
    return known_ids(written, known, "option.unknown-section")


def _fact(written: str, template: Template) -> str:
    return known_id(written, template.facts, "option.unknown-fact")


def _documents(written: Iterable[str], template: Template) -> tuple[str, ...]:
    return known_ids(written, (document.id for document in template.documents), "option.unknown-document")


def _cells(written: Iterable[str], template: Template) -> tuple[Address, ...]:
    """The cells that the patterns name, in the order of the form; a pattern that names no cell is a mistake."""
    chosen: set[Address] = set()
    errors = []
    everything = _addresses(template)
    for index, pattern in enumerate(written):
        wanted = Address.split(pattern) or ("", "", "")
        found = [address for address in everything if _fits(wanted, address)]
        if not found:
            errors.append(OptionError((index,), _nearest(pattern, wanted, everything)))
        chosen.update(found)
    if errors:
        raise OptionErrors(errors)
    return tuple(address for address in everything if address in chosen)


@lru_cache(maxsize=32)
def _addresses(template: Template) -> tuple[Address, ...]:
    """Every cell of a form; many rules ask for them."""
    return tuple(address for table in template.tables for address in table.addresses())


def _fits(wanted: tuple[str, str, str], address: Address) -> bool:
    table, row, column = wanted
    return table in ("*", address.table) and row in ("*", address.row) and column in ("*", address.column)


def _nearest(pattern: str, wanted: tuple[str, str, str], everything: Sequence[Address]) -> Message:
    """The nearest pattern of the same shape that names a cell."""
    shaped = (
        ".".join(
            "*" if part == "*" else id
            for part, id in zip(wanted, (address.table, address.row, address.column), strict=True)
        )
        for address in everything
    )
    near = unknown("option.no-cell", pattern, shaped)
    return near if near.key.endswith("-near") else Message("option.no-cell", {"name": pattern})


TABLES = OptionType(Localised("表", "tables"), _IDS, _tables, lambda template: template.tables)
SECTIONS = OptionType(Localised("部分", "sections"), _IDS, _sections, lambda template: template.sections)
SECTION = OptionType(Localised("部分", "section"), {"type": "string"}, _section)
PARTS = OptionType(Localised("部分", "parts of the report"), _IDS, _parts, _none)
FACT = OptionType(Localised("事实", "fact"), {"type": "string"}, _fact)
DOCUMENTS = OptionType(Localised("文件", "documents"), _IDS, _documents, _none)
CELLS = OptionType(
    Localised("单元格", "cells"),
    {**_LIST, "items": {"type": "string", "pattern": r"^[^.\s]+\.[^\s].*\.[^.\s]+$"}},
    _cells,
    _none,
)
PATTERN: OptionType[str] = OptionType(Localised("RE2 模式", "RE2 pattern"), _PATTERN, _pattern, _nothing)
WORDS: OptionType[tuple[str, ...]] = OptionType(
    Localised("词语", "words"), {**_LIST, "items": _TEXT, "uniqueItems": True}, _words, _none
)
CHARACTERS: OptionType[str] = OptionType(Localised("字符", "characters"), {"type": "string"}, _as_written, _nothing)
FLAG: OptionType[bool] = OptionType(Localised("true 或 false", "true or false"), {"type": "boolean"}, _as_written)
SEVERITY: OptionType[Severity] = OptionType(
    Localised("级别", "severity"),
    {"enum": [str(severity) for severity in Severity]},
    lambda written, _: Severity(written),
)
TEXT = OptionType(
    Localised("各语言的文字", "text in the languages of the pack"),
    {
        "type": "object",
        "properties": {"zh": _TEXT, "en": _TEXT},
        "minProperties": 1,
        "additionalProperties": False,
    },
    lambda written, _: Localised(written.get("zh") or written["en"], written.get("en") or written["zh"]),
    lambda _: Localised("", ""),
)


def whole(least: int, most: int | None = None) -> OptionType[int]:
    """A whole number within bounds, both included."""
    schema: dict[str, Any] = {"type": "integer", "minimum": least}
    return OptionType(
        Localised("整数", "whole number"), schema if most is None else {**schema, "maximum": most}, _as_written
    )


def choice(*words: str) -> OptionType[str]:
    """One of a few words."""
    return OptionType(Localised(" / ".join(words), " / ".join(words)), {"enum": list(words)}, _as_written)


def choices(*words: str) -> OptionType[tuple[str, ...]]:
    """Some of a few words; all of them where nothing is written."""
    schema = {**_LIST, "items": {"enum": list(words)}, "uniqueItems": True}
    return OptionType(Localised(" / ".join(words), " / ".join(words)), schema, _tuple, lambda _: words)


def pattern_with(*groups: str) -> OptionType[str]:
    """A pattern that has these named groups."""

    def read(written: str, template: Template) -> str:
        lacking = (group for group in groups if f"(?P<{group}>" not in written)
        errors = [OptionError((), Message("pack.pattern-group", {"group": group})) for group in lacking]
        if errors:
            raise OptionErrors(errors)
        return _pattern(written, template)

    return OptionType(PATTERN.name, _PATTERN, read)


class Unless(Record):
    """Patterns that excuse a clause (from comma to comma), a sentence, or the report, each as one pattern; an empty one
    excuses nothing.
    """

    clause: str = ""
    sentence: str = ""
    report: str = ""


_SCOPES = {
    "clause": "A clause, from comma to comma, in which it is found is skipped.",
    "sentence": "A sentence in which it is found is skipped.",
    "report": "Where it is found anywhere in what is looked at, the rule does not apply.",
}


def excuses(*scopes: str) -> OptionType[Unless]:
    """Patterns that excuse what they are found in, by how much of the text they excuse."""
    schema = {
        "type": "object",
        "properties": {scope: {**_PATTERNS, "description": _SCOPES[scope]} for scope in scopes},
        "minProperties": 1,
        "additionalProperties": False,
    }
    each = Localised(zh="模式", en="patterns")
    name = Localised(*(", ".join(f"{scope}: {word}" for scope in scopes) for word in each))
    return OptionType(name, schema, _unless, lambda _: Unless())


def _unless(written: Any, template: Template) -> Unless:
    return Unless(**{scope: _pattern(any_of(patterns), template) for scope, patterns in written.items()})


def any_of(patterns: str | Sequence[str]) -> str:
    """One pattern for what a rule gives as one or as a list of them."""
    return patterns if isinstance(patterns, str) else "|".join(f"(?:{pattern})" for pattern in patterns)
