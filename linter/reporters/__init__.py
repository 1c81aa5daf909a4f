"""What a run found, as text: one module per format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from linter.model.result import RunResult
from linter.model.tally import Tally
from linter.reporters.reporter import Look, Reporter, Rules, no_rules

__all__ = [
    "BINARY",
    "LISTING_RULES",
    "OF_SUFFIXES",
    "REPORTERS",
    "SAYING_UTF_8",
    "WITH_FIGURES",
    "Look",
    "Reporter",
    "render",
    "reporter",
]

REPORTERS: Mapping[str, str] = {
    "terminal": "linter.reporters.terminal",
    "json": "linter.reporters.json",
    "jsonl": "linter.reporters.json_lines",
    "markdown": "linter.reporters.markdown",
    "sarif": "linter.reporters.sarif",
    "junit": "linter.reporters.junit",
    "checkstyle": "linter.reporters.checkstyle",
    "github": "linter.reporters.github",
    "gitlab": "linter.reporters.gitlab",
    "rdjson": "linter.reporters.rdjson",
    "csv": "linter.reporters.csv_table",
    "html": "linter.reporters.page",
    "statistics": "linter.reporters.statistics",
    "xlsx": "linter.reporters.xlsx",
    "parquet": "linter.reporters.parquet",
}
"""Format → its module, imported when it is used. Each has a class `Report`, which is a `Reporter`."""


OF_SUFFIXES: Mapping[str, str] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".sarif": "sarif",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}
"""Suffix of a file → the format that goes into it where none is asked for."""

BINARY: Mapping[str, str] = {"xlsx": "xlsxwriter", "parquet": "pyarrow"}
"""Formats that are no text, and go into files only → the library that writes them."""

WITH_FIGURES = frozenset({"xlsx"})
"""Formats that show the figures of the tables too."""

SAYING_UTF_8 = frozenset({"html", "junit", "checkstyle"})
"""Formats that state in their text that they are UTF-8."""

LISTING_RULES = frozenset({"sarif", "junit"})
"""Formats that list the rules, those too that found nothing."""


def reporter(format: str, look: Look, rules: Rules = no_rules) -> Reporter:
    """The reporter for one of the formats of `REPORTERS`."""
    made: Reporter = import_module(REPORTERS[format]).Report(look, rules)
    return made


def render(result: RunResult, format: str, look: Look) -> str:
    """The report on results that are all at hand, in one of the formats that are text."""
    report = reporter(format, look, lambda pack: result.rules.get(pack, ()))
    begun = report.begin()
    parts = [report.add(report.part(file)) for file in result.files]
    texts = [begun, *parts, *report.end(Tally.of(result))]
    return "".join(text.decode() if isinstance(text, bytes) else text for text in texts)
