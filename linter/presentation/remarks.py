"""What a mark says of a finding, in one language: the same words in every format of the copy."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import render
from linter.model.finding import Finding, Severity
from linter.model.records import Record
from linter.model.result import Checked
from linter.presentation.words import (
    MOST_NAMED,
    SEVERITIES,
    by_reason,
    clean,
    hint,
    say,
    severity_counted,
    undecided_counted,
)


class Line(Record):
    """A paragraph of a remark: a label such as `依据`, empty for the message itself, and its text."""

    label: str
    text: str


class Remark(Record):
    """A finding in words. `word` names its severity; `cells` are the names of its cells where there are several."""

    severity: Severity
    word: str
    title: str
    rule: str
    message: str
    cells: str
    lines: tuple[Line, ...]


def remark(finding: Finding, language: str) -> Remark:
    """The words for a finding. The message is empty where it says no more than the title."""
    title = clean(finding.title.in_language(language))
    message = clean(render(finding.message, language))
    return Remark(
        finding.severity,
        say(language, SEVERITIES[finding.severity].key),
        title,
        clean(finding.rule),
        "" if message == title else message,
        _cells(finding, language),
        tuple(_lines(finding, language)),
    )


def _cells(finding: Finding, language: str) -> str:
    names = tuple(cell.name for cell in finding.cells)
    if len(names) < 2:
        return ""
    key = "annotate.cells" if len(names) <= MOST_NAMED else "annotate.cells-more"
    return say(language, key, names=names[:MOST_NAMED], count=len(names))


def _lines(finding: Finding, language: str) -> Iterator[Line]:
    """What follows from the finding, what to do, and the source of the rule."""
    for title in dict.fromkeys(related.title.in_language(language) for related in finding.related):
        yield Line(say(language, "report.related"), clean(title))
    advice = hint(finding)
    if advice is not None:
        yield Line(say(language, "report.hint"), clean(render(advice, language)))
    if finding.source:
        yield Line(say(language, "report.source"), clean(finding.source))


def paragraphs(remark: Remark, language: str) -> tuple[str, ...]:
    """A remark as paragraphs: the severity with the title, the message, the cells, and the labelled lines."""
    headline = labelled(Line(remark.word, remark.title), language)
    return tuple(filter(None, (headline, remark.message, remark.cells, *(labelled(x, language) for x in remark.lines))))


def labelled(line: Line, language: str) -> str:
    """`label: text`. The text is no value of the message: those are cut where they are long."""
    return say(language, "annotate.label", label=line.label) + line.text


def counts(result: Checked, language: str) -> str:
    """How many findings there are of each severity, and how many rules could not be decided."""
    each = {severity: sum(finding.severity is severity for finding in result.findings) for severity in Severity}
    parts = [severity_counted(language, severity, count) for severity, count in each.items() if count]
    found = say(language, "report.list", items=tuple(parts)) if parts else say(language, "report.nothing-found")
    if not result.undecided:
        return found
    return found + say(language, "report.semicolon") + undecided_counted(language, len(result.undecided))


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


def notes(result: Checked, language: str) -> tuple[str, ...]:
    """What reading had to assume, and where the program itself failed."""
    messages = result.head.notes if result.incomplete is None else (*result.head.notes, result.incomplete)
    return tuple(clean(render(message, language)) for message in messages)


def summary(result: Checked, language: str) -> tuple[str, ...]:
    """What is to be said of a draft as a whole, as paragraphs: the counts, then what stands in the way of more."""
    head = Line(say(language, "annotate.summary"), counts(result, language))
    left = (
        Line(say(language, "annotate.undecided", rules=rules.titles), rules.reason)
        for rules in undecided(result, language)
    )
    return (labelled(head, language), *notes(result, language), *(labelled(line, language) for line in left))
