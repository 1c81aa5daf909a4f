"""Sections that say what last year's said.

```yaml
id: not-last-years-words
title: {zh: 内容不应与上年报告雷同, en: the text is not last year's}
kind: similar-to-previous
in: [overview, problems]
thresholds: {error: 0.9, warning: 0.7}
min: 100
severity: error
source: 国办公开办函〔2021〕30号
```

Running text is compared, letter by letter and without digits; tables are not. `thresholds` say from which likeness on
(1 is the same) there is a finding, and of what severity. A section with fewer characters than `min` is not
compared, and of a very long one the beginning is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.option import Option, OptionError, OptionErrors, Options, OptionType
from linter.kinds.option_types import SECTIONS, whole
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport, BoundSection
from linter.model.template import Template
from linter.text.likeness import share_alike
from linter.text.regex import regex
from linter.text.sentences import Sentence, sentences

LONGEST = 20_000
"""Characters of a section that are compared: the time that takes grows with their square."""

SHORTEST_QUOTED = 10
"""Characters of a sentence that is worth quoting as the same."""

_LEFT_OUT = regex(r"[\d\s]+")


def _thresholds(written: Mapping[str, float], _template: Template) -> tuple[tuple[Severity, float], ...]:
    """The worst first; a threshold that a milder one makes useless is a mistake."""
    thresholds = tuple((severity, float(written[severity])) for severity in Severity if severity in written)
    errors = [
        OptionError((str(severity),), Message("similar-to-previous.order", {"severity": str(severity)}))
        for (severity, likeness), (_, milder) in pairwise(thresholds)
        if likeness <= milder
    ]
    if errors:
        raise OptionErrors(errors)
    return thresholds


class Similarity(Options):
    """The sections that are compared, and from which likeness on which severity."""

    in_ = Option(
        SECTIONS,
        zh="比较的部分的编号；不写时比较所有部分。",
        en="Ids of the sections that are compared. Without it, all sections.",
    )
    thresholds = Option(
        OptionType(
            Localised("级别: 相似度", "severity: likeness"),
            {
                "type": "object",
                "properties": {
                    str(severity): {"type": "number", "exclusiveMinimum": 0, "maximum": 1} for severity in Severity
                },
                "minProperties": 1,
                "additionalProperties": False,
            },
            _thresholds,
        ),
        zh="各级别从多大的相似度起报告；1 为完全相同。",
        en="Severity → the likeness from which on there is such a finding; 1 is the same.",
    )
    min = Option(whole(1), zh="不足多少字的部分不比较。", en="Characters of a section that is compared.", default=100)


def check(options: Similarity, report: BoundReport) -> Iterable[Outcome]:
    previous = report.previous
    if previous is None:
        yield Undecided(Message("previous.none"))
        return
    for where, key in ((report, "previous.section-absent-here"), (previous, "previous.section-absent")):
        absent = [spec.number + spec.label.text for spec in options.in_ if where.section(spec.id) is None]
        if absent:
            yield Undecided(Message(key, {"sections": quoted(absent)}))
    for spec in options.in_:
        section = report.section(spec.id)
        if section is not None and previous.section(spec.id) is not None:
            yield from _compared(section, options, report, previous)


def _compared(
    section: BoundSection, options: Similarity, report: BoundReport, previous: BoundReport
) -> Iterator[Problem]:
    id = section.spec.id
    ours, theirs = (_LEFT_OUT.sub("", one.prose.joined((id,)).text)[:LONGEST] for one in (report, previous))
    if min(len(ours), len(theirs)) < options.min:
        return
    likeness = share_alike(ours, theirs, at_least=options.thresholds[-1][1])
    severity = next((severity for severity, least in options.thresholds if likeness >= least), None)
    if severity is None:
        return
    values: dict[str, Value] = {"section": section.heading.value.strip(), "percent": int(likeness * 100)}
    same = _longest_in_both(id, report, previous)
    if same is None:
        message, span = Message("similar-to-previous.alike", values), section.heading.span
    else:
        quote = same.passage.quote(same.start, same.end)
        message = Message("similar-to-previous.alike-in", {**values, "sentence": quote})
        span = same.passage.span(same.start, same.end)
    yield Problem(message, span=span, section=id, severity=severity)


def _longest_in_both(section: str, report: BoundReport, previous: BoundReport) -> Sentence | None:
    """The longest sentence of a section that stands in last year's too, but for its digits."""
    before = {_LEFT_OUT.sub("", sentence.words) for sentence in _sentences(section, previous)}
    same = [sentence for sentence in _sentences(section, report) if _LEFT_OUT.sub("", sentence.words) in before]
    longest = max(same, key=lambda sentence: sentence.end - sentence.start, default=None)
    return longest if longest is not None and longest.end - longest.start >= SHORTEST_QUOTED else None


def _sentences(section: str, report: BoundReport) -> Iterator[Sentence]:
    for passage in report.prose.joined((section,)).passages:
        yield from sentences(passage)


def _always(_: Similarity) -> bool:
    return True


MESSAGES: Catalogue = {
    "similar-to-previous.alike": Localised(
        zh="“{section}”与上年报告相似 {percent}%（不计数字）；请按本年实际情况重写",
        en="“{section}” is {percent}% the same as last year's, digits left out; rewrite it for this year",
    ),
    "similar-to-previous.alike-in": Localised(
        zh="“{section}”与上年报告相似 {percent}%（不计数字），最长的相同语句为“{sentence}”；请按本年实际情况重写",
        en="“{section}” is {percent}% the same as last year's, digits left out; the longest sentence in both is "
        "“{sentence}”; rewrite it for this year",
    ),
    "similar-to-previous.order": Localised(
        zh="“{severity}”的界限应高于更轻级别的界限",
        en="the threshold of “{severity}” should be above that of milder ones",
    ),
}

KIND = Kind(
    __doc__,
    "各部分的文字与上年报告不雷同。逐字比较正文，不计数字，不比较表格。"
    "thresholds 写明从多大的相似度起（1 为完全相同）报告、是什么级别。不足 min 字的部分不比较，"
    "很长的部分只比较开头。",
    Similarity,
    check,
    MESSAGES,
    needs_previous=_always,
)
