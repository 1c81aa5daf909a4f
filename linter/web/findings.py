"""A report that was checked as the page shows it: the verdict, the findings grouped as the report is, what was not
checked and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.language import show
from linter.model.finding import Finding, Severity
from linter.model.result import Checked
from linter.presentation.remarks import counts, in_table, remark
from linter.presentation.sums import Side, worked_sum
from linter.presentation.words import by_reason, clean, say
from linter.web.words import for_desk, spoken

CLEAN = "clean"


def as_view(result: Checked, language: str) -> dict[str, Any]:
    """All that the page shows of a report but the document itself."""
    head = result.head
    notes = head.notes if result.incomplete is None else (*head.notes, result.incomplete)
    return {
        "organisation": clean(head.organisation or ""),
        "year": head.year,
        "pack": head.pack,
        "previous": clean(head.previous or ""),
        "verdict": verdict(result),
        "headline": counts(result._replace(undecided=()), language),
        "groups": groups(result.findings, language),
        "findings": [_finding(number, one, language) for number, one in enumerate(result.findings, 1)],
        "undecided": _undecided(result, language),
        "notes": [spoken(note, language) for note in notes],
    }


def verdict(result: Checked) -> str:
    """The worst severity among the findings, or that there are none."""
    worst = min((finding.severity for finding in result.findings), key=lambda one: one.rank, default=None)
    return CLEAN if worst is None else worst.value


def groups(findings: Sequence[Finding], language: str) -> list[dict[str, Any]]:
    """The numbers of the findings, from 1, under the headings of the report that they belong to, in its order."""
    found: list[dict[str, Any]] = []
    for number, finding in enumerate(findings, 1):
        title = _heading(finding, language)
        if not found or found[-1]["title"] != title:
            found.append({"title": title, "findings": []})
        found[-1]["findings"].append(number)
    return found


def _heading(finding: Finding, language: str) -> str:
    """The table or the section that a finding stands in; what is about a sentence stands in the section of that."""
    if finding.table_title is not None and in_table(finding):
        return clean(finding.table_title.in_language(language))
    return clean(show(finding.heading, language)) if finding.heading else say(language, "report.text")


def _finding(number: int, finding: Finding, language: str) -> dict[str, Any]:
    """What to do first, then what is wrong, the sum, what fails with it, the source."""
    words = remark(finding, language)
    return {
        "number": number,
        "severity": finding.severity.value,
        "word": words.word,
        "todo": words.advice or words.headline,
        "why": words.headline if words.advice else "",
        "place": words.place,
        "title": words.title,
        "rule": words.rule,
        "also": words.also,
        "source": words.source,
        "sum": _sum(finding, language),
    }


def _sum(finding: Finding, language: str) -> dict[str, Any] | None:
    worked = worked_sum(finding, language)
    if worked is None:
        return None
    return {"left": _side(worked.left), "must": worked.must, "right": _side(worked.right)}


def _side(side: Side) -> dict[str, Any]:
    figures = [{"name": one.name, "text": one.text, "suspect": one.suspect} for one in side.figures]
    return {"figures": figures, "remark": side.remark}


def _undecided(result: Checked, language: str) -> list[dict[str, Any]]:
    """Rules that could not look, by title, equal reasons together."""
    items = [one._replace(reason=for_desk(one.reason)) for one in result.undecided]
    return [
        {"reason": reason, "titles": list(dict.fromkeys(clean(one.title.in_language(language)) for one in found))}
        for reason, found in by_reason(items, language).items()
    ]


def counted(result: Checked) -> dict[str, int]:
    """How many findings there are of each severity, and rules that were not decided."""
    each = {severity.value: sum(one.severity is severity for one in result.findings) for severity in Severity}
    return {**each, "undecided": len(result.undecided)}
