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
`introduced-by` stand between the number and all of them, `things` follow the number where it stands behind them,
`total-behind` (共) stand before such a number, and `open-ended` say that there are more. For items, `units` are what
they are counted as (个方面), `forms` and `idioms` as for the kind enumeration.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.enumeration import FORMS_SCHEMA, IDIOMS_SCHEMA, item
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message, Value
from linter.model.prose import Joined
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.counted_items import miscounted_items
from linter.prose.patterns import Hit
from linter.prose.title_runs import TitleWords, miscounted_titles
from linter.text import punctuation
from linter.text.figures import ProseFigure

TITLES, ITEMS = "titles", "items"


def _words(description: str) -> Mapping[str, Any]:
    return {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "description": description}


SCHEMA: Mapping[str, Any] = {
    "properties": {
        "of": {"enum": [TITLES, ITEMS], "description": "What is counted: titles in 《》, or items of an enumeration."},
        "where": PARTS_SCHEMA,
        "units": _words("Measure words of titles, or what items are counted as."),
        "introduced-by": _words("Words between a number and all the titles that it counts."),
        "things": _words("What documents are called behind a number that counts the titles before it."),
        "open-ended": _words("Words behind titles that say that there are more."),
        "total-behind": _words("Words between titles and the number of them all."),
        "forms": FORMS_SCHEMA,
        "idioms": IDIOMS_SCHEMA,
    },
    "required": ["of", "units"],
}


class StatedCount(NamedTuple):
    """What is counted, and by what words its number is told."""

    of: str
    parts: tuple[str, ...]
    words: TitleWords
    forms: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()


def parse(options: Mapping[str, Any], template: Template) -> StatedCount:
    words = TitleWords(
        *(tuple(options.get(key, ())) for key in ("units", "things", "introduced-by", "open-ended", "total-behind")),
    )
    forms, idioms = tuple(options.get("forms", ())), tuple(options.get("idioms", ()))
    return StatedCount(options["of"], parse_parts(options, template), words, forms, idioms)


def check(options: StatedCount, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.parts)
    return _titles(options, joined) if options.of == TITLES else _items(options, joined)


def _titles(options: StatedCount, joined: Joined) -> Iterator[Problem]:
    if punctuation.TITLES[0] not in joined.text:
        return
    for found in miscounted_titles(joined.text, options.words):
        values: dict[str, Value] = {"stated": _printed(joined, found.stated), "number": found.titles}
        yield _problem(Message("stated-count.titles", values), joined, found.stated)


def _items(options: StatedCount, joined: Joined) -> Iterator[Problem]:
    for wrong in miscounted_items(joined, options.forms, options.idioms, options.words.units):
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


KIND: Kind[StatedCount] = Kind(SCHEMA, parse, check)
