"""The Diagnostic Format of reviewdog (`-f=rdjson`), which comments on merge requests. Columns are bytes of UTF-8."""

from __future__ import annotations

from linter.model.finding import Severity
from linter.model.result import RunResult
from linter.reporters import Look
from linter.reporters.exact import Value, dumps
from linter.reporters.places import Entry, Unit, entries

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(result: RunResult, look: Look) -> str:
    """A diagnostic for each finding, and for each file that could not be checked."""
    diagnostics = [_diagnostic(entry) for entry in entries(result, look.language, Unit.BYTES)]
    return dumps({"source": {"name": "gouji"}, "diagnostics": diagnostics}, look.ascii) + "\n"


def _diagnostic(entry: Entry) -> Value:
    location: dict[str, Value] = {"path": entry.path.replace("\\", "/")}
    if entry.region is not None:
        line, column, end = entry.region
        location["range"] = {"start": {"line": line, "column": column}, "end": {"line": line, "column": end}}
    return {
        "message": entry.text,
        "location": location,
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.rule},
    }
