"""What a report calls its own agency: a town is not 本局, and a bureau not 我镇.

```yaml
id: self-names-fit
title: {zh: 自称应与本机关一致, en: the report should use its own agency's name}
kind: self-name
names:
  - {pattern: '[本我]镇', fits: 镇}
  - {pattern: '[本我]局', fits: 局|队|中心}
severity: warning
source: 各地通报的常见差错
```

`fits` is held against the name of the agency; without it, the name has to be short for that (its letters in their
order, as DOJ for Department of Justice), or a part of it. Words in book-title marks or quotation marks are another's.
Each name is one finding, at its first place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.kinds.agencies import is_short_for
from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options, records
from linter.kinds.option_types import PATTERN, excuses
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport
from linter.prose.patterns import Hit, compiled, hits
from linter.text.quotations import is_quoted


class SelfName(Options):
    """A self-name, and the agencies that it fits."""

    pattern = Option(
        PATTERN,
        zh="自称的模式，或者其中的 name 分组。",
        en="An RE2 pattern: the self-name, or its group `name`.",
        required=True,
    )
    fits = Option(
        PATTERN,
        zh="可以这样自称的机关名称的模式；不写时，自称须是机关名称的简称。",
        en="An RE2 pattern on the name of an agency it is right for. Default: the self-name is short for it.",
        default="",
    )


class SelfNames(InParts):
    """Patterns of self-names with patterns of the agencies that they fit."""

    names = Option(
        records(SelfName, zh="自称", en="self-names"),
        zh="各种自称，以及哪些机关可以这样自称。",
        en="Self-names, each with the names of the agencies that may call themselves so.",
    )
    unless = Option(
        excuses("sentence"),
        zh="符合这个模式的句子不计。",
        en="A pattern that excuses a sentence in which it is found.",
    )


def check(options: SelfNames, report: BoundReport) -> Iterable[Outcome]:
    organisation = report.organisation
    foreign = tuple(
        one.pattern
        for one in options.names
        if organisation is None or not one.fits or not compiled(one.fits).search(organisation)
    )
    shortened = {one.pattern for one in options.names if not one.fits}
    if not foreign or not any(hits(_any_of(foreign), report.prose, options.in_)):
        return
    for pattern in foreign:
        for words, found in _by_words(pattern, options, report).items():
            if organisation is not None and pattern in shortened and is_short_for(words, organisation):
                continue
            if organisation is None:
                yield Undecided(Message("self-name.unknown", {"seen": words}))
                continue
            values: dict[str, Value] = {"seen": words, "organisation": organisation, "count": len(found)}
            key = "self-name.other" if len(found) == 1 else "self-name.other-often"
            yield Problem(Message(key, values), span=found[0].span, section=found[0].section)


@lru_cache(maxsize=64)
def _any_of(patterns: tuple[str, ...]) -> str:
    """One pattern for all: most reports have none of these names, and are searched once."""
    return "|".join(f"(?:{pattern})" for pattern in patterns).replace("(?P<name>", "(")


def _by_words(pattern: str, options: SelfNames, report: BoundReport) -> Mapping[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in _names(pattern, options, report):
        found.setdefault(hit.quote, []).append(hit)
    return found


def _names(pattern: str, options: SelfNames, report: BoundReport) -> Iterator[Hit]:
    for hit in hits(pattern, report.prose, options.in_, options.unless.sentence):
        start, end = hit.groups.get("name", (hit.start, hit.end))
        if not is_quoted(hit.passage.plain, start):
            yield hit._replace(start=start, end=end)


MESSAGES: Catalogue = {
    "self-name.other": Localised(
        zh="文中自称“{seen}”，与本机关“{organisation}”不符，请核对是否照搬了其他单位的内容",
        en=(
            "the text calls the agency “{seen}”, but it is “{organisation}”; "
            "check whether it was copied from another agency"
        ),
    ),
    "self-name.other-often": Localised(
        zh="文中 {count} 处自称“{seen}”，与本机关“{organisation}”不符，请核对是否照搬了其他单位的内容",
        en=(
            "the text calls the agency “{seen}” {count} times, but it is “{organisation}”; "
            "check whether it was copied from another agency"
        ),
    ),
    "self-name.unknown": Localised(
        zh="文中自称“{seen}”，但没有读到本机关的名称，无法核对",
        en="the text calls the agency “{seen}”, but its own name was not found",
    ),
}

KIND = Kind(
    __doc__,
    "报告对本机关的自称正确：镇不自称“本局”，局不自称“我镇”。fits 与机关名称比较；"
    "不写 fits 时，自称须是机关名称的简称。"
    "书名号和引号之内的是别人的话，不计。每种自称只在第一处报告。",
    SelfNames,
    check,
    MESSAGES,
)
