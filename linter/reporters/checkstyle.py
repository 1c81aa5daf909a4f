"""Checkstyle XML, the oldest format that nearly every build server reads."""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from linter import __version__
from linter.model.result import RunResult
from linter.reporters import Look
from linter.reporters.places import Entry, Unit, entries


def render(result: RunResult, look: Look) -> str:
    """A `file` for each report in which something was found."""
    root = ElementTree.Element("checkstyle", version=__version__)
    for path, found in groupby(entries(result, look.language, Unit.CHARACTERS), key=lambda entry: entry.path):
        file = ElementTree.SubElement(root, "file", name=path)
        for entry in found:
            ElementTree.SubElement(file, "error", _attributes(entry))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _attributes(entry: Entry) -> dict[str, str]:
    where = entry.region
    return {
        "line": str(where.line if where else 1),
        **({"column": str(where.column)} if where else {}),
        "severity": entry.severity.value,
        "message": entry.text,
        "source": f"gouji.{entry.rule}",
    }
