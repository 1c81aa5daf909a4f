"""Checkstyle XML, the oldest format that nearly every build server reads."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from linter import __version__
from linter.model.result import Result
from linter.model.tally import Tally
from linter.reporters.markup import element
from linter.reporters.places import Entry, Unit, entries_of
from linter.reporters.reporter import Reporter


class Report(Reporter):
    """A `file` for each report in which something was found."""

    _any = False

    def begin(self) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{__version__}"'

    def part(self, file: Result) -> str:
        found = list(entries_of(file, self.look.language, Unit.CHARACTERS))
        if not found:
            return ""
        node = ElementTree.Element("file", name=found[0].path)
        for entry in found:
            ElementTree.SubElement(node, "error", _attributes(entry))
        return element(node)

    def add(self, part: str) -> str:
        opening = "" if self._any or not part else ">\n"
        self._any = self._any or bool(part)
        return opening + part

    def end(self, run: Tally) -> Iterator[str]:  # noqa: ARG002
        yield "</checkstyle>\n" if self._any else " />\n"


def _attributes(entry: Entry) -> dict[str, str]:
    where = entry.region
    return {
        "line": str(where.line if where else 1),
        **({"column": str(where.column)} if where else {}),
        "severity": entry.severity.value,
        "message": entry.text,
        "source": f"gouji.{entry.rule}",
    }
