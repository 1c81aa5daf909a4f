"""What is said of a finding, in one language: the same words in every report for people and every marked copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.language import render, show
from linter.model.finding import Finding, Severity
from linter.model.message import CellName, Message, Value
from linter.model.records import Record
from linter.model.result import Checked
from linter.presentation.sums import short_sum
from linter.presentation.words import (
    SEVERITIES,
    by_reason,
    clean,
    hint,
    say,
    severity_counted,
    undecided_counted,
)


class Line(Record):
    """A paragraph of a remark: a label such as `依据`, empty for what needs none, and its text."""

    label: str
    text: str


class Remark(Record):
    """A finding in words. `word` names its severity, `headline` says what is wrong, `advice` what to do, `sum` the
    figures behind it, `also` what fails for the same cause; these three may be empty. `place` is where, in the words of
    the report; `title` and `rule` are those of the rule.
    """

    severity: Severity
    word: str
    headline: str
    advice: str
    sum: str
    also: str
    source: str
    place: str
    title: str
    rule: str


def remark(finding: Finding, language: str) -> Remark:
    """The words for a finding."""
    advice = hint(finding)
    return Remark(
        finding.severity,
        say(language, SEVERITIES[finding.severity].key),
        headline(finding, language),
        clean(render(advice, language)) if advice is not None else "",
        short_sum(finding, language),
        also(finding, language),
        clean(finding.source),
        place(finding, language),
        clean(finding.title.in_language(language)),
        clean(finding.rule),
    )


def headline(finding: Finding, language: str) -> str:
    """What is wrong, without the terms of a sum."""
    return clean(render(finding.headline or finding.message, language))


def also(finding: Finding, language: str) -> str:
    """What else fails for the same cause: the row or the column, and the rule where that is another one."""
    each = (_also(related, finding.rule) for related in finding.related)
    named = tuple(dict.fromkeys(clean(show(one, language)) for one in each))
    return say(language, "report.list", items=named) if named else ""


def _also(related: Finding, rule: str) -> Value:
    if related.part is None:
        return related.title
    if related.rule == rule:
        return related.part
    return Message("report.also-rule", {"part": related.part, "title": related.title})


def place(finding: Finding, language: str) -> str:
    """Where a finding stands: the table or the section, the cell by its row and column, the page or the line."""
    return commas((*_under(finding), *cell_of(finding), *page_or_line(finding)), language)


def commas(parts: Iterable[Value], language: str) -> str:
    """Parts of a place, one after the other."""
    return say(language, "report.comma").join(clean(show(part, language)) for part in parts)


def _under(finding: Finding) -> tuple[Value, ...]:
    if finding.table_title is not None and in_table(finding):
        return (finding.table_title,)
    return (finding.heading,) if finding.heading else ()


def in_table(finding: Finding) -> bool:
    """Whether a finding stands in a table, and is not about a sentence that speaks of its figures."""
    there = not finding.cells or any(cell.span == finding.span for cell in finding.cells)
    return finding.table is not None and there


def cell_of(finding: Finding) -> tuple[CellName, ...]:
    """The name of the cell that a finding is about, or of the most telling one; none for a finding about the text."""
    return next(((cell.name,) for cell in finding.cells if cell.span == finding.span), ())


def page_or_line(finding: Finding) -> tuple[Message, ...]:
    """The page or the line, of files that have some."""
    where = finding.span.location()
    key = next((key for key in ("page", "line") if key in where), None)
    return () if key is None else (Message(f"report.place-{key}", {key: round(where[key])}),)


def paragraphs(remark: Remark, language: str) -> tuple[str, ...]:
    """A remark as paragraphs: what to do first, then what is wrong, the sum in short, what else fails, the source."""
    lines = (
        Line("", remark.advice),
        Line("", remark.headline),
        Line("", remark.sum),
        Line(say(language, "report.also"), remark.also),
        Line(say(language, "report.source"), remark.source),
    )
    return tuple(labelled(line, language) for line in lines if line.text)


def numbered(remark: Remark, number: int, language: str) -> tuple[str, ...]:
    """The paragraphs of a remark, with its number and its severity before the first."""
    first, *rest = paragraphs(remark, language)
    lead = say(language, "annotate.number", word=remark.word, number=number)
    return (labelled(Line(lead, first), language), *rest)


def labelled(line: Line, language: str) -> str:
    """`label: text`. The text is no value of the message: those are cut where they are long."""
    return (say(language, "annotate.label", label=line.label) if line.label else "") + line.text


def severities_counted(counts: Mapping[Severity, int], language: str) -> str:
    """How many there are of each severity, without those of which there is none; empty without any."""
    parts = tuple(severity_counted(language, severity, count) for severity, count in counts.items() if count)
    return say(language, "report.list", items=parts) if parts else ""


def counts(result: Checked, language: str) -> str:
    """How many findings there are of each severity, how many were accepted, and how many rules could not be decided."""
    each = {severity: sum(finding.severity is severity for finding in result.findings) for severity in Severity}
    found = severities_counted(each, language)
    parts = [found or say(language, "report.nothing-found")]
    if result.accepted:
        parts.append(say(language, "accepted.count", count=len(result.accepted)))
    if result.undecided:
        parts.append(undecided_counted(language, len(result.undecided)))
    return say(language, "report.semicolon").join(parts)


class OpenRules(Record):
    """Rules that could not look at a report, all for one reason."""

    titles: tuple[str, ...]
    reason: str


def undecided(result: Checked, language: str) -> tuple[OpenRules, ...]:
    """What could not be decided, by reasons."""
    return tuple(
        OpenRules(tuple(dict.fromkeys(clean(item.title.in_language(language)) for item in items)), reason)
        for reason, items in by_reason(result.undecided, language).items()
    )


def open_rules(rules: OpenRules, language: str) -> str:
    """Rules that could not look, by their titles, and why."""
    return say(language, "report.undecided", rules=rules.titles, reason=rules.reason)


def notes(result: Checked, language: str) -> tuple[str, ...]:
    """What reading had to assume, and where the program itself failed."""
    messages = result.head.notes if result.incomplete is None else (*result.head.notes, result.incomplete)
    return tuple(clean(render(message, language)) for message in messages)


def summary(result: Checked, language: str) -> tuple[str, ...]:
    """What is to be said of a draft as a whole, as paragraphs: the counts, then what stands in the way of more."""
    head = Line(say(language, "annotate.summary"), counts(result, language))
    left = (open_rules(rules, language) for rules in undecided(result, language))
    return (labelled(head, language), *notes(result, language), *left)
