"""Whose report it is: its year, its agency, its layout, and whether it is a report of the family at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from linter.binding.label import form_of, squeeze
from linter.binding.outline import Outline, find_sections
from linter.model.document import Block, Document, Paragraph, Table, Text
from linter.model.report import Fact, LayoutEvidence
from linter.model.span import Span
from linter.model.template import AgencyKind, FactPattern, Template

TITLE_CHARACTERS = 160
"""How much of the beginning of a document may be its title."""

CLOSING_LINES = 6


class Identity(NamedTuple):
    """What a document says of itself. `recognised` is false for a document that is no report of this family;
    `copies` is the number of reports that it holds.
    """

    facts: Mapping[str, Fact]
    agency: AgencyKind | None
    layout: LayoutEvidence
    outline: Outline
    recognised: bool
    copies: int


@dataclass(slots=True)
class _Region:
    """Texts joined for searching: all white space out, and for every character the text that it came from."""

    text: str = ""
    starts: list[tuple[int, Text]] = field(default_factory=list)

    def add(self, text: Text) -> None:
        self.starts.append((len(self.text), text))
        self.text += _digits(squeeze(text.value))

    def line_at(self, offset: int) -> tuple[int, Text]:
        """The start and the text of the line in which the character at `offset` stands."""
        return [start for start in self.starts if start[0] <= offset][-1]


def identify(document: Document, template: Template) -> Identity:
    """Read from the document's own words what a pack has to be chosen by."""
    outline = find_sections(document.blocks, template)
    regions = _regions(document.blocks, outline)
    facts = {name: fact for name, patterns in template.facts.items() if (fact := _fact(patterns, regions)) is not None}
    layout = _layout(document.blocks, outline, template)
    whole = regions["text"].text + "".join(layout_labels(document.blocks))
    recognised = len(outline.sections) > len(template.sections) // 2 or any(
        _compiled(mark).search(whole) for mark in template.marks
    )
    agency = _agency(facts["organisation"].value, template) if "organisation" in facts else None
    return Identity(facts, agency, layout, outline, recognised, outline.copies)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    import re2

    return re2.compile(pattern)


def _regions(blocks: Sequence[Block], outline: Outline) -> dict[str, _Region]:
    regions = {name: _Region() for name in ("title", "lead", "text", "closing")}
    first = outline.sections[0].first - 1 if outline.sections else len(blocks)
    paragraphs = [(index, block.text) for index, block in enumerate(blocks) if isinstance(block, Paragraph)]
    for index, text in paragraphs:
        regions["text"].add(text)
        if index < first:
            regions["lead"].add(text)
            if len(regions["title"].text) < TITLE_CHARACTERS:
                regions["title"].add(text)
    for _, text in paragraphs[-CLOSING_LINES:]:
        regions["closing"].add(text)
    return regions


def _digits(text: str) -> str:
    """Years written in Chinese numerals (二〇二三年) as digits; other numerals are words and stay."""
    if "年" not in text or "二" not in text:
        return text
    characters = list(text)
    for end, character in enumerate(characters):
        if character == "年" and end >= 4:
            year = characters[end - 4 : end]
            values = [0 if digit in "〇○零" else _numeric(digit) for digit in year]
            if all(value is not None for value in values):
                characters[end - 4 : end] = [str(value) for value in values]
    return "".join(characters)


def _numeric(character: str) -> int | None:
    value = unicodedata.numeric(character, -1.0)
    return int(value) if value in range(10) else None


def _fact(patterns: Sequence[FactPattern], regions: Mapping[str, _Region]) -> Fact | None:
    for pattern in patterns:
        region = regions[pattern.region]
        compiled = _compiled(pattern.pattern)
        match = compiled.search(region.text)
        if match is not None:
            value, span = _on_one_line(region, *match.span(compiled.groupindex["value"]))
            if value:
                return Fact(value, span)
    return None


def _on_one_line(region: _Region, start: int, end: int) -> tuple[str, Span]:
    """The part of a match that stands on its last line; two lines only where the last one alone is too short."""
    begin, text = region.line_at(end - 1)
    if begin > start:
        above, earlier = region.line_at(begin - 1)
        if end - begin < 5 and above >= start:
            begin, text = above, earlier
        start = max(start, begin)
    return region.text[start:end], text.span


def _agency(name: str, template: Template) -> AgencyKind | None:
    return next((agency for agency in template.agencies if _compiled(agency.pattern).search(name)), None)


def layout_labels(blocks: Sequence[Block]) -> set[str]:
    """The compared words of every label in a table."""
    return {
        form_of(cell.text.value).words
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if len(cell.text.value) > 3
    }


def _layout(blocks: Sequence[Block], outline: Outline, template: Template) -> LayoutEvidence:
    """The edition that the labels show: two of one edition and none of another, or else old headings alone."""
    labels = layout_labels(blocks)
    seen: dict[str, tuple[str, ...]] = {}
    for layout in template.layouts:
        seen[layout.id] = tuple(label for label in layout.labels if form_of(label).words in labels)
    if not any(seen.values()):
        return _by_headings(blocks, outline, template)
    certain = [id for id, found in seen.items() if len(found) >= 2]
    others = sum(bool(found) for found in seen.values())
    return LayoutEvidence(seen, certain[0] if len(certain) == 1 and others == 1 else None)


def _by_headings(blocks: Sequence[Block], outline: Outline, template: Template) -> LayoutEvidence:
    missing = len(template.sections) - len(outline.sections)
    headings = [
        block.text.value
        for block in blocks
        if isinstance(block, Paragraph)
        and form_of(block.text.value).mark in ("一", "1.")
        and len(block.text.value) < 40
    ]
    seen = {
        layout.id: tuple(word for word in layout.headings if any(word in heading for heading in headings))
        for layout in template.layouts
    }
    found = [id for id, words in seen.items() if len(words) >= 2]
    sure = len(found) == 1 and missing >= len(template.sections) // 2
    return LayoutEvidence(seen, found[0] if sure else None)
