"""Where a marked copy goes, and its format by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from linter.cli.console import WrongUse
from linter.model.document import Source
from linter.model.message import Message
from linter.model.records import Record
from linter.run.marked import COPIES, OFFICE_COPIES

_SUFFIXES: Mapping[str, str] = {"docx": "docx", "docm": "docx", "html": "html", "htm": "html", "pdf": "pdf"}
_WITH_MACROS = "docm"


class Target(Record):
    """The copy to make: the name of its annotator, and the file."""

    format: str
    path: Path


def target(source: Source, format: str, path: Path | None, output: Path | None, bare: bool = False) -> Target:
    """The copy of `source`, which is in `format`, that `output` asks for, or the usual one beside the report at `path`.
    Raises WrongUse for one that cannot be had, and without `output` for a report that has no path. A `bare` path has no
    suffix that would have to go.

    Word takes a file with macros for damaged where its name ends in .docx, and one without where it ends in .docm.
    """
    possible = COPIES.get(format, OFFICE_COPIES)
    macros = format == "docx" and source.suffix == _WITH_MACROS
    suffixes = tuple(_WITH_MACROS if macros and copy == "docx" else copy for copy in possible)
    if output is None:
        if path is None:
            raise WrongUse(Message("cli.annotate-needs-output"))
        output = path.with_name(f"{path.name if bare else path.stem}.marked.{suffixes[0]}")
    asked = output.suffix.lower().removeprefix(".")
    copy = _SUFFIXES.get(asked)
    if copy not in possible or (copy == "docx" and (asked == _WITH_MACROS) != macros):
        names = tuple(f".{suffix}" for suffix in suffixes)
        raise WrongUse(Message("cli.annotate-suffix", {"format": format, "path": str(output), "suffixes": names}))
    return Target(copy, output)
