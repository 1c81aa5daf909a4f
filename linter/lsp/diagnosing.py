"""What an editor shows of a text: findings of a draft, or mistakes of a pack, at their places."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from linter.configuration.planning import Plans
from linter.configuration.resolving import Asked
from linter.configuration.settings import BrokenConfiguration
from linter.language import render
from linter.model.document import Source
from linter.model.finding import Finding, Severity
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Checked, Result, error_of
from linter.model.span import Span, TextSpan
from linter.packs.mistakes import BrokenPack, Mistake
from linter.presentation.words import hint
from linter.run.batch import checked
from linter.run.crash import Crash, attempt
from linter.run.engine import LintOptions
from linter.run.previous import finder
from linter.run.processes import family_in_process
from linter.run.walk import suffix

DRAFTS = frozenset({"md", "markdown", "txt", "text", "html", "htm"})
PACKS = frozenset({"yaml", "yml"})
SOURCE = "gouji"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Shown(Record):
    """A finding as an editor shows it."""

    diagnostic: types.Diagnostic
    finding: Finding | None = None


def shown(path: Path, text: str, language: str) -> tuple[Shown, ...]:
    """All that is wrong with a text that is open under a path; nothing of what is neither a draft nor a pack."""
    kind = suffix(path.name)
    if kind in DRAFTS:
        return _of_draft(path, text, language)
    return _of_pack(path, language) if kind in PACKS else ()


def _of_draft(path: Path, text: str, language: str) -> tuple[Shown, ...]:
    result = attempt(lambda: _checked(path, text))
    if isinstance(result, Crash | Message):
        about = result.of_file if isinstance(result, Crash) else result
        return (Shown(_diagnostic(_range(None, text), render(about, language), "not-checked", Severity.ERROR)),)
    error = error_of(result)
    found = (
        [Shown(_diagnostic(_range(None, text), render(error, language), "not-checked", Severity.ERROR))]
        if error
        else []
    )
    if isinstance(result, Checked):
        found += [Shown(_of_finding(one, text, language), one) for one in result.findings]
    return tuple(found)


def _checked(path: Path, text: str) -> Result | Message:
    planner = Plans(Asked(options=LintOptions(skip_other=True)))
    try:
        plan = planner.for_file(path)
        adjust = planner.adjust
    except BrokenConfiguration as broken:
        return broken.mistakes[0].message
    family = family_in_process(plan.pack)
    find = finder(plan.previous, family, plan.pack) if plan.previous else None
    result = checked(
        Source(str(path), text.encode("utf-8", "replace"), suffix(path.name)), False, family, plan.options, find
    )
    return result if adjust is None else adjust(result)


def _of_finding(finding: Finding, text: str, language: str) -> types.Diagnostic:
    advice = hint(finding)
    message = "\n".join(render(part, language) for part in (finding.message, advice) if part is not None)
    return _diagnostic(_range(finding.span, text), message, finding.rule, finding.severity)


def _diagnostic(where: types.Range, message: str, code: str, severity: Severity) -> types.Diagnostic:
    return types.Diagnostic(where, message, severity=SEVERITIES[severity], code=code, source=SOURCE)


def _range(span: Span | None, text: str) -> types.Range:
    """The place of a span, in units of UTF-16; the first line for one that is none."""
    lines = text.split("\n")
    if not isinstance(span, TextSpan):
        return types.Range(types.Position(0, 0), types.Position(0, units(lines[0])))
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    start = units(line[: span.column - 1])
    end = start + max(units(line[span.column - 1 : span.column - 1 + span.length]), 1)
    return types.Range(types.Position(span.line - 1, start), types.Position(span.line - 1, end))


def units(text: str) -> int:
    """The length of a text in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _of_pack(path: Path, language: str) -> tuple[Shown, ...]:
    """The mistakes in a file of the pack that it belongs to, as that is stored."""
    from linter.packs import read_anew

    if not any("pack:" in _start(other) for other in path.parent.glob("*.yaml")):
        return ()
    try:
        read_anew(str(path.parent))
    except BrokenPack as broken:
        return tuple(
            _of_mistake(one, language) for one in broken.mistakes if Path(one.file).resolve() == path.resolve()
        )
    return ()


def _start(file: Path) -> str:
    with file.open("rb") as stream:
        return stream.read(4000).decode("utf-8", "replace")


def _of_mistake(mistake: Mistake, language: str) -> Shown:
    at = types.Position(max(mistake.line - 1, 0), max(mistake.column - 1, 0))
    where = types.Range(at, types.Position(at.line, at.character + 1))
    return Shown(_diagnostic(where, render(mistake.message, language), "pack", Severity.ERROR))


def edit(path: Path, finding: Finding, text: str) -> types.TextEdit:
    """Where a comment that accepts a finding goes, and the comment with an empty reason: at the end of the line in
    Markdown and web pages, on a line above in plain text.
    """
    line = finding.span.line - 1 if isinstance(finding.span, TextSpan) else 0
    if suffix(path.name) in ("txt", "text"):
        at = types.Position(line, 0)
        return types.TextEdit(types.Range(at, at), f"# gouji: allow {finding.rule} -- \n")
    end = types.Position(line, units(text.split("\n")[line].rstrip("\r")))
    return types.TextEdit(types.Range(end, end), f" <!-- gouji: allow {finding.rule} --  -->")
