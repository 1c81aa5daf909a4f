"""Where a report goes while it is made: to the standard output at once, or to a file when it is whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from linter.cli.console import Console, WrongUse
from linter.cli.destinations import Destination
from linter.formats.spool import Spool
from linter.reporters.reporter import Text


class Sink(Protocol):
    """Takes a report piece by piece."""

    def write(self, text: Text) -> None:
        """Take the next piece."""

    def finish(self, read: Iterable[str]) -> bool:
        """Bring all of it where it belongs; False where that could not be done. `read` are the files that were read,
        none of which is written over.
        """


class Printed:
    """The standard output, which has every piece as soon as it is there. `utf8`: the report states that it is."""

    def __init__(self, console: Console, utf8: bool = False) -> None:
        self._console, self._utf8 = console, utf8

    def write(self, text: Text) -> None:
        if text:
            self._console.write(_as_text(text), self._utf8)

    def finish(self, read: Iterable[str]) -> bool:  # noqa: ARG002
        return True


class Kept:
    """What follows another report on the standard output, or is written to a file. Where it cannot be written there, it
    is printed instead.
    """

    def __init__(
        self,
        console: Console,
        destination: Destination | None,
        head: str = "",
        binary: bool = False,
        utf8: bool = False,
    ) -> None:
        self._console, self._destination, self._utf8 = console, destination, utf8
        self._spool = Spool()
        self._spool.write(head)
        self._head, self._binary = len(head.encode()), binary

    def write(self, text: Text) -> None:
        self._spool.write(text)

    def finish(self, read: Iterable[str]) -> bool:
        try:
            if self._destination is None:
                self._print(0)
                return True
            self._destination.write(self._spool.chunks(), read)
        except WrongUse as wrong:
            self._console.complain(self._console.say("cli.error", message=wrong.message))
            self._print(self._head)
            return False
        finally:
            self._spool.close()
        return True

    def _print(self, start: int) -> None:
        whole = b"".join(self._spool.chunks())[start:]
        if not self._binary:
            self._console.write(whole.decode("utf-8", "replace"), self._utf8)


def _as_text(text: Text) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text
