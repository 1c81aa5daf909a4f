"""Markdown for a comment on a merge request, or for a summary of a job: a table of findings per report."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.result import Checked, Result, RunResult, Skipped
from linter.presentation.remarks import counts, undecided
from linter.presentation.words import SEVERITIES, clean, say
from linter.reporters import Look
from linter.reporters.places import Entry, Unit, entries_of
from linter.text.regex import regex

LONGEST = 60_000
"""Characters of the whole text at most: GitHub refuses a comment of more than 65,536."""

_MARKUP = regex(r"([\\`*_{}\[\]<>#|~!@])")


def render(result: RunResult, look: Look) -> str:
    """A part for each report that has something to say; what would make the text too long is counted at its end."""
    parts = [part for file in result.files if (part := "\n".join(_part(file, look.language)))]
    kept, length = 0, 0
    while kept < len(parts) and length + len(parts[kept]) < LONGEST:
        length += len(parts[kept]) + 1
        kept += 1
    shown = parts[:kept] or ([] if parts else [say(look.language, "report.nothing-found") + "\n"])
    if kept < len(parts):
        shown.append(say(look.language, "report.more-reports", count=len(parts) - kept) + "\n")
    return "\n".join(shown)


def _part(file: Result, language: str) -> Iterator[str]:
    found = list(entries_of(file, language, Unit.CHARACTERS))
    if isinstance(file, Skipped) or not (found or (isinstance(file, Checked) and file.undecided)):
        return
    yield f"### {_escaped(clean(file.head.path))}\n"
    if isinstance(file, Checked):
        yield _escaped(counts(file, language)) + "\n"
    if found:
        yield "| | " + say(language, "report.place") + " | " + say(language, "report.what") + " |"
        yield "|---|---|---|"
        yield from (_row(entry, language) for entry in found)
        yield ""
    if isinstance(file, Checked):
        for rules in undecided(file, language):
            text = say(language, "report.undecided", rules=rules.titles, reason=rules.reason)
            yield f"- {_escaped(text)}"
        if file.undecided:
            yield ""


def _row(entry: Entry, language: str) -> str:
    word = say(language, SEVERITIES[entry.severity].key)
    where = str(entry.region.line) if entry.region else _escaped(entry.place)
    advice = f"<br>{_escaped(entry.advice)}" if entry.advice else ""
    return f"| {word} | {where} | {_escaped(entry.message)}{advice} `{entry.rule}` |"


def _escaped(text: str) -> str:
    """`text` of a report so that it can be no markup, and mention nobody."""
    return _MARKUP.sub(r"\\\1", text)
