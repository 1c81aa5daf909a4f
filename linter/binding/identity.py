"""Whose report it is: its year, its agency, its layout, and whether it is a report of the family at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from linter.binding.label import form_of
from linter.binding.outline import Outline, find_sections
from linter.binding.regions import Region, Regions, compiled
from linter.binding.titles import Title, choose_title, find_titles
from linter.model.agency import AgencyKind
from linter.model.document import Block, Document, Paragraph, Table, Text
from linter.model.records import Record
from linter.model.report import Fact, LayoutEvidence
from linter.model.span import Span
from linter.model.template import FactPattern, Template
from linter.text.languages import LANGUAGES
from linter.text.numerals import ONES

FEWEST_SIGNS = 3
"""Signs of structure that make a text a report though no title says so."""


class Identity(Record):
    """What a document says of itself. `recognised` is false for a document that is no report of this family;
    `copies` is the number of reports that it holds, `title` are the lines of its title, none where none was recognised.
    """

    facts: Mapping[str, Fact]
    agency: AgencyKind | None
    layout: LayoutEvidence
    outline: Outline
    recognised: bool
    copies: int
    title: tuple[Text, ...] = ()


def identify(document: Document, template: Template) -> Identity:
    """Read from the document's own words what a pack has to be chosen by."""
    outline = find_sections(document.blocks, template)
    first = outline.sections[0].first - 1 if outline.sections else len(document.blocks)
    above = [block.text for block in document.blocks[:first] if isinstance(block, Paragraph)]
    regions = Regions(document.blocks, first, LANGUAGES[template.language].spaces)
    titles = find_titles(above, template.titles, regions) if template.titles else ()
    title = choose_title(titles)
    if title is not None:
        regions.set_title(title.lines)
    labels = _labels_in_tables(document.blocks)
    stated = dict(title.facts) if title else {}
    facts = stated | {
        name: fact
        for name, patterns in template.facts.items()
        if name not in stated and (fact := _fact(patterns, regions)) is not None
    }
    agency = agency_named(facts["organisation"].value, template) if "organisation" in facts else None
    recognised = _is_titled(template, titles, regions) or (
        bool(titles) + _signs(template, outline, labels, regions) >= FEWEST_SIGNS
    )
    layout = _layout(document.blocks, labels, outline, template)
    return Identity(facts, agency, layout, outline, recognised, outline.copies, title.lines if title else ())


def _is_titled(template: Template, titles: Sequence[Title], regions: Regions) -> bool:
    """Whether the title alone says that this is a report: one title, not a list of several reports."""
    if template.titles:
        return any(title.alone for title in titles) and len({title.stated for title in titles if title.alone}) == 1
    return any(compiled(mark).search(regions["title"].text) for mark in template.marks)


def _signs(template: Template, outline: Outline, labels: set[str], regions: Regions) -> int:
    """How many sections and labels of the form there are, and a mark anywhere is one sign more."""
    marked = any(compiled(mark).search(regions["text"].text) for mark in template.marks)
    return len(outline.sections) + len(labels & _labels_of_the_form(template)) + marked


@lru_cache(maxsize=16)
def _labels_of_the_form(template: Template) -> frozenset[str]:
    blocks = [block for table in template.tables for block in table.blocks]
    labels = [row.label for block in blocks for row in block.rows]
    labels += [column.label for block in blocks for column in block.columns]
    return frozenset(form_of(text).words for label in labels for text in (label.text, *label.aliases))


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
    return region.printed(start, end), text.span


def agency_named(name: str, template: Template) -> AgencyKind | None:
    """The kind of agency that a name tells."""
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
        and form_of(block.text.value).mark in (ONES[0], "1.")
        and len(block.text.value) < 40
    ]
    seen = {
        layout.id: tuple(word for word in layout.headings if any(word in heading for heading in headings))
        for layout in template.layouts
    }
    found = [id for id, words in seen.items() if len(words) >= 2]
    sure = len(found) == 1 and missing >= len(template.sections) // 2
    return LayoutEvidence(seen, found[0] if sure else None)
