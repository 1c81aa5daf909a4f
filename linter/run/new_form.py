"""A new form of a report, with the figures of last year's report that it begins with."""

from __future__ import annotations

from collections.abc import Mapping

from linter.forms.carrying import carried
from linter.forms.make import BLANK, made
from linter.forms.parts import Carried
from linter.model.address import Address
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family, Pack
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.run.form import write
from linter.run.pairing import EarlierReport
from linter.run.recognition import Recognised, recognise


class NewForm(Record):
    """What form is wanted: for which year, in which format (one of `linter.forms.make.FORMATS`), whose, what every
    cell begins with, and from which report of the year before figures are carried in.
    """

    year: int
    format: str
    organisation: str = ""
    cell: str = BLANK
    previous: EarlierReport | None = None


def new_form(family: Family, wanted: NewForm) -> bytes | Message:
    """The file, or why there is none. Without an organisation, it is that of the report of the year before."""
    pack = family.for_year(wanted.year)
    if pack is None:
        return Message("form.no-pack", {"year": str(wanted.year)})
    organisation = wanted.organisation
    figures: Mapping[Address, Carried] = {}
    if wanted.previous is not None:
        head, report = wanted.previous
        if isinstance(report, Message):
            return Message("previous.not-found", {"path": head.path, "reason": report})
        if report.year != wanted.year - 1:
            years = {"theirs": str(report.year), "year": str(wanted.year), "wanted": str(wanted.year - 1)}
            return Message("form.other-year", {"path": head.path, **years})
        organisation = organisation or report.organisation or ""
        figures = _carried(family, pack, wanted.year, report)
    return made(pack, wanted.year, wanted.format, organisation, wanted.cell, figures)


def _carried(family: Family, pack: Pack, year: int, previous: BoundReport) -> Mapping[Address, Carried]:
    text = write(pack.template, year, previous.organisation or "")
    zeros = recognise(Source("", text.encode(), "txt"), family, year)
    return carried(zeros.report, previous, pack) if isinstance(zeros, Recognised) else {}
