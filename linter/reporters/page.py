"""One page for a run that needs nothing else: how often each rule fired, the reports in a table that can be sorted, and
a part for each. It loads nothing; what stands in a report cannot become markup in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from linter import __version__
from linter.formats.spool import Spool
from linter.language import render as words
from linter.model.finding import Severity
from linter.model.result import Checked, Result, Skipped, error_of
from linter.model.tally import Tally
from linter.presentation.remarks import Remark, remark, undecided
from linter.presentation.words import SEVERITIES, clean, counted, say, severity_counted
from linter.reporters.page_style import SCRIPT, STYLE
from linter.reporters.reporter import Look, Reporter, Rules, Text, no_rules
from linter.reporters.rows import header, report_rows, verdict

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


class Report(Reporter):
    """The page. The parts of the reports wait until the tables before them are known."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._rows, self._parts = Spool(), Spool()
        self._fired: dict[str, list[Any]] = {}
        self._number = 0

    def begin(self) -> str:
        language, title = self.look.language, say(self.look.language, "page.title")
        return (
            f'<!DOCTYPE html>\n<!-- gouji {__version__} -->\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        )

    def part(self, file: Result) -> dict[str, Any] | None:
        """The row of a report, what is said of it below, and the rules that fired."""
        if isinstance(file, Skipped):
            return None
        language = self.look.language
        (row,) = report_rows(file, language)
        findings = file.findings if isinstance(file, Checked) else ()
        fired = [[one.rule, one.severity, clean(one.title.in_language(language))] for one in findings]
        below = "".join(_below(file, language))
        return {"row": row, "verdict": verdict(file).removeprefix("table."), "below": below, "fired": fired}

    def add(self, part: dict[str, Any] | None) -> str:
        if part is None:
            return ""
        self._number += 1
        cells = [_cell(cell) for cell in part["row"]]
        link = f'<a href="#r{self._number}">{cells[0]}</a>' if part["below"] else cells[0]
        numeric = [isinstance(cell, int) for cell in part["row"]]
        rest = (
            f'<td class="n">{cell}' if is_number else f"<td>{cell}"
            for cell, is_number in zip(cells, numeric, strict=True)
        )
        shown = [f"<td>{link}", *list(rest)[1:]]
        self._rows.write(f'<tr class="{part["verdict"]}">{"".join(shown)}\n')
        if part["below"]:
            self._parts.write(f'<section id="r{self._number}">\n<h2>{cells[0]}</h2>\n{part["below"]}</section>\n')
        for rule, severity, title in part["fired"]:
            self._fired.setdefault(rule, [severity, title, 0])[2] += 1
        return ""

    def end(self, run: Tally) -> Iterator[Text]:
        language = self.look.language
        yield f"<p>{escape(_counts(run, language))}</p>\n"
        yield from self._by_rule()
        yield f'<p class="hint">{escape(say(language, "page.sort"))}</p>\n<table class="sortable">\n<thead><tr>'
        yield "".join(f'<th><button type="button">{escape(name)}</button>' for name in header("reports", language))
        yield "</thead>\n<tbody>\n"
        yield from self._rows.chunks()
        yield "</tbody>\n</table>\n"
        yield from self._parts.chunks()
        yield f"<script>\n{SCRIPT}</script>\n</body>\n</html>\n"

    def _by_rule(self) -> Iterator[str]:
        """How often each rule fired, as bars."""
        if not self._fired:
            return
        ranked = sorted(self._fired.items(), key=lambda one: (-one[1][2], one[0]))
        most = ranked[0][1][2]
        yield f'<h2>{escape(say(self.look.language, "page.by-rule"))}</h2>\n<table class="bars">\n'
        for rule, (severity, title, times) in ranked:
            bar = f'<span class="bar {severity}" style="width: {max(100 * times // most, 1)}%"></span>'
            yield f'<tr><th title="{escape(clean(rule))}">{escape(title)}<td class="n">{times}<td class="room">{bar}\n'
        yield "</table>\n"


def _counts(run: Tally, language: str) -> str:
    found = [severity_counted(language, severity, run.count(severity)) for severity in Severity]
    failed = [counted(language, "report.one-failed", "report.failed", run.failed)] if run.failed else []
    files = counted(language, "report.one-file", "report.files", run.files)
    return say(language, "report.semicolon").join((files, *found, *failed))


def _cell(cell: object) -> str:
    return "" if cell is None else escape(str(cell))


def _below(file: Result, language: str) -> Iterator[str]:
    """What kept a report from being checked, its findings, and the rules that could not look."""
    error = error_of(file)
    if error is not None:
        yield f'<p class="failed">{escape(clean(words(error, language)))}</p>\n'
    if not isinstance(file, Checked):
        return
    for note in file.head.notes:
        yield f'<p class="note">{escape(clean(words(note, language)))}</p>\n'
    for finding in file.findings:
        yield _finding(remark(finding, language), language)
    for rules in undecided(file, language):
        text = say(language, "report.undecided", rules=rules.titles, reason=rules.reason)
        yield f'<p class="open">{escape(text)}</p>\n'


def _finding(told: Remark, language: str) -> str:
    word = say(language, SEVERITIES[told.severity].key)
    lines = [told.advice, told.sum, told.also, told.place, told.source]
    rest = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return (
        f'<article class="{told.severity.value}"><h3><span>{escape(word)}</span> {escape(told.headline)} '
        f"<code>{escape(told.rule)}</code></h3>{rest}</article>\n"
    )
