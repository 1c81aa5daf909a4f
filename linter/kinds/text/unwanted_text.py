"""Words that have no place in a report: what a template tells its users, leftovers, a law that is no longer in force.

```yaml
id: no-template-instructions
title: {zh: 模板说明文字应当删去, en: the template's instructions are taken out}
kind: unwanted-text
pattern: 该部分以表格形式报告|此处填写
advice: {zh: 这是模板里的填写说明，请删去, en: this is an instruction of the template; take it out}
severity: error
source: 国办公开办函〔2021〕30号
```

`in` names the parts that are looked at (ids of sections; `title`, `lead` before the first section, `other` after the
last), `unless` a pattern that excuses a `sentence`, or one that excuses the `report` wherever it stands, `agencies` the
kinds of agency. With `once`, only the first place is a finding. With `as-printed`, the text is searched with its white
space and asterisks. A group `quote` in the pattern is what the finding points at, where that is not the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.agencies import OfAgencies
from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import FLAG, PATTERN, TEXT, excuses
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Outcome, Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import Hit, hits


class UnwantedText(InParts, OfAgencies):
    """What is looked for, where, and what to do about it."""

    pattern = Option(
        PATTERN,
        zh="查找的模式，与去掉空白的正文比较。",
        en="An RE2 pattern, held against running text in which white space is taken out.",
        required=True,
    )
    advice = Option(TEXT, zh="为什么不对，应当怎么办。", en="Why it is wrong, and what to do.", required=True)
    unless = Option(
        excuses("sentence", "report"),
        zh="sentence：符合这个模式的句子不计；report：报告任何一处符合这个模式的，都不报告。",
        en="Patterns that excuse a sentence in which they are found, or the report.",
    )
    as_printed = Option(
        FLAG,
        zh="是否保留空白和星号。",
        en="Whether white space and asterisks are left in.",
        default=False,
    )
    once = Option(FLAG, zh="是否只报告第一处。", en="Whether only the first place is reported.", default=False)


def check(options: UnwantedText, report: BoundReport) -> Iterable[Outcome]:
    found = list(_found(options, report))
    if found:
        yield from options.agencies.judged(report, (_problem(hit, options.advice) for hit in found))


def _found(options: UnwantedText, report: BoundReport) -> Iterator[Hit]:
    seen: set[str] = set()
    prose = report.prose.as_printed if options.as_printed else report.prose
    for hit in hits(options.pattern, prose, options.in_, options.unless.sentence):
        if options.unless.report and any(hits(options.unless.report, report.prose)):
            return
        start, end = hit.groups.get("quote", (hit.start, hit.end))
        quoted = hit._replace(start=start, end=end)
        if quoted.quote not in seen:
            seen.add(quoted.quote)
            yield quoted
        if options.once:
            return


def _problem(hit: Hit, advice: Localised) -> Problem:
    message = Message("unwanted-text.found", {"seen": hit.quote, "advice": advice})
    return Problem(message, span=hit.span, section=hit.section)


MESSAGES: Catalogue = {
    "unwanted-text.found": Localised(zh="文中有“{seen}”：{advice}", en="“{seen}” in the text: {advice}"),
}

KIND = Kind(
    __doc__,
    "不应出现在报告中的文字：模板的填写说明、残留文字、已经失效的法律。in 选择查看的部分，"
    "unless 中 sentence 是使句子不计的模式，report 是使整份报告不计的模式，agencies 是机关类别。"
    "once 只报告第一处，as-printed 保留空白和星号。模式有 quote 分组时，结果指向该分组。",
    UnwantedText,
    check,
    MESSAGES,
)
