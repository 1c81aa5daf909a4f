"""A line of CSV for each finding, and one for each report without any and each file that could not be checked."""

from __future__ import annotations

from linter.model.result import Result, Skipped, error_of
from linter.presentation.words import clean, say
from linter.reporters.reporter import Reporter
from linter.reporters.rows import COLUMNS, finding_rows, header, report_rows, verdict
from linter.reporters.sheets import csv_lines

AT = 3
"""Where the verdict stands among the columns of a finding."""


class Report(Reporter):
    """The table of findings, with the verdict on each report."""

    def begin(self) -> str:
        language = self.look.language
        names = header("findings", language)
        return csv_lines([[*names[:AT], say(language, "table.verdict"), *names[AT:]]])

    def part(self, file: Result) -> str:
        if isinstance(file, Skipped):
            return ""
        language = self.look.language
        found = list(finding_rows(file, language))
        error = error_of(file)
        if error is not None or not found:
            (report,) = report_rows(file, language)
            empty: list[str | int | float | None] = [None] * (len(COLUMNS["findings"]) - AT)
            empty[2] = clean(str(report[-1])) if error is not None else None
            found.insert(0, [*report[:AT], *empty])
        word = say(language, verdict(file))
        return csv_lines([[*row[:AT], word, *row[AT:]] for row in found])
