"""A word said twice in a row: 考评、考评.

```yaml
id: no-word-twice
title: {zh: 同一词语不应连续重复, en: no word is said twice in a row}
kind: repeated-words
between: 、，
min: 2
severity: warning
source: 各地通报的常见差错
```

`between` are the marks of which one stands between the two; after them another mark has to follow (公开、公开栏 is
none). Without `between` the two follow each other at once. `min` is the length of the word in characters.
What begins with one of `idioms` is said twice on purpose (谁审查、谁公开，谁公开、谁负责), and what comes once more
after one of `then` (认真、认真、再认真).
Each word is one finding, at its first place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import CHARACTERS, WORDS, whole
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import Hit
from linter.text.languages import LANGUAGES
from linter.text.punctuation import CLAUSE

LONGEST = 8
LONGEST_AT_ONCE = 6
"""Characters of a word, or of a few words, that are compared: with a mark between the two, and without."""


class RepeatedWords(InParts):
    """The marks between the two, and the length of the word."""

    between = Option(
        CHARACTERS,
        zh="两个词之间的标点，有其中一个即可；不写时两个词紧接。",
        en="Marks of which one stands between the two. Default: none does.",
    )
    min = Option(whole(2, LONGEST_AT_ONCE), zh="词至少几个字。", en="Characters of the word.")
    then = Option(
        WORDS,
        zh="其后有这些词语的是有意重复（认真、认真、再认真）。",
        en="Words after what is said twice, and then once more, on purpose.",
    )
    idioms = Option(
        WORDS, zh="以这些词语开头的是有意重复。", en="Words with which begins what is said twice on purpose."
    )


def check(options: RepeatedWords, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.in_)
    found = _apart(joined.text, options) if options.between else _at_once(joined.text, options.min, options.language)
    reported: set[str] = set()
    for start, end, word in found:
        on_purpose = joined.text.startswith(options.idioms, start) or word.startswith(options.idioms)
        if word in reported or on_purpose or _comes_once_more(joined.text, end, word, options):
            continue
        reported.add(word)
        passage, line = joined.at(start)
        hit = Hit(passage, start - line, end - line)
        message = Message("repeated-words.found", {"seen": hit.quote, "word": word})
        yield Problem(message, span=hit.span, section=hit.section)


def _comes_once_more(text: str, end: int, word: str, options: RepeatedWords) -> bool:
    after = text[end : end + 1 + LONGEST].lstrip(options.between or CLAUSE)
    return any(after.startswith(then + word) for then in options.then)


def _apart(text: str, options: RepeatedWords) -> Iterator[tuple[int, int, str]]:
    """Where the words between a mark and the next stand before the mark too: start, end and the words."""
    for match in re.finditer(rf"[{re.escape(options.between)}](?=([^\W\d_]+)(?!\w))", text):
        word, mark = match[1], match.start()
        if options.min <= len(word) <= LONGEST and text.endswith(word, 0, mark):
            yield mark - len(word), mark + 1 + len(word), word


def _at_once(text: str, at_least: int, language: str) -> Iterator[tuple[int, int, str]]:
    """Where words follow themselves; one letter over and over (XXXXXX) is no word."""
    if LANGUAGES[language].spaces:
        twice = re.finditer(rf"\b([^\W\d_]{{{at_least},}}) \1\b", text, re.IGNORECASE)
        yield from ((match.start(), match.end(), match[1]) for match in twice)
        return
    for match in re.finditer(rf"([^\W\d_]{{{at_least},{LONGEST_AT_ONCE}}})\1", text):
        if len(set(match[1])) > 1:
            yield match.start(), match.end(), match[1]


MESSAGES: Catalogue = {
    "repeated-words.found": Localised(
        zh="“{seen}”中“{word}”重复，请删去一个", en="“{word}” is doubled in “{seen}”; delete one"
    ),
}

KIND = Kind(
    __doc__,
    "同一个词没有连写两次，如“考评、考评”。between 是两个词之间的标点，第二个词之后还要有标点（“公开、"
    "公开栏”不算）；不写时两个词紧接。min 是词的字数，以 idioms 开头的，"
    "以及在 then 之后又出现一次的，是有意重复。每个词只在第一处报告。",
    RepeatedWords,
    check,
    MESSAGES,
)
