"""Laws and notices that are cited although they are not in force for the year reported on.

```yaml
id: superseded-documents
title: {zh: 不应引用已被取代的文件, en: documents that were replaced are not cited}
kind: cited-document
when: superseded
unless: 原|废止|修订前
severity: warning
source: 国办公开办函〔2021〕30号
```

The documents stand under `documents` in the pack, with the report years for which they are in force. With `when:
superseded` those are found that are no longer in force, by number or by name; a report that also cites what took
their place is excused, and so is a sentence that holds `unless`. With `when: not-yet` those are found that came later,
by number only: names go on from one edition to the next. `only` and `except` choose among the documents. A document
is reported once.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.options import known_ids
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message, Value
from linter.model.prose import LEAD, OTHER, TITLE, Joined
from linter.model.report import BoundReport
from linter.model.template import OfficialDocument, Template
from linter.prose.citations import Citation, cited_names, cited_numbers
from linter.prose.patterns import UNLESS_SCHEMA, compiled
from linter.text.sentences import sentence_around

SUPERSEDED, NOT_YET = "superseded", "not-yet"
_IDS: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True}

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "when": {"enum": [SUPERSEDED, NOT_YET], "description": "Documents no longer in force, or not yet."},
        "only": {**_IDS, "description": "Ids of the documents looked for. Default: all of the pack."},
        "except": {**_IDS, "description": "Ids of documents that are left out."},
        "where": PARTS_SCHEMA,
        "unless": UNLESS_SCHEMA,
    },
    "required": ["when"],
}


class CitedDocument(NamedTuple):
    """Which documents are looked for, and all that the pack knows."""

    superseded: bool
    documents: tuple[OfficialDocument, ...]
    known: tuple[OfficialDocument, ...]
    parts: tuple[str, ...] = ()
    unless: str = ""


def parse(options: Mapping[str, Any], template: Template) -> CitedDocument:
    ids = [document.id for document in template.documents]
    only = known_ids("only", options.get("only", ids), ids, "option.unknown-document")
    left_out = known_ids("except", options.get("except", ()), ids, "option.unknown-document")
    chosen = tuple(one for one in template.documents if one.id in only and one.id not in left_out)
    superseded = options["when"] == SUPERSEDED
    parts, unless = parse_parts(options, template), options.get("unless", "")
    return CitedDocument(superseded, chosen, template.documents, parts, unless)


def check(options: CitedDocument, report: BoundReport) -> Iterable[Problem]:
    year = report.year
    if year is None:
        return
    for document in options.documents:
        if not _is_out_of_force(document, options.superseded, year):
            continue
        citation = next(_citations(options, document, report), None)
        if citation is not None and not (options.superseded and _cites_successor(options, document, report)):
            yield _problem(options, document, citation, year)


def _is_out_of_force(document: OfficialDocument, superseded: bool, year: int) -> bool:
    first, last = document.years.first, document.years.last
    return last is not None and year > last if superseded else first is not None and year < first


def _citations(options: CitedDocument, document: OfficialDocument, report: BoundReport) -> Iterator[Citation]:
    joined = report.prose.joined(options.parts)
    yield from (one for one in cited_numbers(document, joined) if not _is_excused(one, options.unless))
    if options.superseded:
        own = document._replace(names=tuple(name for name in document.names if not _is_shared(name, document, options)))
        yield from (one for one in cited_names(own, joined) if not _is_excused(one, options.unless))


def _is_shared(name: str, document: OfficialDocument, options: CitedDocument) -> bool:
    """Whether another document has the same name: a law keeps its name when it is revised."""
    return any(name in other.names for other in options.known if other.id != document.id)


def _is_excused(citation: Citation, unless: str) -> bool:
    plain = citation.passage.plain
    start, end = sentence_around(plain, citation.start, citation.end)
    return bool(unless) and compiled(unless).search(plain[start:end]) is not None


def _cites_successor(options: CitedDocument, document: OfficialDocument, report: BoundReport) -> bool:
    joined: Joined = report.prose.joined()
    successors = (other for other in options.known if other.id == document.replaced_by)
    return any(True for other in successors for _ in cited_numbers(other, joined))


def _problem(options: CitedDocument, document: OfficialDocument, citation: Citation, year: int) -> Problem:
    passage, start, end = citation
    values: dict[str, Value] = {"seen": passage.quote(start, end), "year": str(year)}
    if not options.superseded:
        message = Message("cited-document.not-yet", {**values, "first": str(document.years.first)})
    else:
        successor = next((other for other in options.known if other.id == document.replaced_by), None)
        message = Message("cited-document.superseded", {**values, "last": str(document.years.last)})
        if successor is not None:
            call = (*successor.numbers, *successor.names)[0]
            message = Message("cited-document.replaced", {**values, "last": str(document.years.last), "instead": call})
    section = passage.section if passage.section not in (TITLE, LEAD, OTHER) else None
    return Problem(message, span=passage.span(start, end), section=section)


KIND: Kind[CitedDocument] = Kind(SCHEMA, parse, check)
