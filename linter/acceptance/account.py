"""What is wrong with the waivers of a run, which is known when it has come to its end."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from linter.acceptance.faults import FAULTS, fault
from linter.acceptance.globs import is_literal
from linter.acceptance.ledger import Ledger, Ledgers
from linter.acceptance.waivers import Waiver
from linter.model.accepted import WaiverUse
from linter.model.address import Address
from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.result import Checked, Head
from linter.model.span import TextSpan
from linter.model.tally import SETTINGS, Brief
from linter.text.likeness import nearest_word, unknown


class Account:
    """Keeps, file by file, what became of the waivers. `rules` are the ids that there are, and `folders` those that
    were walked as a whole.
    """

    def __init__(self, ledgers: Ledgers, rules: Iterable[str], folders: Iterable[str] = ()) -> None:
        self._ledgers = ledgers
        self._rules = frozenset((*rules, *FAULTS))
        self._folders = tuple(os.path.abspath(folder) for folder in folders)  # noqa: PTH100
        self._uses: dict[int, list[WaiverUse]] = {}

    def add(self, file: Brief) -> None:
        """Note what became of the waivers for a file."""
        number = self._ledgers.number_of(file.path)
        if number is not None and self._ledgers.ledgers[number].waivers:
            self._uses.setdefault(number, []).append(file.waivers)

    def faults(self) -> Iterator[Checked]:
        """For each file that lists waivers, what is wrong with them."""
        for number, uses in self._uses.items():
            ledger = self._ledgers.ledgers[number]
            found = tuple(_few(self._faults_of(ledger, uses)))
            if found:
                yield Checked(Head(ledger.file, SETTINGS), found)

    def _faults_of(self, ledger: Ledger, uses: Iterable[WaiverUse]) -> Iterator[Finding]:
        used, idle, changed = (frozenset(number for use in uses for number in use[part]) for part in range(3))
        whole = any(Path(ledger.folder).is_relative_to(folder) for folder in self._folders)
        there: dict[str, bool] = {}
        for number, waiver in enumerate(ledger.waivers):
            found = self._misspelt(waiver, ledger, there)
            if found is not None:
                yield found
            elif waiver.is_over(ledger.today):
                yield _fault("waiver-expired", waiver, Message("waiver.expired", _about(waiver)))
            elif number in changed and number not in used:
                yield _fault("waiver-outdated", waiver, Message("waiver.outdated", _about(waiver)))
            elif number in idle and number not in used and (whole or is_literal(waiver.file)):
                yield _fault("waiver-unused", waiver, Message("waiver.unused", _about(waiver)))

    def _misspelt(self, waiver: Waiver, ledger: Ledger, there: dict[str, bool]) -> Finding | None:
        if waiver.rule not in self._rules and not any(fnmatchcase(rule, waiver.rule) for rule in self._rules):
            return _fault("waiver-misspelt", waiver, unknown("waiver.no-such-rule", waiver.rule, sorted(self._rules)))
        if waiver.address and Address.split(waiver.address) is None:
            return _fault("waiver-misspelt", waiver, Message("waiver.no-address", {"value": waiver.address}))
        file = waiver.file
        if is_literal(file) and file not in there:
            there[file] = os.path.exists(os.path.join(ledger.folder, file))  # noqa: PTH110, PTH118 (quick, for many)
        if there.get(file, True):
            return None
        missing = len(there) - sum(there.values()) if len(there) <= MOST else MOST
        about = _no_file(ledger, file) if missing < MOST else Message("waiver.no-such-file", {"name": file})
        return _fault("waiver-misspelt", waiver, about)


MOST = 20
"""Of more faults of one rule than this the rest are only counted: they have one cause, such as a folder that moved."""


def _few(faults: Iterable[Finding]) -> Iterator[Finding]:
    """The first faults of each rule, and one that says how many more there are."""
    counts: Counter[str] = Counter()
    last: dict[str, Finding] = {}
    for one in faults:
        counts[one.rule] += 1
        if counts[one.rule] <= MOST:
            yield one
        else:
            last.setdefault(one.rule, one)
    for rule, one in last.items():
        yield fault(rule, one.span, Message("waiver.more", {"count": counts[rule] - MOST}))


def _no_file(ledger: Ledger, file: str) -> Message:
    """That there is no such file, and which one there is with a name like it."""
    folder = Path(ledger.folder, file).parent
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        names = []
    near = nearest_word(Path(file).name, names, at_least=0.75)
    if near is None:
        return Message("waiver.no-such-file", {"name": file})
    return Message("waiver.no-such-file-near", {"name": file, "nearest": near})


def _about(waiver: Waiver) -> Mapping[str, str]:
    return {key: getattr(waiver, key) for key in ("rule", "file", "owner", "until", "address", "value")}


def _fault(rule: str, waiver: Waiver, message: Message) -> Finding:
    return fault(rule, TextSpan(waiver.line, waiver.column, 0), message)
