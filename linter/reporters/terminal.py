"""The report for people: what is wrong, the figures behind it, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Finding, Severity
from linter.model.message import Message, Value
from linter.model.result import Checked, Failed, Head, Result, error_of
from linter.model.span import Span
from linter.model.tally import Tally
from linter.presentation.words import SEVERITIES, by_reason, counted, hint, severity_counted, undecided_counted
from linter.reporters.figures import draw
from linter.reporters.layout import Line, Piece, cells, hanging, plain_text, right, wrap
from linter.reporters.places import place_message
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

NARROWEST = 40
WIDEST = 110
"""Longer lines are hard to read, however wide the window."""

MOST_NAMED = 10
"""Of more skipped files than this the rest is only counted."""


class Report(Reporter):
    """All findings, grouped by file, with what could not be checked, and a summary at the end."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._page = _Page(look.language, max(NARROWEST, min(look.width, WIDEST)))

    def part(self, file: Result) -> str:
        return self._drawn(self._page.file(file))

    def end(self, run: Tally) -> Iterator[str]:
        yield self._drawn(self._page.summary(run))

    def _drawn(self, lines: Iterable[Line]) -> str:
        if not self.look.colour:
            return plain_text(lines)
        from linter.reporters.colour import coloured

        return coloured(lines)


def render_summary(run: Tally, look: Look) -> str:
    """Only how many there are of what, for a run whose report went elsewhere."""
    return plain_text(_Page(look.language, max(NARROWEST, min(look.width, WIDEST))).summary(run))


class _Page:
    """Draws the parts of a report in one language, at one width in terminal cells."""

    def __init__(self, language: str, width: int) -> None:
        self.language = language
        self.width = width
        labels = (*SEVERITIES.values(), Message("report.hint"), Message("report.source"), Message("report.place"))
        self.indent = max(cells(words(label, language)) for label in labels) + 2

    def say(self, key: str, **values: Value) -> str:
        return words(Message(key, values), self.language)

    def file(self, file: Result) -> Iterator[Line]:
        """One file; nothing for a file that is all right, and for one that is no report."""
        match file:
            case Checked(head, findings, undecided) if findings or undecided or head.notes or error_of(file):
                yield from self.head(head, error_of(file))
                yield from self.checked(file)
            case Failed(head, error):
                yield from self.head(head, error)
                yield ()

    def head(self, head: Head, error: Message | None) -> Iterator[Line]:
        """Whose report it is, and what is to be said of it as a whole."""
        year = self.say("report.year", year=str(head.year)) if head.year else ""
        about = " ".join(part for part in (printable(head.organisation or ""), year) if part)
        yield from self.paragraph(printable(head.path) + (f" · {about}" if about else ""), "file")
        if error is not None:
            yield from self.labelled("report.not-checked", words(error, self.language), "error")
        for note in head.notes:
            yield from self.labelled("report.note", words(note, self.language))
        if head.previous is not None:
            yield from self.labelled("report.previous", printable(head.previous))

    def checked(self, file: Checked) -> Iterator[Line]:
        """The findings by tables, and the rules that could not look."""
        table: str | None = None
        for number, finding in enumerate(file.findings):
            if finding.table_title is not None and (finding.table != table or number == 0):
                yield from self.paragraph(printable(finding.table_title.in_language(self.language)), "table")
            elif finding.table != table:
                yield from self.paragraph(self.say("report.text"), "table")
            table = finding.table
            yield from self.finding(finding, file.head.path)
            yield ()
        yield from self.undecided(file)
        if file.undecided or not file.findings:
            yield ()

    def paragraph(self, text: str, style: str = "") -> list[Line]:
        return [(Piece(part, style),) for part in wrap(text, self.width)]

    def labelled(self, key: str, text: str, style: str = "label") -> list[Line]:
        label = Piece(words(Message(key), self.language), style)
        return hanging(label, text, max(self.indent, cells(label.text) + 2), self.width)

    def finding(self, finding: Finding, path: str) -> Iterator[Line]:
        """The title with its rule, the message, the figures, and below them hint, source and place."""
        yield from self.headline(finding)
        title = finding.title.in_language(self.language)
        message = words(finding.message, self.language)
        if message != title:
            yield from hanging(Piece(""), message, self.indent, self.width)
        yield from draw(finding, self.language, self.indent, self.width)
        for related in finding.related:
            text = self.say("report.follows", title=related.title, rule=related.rule)
            yield from self.labelled("report.related", text)
        advice = hint(finding)
        if advice is not None:
            yield from self.labelled("report.hint", words(advice, self.language))
        if finding.source:
            yield from self.labelled("report.source", printable(finding.source))
        yield from self.labelled("report.place", where(path, finding.span, self.language))

    def headline(self, finding: Finding) -> list[Line]:
        """Severity and title, and the rule at the right edge of the last line that has room for it."""
        severity = Piece(words(SEVERITIES[finding.severity], self.language), finding.severity.value)
        title = printable(finding.title.in_language(self.language))
        lines = hanging(severity, title, self.indent, self.width, "title")
        used = sum(cells(piece.text) for piece in lines[-1])
        rule = printable(finding.rule)
        if used + 2 + cells(rule) <= self.width:
            return [*lines[:-1], (*lines[-1], Piece(right(rule, self.width - used), "rule"))]
        return [*lines, *((Piece(right(part, self.width), "rule"),) for part in wrap(rule, self.width - self.indent))]

    def undecided(self, file: Checked) -> Iterator[Line]:
        """One entry for each reason, with all rules that it kept from looking."""
        for items in by_reason(file.undecided, self.language).values():
            rules = tuple(dict.fromkeys(item.rule for item in items))
            yield from self.hung(self.say("report.undecided", rules=rules, reason=items[0].reason))

    def hung(self, text: str) -> list[Line]:
        first, *rest = wrap(text, self.width - 2)
        return [(Piece(first),), *((Piece("  " + part),) for part in rest)]

    def summary(self, run: Tally) -> Iterator[Line]:
        """The skipped files, and the counts."""
        skipped = run.skipped
        if skipped:
            key = "report.skipped" if len(skipped) <= MOST_NAMED else "report.skipped-more"
            yield from self.hung(self.say(key, count=len(skipped), paths=tuple(skipped[:MOST_NAMED])))
        failed = run.failed
        checked = run.files - failed
        found = sum(run.count(severity) for severity in Severity)
        parts = []
        if found:
            counts = [severity_counted(self.language, severity, run.count(severity)) for severity in Severity]
            parts.append(self.say("report.list", items=tuple(counts)))
        elif checked:
            parts.append(self.say("report.nothing-found"))
        if run.undecided:
            parts.append(undecided_counted(self.language, run.undecided))
        if failed:
            parts.append(counted(self.language, "report.one-failed", "report.failed", failed))
        total = counted(self.language, "report.one-file", "report.files", checked + failed)
        yield from self.hung(self.say("report.summary", files=total, findings=self.joined(parts)) if parts else total)

    def joined(self, parts: Iterable[str]) -> str:
        return words(Message("report.semicolon"), self.language).join(parts)


def where(path: str, span: Span, language: str) -> str:
    """`path:line:column`, as editors and terminals understand it; for other kinds of files, the place in words."""
    place = span.location()
    if "line" in place:
        return ":".join([printable(path), *(str(place[key]) for key in ("line", "column") if key in place)])
    return words(Message("report.place-in", {"path": path, "place": place_message(span)}), language)
