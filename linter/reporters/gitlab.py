"""The Code Quality report of GitLab: a JSON list, shown beside the changes of a merge request."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.finding import Severity
from linter.model.result import Result
from linter.model.tally import Tally
from linter.reporters.exact import Listed, Value, dumps
from linter.reporters.places import Entry, Unit, entries_of
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Report(Reporter):
    """An entry for each finding, and for each file that could not be checked."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._entries = Listed(0)

    def part(self, file: Result) -> list[str]:
        found = entries_of(file, self.look.language, Unit.CHARACTERS)
        return [dumps(_entry(entry), self.look.ascii, 1) for entry in found]

    def add(self, part: list[str]) -> str:
        return "".join(map(self._entries.entry, part))

    def end(self, run: Tally) -> Iterator[str]:  # noqa: ARG002
        yield self._entries.end() + "\n"


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
