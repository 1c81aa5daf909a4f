"""Where the sections of a report begin: headings, which text and PDF files do not mark, recognised by their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from linter.binding.chain import heaviest_chain
from linter.binding.heading import LONGEST_TITLE, NOT_IN_TITLES, POINT, headings, number_alone, numbered
from linter.binding.label import LabelForm, form_of
from linter.model.document import Block, Paragraph, Table, Text
from linter.model.records import Record
from linter.model.report import BoundSection, TitleMatch
from linter.model.template import SectionSpec, Template
from linter.text.likeness import letters_apart, without_joining
from linter.text.punctuation import COMMA, ELLIPSIS

MOST_FRAMED = 3
"""Rows of a table that may be no more than a frame around a heading."""


class _Candidate(Record):
    block: int
    section: int
    weight: int
    match: TitleMatch
    heading: Text
    title: str
    number: str


class Outline(Record):
    """The sections found, the headings of the top level that are of no section, and how often the report begins."""

    sections: tuple[BoundSection, ...]
    extra: tuple[Paragraph, ...]
    copies: int

    def section_of_blocks(self) -> dict[int, str]:
        """The section id of every block that stands in one."""
        return {index: section.spec.id for section in self.sections for index in range(section.first, section.last)}

    def heading_blocks(self) -> frozenset[int]:
        return frozenset(section.first - 1 for section in self.sections)


def find_sections(blocks: Sequence[Block], template: Template) -> Outline:
    """Match headings to sections: the heaviest set of headings; of a table of contents and the text, the text."""
    candidates = [
        candidate for candidate in _candidates(blocks, template) if not is_of_contents(candidate.heading.value)
    ]
    chosen = _choose(candidates, template)
    extra = tuple(_extra(blocks, chosen))
    ends = [*sorted({candidate.block for candidate in chosen} | {index for index, _ in extra}), len(blocks)]
    sections = []
    for candidate in chosen:
        last = ends[bisect_right(ends, candidate.block)]
        spec = template.sections[candidate.section]
        sections.append(
            BoundSection(
                spec, candidate.heading, candidate.title, candidate.number, candidate.match, candidate.block + 1, last
            )
        )
    return Outline(tuple(sections), tuple(paragraph for _, paragraph in extra), _copies(candidates, template))


def _candidates(blocks: Sequence[Block], template: Template) -> list[_Candidate]:
    found: list[_Candidate] = []
    wordings = _wordings(template)
    before = ""
    for index, block in enumerate(blocks):
        paragraph = block if isinstance(block, Paragraph) else _framed(block, wordings)
        if paragraph is not None:
            candidate = _candidate(index, paragraph, before, template, wordings)
            if candidate is not None:
                found.append(candidate)
        if not isinstance(block, Paragraph):
            before = ""
        elif block.text.value.strip():
            before = number_alone(block.text.value)
    return found


def _framed(table: Table, wordings: dict[str, int]) -> Paragraph | None:
    """The title of a section that is all that stands in a table: a frame around a heading."""
    if len(table.rows) > MOST_FRAMED:
        return None
    filled = [cell.text for row in table.rows for cell in row.cells if cell.text.value.strip()]
    if len(filled) != 1 or _titled(numbered(filled[0].value.strip())[1], wordings) is None:
        return None
    return Paragraph(filled[0])


@lru_cache(maxsize=16)
def _longest(template: Template) -> int:
    """Characters that a heading may have: a quarter more than the longest title of the form, with its number."""
    titles = (
        len(section.number) + len(text)
        for section in template.sections
        for text in (section.label.text, *section.label.aliases)
    )
    return max(LONGEST_TITLE, max(titles, default=0) * 5 // 4)


@lru_cache(maxsize=16)
def _wordings(template: Template) -> dict[str, int]:
    """The section of every title, also of one whose parts are joined by another word or mark (与 for 、)."""
    exact = {
        form_of(text).words: index
        for index, section in enumerate(template.sections)
        for text in (section.label.text, *section.label.aliases)
    }
    return {without_joining(words): index for words, index in exact.items()} | exact


def _candidate(
    index: int, paragraph: Paragraph, before: str, template: Template, wordings: dict[str, int]
) -> _Candidate | None:
    read = section = None
    for reading in headings(paragraph, before, _longest(template)):
        section = _titled(reading.form, wordings)
        read = reading if read is None or section is not None else read
        if section is not None:
            break
    if read is None:
        return None
    title, number, form, is_line, _ = read
    if section is not None:
        weight = 8 if is_line or number else 0
        match = TitleMatch.EXACT
    else:
        if not is_line or not (number or paragraph.level):
            return None
        section = _similar(form, number, template, wordings)
        weight = 3
        match = TitleMatch.SIMILAR
    if section is None or not weight:
        return None
    weight += 2 if _numbers_fit(form, number, template.sections[section]) else 0
    if form.mark == "(1)":
        weight -= 6
    heading = Text(title, paragraph.text.pieces)
    return _Candidate(index, section, weight, match, heading, read.words, number) if weight > 2 else None


def _titled(form: LabelForm, wordings: dict[str, int]) -> int | None:
    """The section whose title the words are, a note in brackets aside."""
    found = (wordings.get(words) for words in (form.words, form.brief, without_joining(form.words)))
    return next((section for section in found if section is not None), None)


def _numbers_fit(form: LabelForm, printed: str, section: SectionSpec) -> bool:
    if form.number is not None:
        return form.number == form_of(section.number).number
    return bool(printed) and printed.strip(POINT) == numbered(section.number)[0].strip(POINT)


def _similar(form: LabelForm, printed: str, template: Template, wordings: dict[str, int]) -> int | None:
    """The section whose title the words nearly spell, or whose number and keywords they bear. One whose number is
    `printed` with several levels (V.B.) is no other: titles below one another are too much alike.
    """
    if not form.words:
        return None
    limit = max(1, len(form.words) // 5)
    length = len(form.words)
    close = [item for item in wordings.items() if abs(len(item[0]) - length) <= limit]
    near = sorted((letters_apart(form.words, wording, limit), section) for wording, section in close)
    in_levels = bool(printed) and form.number is None
    for distance, section in near:
        if distance <= limit and not (in_levels and not _numbers_fit(form, printed, template.sections[section])):
            return section
    for index, spec in enumerate(template.sections):
        fits = _numbers_fit(form, printed, spec) if in_levels else form.number == form_of(spec.number).number
        if fits and any(form_of(word).words in form.words for word in spec.keywords):
            return index
    return None


def is_of_contents(text: str) -> bool:
    """Whether it is a line of a table of contents: those end in a page number after dots or a tab."""
    return text[-1:].isdigit() and (ELLIPSIS in text or ".." in text or "\t" in text)


def _choose(candidates: Sequence[_Candidate], template: Template) -> list[_Candidate]:
    """One heading a section: those in order first, then any section that is only found out of order."""
    candidates = _without_contents_list(candidates)
    pairs = [(candidate.block, candidate.section, candidate.weight) for candidate in candidates]
    picked = heaviest_chain(pairs, len(template.sections)) if pairs else set()
    chosen = [candidates[index] for index in sorted(picked)]
    found = {candidate.section for candidate in chosen}
    for candidate in candidates:
        if candidate.section not in found and candidate.match is TitleMatch.EXACT:
            found.add(candidate.section)
            chosen.append(candidate)
    return sorted(chosen, key=lambda candidate: candidate.block)


def _without_contents_list(candidates: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """Drop headings that follow each other without anything between, if their sections come again later."""
    last = {candidate.section: index for index, candidate in enumerate(candidates)}
    at = {candidate.block for candidate in candidates}
    return [
        candidate
        for index, candidate in enumerate(candidates)
        if last[candidate.section] == index or at.isdisjoint((candidate.block - 1, candidate.block + 1))
    ]


def _copies(candidates: Sequence[_Candidate], template: Template) -> int:
    """How many whole reports the headings make: the least number of times that any half of the sections occurs."""
    real = _without_contents_list(candidates)
    counts = sorted(
        (
            sum(candidate.section == index and candidate.match is TitleMatch.EXACT for candidate in real)
            for index in range(len(template.sections))
        ),
        reverse=True,
    )
    return max(counts[len(counts) // 2], 1) if counts else 1


def _extra(blocks: Sequence[Block], chosen: Sequence[_Candidate]) -> Iterator[tuple[int, Paragraph]]:
    """Headings of the top level that carry on the numbers of the sections but are of none of them: after the last, and
    between two whose numbers leave just so many out.
    """
    for before, after in zip_longest(chosen, chosen[1:]):
        end = after.block if after else len(blocks)
        found = list(_carrying_on(blocks, before, end))
        number, following = (numbered(one.heading.value)[1].number if one else None for one in (before, after))
        if after is None or (found and number is not None and following == number + len(found) + 1):
            yield from found


def _carrying_on(blocks: Sequence[Block], heading: _Candidate, end: int) -> Iterator[tuple[int, Paragraph]]:
    """The headings up to the block `end` that count on from the one given, in its style."""
    last = numbered(heading.heading.value)[1]
    number = last.number
    if number is None:
        return
    for index in range(heading.block + 1, end):
        block = blocks[index]
        if not isinstance(block, Paragraph) or len(block.text.value) > LONGEST_TITLE:
            continue
        form = numbered(block.text.value)[1]
        if form.number == number + 1 and form.mark == last.mark and block.text.value[-1:] not in NOT_IN_TITLES + COMMA:
            number += 1
            yield index, block
