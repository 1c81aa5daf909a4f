"""What comments in a report make of its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from linter.acceptance.comments import Comment, comments_in
from linter.acceptance.faults import FAULTS, fault
from linter.model.accepted import Accepted, Means
from linter.model.document import Document
from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.result import Checked
from linter.model.span import TextSpan
from linter.text.likeness import unknown


def commented(result: Checked, document: Document, rules: Iterable[str]) -> Checked:
    """The result without the findings that comments accept, and with what is wrong with the comments. `rules` are the
    ids that there are.
    """
    comments = comments_in(document)
    if not comments:
        return result
    left: list[Finding] = []
    accepted = list(result.accepted)
    used: set[tuple[int, str]] = set()
    for finding in result.findings:
        number = _meant(finding, comments)
        if number is None:
            left.append(finding)
            continue
        comment = comments[number]
        used.update((number, rule) for rule in comment.rules if fnmatchcase(finding.rule, rule))
        place = f"{result.head.path}:{comment.span.line}:{comment.span.column}"
        accepted.append(Accepted(finding, Means.COMMENT, comment.reason, place=place))
    faults = list(_faults(comments, used, result, {*rules, *FAULTS}))
    found = sorted([*left, *faults], key=lambda finding: finding.span.order())
    lines = dict(result.lines)
    text = document.text.split("\n")
    lines.update({one.span.line: text[one.span.line - 1].rstrip("\r") for one in comments})
    return result._replace(findings=tuple(found), accepted=tuple(accepted), lines=lines)


def _meant(finding: Finding, comments: Sequence[Comment]) -> int | None:
    """The number of the first comment with a reason that means a finding."""
    if not isinstance(finding.span, TextSpan):
        return None
    line = finding.span.line
    return next((number for number, one in enumerate(comments) if one.reason and one.means(finding.rule, line)), None)


def _faults(
    comments: Sequence[Comment], used: set[tuple[int, str]], result: Checked, rules: set[str]
) -> Iterator[Finding]:
    for number, comment in enumerate(comments):
        if not comment.reason:
            yield fault("waiver-without-reason", comment.span, Message("waiver.comment-without-reason"))
            continue
        for rule in comment.rules:
            if not any(fnmatchcase(known, rule) for known in rules):
                yield fault("waiver-misspelt", comment.span, unknown("waiver.no-such-rule", rule, rules))
            elif (number, rule) not in used and any(fnmatchcase(known, rule) for known in result.decided):
                yield fault("waiver-unused", comment.span, Message("waiver.comment-unused", {"rule": rule}))
