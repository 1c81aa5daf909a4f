"""A bar that says how far a long run has come."""

from __future__ import annotations

from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


PAUSE = 0.3
"""Seconds that the bar stays away after something was printed."""


class Bar:
    """A progress bar on the standard error, which gives way to what is printed."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.progress: Progress | None = None
        self.task: TaskID | None = None
        self._hidden = 0.0

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hide()

    def hide(self) -> None:
        """Take the bar away; it comes back with the next `show` that is not right after."""
        if self.progress is not None:
            self.progress.stop()
            self.progress = None
        self._hidden = monotonic()

    def show(self, done: int, total: int) -> None:
        """`done` of `total` files are done."""
        if self.progress is None and monotonic() - self._hidden > PAUSE:
            self._start(total)
        if self.progress is not None and self.task is not None:
            self.progress.update(self.task, completed=done)

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # What is printed meanwhile goes to the standard output, and not through the console of the bar.
        self.progress = Progress(
            *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self.task = self.progress.add_task(self.title, total=total)
        self.progress.start()
