"""The report for people: what is wrong, what to do, the figures behind it, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Finding, Severity
from linter.model.message import Message, Value, inner_quotes
from linter.model.result import Checked, Failed, Head, Result, error_of
from linter.model.tally import MOST_NAMED, SETTINGS, Tally
from linter.presentation.acceptance import sentences
from linter.presentation.remarks import Line as Labelled
from linter.presentation.remarks import (
    Remark,
    cell_of,
    commas,
    counts,
    in_table,
    labelled,
    page_or_line,
    remark,
    severities_counted,
    undecided,
)
from linter.presentation.words import SEVERITIES, clean, counted, undecided_counted
from linter.reporters.figures import draw
from linter.reporters.layout import Line, Piece, Ruler, plain_text
from linter.reporters.places import located, shell_word
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

NARROWEST = 40
WIDEST = 110
"""Longer lines are hard to read, however wide the window."""

MOST_LINES, MOST_OF_MANY, MANY = 8, 6, 10
"""Lines of a finding, and of one of many; `--verbose` has no limit."""

MOST_OF_A_PART = 3
"""Lines of what is wrong, and of what to do, in a finding of that many."""

MOST_TITLES, MOST_OF_A_REASON = 2, 3
"""Rules that are named of those that could not look for one reason, and lines that they take with it."""

LEAST_OF_A_SOURCE = 24
"""Cells that are left to a source, however long the names of the rule and the place are."""

STDIN = "-"


class Report(Reporter):
    """All files one after the other, each with its verdict before its findings, and a summary of several."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._page = _Page(look)
        self._shown = False
        self._marked: list[str] = []

    def part(self, file: Result) -> list[str]:
        """The text for a file, and its path where there is something to mark in it."""
        to_mark = isinstance(file, Checked) and file.findings and file.head.path != STDIN
        return [self._drawn(self._page.file(file)), file.head.path if to_mark else ""]

    def add(self, part: list[str]) -> str:
        text, path = part
        self._shown |= bool(text)
        if path and len(self._marked) < 2:
            self._marked.append(path)
        return text

    def end(self, run: Tally) -> Iterator[str]:
        if run.done != 1 or not self._shown:
            yield self._drawn(self._page.summary(run))
        if self._marked:
            yield self._drawn(self._page.next(self._marked))

    def _drawn(self, lines: Iterable[Line]) -> str:
        if not self.look.colour:
            return plain_text(lines)
        from linter.reporters.colour import coloured

        return coloured(lines)


def render_summary(run: Tally, look: Look) -> str:
    """Only how many there are of what, for a run whose report went elsewhere."""
    return plain_text(_Page(look).summary(run))


