"""What a run counts: of each file a few words, and of all files their sums. Results themselves are not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath

from linter.model.accepted import Means, WaiverUse
from linter.model.finding import Severity
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Checked, Extracted, Failed, Result, RunResult, Skipped, error_of

SETTINGS = "settings"
"""The format of a configuration, which is no report and may have findings."""


MOST_NAMED = 10
"""Of more files than this the rest is only counted."""


class State(StrEnum):
    """What became of a file."""

    SKIPPED = "skipped"
    FAILED = "failed"
    EXTRACTED = "extracted"
    CHECKED = "checked"


class Brief(Record):
    """A file in a few words. `error` says why it could not be checked, or not wholly; `rules` is (id, severity, how
    often it fired), and `undecided` the number of rules that could not look. `fails` says that it fails the run,
    `accepted` counts what was accepted by which means, and `waivers` is what became of those for it.
    """

    path: str
    state: State
    format: str = ""
    year: int | None = None
    organisation: str | None = None
    error: Message | None = None
    rules: tuple[tuple[str, Severity, int], ...] = ()
    undecided: int = 0
    fails: bool = False
    accepted: tuple[tuple[Means, int], ...] = ()
    waivers: WaiverUse = WaiverUse()

    def count(self, severity: Severity) -> int:
        """How many findings of this severity there are."""
        return sum(times for _, of, times in self.rules if of is severity)


def brief(result: Result) -> Brief:
    """What is counted of a result."""
    head = result.head
    words = Brief(head.path, _STATES[type(result)], head.format, head.year, head.organisation, error_of(result))
    if not isinstance(result, Checked):
        return words
    fired = Counter((finding.rule, finding.severity) for finding in result.findings)
    rules = tuple((rule, severity, times) for (rule, severity), times in fired.items())
    return words._replace(
        rules=rules,
        undecided=len(result.undecided),
        fails=result.fails,
        accepted=tuple(Counter(one.means for one in result.accepted).items()),
        waivers=result.waivers,
    )


_STATES = {Skipped: State.SKIPPED, Failed: State.FAILED, Extracted: State.EXTRACTED, Checked: State.CHECKED}


class Tally:
    """The sums over the files of a run, as far as it has come.

    `done` counts all files, `skipped` are the paths of those that are no reports, `failed` counts those that could not
    be checked, or not wholly, `settings` configurations with findings of their own, `fails` those with findings that
    fail the run, `undecided` rules that could not look, and `accepted` findings that were. `twice` are the paths of
    reports that were there before in another format. `interrupted` is how many files there would have been, where the
    run was cut short. `notes` says what was met beside the reports, `expected` who of those that were to report has.
    """

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self.fails = 0
        self.undecided = 0
        self.skipped: list[str] = []
        self.twice: list[str] = []
        self.undecided_once = 0
        self._formats: dict[int, str] = {}
        self.interrupted: int | None = None
        self.settings = 0
        self.notes: list[Message] = []
        self.expected: tuple[Message, ...] = ()
        self.accepted: Counter[Means] = Counter()
        self._found: Counter[Severity] = Counter()
        self._found_once: Counter[Severity] = Counter()

    @classmethod
    def of(cls, result: RunResult) -> Tally:
        """The sums over results that are all at hand."""
        tally = cls()
        tally.add(map(brief, result.files))
        tally.interrupted = result.interrupted
        return tally

    def add(self, files: Iterable[Brief]) -> None:
        """Count files."""
        for file in files:
            self.done += 1
            self.failed += file.error is not None
            self.fails += file.fails
            self.settings += file.format == SETTINGS
            self.accepted.update(dict(file.accepted))
            self.undecided += file.undecided
            if file.state is State.SKIPPED:
                self.skipped.append(file.path)
            twice = self._is_twice(file)
            if twice:
                self.twice.append(file.path)
            self.undecided_once += 0 if twice else file.undecided
            for _, severity, times in file.rules:
                self._found[severity] += times
                self._found_once[severity] += 0 if twice else times

    def _is_twice(self, file: Brief) -> bool:
        """Whether a report was there before in another format: one of the same agency and year in a file of the same
        name but for its suffix, in whatever folder.
        """
        if file.organisation is None or file.year is None:
            return False
        key = hash((file.organisation, file.year, PurePath(file.path).stem))
        return self._formats.setdefault(key, file.format) != file.format

    def doubles(self) -> tuple[Message, ...]:
        """That reports were there before in another format, with some of them."""
        if not self.twice:
            return ()
        key = "report.twice" if len(self.twice) <= MOST_NAMED else "report.twice-more"
        return (Message(key, {"count": len(self.twice), "paths": tuple(self.twice[:MOST_NAMED])}),)

    @property
    def files(self) -> int:
        """How many files were taken for reports, whatever became of them."""
        return self.done - len(self.skipped) - self.settings

    def count(self, severity: Severity) -> int:
        """How many findings of this severity there are."""
        return self._found[severity]

    def count_once(self, severity: Severity) -> int:
        """The same without the reports that were there before in another format."""
        return self._found_once[severity]
