"""A line of JSON for each file, as soon as it is done: what stands in `files` of the `json` format."""

from __future__ import annotations

from linter.model.result import Result, Skipped
from linter.reporters.exact import in_one_line
from linter.reporters.json import as_object
from linter.reporters.reporter import Reporter


class Report(Reporter):
    """Lines in any order. A file that is no report has one too, which says so."""

    ORDERED = False

    def part(self, file: Result) -> str:
        if isinstance(file, Skipped):
            return in_one_line({"path": file.head.path, "skipped": True}, self.look.ascii) + "\n"
        return in_one_line(as_object(file, self.look.language), self.look.ascii) + "\n"
