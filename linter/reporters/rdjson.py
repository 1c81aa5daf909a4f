"""The Diagnostic Format of reviewdog (`-f=rdjson`), which comments on merge requests. Columns are bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.finding import Severity
from linter.model.result import Checked, Result
from linter.model.tally import Tally
from linter.reporters.exact import Listed, Value, dumps
from linter.reporters.places import NOT_CHECKED, Entry, Unit, entries_of
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class Report(Reporter):
    """A diagnostic for each finding, and for each file that could not be checked."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._diagnostics = Listed(1)

    def begin(self) -> str:
        return '{\n  "source": {\n    "name": "gouji"\n  },\n  "diagnostics": '

    def part(self, file: Result) -> list[str]:
        found = list(entries_of(file, self.look.language, Unit.BYTES))
        pack = file.head.pack if isinstance(file, Checked) else None
        pages = {entry.rule: self.look.page(pack, entry.rule) for entry in found if entry.rule != NOT_CHECKED}
        return [dumps(_diagnostic(entry, pages.get(entry.rule, "")), self.look.ascii, 2) for entry in found]

    def add(self, part: list[str]) -> str:
        return "".join(map(self._diagnostics.entry, part))

    def end(self, run: Tally) -> Iterator[str]:  # noqa: ARG002
        yield self._diagnostics.end() + "\n}\n"


def _diagnostic(entry: Entry, page: str) -> Value:
    location: dict[str, Value] = {"path": entry.path.replace("\\", "/")}
    if entry.region is not None:
        line, column, end = entry.region
        location["range"] = {"start": {"line": line, "column": column}, "end": {"line": line, "column": end}}
    return {
        "message": entry.text,
        "location": location,
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.rule, **({"url": page} if page else {})},
    }
