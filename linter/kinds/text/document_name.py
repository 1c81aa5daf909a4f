"""Names of laws and notices that are quoted (《…》) nearly right.

```yaml
id: document-names
title: {zh: 引用文件名称应准确, en: names of documents are quoted right}
kind: document-name
severity: info
source: 各地通报的常见差错
```

A quoted name is held against the full names under `documents` in the pack, the first of each. It is a finding where it
differs from a long one in a few letters or in their order. One that holds such a name in full is somebody else's: a
law's explanation, a circular about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.prose import LEAD, OTHER, TITLE
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.citations import Citation, plain, quoted_titles
from linter.text.likeness import letters_apart
from linter.text.punctuation import BRACKETS
from linter.text.regex import regex

SHORTEST_NAME = 12
"""Letters of the shortest name that a quoted one is compared with: short names are near to those of local papers."""

LETTERS = 3
"""Letters by which a misquoted name may differ."""

LONGEST_NAME = 200
"""Letters of the longest quoted name that is looked at."""


_NOTE = regex("{0}[^{0}{1}]*{1}$".format(*BRACKETS))


class DocumentNames(InParts):
    """All known names in plain spelling, and those that others are compared with: plain spelling → as written."""

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        full = dict.fromkeys(document.names[0] for document in template.documents if document.names)
        return {
            "known": frozenset(plain(name) for document in template.documents for name in document.names),
            "long": {plain(name): name for name in full if len(plain(name)) >= SHORTEST_NAME},
        }

    known: frozenset[str]
    long: Mapping[str, str]


def check(options: DocumentNames, report: BoundReport) -> Iterable[Problem]:
    judged: set[str] = set()
    for title in quoted_titles(report.prose.joined(options.in_)):
        words = title.passage.plain[title.start : title.end]
        if words in options.known or words in judged or not SHORTEST_NAME - LETTERS <= len(words) <= LONGEST_NAME:
            continue
        judged.add(words)
        nearest = _misquoted(words, options)
        if nearest:
            yield _problem(title, options.long[nearest])


def _misquoted(words: str, options: DocumentNames) -> str | None:
    """The name that is meant, or None where the words are another's name or no near one."""
    bare = _NOTE.sub("", words)
    if bare in options.known or any(name in words for name in options.long):
        return None
    near = [(letters_apart(words, name, LETTERS), name) for name in options.long]
    swapped = [name for name in options.long if len(name) == len(words) and sorted(name) == sorted(words)]
    apart, name = min(near, default=(LETTERS + 1, ""))
    return name if apart <= LETTERS else next(iter(swapped), None)


def _problem(title: Citation, name: str) -> Problem:
    passage, start, end = title
    message = Message("document-name.misquoted", {"seen": passage.quote(start, end), "expected": name})
    section = passage.section if passage.section not in (TITLE, LEAD, OTHER) else None
    return Problem(message, span=passage.span(start, end), section=section)


MESSAGES: Catalogue = {
    "document-name.misquoted": Localised(
        zh="文件名称写作“{seen}”，应为“{expected}”；请核对",
        en="“{seen}” is not the name of the document; it is “{expected}”",
    ),
}

KIND = Kind(
    __doc__,
    "引用的法律和文件名称（《…》）准确。引用的名称与规则包 documents 中各文件的全称（第一个名称）比较："
    "与一个较长的名称只差几个字，或者字的次序不同的，是一条结果。完整包含这样一个名称的，"
    "是别的文件（如该法的释义、转发的通知）。",
    DocumentNames,
    check,
    MESSAGES,
)
