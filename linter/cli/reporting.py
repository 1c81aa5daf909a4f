"""Who was to report: agencies that did not, that did twice, and the reports below one that sums them up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from linter.binding.agencies import are_one, reduced
from linter.cli.console import Console, WrongUse
from linter.formats.opening import contents
from linter.formats.refusals import MEGABYTE
from linter.model.agency import AgencyNames
from linter.model.message import Message
from linter.model.tally import Brief
from linter.run.batch import Batch, lint_many
from linter.run.children import SumOfChildren, gathered
from linter.run.engine import LintOptions


class Expected:
    """The agencies that were to report, and those that have. Names are compared as those of last year's reports are."""

    def __init__(self, file: Path, names: AgencyNames) -> None:
        """Raises WrongUse where the list cannot be read."""
        try:
            text = contents(file, MEGABYTE).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise WrongUse(Message("expect.unreadable", {"path": str(file)})) from None
        self._names = names
        listed = (line.strip() for line in text.splitlines())
        self._awaited = {name: reduced(name, names) for name in listed if name and not name.startswith("#")}
        self._reported: dict[str, list[str]] = {name: [] for name in self._awaited}
        self._others: list[str] = []
        self._seen: set[tuple[str, str, int | None]] = set()

    def met(self, file: Brief) -> None:
        """Note whose report a file is; the same report in another format counts once."""
        if file.organisation is None:
            return
        agency = reduced(file.organisation, self._names)
        key = (agency, Path(file.path).stem, file.year)
        if key in self._seen:
            return
        self._seen.add(key)
        same = [name for name, awaited in self._awaited.items() if awaited == agency]
        near = same or [name for name, awaited in self._awaited.items() if are_one(awaited, agency, self._names)]
        if near:
            self._reported[near[0]].append(file.path)
        else:
            self._others.append(file.organisation)

    def said(self, console: Console) -> bool:
        """Says who has not reported, who has twice, and who was not expected; whether all have, and once."""
        missing = tuple(name for name, paths in self._reported.items() if not paths)
        twice = {name: tuple(paths) for name, paths in self._reported.items() if len(paths) > 1}
        there = len(self._awaited) - len(missing)
        console.complain(console.say("expect.reported", count=there, total=len(self._awaited)))
        if missing:
            console.complain(console.say("expect.missing", count=len(missing), names=missing))
        for name, paths in twice.items():
            console.complain(console.say("expect.twice", name=name, paths=paths))
        if self._others:
            console.complain(console.say("expect.others", names=tuple(dict.fromkeys(self._others))))
        return not missing and not twice


def with_children(batch: Batch, folder: str, console: Console) -> Batch:
    """The batch with its reports held against the sums over the reports in a folder. Raises WrongUse without any."""
    below = Batch((folder,), batch.pack, batch.family, LintOptions(rules=False), batch.jobs)
    named = {str(Path(path).resolve()) for path in batch.paths}
    result = lint_many(below)
    files = [file for file in result.files if str(Path(file.head.path).resolve()) not in named]
    found = gathered(files, batch.family.packs[0].template.agency_names)
    if not found.children:
        raise WrongUse(Message("children.none", {"folder": folder}))
    console.complain(console.say("children.read", count=len(found.children), folder=folder))
    _told(console, "children.twice", found.twice)
    _told(console, "children.unread", found.unread)
    return batch._replace(adjust=SumOfChildren(found.children, batch.adjust))


def _told(console: Console, key: str, paths: Iterable[str]) -> None:
    named = tuple(paths)
    if named:
        console.complain(console.say(key, paths=named))
