"""Lists of parts in running text, against the total that they stand with.

```yaml
id: breakdowns-add-up
title: {zh: 分项之和应等于总数, en: the parts of a list add up to its total}
kind: breakdown
compare: counts
units: [[条, 件, 篇], [次, 场]]
introduced-by: [其中, 包括]
open-ended: [等]
severity: warning
source: 常理推定
```

`compare` says what is compared: `counts` with their total (and one part alone, if it is more), the `percentages` of
parts with their counts, or `bare-percentages`, which have no counts, with a hundred. Everything else is vocabulary:
`units` are families of measure words (only what is counted in words of one family is added up), `introduced-by` stand
between a total and its parts and `not-introducing` only look like them, `total-behind` stand before a total that closes
its list. With `selecting` beside the introduction or `open-ended` after the last part, not all parts are given;
`inexact` beside a figure make it a bound; a clause with one of `passed-over` holds no part. `share` stand before a
percentage of the total, and `rest` begin the part that takes in all others. `joined-by` stand between the last two
parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionType
from linter.kinds.option_types import WORDS, choice
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem, Severity
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import Joined
from linter.model.report import BoundReport
from linter.prose.breakdowns import Breakdown, breakdowns
from linter.prose.list_parts import Part
from linter.prose.list_words import ListWords
from linter.prose.patterns import Hit
from linter.prose.shares import WHOLE, ShareSet, WrongShare, share_sets, wrong_shares
from linter.prose.sums import Miss, exceeding, miss
from linter.text.figures import ProseFigure, value_of
from linter.text.numerals import SCALES
from linter.text.punctuation import COMMA, ELLIPSIS, ITEM, SENTENCE
from linter.text.sentences import after_last

COUNTS, PERCENTAGES, BARE_PERCENTAGES = "counts", "percentages", "bare-percentages"
MOST_TERMS = 20
"""Terms of a sum that a message writes out."""

LONGEST_QUOTE = 40
"""Characters of the report's own words before a figure that a message quotes."""


