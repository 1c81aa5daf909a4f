"""Items numbered without a gap and without a number twice: 一是…二是…三是….

```yaml
id: enumerations-in-sequence
title: {zh: 列举序号应当连续, en: the items of an enumeration are numbered in sequence}
kind: enumeration
forms: [一是, 一要]
severity: warning
source: 常理推定
```

`forms` are first markers as they are printed; each is an enumeration of its own, and a first marker within one begins
another, after which it may go on. Markers stand at the beginning of a clause, with `paragraphs` at that of a paragraph.
What begins with one of `idioms` (一是一) is no marker; one of `instead` (其次) stands for a missing number. `in`
names the parts that are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionType
from linter.kinds.option_types import FLAG, WORDS
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import Joined
from linter.model.report import BoundReport
from linter.prose.enumerations import Fault, Marker, faults, markers
from linter.prose.patterns import Hit
from linter.text.numbering import ORDINALS
from linter.text.numerals import ONES, written
from linter.text.punctuation import CLAUSE, ITEM
from linter.text.sentences import to_next

LONGEST_QUOTE = 20
"""Characters of an item that a message quotes."""

_FIRSTS = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word, value in ORDINALS.items() if value == 1)

FORMS: OptionType[tuple[str, ...]] = OptionType(
    Localised("序号", "markers"),
    {**WORDS.schema, "items": {"type": "string", "pattern": f"[{ONES[0]}1]|{_FIRSTS}"}},
    WORDS.read,
    lambda _: (),
)


class Enumeration(InParts):
    """The forms of markers, and where they are looked for."""

    forms = Option(
        FORMS,
        zh="第一个序号的写法，如 一是、（一）。",
        en="First markers as printed, such as 一是 or （一）.",
        required=True,
    )
    paragraphs = Option(
        FLAG,
        zh="序号是否只在段落开头；不写时在任何分句开头。",
        en="Whether a marker stands at the beginning of a paragraph. Default: of any clause.",
        default=False,
    )
    idioms = Option(WORDS, zh="像序号开头而不是序号的词语。", en="Words that begin like a marker and are none.")
    instead = Option(
        WORDS,
        zh="在两项之间代替一个序号的词语。",
        en="Words that stand for the number of an item between two others.",
    )


def check(options: Enumeration, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.in_)
    for fault in faults(
        markers(joined, options.forms, options.paragraphs, options.idioms), joined.text, options.instead
    ):
        yield _problem(fault, joined)


def _problem(fault: Fault, joined: Joined) -> Problem:
    hit = item(fault.marker, joined)
    values: dict[str, Value] = {"seen": hit.quote, "before": item(fault.before, joined).quote}
    if fault.missing:
        values["missing"] = tuple(f"“{_printed(fault, number, joined)}”" for number in fault.missing)
    return Problem(
        Message("enumeration.gap" if fault.missing else "enumeration.twice", values), span=hit.span, section=hit.section
    )


def _printed(fault: Fault, number: int, joined: Joined) -> str:
    """The marker of a missing item, in the form of the others."""
    printed = joined.text[fault.marker.start : fault.marker.end]
    if any(character.isdigit() and character.isascii() for character in printed):
        return printed.replace(str(fault.marker.number), str(number))
    if (word := next((word for word in ORDINALS if word in printed.casefold()), "")) and fault.marker.number > 1:
        return printed.replace(printed[printed.casefold().index(word) :][: len(word)], _ordinal(number, word))
    return printed.replace(written(fault.marker.number), written(number))


def _ordinal(number: int, like: str) -> str:
    """The ordinal in words of a number, of the same sort as another (second, secondly)."""
    words = [word for word, value in ORDINALS.items() if value == number]
    return next((word for word in words if word.endswith("ly") is like.endswith("ly")), str(number))


def item(marker: Marker, joined: Joined) -> Hit:
    """The marker with the words up to the next mark."""
    passage, line = joined.at(marker.start)
    start, end = marker.start - line, marker.end - line
    longest = min(end + LONGEST_QUOTE, len(passage.plain))
    return Hit(passage, start, to_next(passage.plain, CLAUSE + ITEM, end, longest))


MESSAGES: Catalogue = {
    "enumeration.gap": Localised(
        zh="“{before}”之后是“{seen}”，缺少{missing}；请补写或改正序号",
        en="“{seen}” follows “{before}”, so {missing} is missing; add it or correct the number",
    ),
    "enumeration.twice": Localised(
        zh="“{before}”之后是“{seen}”，序号重复；请改正序号",
        en="“{seen}” has the number of “{before}” before it; correct the number",
    ),
}

KIND = Kind(
    __doc__,
    "列举的序号连续，没有遗漏，也没有重复：一是…二是…三是…。forms 是第一个序号的写法，"
    "每种写法是一组列举；列举之中出现的第一个序号另起一组，之后原来的可以继续。序号在分句开头，"
    "paragraphs 为 true 时在段落开头。以 idioms 中的词（如“一是一”）开头的不是序号，"
    "instead 中的词（如“其次”）可以代替一个序号。",
    Enumeration,
    check,
    MESSAGES,
)
