"""The report for machines: JSON, version 1. Keys may be added, never renamed."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import render as words
from linter.language import show
from linter.model.accepted import Accepted
from linter.model.address import Address
from linter.model.finding import CellReference, Finding, Severity, Suspect
from linter.model.message import Message
from linter.model.result import Checked, Result, Skipped, error_of
from linter.model.tally import Tally
from linter.presentation.remarks import headline, place
from linter.reporters.exact import Listed, Value, dumps
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

VERSION = 1


class Report(Reporter):
    """All files as one JSON object. Files that are no reports stand in `skipped` and count nowhere."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._files = Listed(1)

    def begin(self) -> str:
        return f'{{\n  "version": {VERSION},\n  "files": '

    def part(self, file: Result) -> str:
        """A report as it stands in the list, and nothing for a file that is none."""
        return "" if isinstance(file, Skipped) else dumps(as_object(file, self.look.language), self.look.ascii, 2)

    def add(self, part: str) -> str:
        return self._files.entry(part) if part else ""

    def end(self, run: Tally) -> Iterator[str]:
        summary: dict[str, Value] = {
            "files": run.files,
            **{severity.value: run.count(severity) for severity in Severity},
            "undecided": run.undecided,
            "accepted": run.accepted.total(),
            "failed": run.failed,
        }
        yield self._files.end()
        yield f',\n  "skipped": {dumps(list(run.skipped), self.look.ascii, 1)}'
        notes: list[Value] = [_note(note, self.look.language) for note in (*run.notes, *run.expected)]
        notes += [_note(note, self.look.language) | {"paths": list(run.twice)} for note in run.doubles()]
        yield f',\n  "notes": {dumps(notes, self.look.ascii, 1)}'
        yield f',\n  "summary": {dumps(summary, self.look.ascii, 1)}\n}}\n'


def as_object(file: Result, language: str) -> dict[str, Value]:
    """One entry of `files`."""
    head, error = file.head, error_of(file)
    findings, undecided = (file.findings, file.undecided) if isinstance(file, Checked) else ((), ())
    accepted = file.accepted if isinstance(file, Checked) else ()
    return {
        "path": head.path,
        "format": head.format or None,
        "pack": head.pack,
        "year": head.year,
        "organisation": head.organisation,
        "previous": head.previous,
        "findings": [_finding(finding, language) for finding in findings],
        "undecided": [
            {"rule": item.rule, "title": item.title.in_language(language), "reason": words(item.reason, language)}
            for item in undecided
        ],
        "accepted": [_accepted(one, language) for one in accepted],
        "notes": [words(note, language) for note in head.notes],
        "error": words(error, language) if error else None,
    }


def _note(note: Message, language: str) -> dict[str, Value]:
    """What was met beside the reports: `about` is one of a few words, which stay the same."""
    values = note.values
    count, paths, names = (values.get(name) for name in ("count", "paths", "names"))
    return {
        "about": note.key.removesuffix("-more"),
        "message": words(note, language),
        "count": count if isinstance(count, int) else None,
        "paths": [str(path) for path in paths] if isinstance(paths, tuple) else [],
        "agencies": [str(name) for name in names] if isinstance(names, tuple) else [],
    }


def _accepted(one: Accepted, language: str) -> Value:
    return {
        "means": one.means.value,
        "reason": one.reason or None,
        "owner": one.owner or None,
        "until": one.until or None,
        "place": one.place or None,
        "finding": _finding(one.finding, language),
    }


def _finding(finding: Finding, language: str) -> Value:
    suspect = finding.suspect
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title.in_language(language),
        "headline": headline(finding, language),
        "message": words(finding.message, language),
        "hint": words(finding.hint, language) if finding.hint else None,
        "source": finding.source,
        "section": finding.section,
        "table": finding.table,
        "cells": [
            {**_address(cell.address), "name": show(cell.name, language), "text": cell.text} for cell in finding.cells
        ],
        "suspect": {**_suspect(suspect, language), "certain": suspect.certain} if suspect else None,
        "explanations": [[_suspect(cell, language) for cell in cells] for cells in finding.explanations],
        "imputed": [{**_address(address), "value": value} for address, value in finding.imputed],
        "location": dict(finding.span.location()),
        "place": place(finding, language),
        "fingerprint": finding.fingerprint,
        "related": [_finding(related, language) for related in finding.related],
    }


def _cell(cell: CellReference, language: str) -> dict[str, Value]:
    return {**_address(cell.address), "name": show(cell.name, language), "text": cell.text}


def _suspect(suspect: Suspect, language: str) -> dict[str, Value]:
    return {
        **_address(suspect.address),
        **({"previous": True} if suspect.address.previous else {}),
        "value": suspect.value,
        "suggested": suspect.suggested,
        "reason": words(suspect.reason, language) if suspect.reason else None,
    }


def _address(address: Address) -> dict[str, Value]:
    return {"table": address.table, "row": address.row, "column": address.column}
