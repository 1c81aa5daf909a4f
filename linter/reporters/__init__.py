"""What a run found, as text: one module per format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from linter.model.finding import Severity
from linter.model.records import Record
from linter.model.result import RunResult


class Look(Record):
    """How a report is to look: its language, the width in terminal cells, and whether colours and all characters are
    welcome. `ascii` is for machine formats on a console that is not UTF-8. `fail_on` is the mildest severity that fails
    the run, None where nothing does.
    """

    language: str = "en"
    width: int = 80
    colour: bool = False
    ascii: bool = False
    fail_on: Severity | None = Severity.ERROR


REPORTERS: Mapping[str, str] = {
    "terminal": "linter.reporters.terminal",
    "json": "linter.reporters.json",
    "markdown": "linter.reporters.markdown",
    "sarif": "linter.reporters.sarif",
    "junit": "linter.reporters.junit",
    "checkstyle": "linter.reporters.checkstyle",
    "github": "linter.reporters.github",
    "gitlab": "linter.reporters.gitlab",
    "rdjson": "linter.reporters.rdjson",
}
"""Format → its module, imported when it is used. Each has `render(result, look) -> str`."""


LISTING_RULES = frozenset({"sarif", "junit"})
"""Formats that list the rules, those too that found nothing."""


def render(result: RunResult, format: str, look: Look) -> str:
    """The report on `result` in one of the formats of `REPORTERS`, ending with a line break."""
    reporter: Callable[[RunResult, Look], str] = import_module(REPORTERS[format]).render
    return reporter(result, look)
