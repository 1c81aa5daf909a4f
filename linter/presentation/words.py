"""Texts of the catalogue fit to stand in any file, and the counts and hints that every report for people gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.language import render
from linter.language.printable import REPLACEMENT, printable
from linter.model.finding import Finding, Severity, UndecidedRule
from linter.model.message import Message, Value
from linter.text.regex import regex

MOST_NAMED = 8
"""Of more cells of a finding than this the rest is only counted."""

SEVERITIES: Mapping[Severity, Message] = {
    Severity.ERROR: Message("report.error"),
    Severity.WARNING: Message("report.warning"),
    Severity.INFO: Message("report.info"),
}
"""The word for each severity."""

_COUNTS: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("report.one-error", "report.errors"),
    Severity.WARNING: ("report.one-warning", "report.warnings"),
    Severity.INFO: ("report.one-info", "report.infos"),
}
_NO_CHARACTERS = regex("[\ufdd0-\ufdef\ufffe\uffff]")  # code points that XML forbids, or that are none


def clean(text: str) -> str:
    """`text` on one line, without characters that a file may not hold."""
    return _NO_CHARACTERS.sub(REPLACEMENT, printable(text))


def say(language: str, key: str, **values: Value) -> str:
    """A text of the catalogue, on one line."""
    return clean(render(Message(key, values), language))


def counted(language: str, one: str, several: str, number: int) -> str:
    """`number` of something, by the key for one of it or that for several."""
    return say(language, one if number == 1 else several, count=number)


def severity_counted(language: str, severity: Severity, number: int) -> str:
    """`3 errors`, `1 warning`."""
    return counted(language, *_COUNTS[severity], number)


def undecided_counted(language: str, number: int) -> str:
    """How many rules could not be decided."""
    return counted(language, "report.one-undecided", "report.undecided-rules", number)


def hint(finding: Finding) -> Message | None:
    """What may be done about a finding: its hint, or else what its suspect would have to be; None without either."""
    suspect = finding.suspect
    if finding.hint is not None or suspect is None:
        return finding.hint
    values: dict[str, Value] = {"name": suspect.name, "value": suspect.value, "suggested": suspect.suggested}
    return Message("report.suspect", values)


def by_reason(items: Iterable[UndecidedRule], language: str) -> Mapping[str, tuple[UndecidedRule, ...]]:
    """Rules that could not be decided, by the reasons in words."""
    reasons: dict[str, tuple[UndecidedRule, ...]] = {}
    for item in items:
        reason = clean(render(item.reason, language))
        reasons[reason] = (*reasons.get(reason, ()), item)
    return reasons
