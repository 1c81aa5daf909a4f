"""The list of its parts that a report gives in its introduction, against its headings.

```yaml
id: list-of-parts
title: {zh: 引言所列各部分应与标题一致, en: the parts listed in the introduction are those of the report}
kind: listed-parts
introduced-by: [由, 包括]
units: [个部分, 部分]
severity: warning
source: 常理推定
```

A sentence in `in` (default: before the first section, and in it) that names the sections of the form after one of
`introduced-by`. `units` are what parts are counted as, `closed-by` end the list, `joined-by` stand between its last
parts, `before-number` before their number, where `open-ended` says that there may be more. One finding says all: a
number that is not that of the parts, sections of the report that are not listed, more parts than it has, and names
that are not the heading's. A heading that is worded wrongly itself is not held against the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from linter.kinds.kind import Kind
from linter.kinds.option import Option
from linter.kinds.option_types import WORDS
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.prose import LEAD, Joined
from linter.model.report import BoundReport, BoundSection, TitleMatch
from linter.model.template import Template
from linter.prose.part_lists import ListedPart, PartList, PartWords, part_lists
from linter.prose.patterns import Hit
from linter.text.likeness import without_joining
from linter.text.punctuation import ITEM

SHORTEST_COMMON = 5
"""Characters at its beginning that a name shares with a title if it is meant for it."""


LAST_NOUN = 2
"""Characters at its end in which a name may differ from its title and still say the same."""


class ListedParts(InParts):
    """Where the list is looked for, and by what words it is recognised."""

    introduced_by = Option(WORDS, zh="列举之前的词语。", en="Words before the list.", required=True)
    units = Option(WORDS, zh="部分的量词。", en="What parts are counted as.", required=True)
    closed_by = Option(WORDS, zh="列举之后的词语。", en="Words after the list.")
    joined_by = Option(WORDS, zh="最后几个部分之间的词语。", en="Words between the last parts.")
    before_number = Option(WORDS, zh="部分数量之前的词语。", en="Words before the number of parts.")
    open_ended = Option(
        WORDS,
        zh="数量之前表示还有其他部分的词语。",
        en="Words before the number of parts that say that there may be more.",
    )

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        words = PartWords(
            self.introduced_by,
            self.units,
            self.closed_by,
            self.joined_by,
            self.before_number,
            self.open_ended,
            self.language,
        )
        return {"words": words, "parts": self.in_ or (LEAD, *(section.id for section in template.sections[:1]))}

    words: PartWords
    parts: tuple[str, ...]


def check(options: ListedParts, report: BoundReport) -> Iterable[Problem]:
    joined = report.prose.joined(options.parts)
    for found in part_lists(joined.text, report.template.sections, options.words):
        faults: tuple[Value, ...] = tuple(_faults(found, report)) if _is_judged(found, report) else ()
        if faults:
            yield _problem(found, faults, joined)


def _problem(found: PartList, faults: tuple[Value, ...], joined: Joined) -> Problem:
    start, end = (found.stated.start, found.stated.end) if found.stated else (found.parts[0].start, found.parts[-1].end)
    passage, line = joined.at(start)
    hit = Hit(passage, start - line, end - line)
    return Problem(Message("listed-parts.wrong", {"faults": faults}), span=hit.span, section=hit.section)


def _is_judged(found: PartList, report: BoundReport) -> bool:
    """An open list that does not go on to the last part of the form names some of them only."""
    last = report.template.sections[-1].id
    listed = [part.section.id for part in found.parts if part.section is not None]
    return not found.open or (last in listed and listed[0] == report.template.sections[0].id)


def _faults(found: PartList, report: BoundReport) -> Iterator[Message]:
    fewest, most = len(list(_groups(found.parts))), len(found.parts)
    stated = int(found.stated.value) if found.stated else None
    if stated is not None and not fewest <= stated <= most:
        names = tuple(f"“{part.name}”" for part in found.parts)
        values: dict[str, Value] = {"stated": stated, "number": most, "names": names}
        yield Message("listed-parts.count", values)
    missing = tuple(f"“{section.number}{section.title}”" for section in _missing(found, report))
    if missing:
        yield Message("listed-parts.missing", {"missing": missing})
    headings = len(report.sections) + len(report.extra)
    if stated is not None and stated == most > headings >= len(report.template.sections):
        strange = tuple(f"“{part.name}”" for part in found.parts if part.section is None)
        if strange:
            yield Message("listed-parts.extra", {"strange": strange})
    for part, section in _differing(found, report):
        yield Message("listed-parts.differs", {"name": part.name, "title": section.title})


def _groups(parts: tuple[ListedPart, ...]) -> Iterator[ListedPart]:
    """The parts without those that may be the rest of the name before: of its section, or of none."""
    yield from parts[:1]
    for before, part in pairwise(parts):
        if part.section is not None and part.section != before.section:
            yield part


def _missing(found: PartList, report: BoundReport) -> Iterator[BoundSection]:
    """The sections of the report that are surely not listed: no unknown name stands where they would."""
    listed = [part.section.id if part.section else "" for part in found.parts]
    order = [section.id for section in report.template.sections]
    for section in report.sections:
        place = order.index(section.spec.id)
        if section.spec.id in listed:
            continue
        before = max((at for at, id in enumerate(listed) if id and order.index(id) < place), default=-1)
        after = min((at for at, id in enumerate(listed) if id and order.index(id) > place), default=len(listed))
        if all(listed[before + 1 : after]):
            yield section


def _differing(found: PartList, report: BoundReport) -> Iterator[tuple[ListedPart, BoundSection]]:
    for part in found.parts:
        section = report.section(part.section.id) if part.section and not part.accepted else None
        if section is None or section.match is not TitleMatch.EXACT:
            continue
        wordings = (section.title, section.spec.label.text, *section.spec.label.aliases)
        meant = any(wording.startswith(part.name[:SHORTEST_COMMON]) for wording in wordings)
        if len(part.name) > SHORTEST_COMMON and meant and not any(_means(part.name, one) for one in wordings):
            yield part, section


def _means(name: str, title: str) -> bool:
    """Whether `name` is `title`, however its parts are joined, with some of its characters left out, or with another
    noun at its end (措施, 情况).
    """
    name, title = (without_joining(words).replace(ITEM, "") for words in (name, title))
    if name[:-LAST_NOUN] == title[:-LAST_NOUN]:
        return True
    rest = iter(title)
    return all(character in rest for character in name)


MESSAGES: Catalogue = {
    "listed-parts.wrong": Localised(
        zh="所列报告组成部分：{faults}；请与各部分标题核对一致",
        en="the list of the report’s parts: {faults}; make it agree with the headings",
    ),
    "listed-parts.count": Localised(
        zh="称有 {stated} 个部分，列出 {number} 个（{names}）", en="says {stated} parts and names {number} ({names})"
    ),
    "listed-parts.missing": Localised(zh="没有列出{missing}", en="{missing} is not in it"),
    "listed-parts.extra": Localised(zh="报告没有{strange}这一部分", en="the report has no part {strange}"),
    "listed-parts.differs": Localised(zh="“{name}”与标题“{title}”不同", en="“{name}” is headed “{title}”"),
}

KIND = Kind(
    __doc__,
    "引言所列的各部分与标题一致。在 in 所列的部分中（不写时为第一部分之前和第一部分），"
    "查找在 introduced-by 之后列出规定各部分的句子。units 是部分的量词，closed-by 结束列举，"
    "joined-by 连接最后几个部分，before-number 在数量之前，open-ended 表示还有其他部分。一条结果写明："
    "数量与所列不符、报告有而没有列出的部分、多列的部分、与标题不同的名称。标题本身有误的，不与列举比较。",
    ListedParts,
    check,
    MESSAGES,
)
