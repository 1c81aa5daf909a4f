"""Texts for people, in Chinese and English side by side: the catalogue, and how a message is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from linter.language import (
    acceptance,
    annotating,
    commands,
    configuration,
    findings,
    fixing,
    forms,
    grouping,
    pack_entities,
    pack_languages,
    pack_vocabulary,
    packs,
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

LANGUAGES = ("zh", "en")

TOPICS = (
    acceptance,
    grouping,
    reading,
    reading_office,
    reading_pdf,
    reading_web,
    reading_word,
    rule_options,
    runs,
    tables,
    findings,
    fixing,
    previous,
    pack_entities,
    pack_languages,
    pack_vocabulary,
    packs,
    commands,
    configuration,
    annotating,
    forms,
)

CATALOGUE: Mapping[str, Localised] = {key: text for topic in TOPICS for key, text in topic.TEXTS.items()}
"""The texts that belong to no kind of rule."""

_LIST = Localised(zh="、", en=", ")


def render(message: Message, language: str) -> str:
    """The text of `message` in `language` (`zh`, else English). Raises KeyError for a key or field that is unknown."""
    key = message.key
    given = CATALOGUE.get(key) or (of_desk() if key.startswith("desk.") else of_authors()).get(key) or of_kinds()[key]
    text = given.in_language(language)
    shown = {name: show(value, language) for name, value in message.values.items()}
    if any("“" in value for value in shown.values()):
        shown |= {name: inner_quotes(shown[name]) for name in _quoted_fields(text) if name in shown}
    return text.format_map(shown)


@cache
def _quoted_fields(text: str) -> frozenset[str]:
    """The fields of a text that stand within quotation marks."""
    from string import Formatter

    depth, found = 0, set()
    for literal, field, _, _ in Formatter().parse(text):
        depth += literal.count("“") - literal.count("”")
        if field and depth > 0:
            found.add(field)
    return frozenset(found)


@cache
def of_authors() -> Catalogue:
    """The texts for those who write packs. Whoever checks a report needs none of them."""
    from linter.language.authoring import TEXTS

    return TEXTS


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
