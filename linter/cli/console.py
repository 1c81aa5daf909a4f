"""The way out: the standard streams and files, whatever encoding they have."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from linter.language import render
from linter.model.message import Message, Value
from linter.model.records import Record

if TYPE_CHECKING:
    from linter.reporters.layout import Ruler

_FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")

_EAST_ASIAN_PAGES = frozenset({932, 936, 949, 950, 54936})
"""Code pages of consoles in Japanese, simplified Chinese, Korean, traditional Chinese, and GB 18030."""


class WrongUse(Exception):
    """A command line that cannot be carried out, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


class Console(Record):
    """Speaks one language on the standard streams."""

    language: str

    def say(self, key: str, **values: Value) -> str:
        return render(Message(key, values), self.language)

    def text(self, message: Message) -> str:
        return render(message, self.language)

    def write(self, text: str, utf8: bool = False) -> None:
        """Puts `text` on the standard output. A reader that has gone away is no error. What says of itself that it is
        UTF-8 (`utf8`) is so in a pipe or a file, whatever encoding the system has for these.
        """
        _put(sys.stdout, text, utf8 and self.ascii and not _is_terminal(sys.stdout))

    def complain(self, text: str) -> None:
        """Puts a line on the standard error."""
        _put(sys.stderr, text + "\n")

    @property
    def width(self) -> int:
        """The cells of a line; 80 for a pipe, unless COLUMNS says otherwise. Of a terminal's, the last one stays free:
        many break the line as soon as something stands there.
        """
        asked = os.environ.get("COLUMNS", "")
        if asked.isdecimal() and int(asked):
            return int(asked)
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
        except (OSError, ValueError):
            return 80
        return columns - 1 if columns > 1 else 80

    @property
    def ruler(self) -> Ruler:
        """How wide characters are on the standard output."""
        from linter.reporters.layout import Ruler

        return Ruler(self.ambiguous)

    @property
    def ambiguous(self) -> int:
        """How many cells the console gives to characters that are neither wide nor narrow: two in the old console of a
        Windows in Chinese, Japanese or Korean, one in the terminals of today.
        """
        if sys.platform != "win32" or os.environ.get("WT_SESSION") or not _is_terminal(sys.stdout):
            return 1
        import ctypes

        return 2 if ctypes.windll.kernel32.GetConsoleOutputCP() in _EAST_ASIAN_PAGES else 1

    @property
    def colour(self) -> bool:
        """Whether the standard output is a terminal that has colours, and nobody asked to go without. FORCE_COLOR and
        CLICOLOR_FORCE ask for them in a pipe too, as of a build server that shows colours; NO_COLOR goes before both.
        """
        if os.environ.get("NO_COLOR"):
            return False
        if any(os.environ.get(name, "0") not in ("", "0", "false") for name in _FORCING):
            return True
        if os.environ.get("TERM") == "dumb" or os.environ.get("CLICOLOR") == "0" or not _is_terminal(sys.stdout):
            return False
        if sys.platform != "win32":
            return True
        from rich.console import detect_legacy_windows

        return not detect_legacy_windows()

    @property
    def site(self) -> str:
        """The address of the documentation, where GOUJI_SITE names one."""
        site = os.environ.get("GOUJI_SITE", "")
        is_address = site.startswith(("https://", "http://", "file://")) and site.isprintable() and site.isascii()
        return site.rstrip("/") if is_address else ""

    @property
    def links(self) -> bool:
        """Whether a text on the standard output can be a link."""
        return self.colour and _is_terminal(sys.stdout)

    @property
    def ascii(self) -> bool:
        """Whether the standard output cannot take every character."""
        if sys.stdout is None:
            return True
        return (sys.stdout.encoding or "ascii").lower().replace("-", "").replace("_", "") != "utf8"

    @property
    def watched(self) -> bool:
        """Whether somebody looks at the standard error while the program runs."""
        return _is_terminal(sys.stderr)


def prepare_streams() -> None:
    """Makes the standard streams replace what their encoding lacks, where they would have failed. Where one is closed,
    its number is taken, or the next file that is opened would be taken for it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def save(path: Path, data: bytes | Iterable[bytes], check: Callable[[], None], mode: int) -> None:
    """Writes `data` to `path` all at once, as `write_whole` does; raises WrongUse where that is not possible."""
    from linter.formats.writing import write_whole

    try:
        write_whole(path, data, check, mode)
    except OSError as error:
        raise output_failed(str(path), error) from None


def output_failed(place: Value, error: OSError) -> WrongUse:
    """Says that something could not be written, and why."""
    from linter.formats.opening import reason

    return WrongUse(Message("cli.output-failed", {"path": place, "reason": reason(error)}))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _put(stream: TextIO | None, text: str, as_bytes: bool = False) -> None:
    if stream is None:
        return
    try:
        if as_bytes and hasattr(stream, "buffer"):
            stream.buffer.write(text.encode("utf-8", "replace"))
        else:
            stream.write(text)
        stream.flush()
    except OSError as error:
        silence(stream)
        # Windows says EINVAL for a pipe that was closed. And to whom could be complained of the standard error?
        if error.errno not in (errno.EPIPE, errno.EINVAL) and stream is not sys.stderr:
            raise output_failed(Message("cli.standard-output"), error) from None


def silence(stream: TextIO) -> None:
    """Lets a stream go nowhere: what is left in its buffer would be tried again, and complained about, at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
