"""Whose report it is: its year, its agency, its layout, and whether it is a report of the family at all."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from linter.binding.label import form_of
from linter.binding.outline import Outline, find_sections
from linter.binding.regions import Region, Regions
from linter.model.document import Block, Document, Paragraph, Table
from linter.model.report import Fact, LayoutEvidence
from linter.model.span import Span
from linter.model.template import AgencyKind, FactPattern, Template


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


def identify(document: Document, template: Template) -> Identity:
    """Read from the document's own words what a pack has to be chosen by."""
    outline = find_sections(document.blocks, template)
    first = outline.sections[0].first - 1 if outline.sections else len(document.blocks)
    regions = Regions(document.blocks, first)
    labels = _labels_in_tables(document.blocks)
    facts = {name: fact for name, patterns in template.facts.items() if (fact := _fact(patterns, regions)) is not None}
    agency = _agency(facts["organisation"].value, template) if "organisation" in facts else None
    recognised = len(outline.sections) > len(template.sections) // 2 or _is_marked(template, regions, labels)
    layout = _layout(document.blocks, labels, outline, template)
    return Identity(facts, agency, layout, outline, recognised, outline.copies)


def _is_marked(template: Template, regions: Regions, labels: set[str]) -> bool:
    """Whether some words are found in reports of this family alone."""
    texts = (regions["title"].text, "\n".join(labels), regions["text"].text)
    return any(compiled(mark).search(text) for text in texts for mark in template.marks)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> Any:
    """The compiled pattern of a pack."""
    import re2

    return re2.compile(pattern)


def _fact(patterns: Sequence[FactPattern], regions: Regions) -> Fact | None:
    for pattern in patterns:
        region = regions[pattern.region]
        searched = compiled(pattern.pattern)
        match = searched.search(region.text)
        if match is not None:
            value, span = _on_one_line(region, *match.span(searched.groupindex["value"]))
            if value:
                return Fact(value, span)
    return None


def _on_one_line(region: Region, start: int, end: int) -> tuple[str, Span]:
    """The part of a match that stands on its last line; two lines only where the last one alone is too short."""
    begin, text = region.line_at(end - 1)
    if begin > start:
        above, earlier = region.line_at(begin - 1)
        if end - begin < 5 and above >= start:
            begin, text = above, earlier
        start = max(start, begin)
    return region.text[start:end], text.span


def _agency(name: str, template: Template) -> AgencyKind | None:
    return next((agency for agency in template.agencies if compiled(agency.pattern).search(name)), None)


def _labels_in_tables(blocks: Sequence[Block]) -> set[str]:
    """The compared words of every label in a table."""
    return {
        form_of(cell.text.value).words
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if len(cell.text.value) > 3
    }


def _layout(blocks: Sequence[Block], labels: set[str], outline: Outline, template: Template) -> LayoutEvidence:
    """The edition that the labels show: two of one edition and none of another, or else old headings alone."""
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
