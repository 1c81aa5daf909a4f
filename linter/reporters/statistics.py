"""How often each rule fired in a run, the most frequent first, after the files that could not be checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Severity
from linter.model.result import Checked, Result, Skipped, error_of
from linter.model.tally import Tally
from linter.presentation.words import SEVERITIES, clean, say
from linter.reporters.layout import Ruler
from linter.reporters.reporter import Look, Reporter, Rules, no_rules


class Report(Reporter):
    """A line for each file that could not be checked, as soon as it is met, and a table of rules at the end."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._fired: dict[tuple[str, str], list[Any]] = {}
        self._failed = False

    def part(self, file: Result) -> dict[str, Any]:
        """What could not be checked, and the rules that fired, each with its severity, title and how often."""
        error = None if isinstance(file, Skipped) else error_of(file)
        text = "" if error is None else f"{printable(file.head.path)}: {clean(words(error, self.look.language))}\n"
        fired: dict[tuple[str, str], list[Any]] = {}
        for one in file.findings if isinstance(file, Checked) else ():
            title = clean(one.title.in_language(self.look.language))
            fired.setdefault((one.rule, one.severity), [one.rule, one.severity, title, 0])[3] += 1
        return {"failed": text, "fired": list(fired.values())}

    def add(self, part: dict[str, Any]) -> str:
        for rule, severity, title, times in part["fired"]:
            counted = self._fired.setdefault((rule, severity), [title, 0, 0])
            counted[1] += times
            counted[2] += 1
        heading = "" if self._failed or not part["failed"] else f"{say(self.look.language, 'page.failed')}\n"
        self._failed = self._failed or bool(part["failed"])
        return heading + str(part["failed"])

    def end(self, run: Tally) -> Iterator[str]:
        language = self.look.language
        ranked = sorted(self._fired.items(), key=lambda one: (-one[1][1], Severity(one[0][1]).rank, one[0]))
        names = [say(language, f"table.{name}") for name in ("count", "files", "severity", "title", "rule")]
        rows = [names]
        for (rule, severity), (title, times, files) in ranked:
            word = say(language, SEVERITIES[Severity(severity)].key)
            rows.append([str(times), str(files), word, title, clean(rule)])
        if self._failed:
            yield "\n"
        if len(rows) > 1:
            yield from _aligned(rows, Ruler(self.look.ambiguous))
            yield "\n"
        from linter.reporters.terminal import render_summary

        yield render_summary(run, self.look)


def _aligned(rows: list[list[str]], ruler: Ruler) -> Iterator[str]:
    widths = [max(ruler.cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        shown = [ruler.right(row[0], widths[0]), ruler.right(row[1], widths[1])]
        shown += [ruler.left(text, width) for text, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join(shown).rstrip() + "\n"
