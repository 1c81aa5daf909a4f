"""How each file of a run is checked, where not all are checked alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, overload

from linter.model.records import Record
from linter.model.result import Failed
from linter.run.engine import LintOptions
from linter.run.previous import Previous
from linter.run.walk import Input

if TYPE_CHECKING:
    from linter.acceptance.ledger import Ledgers


class Plan(Record):
    """How a file is checked: by the family that `pack` names, and against which reports of the year before."""

    pack: str
    options: LintOptions = LintOptions()
    previous: Previous | None = None


class Planner(Protocol):
    """Says how files are checked where not all are checked alike. It gives the same plan for files of one kind."""

    def __call__(self, item: Input) -> Plan: ...

    @property
    def reads(self) -> Iterable[str]:
        """The paths of what was read to make plans."""
        ...

    @property
    def adjust(self) -> Ledgers | None:
        """What is accepted of the files that have plans."""
        ...

    @property
    def rules(self) -> Iterable[str]:
        """The ids of all rules that files may be checked by."""
        ...


class WithPlans(Sequence[Input | Failed]):
    """The files of a run, each with the number of its plan."""

    def __init__(self, inputs: Sequence[Input | Failed], numbers: Sequence[int]) -> None:
        self._inputs, self._numbers = inputs, numbers

    def __len__(self) -> int:
        return len(self._inputs)

    @overload
    def __getitem__(self, number: int) -> Input | Failed: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Input | Failed]: ...

    def __getitem__(self, number: int | slice) -> Input | Failed | Sequence[Input | Failed]:
        if isinstance(number, slice):
            return WithPlans(self._inputs[number], self._numbers[number])
        item = self._inputs[number]
        return item if isinstance(item, Failed) else item._replace(plan=self._numbers[number])


class Planned(Record):
    """The plans of a run, each once and that of the batch first, and its files, each with the number of its plan."""

    plans: tuple[Plan, ...]
    inputs: Sequence[Input | Failed]


def planned(first: Plan, planner: Planner | None, inputs: Sequence[Input | Failed]) -> Planned:
    """How each of the `inputs` is checked: by the `first` plan, or as the planner says."""
    if planner is None:
        return Planned((first,), inputs)
    plans = [first]
    known: dict[int, int] = {}
    numbers: list[int] = []
    for item in inputs:
        plan = plans[0] if isinstance(item, Failed) else planner(item)
        if id(plan) not in known:
            known[id(plan)] = 0 if plan == plans[0] else len(plans)
            plans.extend([plan] if known[id(plan)] else [])
        numbers.append(known[id(plan)])
    return Planned(tuple(plans), WithPlans(inputs, numbers))