class Lists(InParts):
    """What is compared, in which parts of the report, and by what words lists are recognised."""

    compare = Option(
        choice(COUNTS, PERCENTAGES, BARE_PERCENTAGES),
        zh="counts：各项与总数；percentages：百分比与各项数字；bare-percentages：百分比合计与 100。",
        en="Counts with their total, percentages with their counts, or percentages with a hundred.",
    )
    units: Option[tuple[tuple[str, ...], ...]] = Option(
        OptionType(
            Localised("几组量词", "families of measure words"),
            {
                "type": "array",
                "items": {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
                "minItems": 1,
            },
            lambda written, _: tuple(map(tuple, written)),
        ),
        zh="几组量词：同一组的数字才能相加。",
        en="Families of measure words: counts of one family may be added up.",
    )
    introduced_by = Option(WORDS, zh="总数与各项之间的词语。", en="Words between a total and its parts.", required=True)
    not_introducing = Option(
        WORDS,
        zh="含有 introduced-by 而不引出各项的词语。",
        en="Words that hold one of introduced-by and introduce nothing.",
    )
    total_behind = Option(WORDS, zh="列举之后、总数之前的词语。", en="Words before a total that closes its list.")
    selecting = Option(
        WORDS,
        zh="引出词旁边表示只列举一部分的词语。",
        en="Words beside the introduction that say that not all parts follow.",
    )
    open_ended = Option(
        WORDS, zh="最后一项之后表示还有其他项的词语。", en="Words after the last part that say that there are others."
    )
    inexact = Option(WORDS, zh="数字旁边表示不是准数的词语。", en="Words beside a figure that make it a bound.")
    passed_over = Option(WORDS, zh="有这些词语的分句不是一项。", en="Words of a clause that holds no part.")
    share = Option(WORDS, zh="占总数百分比之前的词语。", en="Words before a percentage of the total.")
    rest = Option(WORDS, zh="其余各项合计之前的词语。", en="Words that begin the part which takes in all others.")
    joined_by = Option(WORDS, zh="最后两项之间的词语。", en="Words between the last two parts.")

    @cached_property
    def words(self) -> ListWords:
        return ListWords(**{name: getattr(self, name) for name in ListWords._fields})


def check(options: Lists, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.in_)
    if options.compare == BARE_PERCENTAGES:
        yield from (_bare(found, joined) for found in share_sets(joined.text, options.words))
        return
    for list_ in breakdowns(joined.text, options.words):
        yield from _sum(list_, joined, options) if options.compare == COUNTS else _percentages(list_, joined)


def _sum(list_: Breakdown, joined: Joined, options: Lists) -> Iterator[Problem]:
    missed = miss(list_)
    if missed is None:
        part = exceeding(list_)
        if part is not None:
            yield _exceeds(part, list_, joined, options)
        return
    total, difference = list_.total, missed.sum - list_.total.value
    values: dict[str, Value] = {
        "quote": _quote(joined, total, COMMA + ITEM * list_.closed),
        "terms": _worked([_printed(joined, part.figure) for part in missed.parts]),
        "sum": _like(total, missed.sum, joined),
        "total": _printed(joined, total),
        "difference": _like(total, abs(difference), joined),
        "shares": _shares(missed),
    }
    if missed.selection:
        problem = _problem(Message("breakdown.selection", values), joined, total)
        yield problem._replace(severity=Severity.INFO)
        return
    yield _problem(Message("breakdown.more" if difference > 0 else "breakdown.less", values), joined, total)


def _exceeds(part: Part, list_: Breakdown, joined: Joined, options: Lists) -> Problem:
    quote = _quote(joined, part.figure, COMMA)
    introduction = next((word for word in options.introduced_by if quote.startswith(word)), "")
    values: dict[str, Value] = {
        "quote": quote.removeprefix(introduction).lstrip(),
        "part": _printed(joined, part.figure),
        "whole": _quote(joined, list_.total, COMMA),
        "total": _printed(joined, list_.total),
    }
    return _problem(Message("breakdown.exceeds", values), joined, part.figure)


def _shares(missed: Miss) -> Value:
    """What the percentages of all parts come to, if that is not a hundred either."""
    shares = [part.share for part in missed.parts if part.share is not None]
    sum_ = sum((share.value for share in shares), Decimal(0))
    if len(shares) < len(missed.parts) or sum_ == WHOLE:
        return ""
    return Message("breakdown.shares", {"sum": sum_})


def _percentages(list_: Breakdown, joined: Joined) -> Iterator[Problem]:
    wrong = wrong_shares(list_)
    if wrong:
        shares: tuple[Value, ...] = tuple(_share(one, list_, joined) for one in wrong[:MOST_TERMS])
        yield _problem(Message("breakdown.percentages", {"shares": shares}), joined, wrong[0].share)


def _share(one: WrongShare, list_: Breakdown, joined: Joined) -> Message:
    values: dict[str, Value] = {
        "quote": _clause(joined, one.part),
        "part": _printed(joined, one.part.figure),
        "total": _printed(joined, list_.total),
        "right": one.right,
    }
    return Message("breakdown.percentage", values)


def _bare(found: ShareSet, joined: Joined) -> Problem:
    terms = _worked([_printed(joined, percent) for percent in found.percents])
    difference = abs(found.sum - WHOLE)
    values: dict[str, Value] = {"terms": terms, "sum": found.sum, "difference": difference}
    return _problem(Message("breakdown.bare-percentages", values), joined, found.percents[0])


def _worked(terms: list[str]) -> str:
    return "+".join([*terms[:MOST_TERMS], ELLIPSIS] if len(terms) > MOST_TERMS else terms)


def _printed(joined: Joined, figure: ProseFigure) -> str:
    """The figure as the report prints it, without its unit."""
    return joined.text[figure.start : figure.end].removesuffix(figure.unit)


def _like(figure: ProseFigure, value: Decimal, joined: Joined) -> str:
    """A sum in the manner of the figure that it is held against: in 万 where that is."""
    printed = _printed(joined, figure)
    number = printed.rstrip("".join(SCALES))
    own = value_of(number) if not figure.chinese and number != printed and set(number).isdisjoint(SCALES) else None
    if own is not None:
        factor = figure.value / own[0] if own[0] else Decimal(1)
        return f"{(value / factor).normalize():f}{printed[len(number) :]}"
    return f"{value:f}"


def _hit(joined: Joined, start: int, end: int) -> Hit:
    passage, line = joined.at(start)
    return Hit(passage, start - line, end - line)


def _problem(message: Message, joined: Joined, figure: ProseFigure) -> Problem:
    hit = _hit(joined, figure.start, figure.end)
    return Problem(message, span=hit.span, section=hit.section)


def _quote(joined: Joined, total: ProseFigure, marks: str) -> str:
    """The words up to a figure, from the last of `marks` before it."""
    hit = _hit(joined, total.start, total.end)
    first = after_last(hit.passage.plain, SENTENCE + marks, max(hit.start - LONGEST_QUOTE, 0), hit.start)
    return hit.passage.quote(first, hit.end)


def _clause(joined: Joined, part: Part) -> str:
    """The words from a count to its percentage."""
    assert part.share is not None
    first, last = sorted((part.figure, part.share), key=lambda figure: figure.start)
    hit = _hit(joined, first.start, last.end)
    return hit.passage.quote(hit.start, hit.end)


MESSAGES: Catalogue = {
    "breakdown.less": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 少 {difference}{shares}；"
        "请核对总数和各项，只列举一部分的请写明",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} less than {total}{shares}; "
        "check the total and its parts, and say so if only some are listed",
    ),
    "breakdown.selection": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 少 {difference}{shares}；"
        "如已全部列出，请核对数字；如只列举一部分，请在末尾加“等”或写明其余数量",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} less than {total}{shares}; "
        "if these are all, check the figures, and if they are only some, say so or give the rest",
    ),
    "breakdown.more": Localised(
        zh="“{quote}”：所列各项相加 {terms}＝{sum}，比 {total} 多 {difference}{shares}；请核对总数和各项",
        en="“{quote}”: the parts add up to {terms} = {sum}, {difference} more than {total}{shares}; "
        "check the total and its parts",
    ),
    "breakdown.exceeds": Localised(
        zh="“{quote}”是“{whole}”的一部分，{part} 却多于 {total}；请核对总数和该项",
        en="“{quote}” is part of “{whole}”, but {part} is more than {total}; check both",
    ),
    "breakdown.shares": Localised(
        zh="，所列百分比合计 {sum}%", en=", and their percentages come to {sum} instead of 100"
    ),
    "breakdown.percentages": Localised(zh="{shares}；请核对百分比", en="{shares}; check the percentages"),
    "breakdown.percentage": Localised(
        zh="“{quote}”：{part}÷{total} 约为 {right}%", en="“{quote}”: {part} of {total} is {right}%"
    ),
    "breakdown.bare-percentages": Localised(
        zh="所列百分比相加 {terms}＝{sum}%，与 100% 相差 {difference}%；请核对各项",
        en="the percentages add up to {terms} = {sum}%, which is {difference} off 100; check them",
    ),
}

KIND = Kind(
    __doc__,
    "正文中列举的各项与总数一致。compare 说比较什么：counts 为各项与总数，"
    "percentages 为百分比与各项数字，bare-percentages 为没有数字的百分比合计与 100。其余都是词语："
    "units 是几组量词，同一组的数字才能相加；introduced-by 在总数与各项之间，not-introducing 只是像它；"
    "total-behind 在列举之后的总数之前；selecting 在引出词旁边，open-ended 在最后一项之后，"
    "表示只列举一部分；inexact 在数字旁边，表示不是准数；有 passed-over 的分句不是一项；"
    "share 在占总数的百分比之前；rest 引出其余各项的合计；joined-by 连接最后两项。",
    Lists,
    check,
    MESSAGES,
)
