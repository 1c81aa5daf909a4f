"""Passages that stand in a report twice, word for word.

```yaml
id: no-repeated-text
title: {zh: 同一段话不应重复出现, en: no passage stands in the report twice}
kind: repeated-text
min: 60
severity: warning
source: 国办公开办函〔2021〕30号
```

`min` is the number of characters from which a repetition is a finding, `min-at-once` that of one that follows at once
(without it, the same); clauses are compared, so the passage may begin or end otherwise. The finding stands at the
second place, quotes how the passage begins and says where it stands first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import whole
from linter.kinds.text.prose_options import InParts, part_names
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import Passage
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.text.punctuation import CLAUSE, ELLIPSIS
from linter.text.regex import regex

_CLAUSE = regex(rf"[^{CLAUSE}\n]+")
_QUOTED = 24
"""Characters of the repeated text that a message quotes."""


class RepeatedText(InParts):
    """The length from which a repetition counts."""

    min = Option(whole(10), zh="重复达到多少字才报告。", en="The characters from which a repetition is a finding.")
    min_at_once = Option(
        whole(10),
        zh="紧接着重复的，达到多少字才报告；不写时与 min 相同。",
        en="The characters from which one that follows at once is a finding. Default: min.",
        default=None,
    )


class _Clause(Record):
    """A clause: its words, and its offsets in the passage."""

    words: str
    passage: Passage
    start: int
    end: int


class _Repeated(Record):
    """The clauses from `first` on come again, `length` of them, from `again` on; both are indices."""

    first: int
    again: int
    length: int


def check(options: RepeatedText, report: BoundReport) -> Iterable[Problem]:
    clauses = list(_clauses(report.prose.joined(options.in_).passages))
    for repeated in _repetitions(clauses):
        found = clauses[repeated.again : repeated.again + repeated.length]
        at_once = repeated.first + repeated.length == repeated.again
        least = (options.min_at_once or options.min) if at_once else options.min
        if sum(clause.end - clause.start for clause in found) >= least:
            yield _problem(clauses[repeated.first], found[0], found[-1], report)


def _clauses(passages: Iterable[Passage]) -> Iterator[_Clause]:
    for passage in passages:
        for match in _CLAUSE.finditer(passage.plain):
            if any(map(str.isalpha, match[0])):  # and no line that is only drawn
                yield _Clause(match[0], passage, match.start(), match.end())


def _repetitions(clauses: Sequence[_Clause]) -> Iterator[_Repeated]:
    """Rows of clauses within one paragraph that stand earlier within one paragraph, in the same order."""
    earlier: dict[str, int] = {}
    at = 0
    while at < len(clauses):
        first = earlier.setdefault(clauses[at].words, at)
        length = 1
        if first < at:
            length = _common(clauses, first, at)
            yield _Repeated(first, at, length)
            for index in range(at + 1, at + length):
                earlier.setdefault(clauses[index].words, index)
        at += length


def _common(clauses: Sequence[_Clause], first: int, again: int) -> int:
    length = 1
    while (
        again + length < len(clauses)
        and first + length < again
        and clauses[first + length].words == clauses[again + length].words
        and clauses[first + length].passage is clauses[first].passage
        and clauses[again + length].passage is clauses[again].passage
    ):
        length += 1
    return length


def _problem(earlier: _Clause, first: _Clause, last: _Clause, report: BoundReport) -> Problem:
    """The finding at the second place, which runs from the clause `first` to `last`."""
    passage = first.passage
    words = passage.plain[first.start : last.end]
    values: dict[str, Value] = {
        "seen": words if len(words) <= _QUOTED else words[:_QUOTED] + ELLIPSIS,
        "part": part_names(report.template, (earlier.passage.section,)),
    }
    if earlier.passage is passage:
        key = "repeated-text.in-paragraph"
    else:
        key = "repeated-text.in-part" if earlier.passage.section == passage.section else "repeated-text.in-other-part"
    section = passage.section if report.section(passage.section) else None
    return Problem(Message(key, values), span=passage.span(first.start, last.end), section=section)


MESSAGES: Catalogue = {
    "repeated-text.in-part": Localised(
        zh="“{seen}”在本部分前文已经出现，请删去一处",
        en="“{seen}” is in this part already; delete one of the two",
    ),
    "repeated-text.in-paragraph": Localised(
        zh="“{seen}”在同一段中重复出现，请删去一处",
        en="“{seen}” is in this paragraph twice; delete one of the two",
    ),
    "repeated-text.in-other-part": Localised(
        zh="“{seen}”在{part}已经出现，请删去一处", en="“{seen}” is in {part} already; delete one of the two"
    ),
}

KIND = Kind(
    __doc__,
    "报告中没有一字不差的重复段落。min 是重复达到多少字才报告，min-at-once 是紧接着重复的；"
    "按分句比较，所以前后文字可以不同。"
    "结果的位置在第二处，引用其开头，并写明第一处在哪里。",
    RepeatedText,
    check,
    MESSAGES,
)
