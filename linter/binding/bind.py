"""Bind a document to a template."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding.assigning import assign
from linter.binding.copies import Owner, without_copies
from linter.binding.found_tables import FoundTables, is_found
from linter.binding.grounding import with_year
from linter.binding.identity import Identity, identify
from linter.binding.lexicon import lexicon_of
from linter.binding.lines import read_lines
from linter.binding.prose import prose_of
from linter.binding.tables import bind_table
from linter.binding.wrapped import with_whole_labels
from linter.model.document import Document
from linter.model.entity import row_id
from linter.model.report import BoundReport, BoundTable, Miss, MissKind
from linter.model.template import TableSpec, Template
from linter.text.languages import LANGUAGES


def bind(document: Document, template: Template, identity: Identity | None = None) -> BoundReport:
    """Find the template's sections, tables and figures in the document.

    `identity` is what `identify` gave for the same document, where it is at hand. Nothing is guessed: what does not
    fit is a miss of its table, and a table of which nothing was found has no key.
    """
    identity = identity or identify(document, template)
    year = identity.facts.get("year")
    lexicon = lexicon_of(with_year(template, int(year.value) if year else None))
    outline = identity.outline
    sections = outline.section_of_blocks()
    organisation = identity.facts.get("organisation")
    found = FoundTables(template, lexicon, document.blocks, sections)
    read = read_lines(document.blocks, outline.heading_blocks(), lexicon.texts, found.open_blocks)
    lines = with_whole_labels([*read], lexicon)
    tables = found.bind(lines)
    assigned = assign([line for line in lines if line.block not in found.blocks], sections, lexicon)
    language = LANGUAGES[template.language]
    owner = Owner(organisation.value if organisation else "", year.value if year else "", language)
    for table in lexicon.tables:
        if is_found(table.spec):
            continue
        own, copies = without_copies(assigned.get(table.spec.id, []), table, document.blocks, owner)
        if (bound := bind_table(own, table)) is not None:
            again = tuple(Miss(MissKind.TABLE_TWICE, line.span) for line in copies)
            tables[table.spec.id] = bound._replace(misses=(*bound.misses, *again))
    return BoundReport(
        document,
        _as_filled_in(template, tables),
        identity.facts,
        identity.agency,
        identity.layout,
        outline.sections,
        outline.extra,
        tables,
        prose_of(document.blocks, outline, identity.title, owner.agency, language),
        entities=found.entities,
    )


def _as_filled_in(template: Template, tables: Mapping[str, BoundTable]) -> Template:
    """The template with the rows and columns that open tables have in this report, and with every table that there is
    for each of an entity.
    """
    if not any(map(is_found, template.tables)):
        return template
    specs: list[TableSpec] = []
    for spec in template.tables:
        own = [table.spec for table in tables.values() if row_id(spec.id, table.spec.entity) == table.spec.id]
        specs.extend(own or [spec])
    return template._replace(tables=tuple(specs))
