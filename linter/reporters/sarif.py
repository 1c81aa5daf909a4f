"""SARIF 2.1.0 (OASIS, 2020), which GitHub and others read: one run with its rules, findings and what was undecided.

Every result has a region, since GitHub refuses a file without: line 1 for formats that have no lines, whose place then
stands in the message, and cells by name among the logical locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from linter import __version__
from linter.fixes.offering import Fix, fixes_of
from linter.formats.spool import Spool
from linter.language import render as words
from linter.language import show
from linter.language.printable import printable
from linter.model.accepted import Accepted, Means
from linter.model.finding import CellReference, Finding, Severity
from linter.model.result import Checked, Result, RuleText
from linter.model.span import Span
from linter.model.tally import Tally
from linter.presentation.acceptance import reasons
from linter.presentation.words import clean, say
from linter.reporters.exact import Listed, Value, dumps
from linter.reporters.places import NOT_CHECKED, Entry, Region, Unit, entries_of, entry, region
from linter.reporters.reporter import Look, Reporter, Rules, Text, no_rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"

_WHOLE = Region(1, 1, 1)
_NO_INDEX = '"ruleIndex": -1'


class Report(Reporter):
    """A log of one run. Rules and what went wrong stand before the findings, which wait for them."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._listed: dict[str, str] = {}
        self._packs: set[str] = set()
        self._said, self._found = Spool(), Spool()
        self._notifications, self._results = Listed(5), Listed(3)

    def part(self, file: Result) -> dict[str, Any]:
        """The pack, rules that findings name as they stand in the list, what could not be checked, and the findings,
        each with its rule.
        """
        look = self.look
        pack = file.head.pack if isinstance(file, Checked) else None
        findings = file.findings if isinstance(file, Checked) else ()
        results = _results(file, look.language) if isinstance(file, Checked) else ()
        accepted = (one.finding for one in file.accepted) if isinstance(file, Checked) else ()
        named = {one.rule: _of_finding(one) for one in _with_related((*findings, *accepted))}
        return {
            "pack": pack,
            "rules": {id: dumps(_rule(text, pack, look), look.ascii, 6) for id, text in named.items()},
            "said": [dumps(item, look.ascii, 6) for item in _notifications(file, look.language)],
            "found": [[one.rule, dumps(found, look.ascii, 4)] for one, found in results],
        }

    def add(self, part: dict[str, Any]) -> str:
        pack = part["pack"]
        if pack is not None and pack not in self._packs:
            self._packs.add(pack)
            for text in self.rules(pack):
                self._listed.setdefault(text.id, dumps(_rule(text, pack, self.look), self.look.ascii, 6))
        for id, rule in part["rules"].items():
            self._listed.setdefault(id, rule)
        numbers = {id: number for number, id in enumerate(self._listed)}
        for item in part["said"]:
            self._said.write(self._notifications.entry(item))
        for id, found in part["found"]:
            self._found.write(self._results.entry(found.replace(_NO_INDEX, f'"ruleIndex": {numbers[id]}', 1)))
        return ""

    def end(self, run: Tally) -> Iterator[Text]:
        yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n      "tool": {{\n'
        yield f'        "driver": {{\n          "name": "gouji",\n          "version": "{__version__}",\n'
        rules = Listed(5)
        yield '          "rules": ' + "".join(map(rules.entry, self._listed.values())) + rules.end()
        yield "\n        }\n      },\n"
        root: Value = {ROOT: {"description": {"text": "the folder in which the command ran"}}}
        yield f'      "columnKind": "utf16CodeUnits",\n      "originalUriBaseIds": {dumps(root, depth=3)},\n'
        yield '      "invocations": [\n        {\n          "executionSuccessful": '
        yield "false" if run.failed else "true"
        yield ',\n          "toolExecutionNotifications": '
        yield from self._said.chunks()
        yield self._notifications.end() + '\n        }\n      ],\n      "results": '
        yield from self._found.chunks()
        yield self._results.end() + "\n    }\n  ]\n}\n"


def _of_finding(finding: Finding) -> RuleText:
    return RuleText(finding.rule, finding.title, finding.severity, finding.source)


def _rule(rule: RuleText, pack: str | None, look: Look) -> Value:
    title = clean(rule.title.in_language(look.language))
    why = clean(rule.explanation.in_language(look.language)) if rule.explanation else ""
    page = look.page(pack, rule.id)
    parts = [part for part in (why, clean(rule.source)) if part] or [title]
    return {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {"text": "\n".join(parts), "markdown": "\n\n".join([f"**{title}**", *parts])},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _notifications(file: Result, language: str) -> Iterator[Value]:
    """What could not be checked of a file: all of it, or rules that were undecided."""
    for item in entries_of(file, language, Unit.UTF16):
        if item.rule == NOT_CHECKED:
            where = _physical(item.path, item.region or _WHOLE)
            yield {"level": "error", "message": {"text": item.text}, "locations": [where]}
    for rule in file.undecided if isinstance(file, Checked) else ():
        yield {
            "level": "note",
            "associatedRule": {"id": rule.rule},
            "message": {"text": clean(words(rule.reason, language))},
            "locations": [_physical(file.head.path, _WHOLE)],
        }


def _results(file: Checked, language: str) -> Iterator[tuple[Finding, Value]]:
    """The findings, whose rules have no numbers yet, and after them those that were accepted."""
    for finding in file.findings:
        yield finding, _result(finding, file, language)
    for one in file.accepted:
        yield one.finding, {**_result(one.finding, file, language), "suppressions": [_suppression(one, language)]}


def _result(finding: Finding, file: Checked, language: str) -> dict[str, Value]:
    found = entry(finding, file, language, Unit.UTF16)
    fixes = [_fix(fix, file, language) for fix in fixes_of(finding) if fix.fits_line(file.lines.get(fix.span.line, ""))]
    return {
        "ruleId": finding.rule,
        "ruleIndex": -1,
        "level": LEVELS[finding.severity],
        "message": {"text": found.text},
        "locations": [{**_physical(file.head.path, found.region or _WHOLE), **_cells(finding.cells[:1])}],
        "relatedLocations": list(_related(finding, file, language)),
        "partialFingerprints": _fingerprints(found),
        **({"fixes": fixes} if fixes else {}),
    }


def _fix(fix: Fix, file: Checked, language: str) -> Value:
    """What is put in the place of what, for programs that bring it in."""
    where = _region(fix.span, file)
    deleted: Value = {"startLine": where.line, "startColumn": where.column, "endColumn": where.end}
    change: Value = {"deletedRegion": deleted, "insertedContent": {"text": fix.new}}
    about = say(language, "fixes.write", text=fix.new)
    place = _artifact(file.head.path)
    return {"description": {"text": about}, "artifactChanges": [{"artifactLocation": place, "replacements": [change]}]}


def _suppression(one: Accepted, language: str) -> Value:
    """How a finding was accepted: in the report itself, or outside of it."""
    kind = "inSource" if one.means is Means.COMMENT else "external"
    why = say(language, "report.semicolon").join(reasons(one, language)) or say(language, f"accepted.{one.means.value}")
    return {"kind": kind, "status": "accepted", "justification": why}


def _fingerprints(found: Entry) -> Value:
    """By our own name, and by the one that GitHub follows an alert with from commit to commit."""
    return {"gouji/v1": found.fingerprint, "primaryLocationLineHash": f"{found.fingerprint}:1"}


def _related(finding: Finding, file: Checked, language: str) -> Iterator[Value]:
    """The other cells of a finding, and the findings of the same cause."""
    for cell in finding.cells[1:]:
        yield {
            **_physical(file.head.path, _region(cell.span, file)),
            **_cells((cell,)),
            "message": {"text": clean(f"{show(cell.name, language)} {cell.text}".strip())},
        }
    for other in finding.related:
        title = clean(other.title.in_language(language))
        yield {**_physical(file.head.path, _region(other.span, file)), "message": {"text": title}}


def _region(span: Span, file: Checked) -> Region:
    return region(span, file.lines, Unit.UTF16) or _WHOLE


def _cells(cells: Iterable[CellReference]) -> dict[str, Value]:
    named: list[Value] = [
        {"name": clean(str(cell.name)), "fullyQualifiedName": str(cell.address), "kind": "member"} for cell in cells
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
