"""What the confined processes of the desk do: each job is a record, and `do` gives what comes of it.

Check    a draft → what the page shows of it, its marked copies, its figures
Earlier  a report of the year before → that report, bound
Meet     packs → what the settings offer
Write    an empty form
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from linter.annotators import AnnotateFailure, Draft, annotate
from linter.formats.refusals import ReadFailure
from linter.model.document import Document, Source
from linter.model.message import Localised, Message
from linter.model.records import Record, by_class
from linter.model.result import Checked, Extracted, Failed, Head, Skipped
from linter.packs.titles import title_of
from linter.presentation.words import say
from linter.run.crash import Crash, attempt
from linter.run.engine import lint
from linter.run.marked import COPIES, OFFICE_COPIES, as_word, format_read, headings_of
from linter.run.pairing import EarlierReport, FindPrevious, among
from linter.run.processes import family_in_process
from linter.run.recognition import Recognised, recognise
from linter.web.documents import as_blocks, as_pages
from linter.web.findings import as_view, counted, verdict
from linter.web.forms import Make, make
from linter.web.places import spots_of
from linter.web.settings import Settings
from linter.web.words import for_desk, spoken
from linter.web.workbook import Rows, rows_of

FAILED = "failed"


@by_class
class Check(Record):
    """A draft to be checked; `earlier` are the reports of the year before that are at hand."""

    source: Source
    settings: Settings
    earlier: tuple[EarlierReport, ...] = ()


@by_class
class Earlier(Record):
    """A file that should be a report of the year before."""

    source: Source
    pack: str


@by_class
class Meet(Record):
    """Packs of which the settings want to know the names."""

    packs: tuple[str, ...]


class Shown(Record):
    """What came of a draft. `view` is the page's JSON; `rows` are those of the workbook; `copies` are the
    marked ones by their suffix, the usual one first; `figures` are None where they could not be read.
    """

    verdict: str
    headline: str
    view: bytes
    counts: Mapping[str, int] = {}
    rows: Rows = {}
    copies: Mapping[str, bytes] = {}
    figures: Extracted | None = None


class PackTitle(Record):
    """A pack as the settings offer it: its name, and the kinds of agencies that it tells apart."""

    id: str
    name: Localised
    agencies: tuple[tuple[str, Localised], ...]


class _Opened(Record):
    """A draft as it is read and marked, the formats its copies can have, and what is to be said of that."""

    source: Source
    document: Document | None
    copies: tuple[str, ...]
    notes: tuple[str, ...] = ()


Job = Check | Earlier | Meet | Make


def do(job: Job) -> Any:
    """What comes of a job: `Shown`, an `EarlierReport`, the `PackTitle` of each pack, or a form."""
    match job:
        case Check():
            return _checked(job)
        case Earlier(source, pack):
            return _earlier(source, pack)
        case Meet(packs):
            return tuple(_met(pack) for pack in packs)
        case Make():
            return make(job)


def _met(pack: str) -> PackTitle:
    family = family_in_process(pack)
    kinds = {kind.id: kind.title for member in family.packs for kind in member.template.agencies}
    return PackTitle(pack, title_of(pack), tuple(kinds.items()))


def _earlier(source: Source, pack: str) -> EarlierReport:
    """The report in a file, without what was read of it but not bound, or why there is none."""
    match attempt(lambda: recognise(source, family_in_process(pack))):
        case Crash() as crash:
            return EarlierReport(Head(source.name), crash.of_file)
        case Failed(head, error):
            return EarlierReport(head, error)
        case Recognised(head, report):
            return EarlierReport(head, report)
        case Skipped(head):
            return EarlierReport(head, Message("run.no-report"))


def _checked(job: Check) -> Shown:
    language = job.settings.language
    opened = _as_copied(job.source, language)
    family, options = family_in_process(job.settings.pack), job.settings.options
    result = lint(opened.source, family, options, previous=_finder(job), document=opened.document)
    if not isinstance(result, Checked) or result.document is None:
        return failed(
            job.source.name, result.error if isinstance(result, Failed) else Message("run.no-report"), language
        )
    headings = headings_of(result.document)
    draft = Draft(opened.source.data, result.document, result, language, datetime.now(), headings)
    copies, refused = _copies(draft, opened)
    view = as_view(result, language)
    view["notes"] += refused
    view["document"] = _document(draft)
    view["copies"] = list(copies)
    figures = lint(opened.source, family, options._replace(rules=False), document=result.document)
    return Shown(
        verdict(result),
        view["headline"],
        json.dumps(view, ensure_ascii=False).encode("utf-8", "replace"),
        counted(result),
        rows_of(result, language),
        copies,
        figures if isinstance(figures, Extracted) else None,
    )


def failed(name: str, reason: Message, language: str) -> Shown:
    """What is shown of a draft that could not be checked."""
    error = spoken(reason, language)
    view = json.dumps({"verdict": FAILED, "error": error}, ensure_ascii=False)
    rows = rows_of(Failed(Head(name), for_desk(reason)), language)
    return Shown(FAILED, error, view.encode("utf-8", "replace"), rows=rows)


def _as_copied(source: Source, language: str) -> _Opened:
    """The draft as the file that its marked copy is made of: a Word file where that can be had of a word processor's.
    Where LibreOffice is not installed, the draft stays what it is, if it can be read.
    """
    format, document = format_read(source)
    if format in COPIES:
        return _Opened(source, document, COPIES[format])
    try:
        word = as_word(source)
    except ReadFailure as failure:
        return _Opened(source, document, ("html",), (spoken(failure.message, language),))
    return _Opened(word, document if word is source else None, OFFICE_COPIES)


def _finder(job: Check) -> FindPrevious | None:
    """What finds the report of the year before of the draft among those at hand."""
    place = say(job.settings.language, "desk.earlier-files")
    return partial(among, earlier=job.earlier, place=place) if job.earlier else None


def _copies(draft: Draft, opened: _Opened) -> tuple[dict[str, bytes], list[str]]:
    """The marked copies by their suffix, and why one cannot be had."""
    copies: dict[str, bytes] = {}
    refused = list(opened.notes)
    for format in opened.copies:
        try:
            data = annotate(draft, format)
        except AnnotateFailure as failure:
            refused.append(spoken(failure.message, draft.language))
            continue
        copies["docm" if format == "docx" and opened.source.suffix == "docm" else format] = data
    return copies, refused


def _document(draft: Draft) -> dict[str, Any]:
    spots = spots_of(draft.result.findings)
    if draft.document.format == "pdf":
        return as_pages(draft.data, spots)
    return as_blocks(draft.document, spots, draft.headings)
