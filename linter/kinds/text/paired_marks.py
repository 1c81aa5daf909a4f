"""Marks that come in pairs: each that is opened is closed in its section.

```yaml
id: marks-paired
title: {zh: 书名号、引号、括号应当成对, en: 'marks of titles, quotation marks and brackets come in pairs'}
kind: paired-marks
pairs: [《》, “”]
severity: info
source: 《标点符号用法》GB/T 15834
```

A pair of one mark twice, `**`, is a mark that opens and closes, and is looked for in the text as printed. A paragraph
in which marks are left over is one finding, at the first of them. A mark may be closed in another paragraph of its
section: a quotation may run over paragraphs, and a text may have its lines broken. A bracket after the number of an
item needs no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionType
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.prose import Passage
from linter.model.report import BoundReport
from linter.text.punctuation import ELLIPSIS
from linter.text.quotations import Unpaired, unpaired

_SHOWN = 12
"""Characters of the text that are quoted from the mark on, or up to it."""


class Pairs(InParts):
    """Pairs of an opening and a closing mark."""

    pairs: Option[tuple[tuple[str, str], ...]] = Option(
        OptionType(
            Localised("成对的标点", "pairs of marks"),
            {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 2, "maxLength": 2}},
            lambda written, _: tuple((pair[0], pair[1]) for pair in written),
        ),
        zh="每一项是一对开、闭标点，如 《》。",
        en="Pairs of an opening and a closing mark.",
    )


def check(options: Pairs, report: BoundReport) -> Iterable[Problem]:
    sections = dict.fromkeys(passage.section for passage in report.prose.joined(options.in_).passages)
    for section in sections:
        joined = report.prose.joined((section,))
        for opening, closing in options.pairs:
            if opening == closing:
                yield from _odd(joined.passages, opening + closing, report)
                continue
            seen: set[int] = set()
            for left in unpaired(joined.text, opening, closing):
                passage, line = joined.at(left.position)
                if line not in seen:
                    seen.add(line)
                    yield _problem(passage, left._replace(position=left.position - line), (opening, closing), report)


def _odd(passages: Sequence[Passage], mark: str, report: BoundReport) -> Iterator[Problem]:
    """Paragraphs with an odd number of a mark that opens and closes, if their section has an odd number too."""
    odd = [passage for passage in passages if passage.text.value.count(mark) % 2]
    for passage in odd if len(odd) % 2 else ():
        at = passage.text.value.rindex(mark)
        section = passage.section if report.section(passage.section) else None
        message = Message("paired-marks.odd", {"mark": mark, "seen": passage.text.value[at : at + _SHOWN] + ELLIPSIS})
        yield Problem(message, span=passage.text.span_at(at, len(mark)), section=section)


def _problem(passage: Passage, left: Unpaired, pair: tuple[str, str], report: BoundReport) -> Problem:
    opens = left.mark == pair[0]
    at = left.position
    words = (
        passage.plain[at : at + _SHOWN] + ELLIPSIS
        if opens
        else ELLIPSIS + passage.plain[max(at + 1 - _SHOWN, 0) : at + 1]
    )
    key = "paired-marks.not-closed" if opens else "paired-marks.not-opened"
    section = passage.section if report.section(passage.section) else None
    values = {"seen": words, "opening": pair[0], "closing": pair[1]}
    return Problem(Message(key, values), span=passage.span(at, at + 1), section=section)


MESSAGES: Catalogue = {
    "paired-marks.not-closed": Localised(
        zh="“{seen}”的“{opening}”没有对应的“{closing}”，请补上",
        en="“{opening}” in “{seen}” is not closed by “{closing}”; add it",
    ),
    "paired-marks.odd": Localised(
        zh="“{seen}”处的“{mark}”没有成对，像是转换时留下的，请删去",
        en="the “{mark}” at “{seen}” has no partner; probably left from a conversion; remove it",
    ),
    "paired-marks.not-opened": Localised(
        zh="“{seen}”的“{closing}”没有对应的“{opening}”，请补上或删去",
        en="“{closing}” in “{seen}” has no “{opening}” before it; add or remove one",
    ),
}

KIND = Kind(
    __doc__,
    "成对的标点在同一部分之内前后配对。同一个符号写两次（如 **）表示开、闭用同一符号，按原文查找。"
    "一个段落有多余的标点是一条结果，位置在第一处；同一部分的另一段可以配对，因为引文可以跨段，文字可以断行。条目序号之后的括号不必配对。",
    Pairs,
    check,
    MESSAGES,
)
