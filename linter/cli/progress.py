"""A bar that says how far a long run has come."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """A progress bar on the standard error. It appears when there are more than `few` files."""

    def __init__(self, title: str, few: int) -> None:
        self.title = title
        self.few = few
        self.progress: Progress | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.progress is not None:
            self.progress.stop()

    def show(self, done: int, total: int) -> None:
        """`done` of `total` files are done."""
        if total <= self.few:
            return
        if self.progress is None or self.task is None:
            self._start(total)
        if self.progress is not None and self.task is not None:
            self.progress.update(self.task, completed=done)

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task(self.title, total=total)
        self.progress.start()