class _Page:
    """Draws the parts of a report in one language, at one width in terminal cells."""

    def __init__(self, look: Look) -> None:
        self.language = look.language
        self.width = max(NARROWEST, min(look.width, WIDEST))
        self.verbose = look.verbose
        self.look = look
        self.pack: str | None = None
        self.most = MOST_LINES
        self.ruler = Ruler(look.ambiguous)
        labels = ("report.hint", "report.source", *(word.key for word in SEVERITIES.values()))
        self.label = max(self.ruler.cells(self.say(key)) for key in labels)

    def say(self, key: str, **values: Value) -> str:
        return words(Message(key, values), self.language)

    def file(self, file: Result) -> Iterator[Line]:
        """One file; nothing for a file that is all right, and for one that is no report."""
        match file:
            case Checked(head) if file.findings or file.undecided or file.accepted or head.notes or error_of(file):
                self.pack = head.pack
                self.most = MOST_LINES if len(file.findings) <= MANY else MOST_OF_MANY
                yield from self.head(head)
                yield from self.paragraph(counts(file, self.language), "title")
                yield from self.remarks(head, error_of(file))
                yield from self.findings(file)
                yield from self.not_looked(file)
                for text in sentences(file.accepted, self.language):
                    yield from self.labelled(self.say("accepted.label"), text)
                yield ()
            case Failed(head, error):
                yield from self.head(head)
                yield from self.remarks(head, error)
                yield ()

    def head(self, head: Head) -> Iterator[Line]:
        """Whose report it is, and where."""
        year = self.say("report.year", year=str(head.year)) if head.year else ""
        about = " ".join(part for part in (printable(head.organisation or ""), year) if part)
        yield from self.paragraph("  ".join(part for part in (about, printable(head.path)) if part), "file")

    def remarks(self, head: Head, error: Message | None) -> Iterator[Line]:
        """What is to be said of a file as a whole."""
        if error is not None:
            yield from self.labelled(self.say("report.not-checked"), words(error, self.language), "error")
        for note in head.notes:
            yield from self.labelled(self.say("report.note"), words(note, self.language))
        if head.previous is not None:
            yield from self.labelled(self.say("report.previous"), printable(head.previous))

    def findings(self, file: Checked) -> Iterator[Line]:
        """The findings in the order of the report, under its headings and the titles of its tables."""
        indent = len(str(len(file.findings))) + self.label + 3
        shown = "" if file.head.format == SETTINGS else None  # waivers have no headings
        for number, finding in enumerate(file.findings, 1):
            heading = self.heading(finding) if shown != "" else ""
            if heading != shown:
                yield from [()] * self.verbose
                yield from self.paragraph(heading, "table")
            shown = heading
            yield from self.finding(finding, number, indent, file.head.path)

    def heading(self, finding: Finding) -> str:
        if finding.table_title is not None and in_table(finding):
            return printable(finding.table_title.in_language(self.language))
        return printable(finding.heading) or self.say("report.text")

    def paragraph(self, text: str, style: str = "") -> list[Line]:
        return [(Piece(part, style),) for part in self.ruler.wrap(text, self.width)]

    def labelled(self, label: str, text: str, style: str = "label") -> list[Line]:
        return self.ruler.hanging(Piece(label, style), text, self.ruler.cells(label) + 2, self.width)

    def finding(self, finding: Finding, number: int, indent: int, path: str) -> Iterator[Line]:
        """What is wrong, what to do, the figures, what else fails, and the source with the place and the rule."""
        said = remark(finding, self.language)
        room = None if self.verbose else MOST_OF_A_PART
        lead = f"{number:>{indent - self.label - 3}} "
        first = self.clipped(self.beside(lead, said.word, finding.severity.value, said.headline, indent), room)
        fix = self.clipped(self.below("report.hint", said.advice, indent), room)
        others = self.others(said, indent) if self.verbose else self.clipped(self.others(said, indent), not fix)
        last = self.last(finding, said, indent, path)
        figures = draw(finding, self.language, indent, self.width, self.ruler, self.verbose)
        if not self.verbose and len(figures) > self.most - sum(map(len, (first, fix, others, last))):
            figures = []  # the headline has what both sides come to
        yield from (*first, *fix, *figures, *others, *last)

    def beside(self, lead: str, label: str, style: str, text: str, indent: int) -> list[Line]:
        """`text` beside a number and a label."""
        first, *rest = self.ruler.hanging(Piece(""), text, indent, self.width, "title")
        word = self.ruler.left(label, self.label) + "  "
        return [(Piece(lead, "quiet"), Piece(word, style), first[1]), *rest]

    def below(self, key: str, text: str, indent: int) -> list[Line]:
        """`text` beside its label, with nothing where a finding has its number; no line without a text."""
        if not text:
            return []
        label = " " * (indent - self.label - 2) + self.say(key)
        return self.ruler.hanging(Piece(label, "label"), text, indent, self.width)

    def others(self, said: Remark, indent: int) -> list[Line]:
        """What else fails for the same cause."""
        text = labelled(Labelled(self.say("report.also"), said.also), self.language)
        return self.ruler.hanging(Piece(""), text, indent, self.width) if said.also else []

    def last(self, finding: Finding, said: Remark, indent: int, path: str) -> list[Line]:
        """Source and place, the rule at the right edge: on one line, for which the source may have to be cut short."""
        key = "report.source" if said.source else "report.place"
        if self.verbose:
            place = commas((*cell_of(finding), located(path, finding.span, self.language)), self.language)
            lines = self.below("report.rule-title", said.title, indent)
            lines += self.below(key, self.with_place(said.source, place), indent)
            return self.with_rule(lines, said.rule, indent)
        told = said.headline + said.advice
        named = [cell for cell in cell_of(finding) if not _names(told, cell.row, cell.column)]
        place = commas((*named, *page_or_line(finding)), self.language)
        without = self.ruler.cells(self.with_place("x", place)) + self.ruler.cells(said.rule) + 1
        room = max(self.width - indent - without, LEAST_OF_A_SOURCE)
        source = said.source
        if self.ruler.cells(source) > room:
            source = self.ruler.fit(source, room - self.ruler.cells("…")) + "…"
        return self.with_rule(self.below(key, self.with_place(source, place), indent), said.rule, indent)

    def with_place(self, source: str, place: str) -> str:
        return self.say("report.source-and-place", source=source, place=place) if source and place else source or place

    def with_rule(self, lines: list[Line], rule: str, indent: int) -> list[Line]:
        """The rule at the right edge of the last line, or on a line of its own where it has no room there."""
        link = self.look.page(self.pack, rule) if self.look.links else ""
        used = sum(self.ruler.cells(piece.text) for piece in lines[-1]) if lines else self.width
        wide = self.ruler.cells(rule)
        if used + 2 + wide <= self.width:
            return [*lines[:-1], (*lines[-1], Piece(" " * (self.width - used - wide)), Piece(rule, "rule", link))]
        parts = self.ruler.wrap(rule, self.width - indent)
        margins = (" " * (self.width - self.ruler.cells(part)) for part in parts)
        return [
            *lines,
            *((Piece(margin), Piece(part, "rule", link)) for margin, part in zip(margins, parts, strict=True)),
        ]

    def clipped(self, lines: list[Line], most: int | None) -> list[Line]:
        """The first lines; the last of them says that there would be more."""
        if most is None or len(lines) <= most:
            return lines
        if not most:
            return []
        *pieces, end = lines[most - 1]
        room = self.width - sum(self.ruler.cells(piece.text) for piece in pieces) - self.ruler.cells("…")
        return [*lines[: most - 1], (*pieces, Piece(self.ruler.fit(end.text, room) + "…", end.style))]

    def not_looked(self, file: Checked) -> Iterator[Line]:
        """The rules that could not look, in one block: by reasons, with their titles."""
        if not file.undecided:
            return
        yield ()
        yield from self.paragraph(self.say("report.not-looked"), "table")
        for rules in undecided(file, self.language):
            named = rules.titles if self.verbose else rules.titles[:MOST_TITLES]
            key = "report.list" if len(named) == len(rules.titles) else "report.titles-more"
            titles = self.say(key, items=named, titles=named, count=len(rules.titles))
            told = self.hung(self.say("report.because", titles=titles, reason=rules.reason), "  ")
            yield from self.clipped(told, None if self.verbose else min(MOST_OF_A_REASON, self.most - 5))

    def hung(self, text: str, margin: str = "") -> list[Line]:
        first, *rest = self.ruler.wrap(text, self.width - 2 - len(margin))
        return [(Piece(margin + first),), *((Piece("  " + margin + part),) for part in rest)]

    def summary(self, run: Tally) -> Iterator[Line]:
        """The skipped files, and the counts."""
        skipped = tuple(run.skipped)
        if skipped:
            key = "report.skipped" if len(skipped) <= MOST_NAMED else "report.skipped-more"
            yield from self.hung(self.say(key, count=len(skipped), paths=skipped[:MOST_NAMED]))
        for double in run.doubles():
            yield from self.hung(self.say(double.key, **double.values))
        checked = run.files - run.failed - len(run.twice)
        found = severities_counted({severity: run.count_once(severity) for severity in Severity}, self.language)
        parts = [found] if found else [self.say("report.nothing-found")] if checked else []
        if run.accepted:
            parts.append(self.say("accepted.count", count=run.accepted.total()))
        if run.undecided_once:
            parts.append(undecided_counted(self.language, run.undecided_once))
        if run.failed:
            parts.append(counted(self.language, "report.one-failed", "report.failed", run.failed))
        if checked:
            total = counted(self.language, "report.one-file", "report.files", checked)
            yield from self.hung(self.say("report.summary", files=total, findings=self.joined(parts)))
        elif parts or not skipped:
            yield from self.hung(self.joined(parts) or self.say("report.nothing-checked"))

    def next(self, paths: Sequence[str]) -> Iterator[Line]:
        """What to do about the findings in these files: mark them in a copy."""
        command = f"gouji annotate {shell_word(paths[0])}" if len(paths) == 1 else "gouji annotate … -o marked/"
        yield from self.labelled(self.say("report.next"), self.say("report.next-annotate", command=clean(command)))

    def joined(self, parts: Iterable[str]) -> str:
        return self.say("report.semicolon").join(parts)


def _names(text: str, *parts: str) -> bool:
    """Whether a text names a cell already."""
    return all(inner_quotes(part) in text for part in parts)
