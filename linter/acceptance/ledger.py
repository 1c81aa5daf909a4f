"""What is accepted of the reports below a folder, and what becomes of the result for one of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from linter.acceptance.baseline import Allowance, Baseline, with_related
from linter.acceptance.globs import is_literal, matches
from linter.acceptance.waivers import Fit, Waiver, fit
from linter.model.accepted import Accepted, Means, WaiverUse
from linter.model.finding import Finding
from linter.model.records import Record
from linter.model.result import Checked, Result


class Ledger(Record):
    """The waivers and the baseline of one configuration; names of files in them start from `folder` and from
    `baseline_folder`. `file` is where the waivers are written, as it is shown, and `today` the day, as 2024-01-17.
    """

    folder: str
    waivers: tuple[Waiver, ...] = ()
    file: str = ""
    baseline: Baseline = {}
    baseline_folder: str = ""
    today: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is accepted by it."""
        return not self.waivers and not self.baseline


class Book:
    """A ledger with what finds the waivers for a file quickly."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.waivers = ledger.waivers

    @cached_property
    def _by_file(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the waivers by the file, or the pattern of files, that they name."""
        numbers: dict[str, list[int]] = {}
        for number, waiver in enumerate(self.waivers):
            numbers.setdefault(waiver.file.removeprefix("./"), []).append(number)
        return numbers

    @cached_property
    def _patterns(self) -> Sequence[str]:
        return [file for file in self._by_file if not is_literal(file)]

    def waivers_for(self, path: str) -> Iterator[int]:
        """The numbers of the waivers that are meant for a file."""
        name = name_from(self.ledger.folder, path)
        yield from self._by_file.get(name, ())
        for pattern in self._patterns:
            if matches(name, pattern):
                yield from self._by_file[pattern]

    def settled(self, result: Checked) -> Checked:
        """The result without the findings that are accepted, and with what became of the waivers that are meant."""
        candidates = [(number, self.waivers[number]) for number in self.waivers_for(result.head.path)]
        valid = [(number, waiver) for number, waiver in candidates if not waiver.is_over(self.ledger.today)]
        allowance = Allowance(self.ledger.baseline.get(name_from(self.ledger.baseline_folder, result.head.path), {}))
        left: list[Finding] = []
        accepted = list(result.accepted)
        used: set[int] = set()
        changed: set[int] = set()
        for finding in result.findings:
            found = _waiver_of(finding, valid, used, changed)
            if found is not None:
                accepted.append(_by_waiver(finding, found, self.ledger.file))
            elif allowance.takes(finding):
                accepted.append(Accepted(finding, Means.BASELINE))
            else:
                left.append(finding)
        idle = {
            number
            for number, waiver in valid
            if number not in used | changed and any(fnmatchcase(rule, waiver.rule) for rule in result.decided)
        }
        return result._replace(
            findings=tuple(left),
            accepted=tuple(accepted),
            waivers=WaiverUse(tuple(sorted(used)), tuple(sorted(idle)), tuple(sorted(changed - used))),
        )


def _waiver_of(
    finding: Finding, waivers: Sequence[tuple[int, Waiver]], used: set[int], changed: set[int]
) -> Waiver | None:
    """The first waiver that means a finding. A waiver of one that is folded under it is used, and accepts nothing."""
    for number, waiver in waivers:
        match fit(waiver, finding):
            case Fit.WHOLE:
                used.add(number)
                return waiver
            case Fit.OTHER_VALUE:
                changed.add(number)
    for number, waiver in waivers:
        if any(fit(waiver, one) is Fit.WHOLE for one in with_related(finding.related)):
            used.add(number)
    return None


def _by_waiver(finding: Finding, waiver: Waiver, file: str) -> Accepted:
    place = f"{file}:{waiver.line}:{waiver.column}" if waiver.line else file
    return Accepted(finding, Means.WAIVER, waiver.reason, waiver.owner, waiver.until, place)


def name_from(folder: str, path: str) -> str:
    """A path from a folder on, with `/` between its parts."""
    try:
        return Path(os.path.relpath(os.path.abspath(path), folder)).as_posix()  # noqa: PTH100
    except ValueError:  # on another drive
        return Path(path).as_posix()


class Ledgers:
    """The ledgers of a run, by the folders of their configurations; with `alone`, one is meant for all files. It can be
    sent to other processes, and makes of each result what is reported.
    """

    def __init__(self, ledgers: Sequence[Ledger], alone: bool = False) -> None:
        self.ledgers, self.alone = tuple(ledgers), alone

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Ledgers, (self.ledgers, self.alone)

    def __repr__(self) -> str:
        """All that it accepts, for who keeps results."""
        return f"Ledgers({self.ledgers!r}, {self.alone!r})"

    def __call__(self, result: Result) -> Result:
        number = self.number_of(result.head.path) if isinstance(result, Checked) else None
        if number is None or not isinstance(result, Checked):
            return result
        return self.books[number].settled(result)

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """The ledgers, each with what finds waivers in it."""
        return tuple(map(Book, self.ledgers))

    def number_of(self, path: str) -> int | None:
        """The ledger of the nearest folder above a file; with one that is meant for all files, that one."""
        if self.alone:
            return 0
        above = [os.path.abspath(path)]  # noqa: PTH100
        while (parent := os.path.dirname(above[-1])) != above[-1]:  # noqa: PTH120
            above.append(parent)
            if parent in self._numbers:
                return self._numbers[parent]
        return None

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {ledger.folder: number for number, ledger in enumerate(self.ledgers)}
