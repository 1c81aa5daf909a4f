"""From a file to a bound report: read it, see whose it is and of which year, and bind it to the form of that year."""

from __future__ import annotations

from linter.binding import Identity, bind, identify
from linter.formats.refusals import ReadFailure
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.model.pack import Family, Pack
from linter.model.records import Record
from linter.model.report import BoundReport, Fact
from linter.model.result import Failed, Head, Skipped
from linter.model.template import Years
from linter.readers import read
from linter.run.expected import NOTHING_EXPECTED, Expected, completed


class Identified(Record):
    """A report that was read, and what it says of itself."""

    head: Head
    document: Document
    identity: Identity


class Recognised(Record):
    """A report, and the pack that it is checked with."""

    head: Head
    report: BoundReport
    pack: Pack


def identified(
    source: Source,
    family: Family,
    year: int | None = None,
    document: Document | None = None,
    locate: bool = False,
    expected: Expected = NOTHING_EXPECTED,
) -> Identified | Failed | Skipped:
    """What a file says of itself; it is skipped if it is no report of the family. `year` takes the place of the year
    that it states, `document` is what was read of it, if that was done before; else `locate` is as for `read`. What is
    `expected` fills in for what it does not state.
    """
    try:
        document = document or read(source, locate)
    except ReadFailure as failure:
        return Failed(Head(source.name), failure.message)
    template = family.packs[0].template
    identity = identify(document, template)
    head = Head(source.name, document.format, notes=document.notes)
    if not identity.recognised:
        return Skipped(head)
    if year is not None:
        stated = identity.facts.get("year")
        span = stated.span if stated else BoundReport(document, template).start
        identity = identity._replace(facts={**identity.facts, "year": Fact(str(year), span)})
    identity = completed(identity, expected, BoundReport(document, template))
    known, organisation = identity.facts.get("year"), identity.facts.get("organisation")
    head = head._replace(
        year=int(known.value) if known else None, organisation=organisation.value if organisation else None
    )
    if identity.copies > 1:
        return Failed(head, Message("run.several-reports", {"count": identity.copies}))
    return Identified(head, document, identity)


def recognise(
    source: Source,
    family: Family,
    year: int | None = None,
    document: Document | None = None,
    locate: bool = False,
    expected: Expected = NOTHING_EXPECTED,
) -> Recognised | Failed | Skipped:
    """The report in a file, bound to the form of its year; the rest is as for `identified`."""
    found = identified(source, family, year, document, locate, expected)
    if not isinstance(found, Identified):
        return found
    head, document, identity = found
    pack = choose(family, head.year, identity.layout.layout)
    if isinstance(pack, Message):
        return Failed(head, pack)
    if head.year is None:
        head = head._replace(notes=(*head.notes, Message("run.year-by-layout", {"edition": pack.title})))
    return Recognised(head._replace(pack=pack.id), bind(document, pack.template, identity), pack)


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
