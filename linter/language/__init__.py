"""All texts for people, in Chinese and English side by side: the catalogue, and how a message is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.language import (
    annotating,
    claims,
    commands,
    dates,
    findings,
    grouping,
    lists,
    packs,
    previous,
    prose,
    reading,
    reading_office,
    reading_pdf,
    reading_web,
    reading_word,
    wording,
)
from linter.language.printable import plain, printable, quoted
from linter.model.message import Localised, Message, Value

LANGUAGES = ("zh", "en")

TOPICS = (
    grouping,
    reading,
    reading_office,
    reading_pdf,
    reading_web,
    reading_word,
    findings,
    previous,
    prose,
    claims,
    packs,
    commands,
    annotating,
    wording,
    dates,
    lists,
)

CATALOGUE: Mapping[str, Localised] = {key: text for topic in TOPICS for key, text in topic.TEXTS.items()}

_LIST = Localised(zh="、", en=", ")


def render(message: Message, language: str) -> str:
    """The text of `message` in `language` (`zh`, else English). Raises KeyError for a key or field that is unknown."""
    text = CATALOGUE[message.key].in_language(language)
    return text.format_map({name: show(value, language) for name, value in message.values.items()})


def show(value: Value, language: str) -> str:
    """A value as it stands in a text: numbers plain, lists joined, words of the report made safe."""
    match value:
        case str():
            return quoted(value)
        case Message():
            return render(value, language)
        case Localised():
            return printable(value.in_language(language))
        case tuple():
            return _LIST.in_language(language).join(show(part, language) for part in value)
        case Decimal() | int():
            return plain(value)
