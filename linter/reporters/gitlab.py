"""The Code Quality report of GitLab: a JSON list, shown beside the changes of a merge request."""

from __future__ import annotations

from linter.model.finding import Severity
from linter.model.result import RunResult
from linter.reporters import Look
from linter.reporters.exact import Value, dumps
from linter.reporters.places import Entry, Unit, entries

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: RunResult, look: Look) -> str:
    """An entry for each finding, and for each file that could not be checked."""
    return dumps([_entry(entry) for entry in entries(result, look.language, Unit.CHARACTERS)], look.ascii) + "\n"


def _entry(entry: Entry) -> Value:
    line = entry.region.line if entry.region else 1
    return {
        "description": entry.text,
        "check_name": entry.rule,
        # Files may share a finding word for word, and GitLab takes equal fingerprints for one.
        "fingerprint": f"{entry.fingerprint}-{entry.path}",
        "severity": _SEVERITIES[entry.severity],
        "location": {"path": entry.path.replace("\\", "/"), "lines": {"begin": line}},
    }
