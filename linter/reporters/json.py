"""The report for machines: JSON, version 1. Keys may be added, never renamed."""

from __future__ import annotations

from linter.language import render as words
from linter.model.address import Address
from linter.model.finding import Finding, Severity, Suspect
from linter.model.result import Checked, Result, RunResult, Skipped, error_of
from linter.reporters import Look
from linter.reporters.exact import Value, dumps

VERSION = 1


def render(result: RunResult, look: Look) -> str:
    """All files as one JSON object. Files that are no reports stand in `skipped` and count nowhere."""
    files = [file for file in result.files if not isinstance(file, Skipped)]
    summary: dict[str, Value] = {
        "files": len(files),
        **{severity.value: result.count(severity) for severity in Severity},
        "undecided": result.undecided,
        "failed": result.failed,
    }
    document: dict[str, Value] = {
        "version": VERSION,
        "files": [_file(file, look.language) for file in files],
        "skipped": list(result.skipped),
        "summary": summary,
    }
    return dumps(document, look.ascii) + "\n"


def _file(file: Result, language: str) -> Value:
    head, error = file.head, error_of(file)
    findings, undecided = (file.findings, file.undecided) if isinstance(file, Checked) else ((), ())
    return {
        "path": head.path,
        "format": head.format or None,
        "pack": head.pack,
        "year": head.year,
        "organisation": head.organisation,
        "previous": head.previous,
        "findings": [_finding(finding, language) for finding in findings],
        "undecided": [{"rule": item.rule, "reason": words(item.reason, language)} for item in undecided],
        "notes": [words(note, language) for note in head.notes],
        "error": words(error, language) if error else None,
    }


def _finding(finding: Finding, language: str) -> Value:
    suspect = finding.suspect
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title.in_language(language),
        "message": words(finding.message, language),
        "hint": words(finding.hint, language) if finding.hint else None,
        "source": finding.source,
        "section": finding.section,
        "table": finding.table,
        "cells": [{**_address(cell.address), "text": cell.text} for cell in finding.cells],
        "suspect": {**_suspect(suspect, language), "certain": suspect.certain} if suspect else None,
        "explanations": [[_suspect(cell, language) for cell in cells] for cells in finding.explanations],
        "imputed": [{**_address(address), "value": value} for address, value in finding.imputed],
        "location": dict(finding.span.location()),
        "fingerprint": finding.fingerprint,
        "related": [_finding(related, language) for related in finding.related],
    }


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
