"""The report for machines: JSON, version 1. Keys may be added, never renamed."""

from __future__ import annotations

from linter.language import render as words
from linter.model.address import Address
from linter.model.finding import Finding, Severity, Suspect
from linter.model.result import FileResult, RunResult
from linter.reporters import Look
from linter.reporters.exact import Value, dumps

VERSION = 1


def render(result: RunResult, look: Look) -> str:
    """All files as one JSON object. Files that are no reports stand in `skipped` and count nowhere."""
    files = [file for file in result.files if not file.other]
    summary: dict[str, Value] = {
        "files": len(files),
        **{severity.value: result.count(severity) for severity in Severity},
        "undecided": result.undecided,
        "failed": sum(file.error is not None for file in files),
    }
    document: dict[str, Value] = {
        "version": VERSION,
        "files": [_file(file, look.language) for file in files],
        "skipped": [file.path for file in result.files if file.other],
        "summary": summary,
    }
    return dumps(document, look.ascii) + "\n"


def _file(file: FileResult, language: str) -> Value:
    return {
        "path": file.path,
        "format": file.format or None,
        "pack": file.pack,
        "year": file.year,
        "organisation": file.organisation,
        "previous": file.previous,
        "findings": [_finding(finding, language) for finding in file.findings],
        "undecided": [{"rule": item.rule, "reason": words(item.reason, language)} for item in file.undecided],
        "notes": [words(note, language) for note in file.notes],
        "error": words(file.error, language) if file.error else None,
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
