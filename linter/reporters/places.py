"""Where a finding stands, in the columns that a format counts, and what else machine formats say of every finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from hashlib import sha256

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Finding, Severity
from linter.model.message import Message, Value
from linter.model.records import Record
from linter.model.result import Checked, Result, Skipped, error_of
from linter.model.span import Span, TextSpan
from linter.presentation.remarks import commas, headline, place
from linter.presentation.words import clean, hint, say

NOT_CHECKED = "not-checked"
"""What stands in the place of a rule where a file could not be checked."""


class Unit(Enum):
    """What a format counts columns in."""

    CHARACTERS = "characters"
    UTF16 = "UTF-16 code units"
    BYTES = "bytes of UTF-8"

    def length(self, text: str) -> int:
        match self:
            case Unit.CHARACTERS:
                return len(text)
            case Unit.UTF16:
                return len(text.encode("utf-16-le", "surrogatepass")) // 2
            case Unit.BYTES:
                return len(text.encode("utf-8", "surrogatepass"))


class Region(Record):
    """A part of one line; line and columns count from 1, and `end` is the column after the last one."""

    line: int
    column: int
    end: int


class Entry(Record):
    """A finding, or a file that could not be checked, in words. `region` is None where the file has no lines, and
    `place` then says where; `advice` is empty where there is none.
    """

    path: str
    rule: str
    severity: Severity
    title: str
    headline: str
    message: str
    advice: str
    source: str
    fingerprint: str
    region: Region | None = None
    place: str = ""

    @property
    def text(self) -> str:
        """What is wrong, where the file itself cannot show it, and what to do, each on a line."""
        return "\n".join(part for part in (self.place, self.message, self.advice) if part)


def region(span: Span, lines: Mapping[int, str], unit: Unit) -> Region | None:
    """The part of its line that `span` covers; None for a file without lines. `lines` are those of `Checked`."""
    if not isinstance(span, TextSpan):
        return None
    line, start = lines.get(span.line, ""), span.column - 1
    end = start + span.length
    if len(line) < end:
        return Region(span.line, span.column, span.column + span.length)
    column = 1 + unit.length(line[:start])
    return Region(span.line, column, column + unit.length(line[start:end]))


def entries_of(file: Result, language: str, unit: Unit) -> Iterator[Entry]:
    """Everything that is wrong in a file: first what kept it from being checked, then its findings. Nothing for one
    that was skipped.
    """
    error = None if isinstance(file, Skipped) else error_of(file)
    if error is not None:
        title, path = say(language, "report.not-checked"), printable(file.head.path)
        identity = sha256(f"{path}\n{error.key}".encode("utf-8", "replace")).hexdigest()[:32]
        reason = clean(words(error, language))
        yield Entry(path, NOT_CHECKED, Severity.ERROR, title, title, reason, "", "", identity)
    if isinstance(file, Checked):
        for finding in file.findings:
            yield entry(finding, file, language, unit)


def entry(finding: Finding, file: Checked, language: str, unit: Unit) -> Entry:
    """One finding of `file`."""
    advice = hint(finding)
    where = region(finding.span, file.lines, unit)
    return Entry(
        printable(file.head.path),
        clean(finding.rule),
        finding.severity,
        clean(finding.title.in_language(language)),
        headline(finding, language),
        clean(words(finding.message, language)),
        clean(words(advice, language)) if advice else "",
        clean(finding.source),
        finding.fingerprint,
        where,
        "" if where else place(finding, language),
    )


def shell_word(path: str) -> str:
    """A path as it is typed; one that begins as an option does is told from one."""
    path = f"{os.curdir}{os.sep}{path}" if path.startswith("-") else path
    if sys.platform != "win32":
        import shlex

        return shlex.quote(path)
    from subprocess import list2cmdline

    return list2cmdline([path])


def located(path: str, span: Span, language: str) -> str:
    """`path:line:column`, as editors and terminals understand it; for other kinds of files, the path and the page."""
    place = span.location()
    if "line" in place:
        return ":".join([printable(path), *(str(place[key]) for key in ("line", "column") if key in place)])
    page: Sequence[Value] = (Message("report.place-page", {"page": round(place["page"])}),) if "page" in place else ()
    return commas((path, *page), language)
