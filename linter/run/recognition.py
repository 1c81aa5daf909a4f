"""From a file to a bound report: read it, see whose it is and of which year, and bind it to the form of that year."""

from typing import NamedTuple

from linter.binding import Identity, bind, identify
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.model.pack import Family, Pack
from linter.model.report import BoundReport, Fact
from linter.model.result import FileResult
from linter.model.template import Years
from linter.readers import read
from linter.readers.failure import ReadFailure


class Identified(NamedTuple):
    """A file that was read, what it says of itself, and what is known of it so far.

    `identity` is None where the file could not be read; `file.error` then says why.
    """

    file: FileResult
    document: Document | None = None
    identity: Identity | None = None


class Recognised(NamedTuple):
    """A report and its pack; None where there is no report to check, and why is in `file`."""

    file: FileResult
    report: BoundReport | None = None
    pack: Pack | None = None


def identified(source: Source, family: Family, year: int | None = None) -> Identified:
    """What a file says of itself. `year` takes the place of the year that it states.

    A file that is no report of the family is `other`; the error says so, too.
    """
    try:
        document = read(source)
    except ReadFailure as failure:
        return Identified(FileResult(source.name, error=failure.message))
    template = family.packs[0].template
    identity = identify(document, template)
    file = FileResult(source.name, document.format, notes=document.notes)
    if not identity.recognised:
        return Identified(file._replace(error=Message("run.no-report"), other=True), document, identity)
    if year is not None:
        stated = identity.facts.get("year")
        span = stated.span if stated else BoundReport(document, template).start
        identity = identity._replace(facts={**identity.facts, "year": Fact(str(year), span)})
    known, organisation = identity.facts.get("year"), identity.facts.get("organisation")
    file = file._replace(
        year=int(known.value) if known else None, organisation=organisation.value if organisation else None
    )
    if identity.copies > 1:
        file = file._replace(error=Message("run.several-reports", {"count": identity.copies}))
    return Identified(file, document, identity)


def recognise(source: Source, family: Family, year: int | None = None) -> Recognised:
    """The report in a file, bound to the form of its year."""
    file, document, identity = identified(source, family, year)
    if file.error is not None or document is None or identity is None:
        return Recognised(file)
    pack = choose(family, file.year, identity.layout.layout)
    if isinstance(pack, Message):
        return Recognised(file._replace(error=pack))
    if file.year is None:
        file = file._replace(notes=(*file.notes, Message("run.year-by-layout", {"edition": pack.title})))
    return Recognised(file._replace(pack=pack.id), bind(document, pack.template, identity), pack)


def choose(family: Family, year: int | None, layout: str | None) -> Pack | Message:
    """The pack for a report of `year`, or for one that states no year and is laid out like an edition of the form."""
    if year is None:
        return family.for_layout(layout) or Message("run.no-year")
    covered = tuple(_years(pack.years) for pack in family.packs)
    return family.for_year(year) or Message("run.year-not-covered", {"year": str(year), "years": covered})


def _years(years: Years) -> Message:
    first, last = str(years.first), str(years.last)
    if years.last is None:
        return Message("run.years-all") if years.first is None else Message("run.years-from", {"first": first})
    if years.first is None:
        return Message("run.years-until", {"last": last})
    return Message("run.years-between", {"first": first, "last": last})
