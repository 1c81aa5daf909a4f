"""What a run gives back: a result per file, and all of them together."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from linter.model.finding import Finding, Severity, UndecidedRule
from linter.model.message import Message

Figures = Mapping[str, Mapping[str, Mapping[str, Decimal | None]]]
"""table → row → column → number; None is blank or unreadable, a table that is absent has no key."""


class FileResult(NamedTuple):
    """One file. `error` says why it could not be checked; a file with an error may still have findings.

    `other` is true for a file met on a walk through a folder that is no report of any pack at hand. `previous` is the
    path of the report of the year before that it was compared with.
    """

    path: str
    format: str = ""
    pack: str | None = None
    year: int | None = None
    organisation: str | None = None
    findings: tuple[Finding, ...] = ()
    undecided: tuple[UndecidedRule, ...] = ()
    notes: tuple[Message, ...] = ()
    figures: Figures = {}
    error: Message | None = None
    other: bool = False
    previous: str | None = None


class RunResult(NamedTuple):
    """All files of a run, in the order given."""

    files: tuple[FileResult, ...]

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for file in self.files for finding in file.findings)

    @property
    def undecided(self) -> int:
        """Rules that could not look, over all files."""
        return sum(len(file.undecided) for file in self.files)
