"""Workflow commands of GitHub Actions: lines on the standard output that the runner shows as annotations."""

from __future__ import annotations

from linter.model.finding import Severity
from linter.model.result import Result
from linter.reporters.places import Entry, Unit, entries_of
from linter.reporters.reporter import Reporter

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class Report(Reporter):
    """A command for each finding, and for each file that could not be checked."""

    def part(self, file: Result) -> str:
        return "".join(_command(entry) + "\n" for entry in entries_of(file, self.look.language, Unit.CHARACTERS))


def _command(entry: Entry) -> str:
    where = entry.region
    properties = {"file": entry.path.replace("\\", "/"), "title": f"{entry.headline} ({entry.rule})"}
    if where is not None:
        properties |= {"line": str(where.line), "col": str(where.column), "endColumn": str(where.end)}
    named = ",".join(f"{name}={text.translate(_IN_PROPERTY)}" for name, text in properties.items())
    return f"::{_COMMANDS[entry.severity]} {named}::{entry.text.translate(_IN_TEXT)}"
