"""Reports of the year before: the file that was named, or all that lie in a folder, each looked at once."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from linter.binding.agencies import reduced
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.report import BoundReport
from linter.model.result import FileResult
from linter.run.crash import Crash, attempt
from linter.run.opening import open_source
from linter.run.pairing import Candidate, FindPrevious, Pair, Shelf, from_shelf, with_named
from linter.run.processes import family_in_process, in_processes, workers
from linter.run.recognition import Recognised, identified, recognise
from linter.run.walk import STDIN, Input, expand


class Previous(NamedTuple):
    """What `--previous` names: a report (`file`, and `report` if a pack is for its year), or the reports in a folder.

    It can be sent to other processes.
    """

    file: FileResult
    report: BoundReport | None = None
    shelf: Shelf | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that hold reports of earlier years."""
        return tuple(one.path for one in self.shelf.candidates) if self.shelf else (self.file.path,)


def open_previous(path: str, pack: str, family: Family, jobs: int | None = None) -> Previous | Message:
    """What `path` names as the report of the year before, or a message that says what is wrong with it.

    A folder is walked, and of each file in it is found out whose report it is and of which year. `pack` is where the
    family came from, so that other processes can load it too.
    """
    if path == STDIN:
        return Message("previous.standard-input")
    items = expand((path,))
    if _is_folder(path):
        return Previous(FileResult(path), shelf=_shelf(path, items, pack, family, jobs))
    (item,) = items
    file, report, _ = _recognised(item, family) if isinstance(item, Input) else Recognised(item)
    reason = file.error or (Message("previous.states-no-year") if file.year is None else None)
    if reason is None or (file.year is not None and reason.key == "run.year-not-covered"):
        return Previous(file, report)
    return Message("previous.not-found", {"path": path, "reason": reason})


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def finder(previous: Previous, family: Family) -> FindPrevious:
    """The function that gives a draft's report of the year before."""
    if previous.shelf is None:
        return partial(with_named, file=previous.file, report=previous.report)
    return partial(_from_shelf, shelf=previous.shelf, family=family)


def _from_shelf(draft: BoundReport, shelf: Shelf, family: Family) -> Pair:
    return from_shelf(draft, shelf, lambda path: _recognised_at(path, family))


def _recognised_at(path: str, family: Family) -> Recognised:
    return _recognised(Input(path, Path(path)), family)


def _recognised(item: Input, family: Family) -> Recognised:
    """The report in a file; a mistake of the program on it is an error of the file."""
    source = open_source(item)
    if isinstance(source, Message):
        return Recognised(FileResult(item.name, error=source))
    found = attempt(lambda: recognise(source, family))
    if isinstance(found, Crash):
        return Recognised(FileResult(item.name, error=found.of_file))
    return found


def _shelf(folder: str, items: Sequence[Input | FileResult], pack: str, family: Family, jobs: int | None) -> Shelf:
    """The reports among the files of a folder. What is no report is passed over."""
    inputs = [item for item in items if isinstance(item, Input)]
    count = workers(jobs, len(inputs))
    if count == 1:
        files: Iterator[FileResult] = (_identified(item, family) for item in inputs)
    else:
        files = in_processes(partial(_identified_elsewhere, pack), inputs, count, _lost)
    candidates: list[Candidate] = []
    unknown = 0
    names = family.packs[0].template.agency_names
    for file in files:
        if file.error is None and file.year is not None and file.organisation is not None:
            candidates.append(Candidate(file.path, reduced(file.organisation, names), file.year))
        elif not file.other:
            unknown += 1
    return Shelf(folder, tuple(candidates), unknown)


def _identified_elsewhere(pack: str, item: Input) -> FileResult:
    return _identified(item, family_in_process(pack))


def _identified(item: Input, family: Family) -> FileResult:
    """Whose report a file is, and of which year; its tables are not looked at."""
    source = open_source(item)
    if isinstance(source, Message):
        return FileResult(item.name, error=source)
    found = attempt(lambda: identified(source, family).file)
    return FileResult(item.name, error=found.of_file) if isinstance(found, Crash) else found


def _lost(item: Input) -> FileResult:
    return FileResult(item.name, error=Message("run.process-died"))
