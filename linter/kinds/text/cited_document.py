"""Laws and notices that are cited although they are not in force for the year reported on.

```yaml
id: superseded-documents
title: {zh: 不应引用已被取代的文件, en: documents that were replaced are not cited}
kind: cited-document
state: superseded
unless: {sentence: 原|废止|修订前}
severity: warning
source: 国办公开办函〔2021〕30号
```

The documents stand under `documents` in the pack, with the report years for which they are in force. With `state:
superseded` those are found that are no longer in force, by number or by name; a report that also cites what took their
place is excused, and so is a sentence in which `unless` is found. With `state: not-yet` those are found that came
later, by number only: names go on from one edition to the next. `only` and `except` choose among the documents. A
document is reported once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import DOCUMENTS, choice, excuses
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import LEAD, OTHER, TITLE, Joined
from linter.model.report import BoundReport
from linter.model.template import OfficialDocument, Template
from linter.prose.citations import Citation, cited_names, cited_numbers
from linter.prose.patterns import compiled
from linter.text.sentences import sentence_around

SUPERSEDED, NOT_YET = "superseded", "not-yet"


class CitedDocument(InParts):
    """Which documents are looked for, and all that the pack knows."""

    state = Option(
        choice(SUPERSEDED, NOT_YET),
        zh="superseded：已经失效的文件；not-yet：尚未施行的文件。",
        en="Documents no longer in force, or not yet.",
    )
    only = Option(
        DOCUMENTS,
        zh="查找的文件的编号；不写时查找规则包中的所有文件。",
        en="Ids of the documents looked for. Default: all of the pack.",
        default=None,
    )
    except_ = Option(DOCUMENTS, zh="不查找的文件的编号。", en="Ids of documents that are left out.")
    unless = Option(
        excuses("sentence"),
        zh="符合这个模式的句子不计。",
        en="A pattern that excuses a sentence in which it is found.",
    )

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        known = template.documents
        chosen = (one for one in known if self.only is None or one.id in self.only)
        documents = tuple(one for one in chosen if one.id not in self.except_)
        return {"superseded": self.state == SUPERSEDED, "documents": documents, "known": known}

    superseded: bool
    documents: tuple[OfficialDocument, ...]
    known: tuple[OfficialDocument, ...]


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
    joined = report.prose.joined(options.in_)
    yield from (one for one in cited_numbers(document, joined) if not _is_excused(one, options.unless.sentence))
    if options.superseded:
        own = document._replace(names=tuple(name for name in document.names if not _is_shared(name, document, options)))
        yield from (one for one in cited_names(own, joined) if not _is_excused(one, options.unless.sentence))


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


MESSAGES: Catalogue = {
    "cited-document.replaced": Localised(
        zh="文中引用了“{seen}”，该文件只适用于 {last} 年度及以前的报告，{year} 年度报告应引用“{instead}”",
        en="the text cites “{seen}”, which holds for reports up to {last}; the report for {year} should cite "
        "“{instead}”",
    ),
    "cited-document.superseded": Localised(
        zh="文中引用了“{seen}”，该文件只适用于 {last} 年度及以前的报告，{year} 年度报告不应再引用",
        en="the text cites “{seen}”, which holds for reports up to {last}; remove it from the report for {year}",
    ),
    "cited-document.not-yet": Localised(
        zh="文中引用了“{seen}”，该文件自 {first} 年度报告起适用，{year} 年度报告不应引用",
        en="the text cites “{seen}”, which holds from the reports for {first} on; remove it from the report for {year}",
    ),
}

KIND = Kind(
    __doc__,
    "引用了在报告年度不适用的法律和文件。文件及其适用的报告年度写在规则包的 documents 下。"
    "state: superseded 按文号和名称查找已经失效的文件；报告同时引用了取代它的文件的，"
    "以及句子符合 unless 的，不计。state: not-yet 只按文号查找以后才施行的文件，因为名称往往沿用。"
    "only 和 except 选择文件。每个文件只报告一次。",
    CitedDocument,
    check,
    MESSAGES,
)
