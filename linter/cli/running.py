"""What `check` and `extract` do alike: go through the files, and say how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.console import Console
from linter.cli.destinations import Destination, inputs_of
from linter.model.result import Failed, Result
from linter.model.tally import Brief, Tally
from linter.run.batch import Batch, Finished, lint_each
from linter.run.interrupts import delayed
from linter.run.plans import planned
from linter.run.remembering import Memory
from linter.run.walk import STDIN, Input, expand

if TYPE_CHECKING:
    from linter.acceptance.account import Account
    from linter.cli.progress import Bar

FEW = 5
"""So many files are done before anybody wonders."""


class Both:
    """Makes of a result what the first of two makes, and of that what the second does."""

    def __init__(self, first: Callable[[Result], Result], second: Callable[[Result], Result]) -> None:
        self.first, self.second = first, second

    def __repr__(self) -> str:
        return f"Both({self.first!r}, {self.second!r})"

    def __call__(self, result: Result) -> Result:
        return self.second(self.first(result))


class Run:
    """A run over many files as the command line shows it: with a progress bar where there are many and somebody looks,
    and ended by Ctrl+C without loss. `tally` counts what was done.
    """

    def __init__(
        self, batch: Batch, console: Console, destinations: Iterable[Destination] = (), printing: bool = False
    ) -> None:
        """Raises WrongUse where one of the `destinations` must not be written, as far as that is known now. `printing`
        says that results go to the standard output meanwhile.
        """
        self.batch, self._console, self._printing = batch, console, printing
        for destination in destinations:
            destination.refuse(_inputs(batch))
        walked = None if batch.items is not None else expand(batch.paths, batch.stdin_name, batch.exclude)
        self._items: Sequence[Input | Failed] = batch.items or () if walked is None else walked
        self._walked = walked
        self._total = len(self._items)
        self.plans, _ = planned(batch.plan, batch.planner, self._items)
        self._account = self._opened_account()
        self.tally = Tally()
        self.tally.notes = [*batch.notes, *(() if walked is None else walked.notes)]

    def lines(
        self,
        make: Callable[[Result], Finished],
        words: Callable[[Finished], Brief],
        ordered: bool = True,
        memory: Memory[Finished] | None = None,
    ) -> Iterator[Finished]:
        """What `make` makes of each result, whose `words` are counted. While one is used, Ctrl+C waits."""
        with (
            delayed(),
            self._bar() as bar,
            closing(lint_each(self.batch, self._items, make, ordered, memory)) as found,
        ):
            try:
                for made in found:
                    self._count(words(made))
                    if bar is not None and self._printing:
                        bar.hide()
                    yield made
                    if bar is not None:
                        bar.show(min(self.tally.done, self._total), self._total)
                for made in map(make, self._account.faults() if self._account is not None else ()):
                    self._count(words(made))
                    yield made
            except KeyboardInterrupt:
                self.tally.interrupted = self._total

    def _opened_account(self) -> Account | None:
        """Lets the batch accept what the configurations of its files accept, and keeps what becomes of the waivers."""
        planner = self.batch.planner
        ledgers = None if planner is None else planner.adjust
        if planner is None or ledgers is None:
            return None
        later = self.batch.adjust
        adjust: Callable[[Result], Result] = ledgers
        if later is not None:
            adjust = Both(ledgers, later)
        self.batch = self.batch._replace(adjust=adjust)
        from linter.acceptance.account import Account

        folders = [path for path in self.batch.paths if path != STDIN and Path(path).is_dir()]
        return Account(ledgers, planner.rules, folders)

    def _count(self, file: Brief) -> None:
        self.tally.add((file,))
        if self._account is not None:
            self._account.add(file)

    def _bar(self) -> AbstractContextManager[Bar | None]:
        if not self._console.watched or self._total <= FEW:
            return nullcontext()
        from linter.cli.progress import Bar

        return Bar(self._console.say("cli.checking"))

    def read(self) -> Iterator[str]:
        """All files that were read, none of which is written over, but for those that were met and are no reports."""
        skipped = set(self.tally.skipped)
        yield from _inputs(self.batch)
        for item in self._items:
            name = item.name if isinstance(item, Input) else item.head.path
            if name not in skipped:
                yield name

    def note(self) -> None:
        """Say what was met in folders and left out, and what was before the run."""
        for note in self.tally.notes:
            self._console.complain(self._console.say("walk.note", note=note))

    def interrupted(self) -> bool:
        """Whether Ctrl+C cut the run short, after saying how far it had come."""
        if self.tally.interrupted is None:
            return False
        self._console.complain(self._console.say("cli.interrupted", done=self.tally.done, total=self._total))
        return True


def _inputs(batch: Batch) -> tuple[str, ...]:
    others = () if batch.planner is None else batch.planner.reads
    return inputs_of(batch.paths, batch.stdin_name, batch.previous, batch.pack, others)
