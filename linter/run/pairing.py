"""Which report is last year's of which: agencies and years compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.binding.agencies import are_one, reduced
from linter.model.message import Message
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.result import Head

MOST_COPIES = 5
"""Of so many reports of one agency and year it is looked whether they say the same; of more it is not."""


class Pair(Record):
    """The report of the year before a draft's, and its path.

    Without a report, `reason` says why rules about it cannot look. An `error` says that one was named that is not the
    draft's. A `note` says what could not be made sure of.
    """

    report: BoundReport | None = None
    path: str | None = None
    reason: Message | None = None
    error: Message | None = None
    note: Message | None = None


FindPrevious = Callable[[BoundReport], Pair]
"""Gives the report of the year before that of a draft."""


class Candidate(Record):
    """A report in a folder: whose it is (the name reduced for comparing), and of which year."""

    path: str
    agency: str
    year: int


class Shelf(Record):
    """The reports in a folder. `unknown` counts files that cannot be read, or do not say whose they are and of when."""

    folder: str
    candidates: tuple[Candidate, ...] = ()
    unknown: int = 0

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(one.path for one in self.candidates)


class EarlierReport(Record):
    """A file that should hold a report of an earlier year: that report, or why it cannot be had (no pack is for its
    year, say).
    """

    head: Head
    report: BoundReport | Message

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.head.path,)


def with_named(draft: BoundReport, earlier: EarlierReport) -> Pair:
    """The pair of a draft and the report that was named as last year's: an error if it is not that."""
    file = earlier.head
    if draft.year is None:
        return Pair(error=Message("previous.draft-states-no-year"))
    if file.year != draft.year - 1:
        years = {"theirs": str(file.year), "ours": str(draft.year), "wanted": str(draft.year - 1)}
        return Pair(error=Message("previous.other-year", {"path": file.path, **years}))
    ours, theirs = draft.organisation, file.organisation
    names = draft.template.agency_names
    if ours is not None and theirs is not None and not are_one(reduced(ours, names), reduced(theirs, names), names):
        return Pair(error=Message("previous.other-agency", {"path": file.path, "theirs": theirs, "ours": ours}))
    note = Message("previous.agency-not-compared", {"path": file.path}) if ours is None or theirs is None else None
    return _pair(earlier)._replace(note=note)


def from_shelf(draft: BoundReport, shelf: Shelf, report_at: Callable[[str], EarlierReport]) -> Pair:
    """The pair of a draft and the report in a folder that is last year's of the same agency, where there is one.

    Several that have the same figures are copies; the first of them is taken.
    """
    if draft.year is None:
        return Pair(reason=Message("previous.draft-states-no-year"))
    if draft.organisation is None:
        return Pair(reason=Message("previous.draft-states-no-agency", {"folder": shelf.folder}))
    about = {"folder": shelf.folder, "agency": draft.organisation, "year": str(draft.year - 1)}
    paths = _matching(draft, shelf)
    if not paths:
        if not shelf.unknown:
            return Pair(reason=Message("previous.none-in-folder", about))
        return Pair(reason=Message("previous.none-in-folder-but", {**about, "count": shelf.unknown}))
    found = [report_at(path) for path in paths[:MOST_COPIES]]
    if len(paths) > MOST_COPIES or not _are_copies([one.report for one in found]):
        return Pair(reason=Message("previous.several-in-folder", {**about, "paths": tuple(paths)}))
    return _pair(found[0])


def among(draft: BoundReport, earlier: Sequence[EarlierReport], place: str) -> Pair:
    """The pair of a draft and that of several reports which is last year's of the same agency; `place` is what messages
    call them all. One alone is taken as named, but for that the draft is checked also where it is not the right one.
    """
    if len(earlier) == 1:
        pair = with_named(draft, earlier[0])
        return pair if pair.error is None else Pair(reason=pair.error)
    names = draft.template.agency_names
    known = [one for one in earlier if one.head.year is not None and one.head.organisation is not None]
    candidates = [
        Candidate(str(number), reduced(one.head.organisation or "", names), one.head.year or 0)
        for number, one in enumerate(known)
    ]
    shelf = Shelf(place, tuple(candidates), len(earlier) - len(known))
    return from_shelf(draft, shelf, lambda number: known[int(number)])


def _matching(draft: BoundReport, shelf: Shelf) -> Sequence[str]:
    """The paths of the reports that may be last year's; those with the very same name go before all others."""
    names = draft.template.agency_names
    agency, year = reduced(draft.organisation or "", names), (draft.year or 0) - 1
    of_year = [candidate for candidate in shelf.candidates if candidate.year == year]
    same = [candidate.path for candidate in of_year if candidate.agency == agency]
    return same or [candidate.path for candidate in of_year if are_one(candidate.agency, agency, names)]


def _are_copies(reports: Sequence[BoundReport | Message]) -> bool:
    """Whether reports have the same figures in the same cells; one alone has."""
    if len(reports) < 2:
        return True
    figures = [
        {address: cell.value for table in report.tables.values() for address, cell in table.cells.items()}
        for report in reports
        if isinstance(report, BoundReport)
    ]
    return len(figures) == len(reports) and all(other == figures[0] for other in figures[1:])


def _pair(earlier: EarlierReport) -> Pair:
    path, report = earlier.head.path, earlier.report
    if isinstance(report, BoundReport):
        return Pair(report, path)
    return Pair(reason=Message("previous.not-read", {"path": path, "reason": report}))
