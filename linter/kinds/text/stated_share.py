"""A percentage that a sentence gives beside the two figures it is of: it has to be their quotient.

```yaml
id: completion-of-the-budget
title: {zh: 完成预算的百分比应与预算数、决算数相符, en: the share of the budget that was spent is that of its figures}
kind: stated-share
pattern: 预算为(?P<base>{figure})万元，支出决算为(?P<part>{figure})万元，完成预算的(?P<share>{figure})%
severity: error
source: 常理推定
```

In `pattern`, `{figure}` stands for a bare number; it has the groups `part`, `base` and `share`. Figures stand for all
that round to them, and a percentage may be cut off instead of rounded. Of a base of 0 nothing is said here. A sentence
in which `unless` is found is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import PARTS, excuses, pattern_with
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import Hit, hits
from linter.prose.stated import FIGURE

_DIGITS = r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?"
WHOLE = Decimal(100)


class StatedShare(InParts):
    """How the three figures are found, and where."""

    pattern = Option(
        pattern_with("part", "base", "share"),
        zh="带有 part（部分）、base（整体）、share（百分比）分组的模式，{figure} 代表一个数。",
        en="An RE2 pattern with the groups `part`, `base` and `share`, in which {figure} stands for a bare number.",
    )
    in_ = Option(PARTS, zh="查看的部分的编号。", en="Ids of the parts that are looked at.")
    unless = Option(
        excuses("sentence"), zh="符合这个模式的句子不计。", en="A pattern that excuses a sentence in which it is found."
    )


def check(options: StatedShare, report: BoundReport) -> Iterable[Problem]:
    pattern = options.pattern.replace(FIGURE, _DIGITS)
    for hit in hits(pattern, report.prose, options.in_, options.unless.sentence):
        part, base, share = (Decimal(hit.text(group)) for group in ("part", "base", "share"))
        if base > 0 and not _fits(part, base, share):
            yield _problem(hit, part, base, share)


def _fits(part: Decimal, base: Decimal, share: Decimal) -> bool:
    """Whether the share may be that of numbers that round to these two."""
    lowest = max(base - _last_place(base) / 2, base / 2)
    least = WHOLE * (part - _last_place(part) / 2) / (base + _last_place(base) / 2)
    most = WHOLE * (part + _last_place(part) / 2) / lowest
    return least - _last_place(share) < share < most + _last_place(share)


def _last_place(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _problem(hit: Hit, part: Decimal, base: Decimal, share: Decimal) -> Problem:
    right = (WHOLE * part / base).quantize(_last_place(share))
    values = {"share": hit.text("share"), "part": hit.text("part"), "base": hit.text("base"), "right": str(right)}
    return Problem(Message("stated-share.other", values), span=hit.passage.span(*hit.groups["share"]))


MESSAGES: Catalogue = {
    "stated-share.other": Localised(
        zh="文中写的百分比为 {share}%，按 {part}÷{base} 计算应为 {right}%；请核对",
        en="the text says {share}%, but {part} ÷ {base} is {right}%; correct one of them",
    ),
}

KIND = Kind(
    __doc__,
    "一句中写明了部分、整体和百分比的，百分比应等于部分除以整体。pattern 带有 part、base、share 三个分组，"
    "{figure} 代表一个数；数字按四舍五入的范围比较，百分比舍去尾数的也不算错；整体为 0 的不作判断，"
    "句子符合 unless 的不计。",
    StatedShare,
    check,
    MESSAGES,
)
