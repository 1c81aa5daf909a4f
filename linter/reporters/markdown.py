"""Markdown for a comment on a merge request, or for a summary of a job: a table of findings per report."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.result import Checked, Result, Skipped
from linter.model.tally import Tally
from linter.presentation.acceptance import sentences
from linter.presentation.remarks import counts, open_rules, undecided
from linter.presentation.words import SEVERITIES, clean, say
from linter.reporters.places import NOT_CHECKED, Entry, Unit, entries_of
from linter.reporters.reporter import Look, Reporter, Rules, no_rules
from linter.text.regex import regex

LONGEST = 60_000
"""Characters of the whole text at most: GitHub refuses a comment of more than 65,536."""

_MARKUP = regex(r"([\\`*_{}\[\]<>#|~!@])")


class Report(Reporter):
    """A part for each report that has something to say; what would make the text too long is counted at its end."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._length = 0
        self._shown = 0
        self._left = 0

    def part(self, file: Result) -> str:
        return "\n".join(_part(file, self.look))

    def add(self, part: str) -> str:
        if not part:
            return ""
        if self._left or self._length + len(part) >= LONGEST:
            self._left += 1
            return ""
        self._length += len(part) + 1
        self._shown += 1
        return part if self._shown == 1 else "\n" + part

    def end(self, run: Tally) -> Iterator[str]:  # noqa: ARG002
        if self._left:
            more = say(self.look.language, "report.more-reports", count=self._left) + "\n"
            yield "\n" + more if self._shown else more
        elif not self._shown:
            yield say(self.look.language, "report.nothing-found") + "\n"


def _part(file: Result, look: Look) -> Iterator[str]:
    language = look.language
    pack = file.head.pack if isinstance(file, Checked) else None
    found = list(entries_of(file, language, Unit.CHARACTERS))
    if isinstance(file, Skipped) or not (found or (isinstance(file, Checked) and (file.undecided or file.accepted))):
        return
    yield f"### {_escaped(clean(file.head.path))}\n"
    if isinstance(file, Checked):
        yield _escaped(counts(file, language)) + "\n"
        for text in sentences(file.accepted, language):
            yield f"* {say(language, 'accepted.label')}: {_escaped(text)}\n"
    if found:
        yield "| | " + say(language, "report.place") + " | " + say(language, "report.what") + " |"
        yield "|---|---|---|"
        yield from (_row(entry, look, pack) for entry in found)
        yield ""
    if isinstance(file, Checked):
        for rules in undecided(file, language):
            yield f"- {_escaped(open_rules(rules, language))}"
        if file.undecided:
            yield ""


def _row(entry: Entry, look: Look, pack: str | None) -> str:
    word = say(look.language, SEVERITIES[entry.severity].key)
    where = str(entry.region.line) if entry.region else _escaped(entry.place)
    page = look.page(pack, entry.rule) if entry.rule != NOT_CHECKED else ""
    rule = f"[`{entry.rule}`]({page})" if page else f"`{entry.rule}`"
    advice = f"<br>{_escaped(entry.advice)}" if entry.advice else ""
    return f"| {word} | {where} | {_escaped(entry.message)}{advice} {rule} |"


def _escaped(text: str) -> str:
    """`text` of a report so that it can be no markup, and mention nobody."""
    return _MARKUP.sub(r"\\\1", text)
