"""A word said twice in a row: 考评、考评.

```yaml
id: no-word-twice
title: {zh: 同一词语不应连续重复, en: no word is said twice in a row}
kind: repeated-words
between: 、，
at-least: 2
severity: warning
source: 各地通报的常见差错
```

`between` are the marks of which one stands between the two; behind them another mark has to follow (公开、公开栏 is
none). Without `between` the two follow each other at once. `at-least` is the length of the word in characters.
Each word is one finding, at its first place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import Hit

LONGEST = 8
LONGEST_AT_ONCE = 6
"""Characters of a word, or of a few words, that are compared: with a mark between the two, and without."""

SCHEMA: Mapping[str, Any] = {
    "properties": {
        "between": {"type": "string", "description": "Marks of which one stands between the two. Default: none does."},
        "at-least": {
            "type": "integer",
            "minimum": 2,
            "maximum": LONGEST_AT_ONCE,
            "description": "Characters of the word.",
        },
        "where": PARTS_SCHEMA,
    },
    "required": ["at-least"],
}


class RepeatedWords(NamedTuple):
    """The marks between the two, the length of the word, and the parts of the report that are looked at."""

    between: str
    at_least: int
    parts: tuple[str, ...] = ()


def parse(options: Mapping[str, Any], template: Template) -> RepeatedWords:
    return RepeatedWords(options.get("between", ""), options["at-least"], parse_parts(options, template))


def check(options: RepeatedWords, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.parts)
    found = _apart(joined.text, options) if options.between else _at_once(joined.text, options.at_least)
    said: set[str] = set()
    for start, end, word in found:
        if word in said:
            continue
        said.add(word)
        passage, line = joined.at(start)
        hit = Hit(passage, start - line, end - line)
        message = Message("repeated-words.found", {"seen": hit.quote, "word": word})
        yield Problem(message, span=hit.span, section=hit.section)


def _apart(text: str, options: RepeatedWords) -> Iterator[tuple[int, int, str]]:
    """Where the words between a mark and the next stand before the mark too: start, end and the words."""
    for match in re.finditer(rf"[{re.escape(options.between)}](?=([^\W\d_]+)(?!\w))", text):
        word, mark = match[1], match.start()
        if options.at_least <= len(word) <= LONGEST and text.endswith(word, 0, mark):
            yield mark - len(word), mark + 1 + len(word), word


def _at_once(text: str, at_least: int) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(rf"([^\W\d_]{{{at_least},{LONGEST_AT_ONCE}}})\1", text):
        yield match.start(), match.end(), match[1]


KIND: Kind[RepeatedWords] = Kind(SCHEMA, parse, check)
