"""Who was to report: agencies that did not, that did twice, and the reports below one that sums them up."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from linter.binding.agencies import are_one, reduced
from linter.cli.console import WrongUse
from linter.formats.opening import contents, reason
from linter.formats.refusals import MEGABYTE, ReadFailure
from linter.model.agency import AgencyNames
from linter.model.message import Message
from linter.model.result import Result
from linter.model.tally import Brief
from linter.readers.encoding import decode
from linter.run.batch import Batch, lint_each
from linter.run.children import added_up, gathered
from linter.run.engine import LintOptions
from linter.run.walk import expand


def names_in(file: Path) -> tuple[str, ...]:
    """The names on a list, one a line, in any encoding that reports may have. Raises WrongUse where there are none."""
    try:
        text, _ = decode(contents(file, MEGABYTE))
    except (OSError, ReadFailure) as error:
        why = reason(error) if isinstance(error, OSError) else error.message
        raise WrongUse(Message("expect.unreadable", {"path": str(file), "reason": why})) from None
    listed = (line.strip() for line in text.splitlines())
    names = tuple(dict.fromkeys(name for name in listed if name and not name.startswith("#")))
    if not names:
        raise WrongUse(Message("expect.empty", {"path": str(file)}))
    return names


class Expected:
    """The agencies that were to report, and those that have. Names are compared as those of last year's reports are."""

    def __init__(self, file: Path, names: AgencyNames) -> None:
        """Raises WrongUse where the list cannot be read."""
        self._names = names
        self._awaited = {name: reduced(name, names) for name in names_in(file)}
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

    def notes(self) -> tuple[Message, ...]:
        """Who has not reported, who has twice, and who was not expected."""
        missing, twice = self._missing(), self._twice()
        there = len(self._awaited) - len(missing)
        notes = [Message("expect.reported", {"count": there, "total": len(self._awaited)})]
        if missing:
            notes.append(Message("expect.missing", {"count": len(missing), "names": missing}))
        notes += [Message("expect.twice", {"name": name, "paths": paths}) for name, paths in twice.items()]
        if self._others:
            notes.append(Message("expect.others", {"names": tuple(dict.fromkeys(self._others))}))
        return tuple(notes)

    @property
    def complete(self) -> bool:
        """Whether all have reported, and once."""
        return not self._missing() and not self._twice()

    def _missing(self) -> tuple[str, ...]:
        return tuple(name for name, paths in self._reported.items() if not paths)

    def _twice(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(paths) for name, paths in self._reported.items() if len(paths) > 1}


def with_children(batch: Batch, folder: str, expect: Path | None) -> Batch:
    """The batch with its reports held against the sums over the reports in a folder, which are to be those of the
    agencies on a list. Raises WrongUse without any.
    """
    below = Batch((folder,), batch.pack, batch.family, LintOptions(rules=False, amounts=True), batch.jobs)
    named = {str(Path(path).resolve()) for path in batch.paths}
    inputs = expand(below.paths, exclude=batch.exclude)
    with closing(lint_each(below, inputs, _as_it_is)) as results:
        files = [file for file in results if str(Path(file.head.path).resolve()) not in named]
    names = batch.family.packs[0].template.agency_names
    found = gathered(files, names)
    if not found.children:
        raise WrongUse(Message("children.none", {"folder": folder}))
    notes = [*inputs.notes, Message("children.read", {"count": len(found.children), "folder": folder})]
    for key, paths in (("children.twice", found.twice), ("children.unread", found.unread)):
        notes += [Message(key, {"count": len(paths), "paths": paths})] if paths else []
    listed = None if expect is None else names_in(expect)
    sums = added_up(found.children, folder, names, listed)
    return batch._replace(below=sums, notes=(*batch.notes, *notes))


def _as_it_is(result: Result) -> Result:
    return result
