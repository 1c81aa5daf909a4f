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

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import Kind
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem
from linter.model.message import Message
from linter.model.prose import LEAD, OTHER, TITLE
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.citations import Citation, plain, quoted_titles
from linter.text.likeness import letters_apart
from linter.text.punctuation import BRACKETS

SHORTEST_NAME = 12
"""Letters of the shortest name that a quoted one is compared with: short names are near to those of local papers."""

LETTERS = 3
"""Letters by which a misquoted name may differ."""

LONGEST_NAME = 200
"""Letters of the longest quoted name that is looked at."""

SCHEMA: Mapping[str, Any] = {"properties": {"where": PARTS_SCHEMA}, "required": []}

_NOTE = re.compile("{0}[^{0}{1}]*{1}$".format(*BRACKETS))


class DocumentNames(NamedTuple):
    """All known names in plain spelling, and those that others are compared with: plain spelling → as written."""

    known: frozenset[str]
    long: Mapping[str, str]
    parts: tuple[str, ...] = ()


def parse(options: Mapping[str, Any], template: Template) -> DocumentNames:
    known = frozenset(plain(name) for document in template.documents for name in document.names)
    full = dict.fromkeys(document.names[0] for document in template.documents if document.names)
    long = {plain(name): name for name in full if len(plain(name)) >= SHORTEST_NAME}
    return DocumentNames(known, long, parse_parts(options, template))


def check(options: DocumentNames, report: BoundReport) -> Iterable[Problem]:
    judged: set[str] = set()
    for title in quoted_titles(report.prose.joined(options.parts)):
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


KIND: Kind[DocumentNames] = Kind(SCHEMA, parse, check)
