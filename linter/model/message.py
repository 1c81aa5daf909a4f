"""A message that has not chosen its language yet: a key of the catalogue and the values that fill it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.model.records import Record


class Localised(Record):
    """A text that a rule pack gives in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


_INNER = str.maketrans({"“": "‘", "”": "’", "‘": "“", "’": "”"})


def inner_quotes(text: str) -> str:
    """`text` as it stands within quotation marks: its own are single ones. An apostrophe stays."""
    return text.translate(_INNER) if "“" in text else text


def in_quotes(text: str) -> str:
    """`text` in quotation marks."""
    return f"“{inner_quotes(text)}”"


class CellName(Record):
    """What a cell is called: by its row and its column, in the words of the form. A table `across` has its rows side by
    side, so what is a row of the form is none on the page.
    """

    row: str
    column: str
    across: bool = False

    def __str__(self) -> str:
        return f"{self.row}·{self.column}"


class Message(Record):
    """`key` names an entry of `linter.language`; `values` fill its fields.

    Values may be messages or localised texts themselves, or tuples of values, which are joined as the language joins
    a list. Plain strings are words of the report or of the pack and are shown as they are.
    """

    key: str
    values: Mapping[str, Value] = {}


Value = str | int | Decimal | Localised | CellName | Message | tuple["Value", ...]

Catalogue = Mapping[str, Localised]
"""Texts by the key of a message."""
