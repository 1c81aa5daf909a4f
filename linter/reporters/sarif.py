"""SARIF 2.1.0 (OASIS, 2020), which GitHub and others read: one run with its rules, findings and what was undecided.

Every result has a region, since GitHub refuses a file without: line 1 for formats that have no lines, whose place then
stands in the message, and cells by name among the logical locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from linter import __version__
from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import CellReference, Finding, Severity
from linter.model.result import Checked, RuleText, RunResult
from linter.model.span import Span
from linter.presentation.words import clean
from linter.reporters import Look
from linter.reporters.exact import Value, dumps
from linter.reporters.places import NOT_CHECKED, Entry, Region, Unit, entries_of, entry, region

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"

_WHOLE = Region(1, 1, 1)


def render(result: RunResult, look: Look) -> str:
    """A log of one run."""
    rules = _rules(result, look.language)
    run: dict[str, Value] = {
        "tool": {"driver": {"name": "gouji", "version": __version__, "rules": list(rules.values())}},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder in which the command ran"}}},
        "invocations": [_invocation(result, look.language)],
        "results": list(_results(result, look.language, list(rules))),
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, look.ascii) + "\n"


def _rules(result: RunResult, language: str) -> dict[str, Value]:
    """Every rule that reports were checked by, and those that findings name otherwise, by their ids."""
    packs = dict.fromkeys(file.head.pack for file in result.checked if file.head.pack)
    rules = {text.id: _rule(text, language) for pack in packs for text in result.rules.get(pack, ())}
    for file in result.checked:
        for finding in _with_related(file.findings):
            text = RuleText(finding.rule, finding.title, finding.severity, finding.source)
            rules.setdefault(finding.rule, _rule(text, language))
    return rules


def _rule(rule: RuleText, language: str) -> Value:
    title = clean(rule.title.in_language(language))
    why = clean(rule.explanation.in_language(language)) if rule.explanation else ""
    parts = [part for part in (why, clean(rule.source)) if part] or [title]
    return {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {"text": "\n".join(parts), "markdown": "\n\n".join([f"**{title}**", *parts])},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _invocation(result: RunResult, language: str) -> Value:
    """Whether every file could be checked, and what could not: files, and rules that were undecided."""
    failed: list[Value] = [
        {"level": "error", "message": {"text": item.text}, "locations": [_physical(item.path, item.region or _WHOLE)]}
        for file in result.files
        for item in entries_of(file, language, Unit.UTF16)
        if item.rule == NOT_CHECKED
    ]
    undecided: list[Value] = [
        {
            "level": "note",
            "associatedRule": {"id": item.rule},
            "message": {"text": clean(words(item.reason, language))},
            "locations": [_physical(file.head.path, _WHOLE)],
        }
        for file in result.checked
        for item in file.undecided
    ]
    return {"executionSuccessful": not result.failed, "toolExecutionNotifications": [*failed, *undecided]}


def _results(result: RunResult, language: str, rules: list[str]) -> Iterator[Value]:
    numbers = {rule: number for number, rule in enumerate(rules)}
    for file in result.checked:
        for finding in file.findings:
            found = entry(finding, file, language, Unit.UTF16)
            yield {
                "ruleId": finding.rule,
                "ruleIndex": numbers[finding.rule],
                "level": LEVELS[finding.severity],
                "message": {"text": found.text},
                "locations": [{**_physical(file.head.path, found.region or _WHOLE), **_cells(finding.cells[:1])}],
                "relatedLocations": list(_related(finding, file, language)),
                "partialFingerprints": _fingerprints(found),
            }


def _fingerprints(found: Entry) -> Value:
    """By our own name, and by the one that GitHub follows an alert with from commit to commit."""
    return {"gouji/v1": found.fingerprint, "primaryLocationLineHash": f"{found.fingerprint}:1"}


def _related(finding: Finding, file: Checked, language: str) -> Iterator[Value]:
    """The other cells of a finding, and the findings of the same cause."""
    for cell in finding.cells[1:]:
        yield {
            **_physical(file.head.path, _region(cell.span, file)),
            **_cells((cell,)),
            "message": {"text": clean(f"{cell.name} {cell.text}".strip())},
        }
    for other in finding.related:
        title = clean(other.title.in_language(language))
        yield {**_physical(file.head.path, _region(other.span, file)), "message": {"text": title}}


def _region(span: Span, file: Checked) -> Region:
    return region(span, file.lines, Unit.UTF16) or _WHOLE


def _cells(cells: Iterable[CellReference]) -> dict[str, Value]:
    named: list[Value] = [
        {"name": clean(cell.name), "fullyQualifiedName": str(cell.address), "kind": "member"} for cell in cells
    ]
    return {"logicalLocations": named} if named else {}


def _physical(path: str, where: Region) -> dict[str, Value]:
    place: dict[str, Value] = {"startLine": where.line}
    if where is not _WHOLE:
        place |= {"startColumn": where.column, "endColumn": where.end}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": place}}


def _artifact(path: str) -> Value:
    """A file below the working folder by its relative name, another one by its own."""
    file = Path(path)
    if not file.is_absolute() and ".." not in file.parts:
        return {"uri": quote(printable(file.as_posix())), "uriBaseId": ROOT}
    return {"uri": Path(file.absolute()).as_uri()}


def _with_related(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from finding.related
