"""What a run gives back: a result per file, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.model.accepted import Accepted, WaiverUse
from linter.model.below import Amounts
from linter.model.document import Document
from linter.model.finding import Finding, Severity, UndecidedRule
from linter.model.message import Localised, Message
from linter.model.printed import PrintedTable
from linter.model.records import Record, by_class

Figures = Mapping[str, Mapping[str, Mapping[str, Decimal | None]]]
"""table → row → column → number; None is blank or unreadable, a table that is absent has no key."""


class Head(Record):
    """What is known of a file, whatever became of it. `previous` is the path of the report of the year before that it
    was compared with.
    """

    path: str
    format: str = ""
    pack: str | None = None
    year: int | None = None
    organisation: str | None = None
    notes: tuple[Message, ...] = ()
    previous: str | None = None


@by_class
class Skipped(Record):
    """A file that is no report of any pack at hand, and was only met on a walk through a folder."""

    head: Head


@by_class
class Failed(Record):
    """A file that could not be checked, and why."""

    head: Head
    error: Message


@by_class
class Extracted(Record):
    """A report of which only the figures were asked for. `tables` and `amounts` are there where they were, too."""

    head: Head
    figures: Figures
    tables: tuple[PrintedTable, ...] = ()
    amounts: Amounts = Amounts()


@by_class
class Checked(Record):
    """A report that the rules looked at. `incomplete` says which of them the program itself failed on.

    `document` is what was read of it, for who marks the findings in it; a run over many files lets it go. `lines` are
    the lines of a text file that findings point at, by their number. `fail_on` is the mildest severity that fails the
    run, None where nothing does; with `strict`, what is undecided fails it too. `accepted` are findings that
    fail nothing, `decided` the ids of the rules that could look at all they are for, and `waivers` what became of those
    for this report. `tables` are there where somebody asked for them.
    """

    head: Head
    findings: tuple[Finding, ...] = ()
    undecided: tuple[UndecidedRule, ...] = ()
    incomplete: Message | None = None
    document: Document | None = None
    lines: Mapping[int, str] = {}
    fail_on: Severity | None = Severity.ERROR
    strict: bool = False
    tables: tuple[PrintedTable, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    decided: frozenset[str] = frozenset()
    waivers: WaiverUse = WaiverUse()

    @property
    def fails(self) -> bool:
        """Whether what was found is bad enough to fail the run."""
        found = any(self.is_bad(finding) for finding in self.findings)
        return found or (self.strict and bool(self.undecided))

    def is_bad(self, finding: Finding) -> bool:
        """Whether a finding is bad enough to fail the run."""
        return self.fail_on is not None and finding.severity.rank <= self.fail_on.rank

    def without_document(self) -> Checked:
        """The same, fit to be kept for many files and to be sent between processes."""
        return self._replace(document=None)


Result = Skipped | Failed | Extracted | Checked


def error_of(result: Result) -> Message | None:
    """Why a file could not be checked, or not wholly."""
    match result:
        case Failed(error=error) | Checked(incomplete=error):
            return error
        case _:
            return None


class RuleText(Record):
    """What there is to say of a rule that a report was checked by. One that `needs_previous` was run only where the
    report of the year before was at hand.
    """

    id: str
    title: Localised
    severity: Severity
    source: str
    explanation: Localised | None = None
    needs_previous: bool = False


class RunResult(Record):
    """All files of a run, in the order given. `rules` are those that reports were checked by, by the id of their pack,
    for formats that list them. `interrupted` is how many files there would have been, where the run was cut short.
    """

    files: tuple[Result, ...]
    rules: Mapping[str, tuple[RuleText, ...]] = {}
    interrupted: int | None = None

    @property
    def checked(self) -> tuple[Checked, ...]:
        return tuple(file for file in self.files if isinstance(file, Checked))

    @property
    def skipped(self) -> tuple[str, ...]:
        """The paths of the files that are no reports."""
        return tuple(file.head.path for file in self.files if isinstance(file, Skipped))

    @property
    def failed(self) -> int:
        """Files that could not be checked, or not wholly."""
        return sum(error_of(file) is not None for file in self.files)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for file in self.checked for finding in file.findings)

    @property
    def undecided(self) -> int:
        """Rules that could not look, over all files."""
        return sum(len(file.undecided) for file in self.checked)
