"""From the results of checks to what is reported: findings with their place and their identity."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from linter.model.finding import CellReference, Finding, Problem
from linter.model.message import Message
from linter.model.pack import Rule
from linter.model.report import BoundReport
from linter.model.span import Span, TextSpan
from linter.text.regex import regex

_LINE = regex(r"[^\r\n]*")

FINGERPRINT_LENGTH = 32
"""Hexadecimal digits: 128 bits."""


def findings(problems: Iterable[tuple[Rule, Problem]], report: BoundReport) -> tuple[Finding, ...]:
    """The problems as findings in reading order, each with a fingerprint that no other finding of the report has."""
    found = sorted((_finding(rule, problem, report) for rule, problem in problems), key=place)
    seen: Counter[str] = Counter()
    marked = []
    for finding in found:
        seen[finding.fingerprint] += 1
        identity = f"{finding.fingerprint}\n{seen[finding.fingerprint]}"
        marked.append(finding._replace(fingerprint=sha256(identity.encode()).hexdigest()[:FINGERPRINT_LENGTH]))
    return tuple(marked)


def place(finding: Finding) -> tuple[tuple[int, ...], int, str]:
    """The sort key of a finding: reading order, then the worst first."""
    return finding.span.order(), finding.severity.rank, finding.rule


def under_headings(findings: Iterable[Finding], report: BoundReport) -> tuple[Finding, ...]:
    """The findings, each with the heading of the section of the report where it stands; none before the first."""
    starts = sorted((section.heading.span.order(), section.heading.value) for section in report.sections)
    orders = [order for order, _ in starts]

    def heading(finding: Finding) -> str:
        index = bisect_right(orders, finding.span.order())
        return " ".join(starts[index - 1][1].split()) if index else ""

    return tuple(finding._replace(heading=heading(finding)) for finding in findings)


def lines_at(findings: Iterable[Finding], text: str) -> Mapping[int, str]:
    """The lines of `text` that findings and their cells point at, by number. Formats that count columns in bytes or in
    UTF-16 need them; a file whose places are no lines has none.
    """
    spans = [span for finding in findings for span in (finding.span, *(cell.span for cell in finding.cells))]
    starts = {span.line: span.offset - span.column + 1 for span in spans if text and isinstance(span, TextSpan)}
    return {line: _LINE.match(text, start)[0] for line, start in sorted(starts.items())}  # type: ignore[index]


def _finding(rule: Rule, problem: Problem, report: BoundReport) -> Finding:
    cells = tuple(cell for cell in problem.cells if not cell.address.previous)  # those have places in another file
    problem = problem._replace(cells=cells)
    table = problem.table or (problem.cells[0].address.table if problem.cells else None)
    spec = report.template.table(table) if table else None
    section = problem.section or (spec.section if spec else None)
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=problem.severity or rule.severity,
        message=_message(rule, problem),
        source=rule.source,
        span=_span(problem, section, table, report),
        fingerprint=_identity(rule, problem, section, table),
        section=section,
        table=table,
        table_title=spec.title if spec else None,
        cells=tuple(CellReference(cell.address, cell.name, cell.text, cell.span) for cell in problem.cells),
        calculation=problem.calculation,
        hint=problem.hint,
        equation=problem.equation,
        headline=_headline(rule, problem),
        part=problem.part,
    )


def _message(rule: Rule, problem: Problem) -> Message:
    """What the rule says, with what was found after it."""
    if rule.message is None:
        return problem.message
    return Message("rule.own-message", {"own": rule.message, "found": problem.message})


def _headline(rule: Rule, problem: Problem) -> Message | None:
    """The message in a line, where there is one, with the title of the rule that it may quote."""
    if problem.headline is None:
        return None
    found = _with_title(problem.headline, rule)
    return found if rule.message is None else Message("rule.own-message", {"own": rule.message, "found": found})


def _with_title(message: Message, rule: Rule) -> Message:
    inner = {name: _with_title(value, rule) for name, value in message.values.items() if isinstance(value, Message)}
    return Message(message.key, {**message.values, **inner, "title": rule.title})


def _span(problem: Problem, section: str | None, table: str | None, report: BoundReport) -> Span:
    if problem.span is not None:
        return problem.span
    if problem.cells:
        return problem.cells[0].span
    if table is not None and table in report.tables:
        return report.tables[table].span
    bound = report.section(section) if section else None
    return bound.heading.span if bound else report.start


def _identity(rule: Rule, problem: Problem, section: str | None, table: str | None) -> str:
    """What makes a problem the same one after the report was edited elsewhere: neither its line nor its file.

    Where no cell tells two problems of a rule apart, the words that the message quotes do.
    """
    if problem.cells:
        parts = sorted(str(cell.address) for cell in problem.cells)
    else:
        quoted = sorted((name, value) for name, value in problem.message.values.items() if isinstance(value, str))
        parts = [section or "", table or "", *(f"{name}={value}" for name, value in quoted)]
    text = "\n".join((rule.id, problem.message.key, *parts))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
