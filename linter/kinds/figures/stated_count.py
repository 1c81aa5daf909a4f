"""A stated number of things against those that are listed: 三项制度：《…》《…》, 三个方面：一是…二是….

```yaml
id: titles-counted-right
title: {zh: 列出的文件应与所称数量一致, en: as many documents are named as are said to be}
kind: stated-count
of: titles
units: [件, 部, 项]
introduced-by: ["：", 即]
severity: warning
source: 常理推定
```

`of` says what is counted: `titles` in 《》, or `items` of an enumeration. For titles, `units` are their measure words,
`introduced-by` stand between the number and all of them, `things` follow the number where it stands after them,
`total-behind` (共) stand before such a number, and `open-ended` say that there are more. For items, `units` are what
they are counted as (个方面), `forms` and `idioms` as for the kind enumeration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import WORDS, choice
from linter.kinds.text.enumeration import FORMS, item
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import Joined
from linter.model.report import BoundReport
from linter.prose.counted_items import miscounted_items
from linter.prose.patterns import Hit
from linter.prose.title_runs import TitleWords, miscounted_titles
from linter.text import punctuation
from linter.text.figures import ProseFigure

TITLES, ITEMS = "titles", "items"


class StatedCount(InParts):
    """What is counted, and by what words its number is recognised."""

    of = Option(
        choice(TITLES, ITEMS),
        zh="titles：书名号中的名称；items：列举的各项。",
        en="What is counted: titles in 《》, or items of an enumeration.",
    )
    units = Option(
        WORDS,
        zh="名称的量词，或者各项的称呼（个方面）。",
        en="Measure words of titles, or what items are counted as.",
        required=True,
    )
    introduced_by = Option(
        WORDS, zh="数量与所有名称之间的词语。", en="Words between a number and all the titles that it counts."
    )
    things = Option(
        WORDS,
        zh="数量在名称之后时，所说的文件的称呼。",
        en="What documents are called after a number that counts the titles before it.",
    )
    open_ended = Option(
        WORDS, zh="名称之后表示还有其他名称的词语。", en="Words after titles that say that there are more."
    )
    total_behind = Option(WORDS, zh="名称与其总数之间的词语。", en="Words between titles and the number of them all.")
    forms = Option(
        FORMS, zh="第一个序号的写法，如 一是、（一）。", en="First markers as printed, such as 一是 or （一）."
    )
    idioms = Option(WORDS, zh="像序号开头而不是序号的词语。", en="Words that begin like a marker and are none.")

    @cached_property
    def words(self) -> TitleWords:
        return TitleWords(
            self.units, self.things, self.introduced_by, self.open_ended, self.total_behind, self.language
        )


def check(options: StatedCount, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.in_)
    return _titles(options, joined) if options.of == TITLES else _items(options, joined)


def _titles(options: StatedCount, joined: Joined) -> Iterator[Problem]:
    if punctuation.TITLES[0] not in joined.text:
        return
    for found in miscounted_titles(joined.text, options.words):
        values: dict[str, Value] = {"stated": _printed(joined, found.stated), "number": found.titles}
        yield _problem(Message("stated-count.titles", values), joined, found.stated)


def _items(options: StatedCount, joined: Joined) -> Iterator[Problem]:
    for wrong in miscounted_items(joined, options.forms, options.idioms, options.words.units, options.language):
        values: dict[str, Value] = {
            "stated": _printed(joined, wrong.stated),
            "number": wrong.last.number,
            "last": item(wrong.last, joined).quote,
        }
        yield _problem(Message("stated-count.items", values), joined, wrong.stated)


def _printed(joined: Joined, figure: ProseFigure) -> str:
    return _hit(joined, figure).quote


def _hit(joined: Joined, figure: ProseFigure) -> Hit:
    passage, line = joined.at(figure.start)
    return Hit(passage, figure.start - line, figure.end - line)


def _problem(message: Message, joined: Joined, figure: ProseFigure) -> Problem:
    hit = _hit(joined, figure)
    return Problem(message, span=hit.span, section=hit.section)


MESSAGES: Catalogue = {
    "stated-count.titles": Localised(
        zh="文中称“{stated}”，列出的是 {number} 个；请核对数量或补全名称",
        en="the text says “{stated}” and names {number}; check the number or name them all",
    ),
    "stated-count.items": Localised(
        zh="文中称“{stated}”，列举到“{last}”共 {number} 项；请核对数量或补全内容",
        en="the text says “{stated}” and lists {number}, up to “{last}”; check the number or list them all",
    ),
}

KIND = Kind(
    __doc__,
    "所称的数量与列出的一致，如“三项制度：《…》《…》”“三个方面：一是…二是…”。"
    "of 说数的是书名号中的名称（titles）还是列举的各项（items）。数名称时，units 是量词，"
    "introduced-by 在数量与所有名称之间，things 是数量在名称之后时所说的文件，"
    "total-behind（共）在这样的数量之前，open-ended 表示还有其他名称。数各项时，"
    "units 是各项的称呼（个方面），forms 和 idioms 与 enumeration 相同。",
    StatedCount,
    check,
    MESSAGES,
)
