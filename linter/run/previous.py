"""Reports of the year before: the file that was named, or all that lie in a folder, each looked at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from linter.binding.agencies import reduced
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.report import BoundReport
from linter.model.result import Failed, Head, Skipped
from linter.run.crash import Crash, attempt
from linter.run.pairing import Candidate, EarlierReport, FindPrevious, Pair, Shelf, from_shelf, with_named
from linter.run.processes import Workers, family_in_process, workers
from linter.run.recognition import Identified, Recognised, identified, recognise
from linter.run.walk import STDIN, Input, expand, is_risky, open_source

Found = TypeVar("Found")

Previous = EarlierReport | Shelf
"""What `--previous` names: a report, or the reports in a folder. Both can be sent to other processes."""


def open_previous(path: str, pack: str, family: Family, jobs: int | None = None) -> Previous | Message:
    """What `path` names as the report of the year before, or a message that says what is wrong with it.

    A folder is walked, and of each file in it is found out whose report it is and of which year. `pack` is where the
    family came from, so that other processes can load it too.
    """
    if path == STDIN:
        return Message("previous.standard-input")
    items = expand((path,))
    if _is_folder(path):
        return _shelf(path, items, pack, family, jobs)
    (item,) = items
    earlier = _with_care(item, family, pack) if isinstance(item, Input) else EarlierReport(item.head, item.error)
    if isinstance(earlier.report, Message):
        if earlier.head.year is not None and earlier.report.key == "run.year-not-covered":
            return earlier
        return Message("previous.not-found", {"path": path, "reason": earlier.report})
    if earlier.head.year is None:
        return Message("previous.not-found", {"path": path, "reason": Message("previous.states-no-year")})
    return earlier


def _is_folder(path: str) -> bool:
    try:
        return path != "" and Path(path).is_dir()
    except OSError:
        return False


def finder(previous: Previous, family: Family, pack: str | None = None) -> FindPrevious:
    """The function that gives a draft's report of the year before. With `pack`, where the family came from, another
    process reads what is risky.
    """
    if isinstance(previous, Shelf):
        return partial(_from_shelf, shelf=previous, family=family, pack=pack)
    return partial(with_named, earlier=previous)


def _from_shelf(draft: BoundReport, shelf: Shelf, family: Family, pack: str | None) -> Pair:
    return from_shelf(draft, shelf, lambda path: _with_care(Input(path, Path(path)), family, pack))


def _with_care(item: Input, family: Family, pack: str | None) -> EarlierReport:
    """The report in a file, which another process reads where it is risky."""
    if pack is None or not is_risky(item):
        return _recognised(item, family)
    with Workers(partial(_recognised_elsewhere, pack), 1, _unread) as elsewhere:
        return elsewhere.one(item)


def _recognised_elsewhere(pack: str, item: Input) -> EarlierReport:
    return _recognised(item, family_in_process(pack))


def _unread(item: Input, reason: Message) -> EarlierReport:
    return EarlierReport(Head(item.name), reason)


def _recognised(item: Input, family: Family) -> EarlierReport:
    """The report in a file, or why there is none; a mistake of the program on it is a reason too."""
    match attempt(lambda: _found(item, recognise, family)):
        case Crash() as crash:
            return EarlierReport(Head(item.name), crash.of_file)
        case Failed(head, error):
            return EarlierReport(head, error)
        case Skipped(head):
            return EarlierReport(head, Message("run.no-report"))
        case Recognised(head, report):
            return EarlierReport(head, report)


def _shelf(folder: str, items: Sequence[Input | Failed], pack: str, family: Family, jobs: int | None) -> Shelf:
    """The reports among the files of a folder. What is no report is skipped."""
    inputs = [item for item in items if isinstance(item, Input)]
    count = workers(jobs, len(inputs))
    candidates: list[Candidate] = []
    unknown = 0
    names = family.packs[0].template.agency_names
    with Workers(partial(_identified_elsewhere, pack), count, _lost) as elsewhere:
        files = tuple(
            elsewhere.in_order(inputs)
            if count > 1
            else (elsewhere.one(item) if is_risky(item) else _identified(item, family) for item in inputs)
        )
    for file in files:
        match file:
            case Head(path, year=int(year), organisation=str(organisation)):
                candidates.append(Candidate(path, reduced(organisation, names), year))
            case Head() | Failed():
                unknown += 1
    return Shelf(folder, tuple(candidates), unknown)


def _identified_elsewhere(pack: str, item: Input) -> Head | Failed | Skipped:
    return _identified(item, family_in_process(pack))


def _identified(item: Input, family: Family) -> Head | Failed | Skipped:
    """Whose report a file is, and of which year; its tables are not looked at."""
    found = attempt(lambda: _found(item, identified, family))
    if isinstance(found, Crash):
        return Failed(Head(item.name), found.of_file)
    return found.head if isinstance(found, Identified) else found


def _found(item: Input, look: Callable[[Source, Family], Found], family: Family) -> Found | Failed:
    """What `look` finds in a file that can be opened."""
    source = open_source(item)
    return Failed(Head(item.name), source) if isinstance(source, Message) else look(source, family)


def _lost(item: Input, reason: Message) -> Failed:
    return Failed(Head(item.name), reason)
