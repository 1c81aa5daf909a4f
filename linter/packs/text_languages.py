"""Texts for people in a pack: each is given in all languages of the pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.packs.mistakes import Mistake, mistake
from linter.packs.placed import PlacedMapping
from linter.packs.template_building import languages_of
from linter.text.languages import LANGUAGES

TEXT_KEYS = frozenset({"title", "explanation", "message", "advice", "what"})
"""Keys whose values are texts by language, wherever they stand in a pack or in the options of a kind."""


def check_texts(data: PlacedMapping) -> Iterator[Mistake]:
    """A mistake for every text of a pack's merged data that is not given in one of the pack's languages."""
    pack = data.get("pack")
    if pack is not None and "language" not in pack.lost:
        yield from _lacking(data, languages_of(data))


def _lacking(value: Any, languages: tuple[str, ...]) -> Iterator[Mistake]:
    if isinstance(value, PlacedMapping):
        for key, inner in value.items():
            if key in TEXT_KEYS and isinstance(inner, PlacedMapping) and inner and inner.keys() <= LANGUAGES.keys():
                lacking = (id for id in languages if id not in inner and id not in inner.lost)
                yield from (mistake(inner.place, "text-lacks-language", language=id) for id in lacking)
            else:
                yield from _lacking(inner, languages)
    elif isinstance(value, list):
        for inner in value:
            yield from _lacking(inner, languages)
