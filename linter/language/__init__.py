"""Texts for people, in Chinese and English side by side: the catalogue, and how a message is filled in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from linter.language import (
    annotating,
    commands,
    findings,
    grouping,
    previous,
    reading,
    reading_office,
    reading_pdf,
    reading_web,
    reading_word,
    rule_options,
    runs,
    tables,
)
from linter.language.printable import plain, printable, quoted
from linter.model.message import Catalogue, CellName, Localised, Message, Value, inner_quotes
from linter.text.regex import regex

LANGUAGES = ("zh", "en")

TOPICS = (
    annotating,
    commands,
    findings,
    grouping,
    previous,
    reading,
    reading_office,
    reading_pdf,
    reading_web,
    reading_word,
    rule_options,
    runs,
    tables,
)

CATALOGUE: Mapping[str, Localised] = {key: text for topic in TOPICS for key, text in topic.TEXTS.items()}
"""The texts of a run that finds nothing unusual. All others are read when one of them is needed."""

_PARTS = regex(r"[“”]|\{\{|\{(?P<field>\w+)")
_LIST = Localised(zh="、", en=", ")


def render(message: Message, language: str) -> str:
    """The text of `message` in `language` (`zh`, else English). Raises KeyError for a key or field that is unknown."""
    text = text_of(message.key).in_language(language)
    shown = {name: show(value, language) for name, value in message.values.items()}
    if any("“" in value for value in shown.values()):
        shown |= {name: inner_quotes(shown[name]) for name in _quoted_fields(text) if name in shown}
    return text.format_map(shown)


def text_of(key: str) -> Localised:
    """The text of a message in both languages. Raises KeyError for a key that is unknown."""
    if key in CATALOGUE:
        return CATALOGUE[key]
    if key.startswith("desk."):
        return of_desk()[key]
    first, last = (of_kinds, of_others) if "linter.kinds" in sys.modules else (of_others, of_kinds)
    return first().get(key) or last()[key]


@cache
def _quoted_fields(text: str) -> frozenset[str]:
    """The fields of a text that stand within quotation marks."""
    depth, found = 0, set()
    for part in _PARTS.finditer(text):
        depth += {"“": 1, "”": -1}.get(part[0], 0)
        if part["field"] and depth > 0:
            found.add(part["field"])
    return frozenset(found)


@cache
def of_others() -> Catalogue:
    """The texts for those who write packs or configure runs, or make something else than a check. A plain check needs
    none of them.
    """
    from linter.language import (
        acceptance,
        authoring,
        configuration,
        fixing,
        forms,
        pack_entities,
        pack_languages,
        pack_vocabulary,
        packs,
    )

    topics = (
        authoring,
        acceptance,
        configuration,
        fixing,
        forms,
        pack_entities,
        pack_languages,
        pack_vocabulary,
        packs,
    )
    return {key: text for topic in topics for key, text in topic.TEXTS.items()}


@cache
def of_kinds() -> Catalogue:
    """The texts that stand beside their kinds. Most commands that check nothing need none of them."""
    from linter.kinds import KINDS

    return {key: text for kind in KINDS.values() for key, text in kind.messages.items()}


@cache
def of_desk() -> Catalogue:
    """The texts of the desk, which no other command needs."""
    from linter.language.desk import TEXTS

    return TEXTS


def show(value: Value, language: str) -> str:
    """A value as it stands in a text: numbers plain, lists joined, words of the report made safe."""
    match value:
        case str():
            return quoted(value)
        case Message():
            return render(value, language)
        case CellName(row, column, across):
            named: dict[str, Value] = {"row": row, "column": column}
            return render(Message("cell.across", named) if across else Message("cell.name", named), language)
        case Localised():
            return printable(value.in_language(language))
        case tuple():
            return _LIST.in_language(language).join(show(part, language) for part in value)
        case Decimal() | int():
            return plain(value)
