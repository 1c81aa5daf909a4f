"""Things that a part of the report has to speak of.

```yaml
id: duties-of-governments
title: {zh: 应报告工作考核、社会评议和责任追究结果, en: 'assessment, public appraisal and accountability are reported'}
kind: required-mention
in: [overview, problems]
aspects:
  - {what: {zh: 工作考核, en: assessment}, pattern: 考核|考评}
  - {what: {zh: 社会评议, en: public appraisal}, pattern: 评议}
agencies: [township, county]
severity: warning
source: 政府信息公开条例第五十条第四项
```

One finding lists all that is not spoken of, at the heading of the first part. `if` is a pattern: only a report in which
it is found has to; `unless` one that excuses the report; `when` says of which figures it holds, as in
`requests.other_unpaid_fee.total > 0`. A report without any of the parts is undecided: that they are missing is another
rule's business.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.expressions.evaluate import Undetermined, decide
from linter.kinds.agencies import OfAgencies
from linter.kinds.figures.amount import CONDITION
from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.option import Option, Options, records
from linter.kinds.option_types import PARTS, PATTERN, TEXT, excuses
from linter.kinds.text.prose_options import InParts, part_names
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message
from linter.model.prose import LEAD, Joined
from linter.model.report import BoundReport
from linter.prose.patterns import compiled


class Aspect(Options):
    """Something that has to be spoken of."""

    what = Option(TEXT, zh="在结果中的称呼。", en="What it is called in messages.", required=True)
    pattern = Option(
        PATTERN, zh="说明已经提到的模式。", en="An RE2 pattern that shows that it is spoken of.", required=True
    )


class RequiredMention(InParts, OfAgencies):
    """What has to be spoken of, and in which parts of the report."""

    in_ = Option(PARTS, zh="应当提到的部分的编号。", en="Ids of the parts that have to speak of it.", required=True)
    aspects = Option(
        records(Aspect, zh="应当提到的事项", en="aspects"),
        zh="应当提到的各个事项。",
        en="What has to be spoken of: a name for messages, and an RE2 pattern that shows it.",
    )
    if_ = Option(
        PATTERN,
        zh="只有符合这个模式的报告才适用本规则。",
        en="An RE2 pattern: only where it is found does the rule apply.",
    )
    unless = Option(excuses("report"), zh="符合这个模式的报告不适用本规则。", en="A pattern that excuses the report.")
    when = Option(
        CONDITION,
        zh="单元格之间的比较：只有成立时才适用本规则。",
        en="A comparison of cells: only where it is true does the rule apply.",
        default=None,
    )


def check(options: RequiredMention, report: BoundReport) -> Iterable[Outcome]:
    joined = report.prose.joined(options.in_)
    sections = [section for section in report.sections if section.spec.id in options.in_]
    if not sections and not joined.text:
        names = part_names(report.template, options.in_)
        yield Undecided(Message("required-mention.no-part", {"parts": names}))
        return
    missing = tuple(one.what for one in options.aspects if compiled(one.pattern).search(joined.encoded) is None)
    if not missing or not _applies(options, joined):
        return
    truth = True if options.when is None else decide(options.when, report.cell)
    if isinstance(truth, Undetermined):
        cells = quoted(dict.fromkeys(operand.name for operand in truth.missing))
        yield Undecided(Message("required-mention.no-figure", {"cells": cells}))
    if truth is not True:
        return
    span = sections[0].heading.span if sections else joined.passages[0].text.span
    problem = Problem(_message(options, report, missing), span=span, section=sections[0].spec.id if sections else None)
    yield from options.agencies.judged(report, [problem])


def _message(options: RequiredMention, report: BoundReport, missing: tuple[Localised, ...]) -> Message:
    """What is missing, and where; of a rule that looks at the introduction too, anywhere would do."""
    if LEAD in options.in_:
        return Message("required-mention.missing-anywhere", {"missing": missing})
    there = tuple(section.spec.id for section in report.sections if section.spec.id in options.in_)
    names = part_names(report.template, there or options.in_)
    return Message("required-mention.missing", {"parts": names, "missing": missing})


def _applies(options: RequiredMention, joined: Joined) -> bool:
    if options.if_ and compiled(options.if_).search(joined.encoded) is None:
        return False
    return not options.unless.report or compiled(options.unless.report).search(joined.encoded) is None


MESSAGES: Catalogue = {
    "required-mention.no-figure": Localised(
        zh="表中没有{cells}的数字，无法核对是否应当提到",
        en="the table has no figure for {cells}, so it could not be checked whether this has to be mentioned",
    ),
    "required-mention.no-part": Localised(
        zh="没有找到{parts}，无法核对", en="{parts} was not found, so there was nothing to check"
    ),
    "required-mention.missing-anywhere": Localised(
        zh="报告没有写明{missing}，请补写", en="the report does not mention {missing}; add it"
    ),
    "required-mention.missing": Localised(
        zh="{parts}没有提到{missing}，请补写", en="{parts} does not mention {missing}; add it"
    ),
}

KIND = Kind(
    __doc__,
    "报告的某些部分应当提到的事项。没有提到的合为一条，位置在第一个部分的标题。if 是模式，"
    "只有符合的报告才适用；unless 中 report 是模式，符合的报告不适用；when 是单元格之间的比较，"
    "如 requests.other_unpaid_fee.total > 0，成立时才适用。这些部分都没有时不作判断，"
    "由检查部分的规则报告。",
    RequiredMention,
    check,
    MESSAGES,
)
