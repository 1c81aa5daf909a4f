"""Bind a document to a template."""

from __future__ import annotations

from linter.binding.assigning import assign
from linter.binding.identity import Identity, identify
from linter.binding.lexicon import lexicon_of
from linter.binding.lines import read_lines
from linter.binding.prose import prose_of
from linter.binding.tables import bind_table
from linter.binding.wrapped import with_whole_labels
from linter.model.document import Document
from linter.model.report import BoundReport
from linter.model.template import Template


def bind(document: Document, template: Template, identity: Identity | None = None) -> BoundReport:
    """Find the template's sections, tables and figures in the document.

    `identity` is what `identify` gave for the same document, where it is at hand. Nothing is guessed: what does not
    fit is a miss of its table, and a table of which nothing was found has no key.
    """
    identity = identity or identify(document, template)
    lexicon = lexicon_of(template)
    outline = identity.outline
    organisation = identity.facts.get("organisation")
    lines = with_whole_labels([*read_lines(document.blocks, outline.heading_blocks(), lexicon.texts)], lexicon)
    assigned = assign(lines, outline.section_of_blocks(), lexicon)
    tables = {}
    for table in lexicon.tables:
        bound = bind_table(assigned.get(table.spec.id, []), table)
        if bound is not None:
            tables[table.spec.id] = bound
    return BoundReport(
        document,
        template,
        identity.facts,
        identity.agency,
        identity.layout,
        outline.sections,
        outline.extra,
        tables,
        prose_of(document.blocks, outline, identity.title, organisation.value if organisation else ""),
    )
