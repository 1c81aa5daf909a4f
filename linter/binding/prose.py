"""The running text of a report, paragraph by paragraph: what a page break tore apart is joined again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.label import printed_number
from linter.binding.outline import Outline
from linter.binding.page import frame
from linter.model.document import WHITE, Block, Paragraph, Text, join
from linter.model.language import Language
from linter.model.prose import LEAD, OTHER, TITLE, Passage, Prose
from linter.text.languages import SEARCHED
from linter.text.punctuation import (
    CLOSING,
    COLON,
    COMMA,
    ELLIPSIS,
    END_OF_PARAGRAPH,
    FULL_STOPS,
    SENTENCE,
    either_width,
)
from linter.text.regex import regex
from linter.text.spaced import in_marks, is_words_of_sentence, parted
from linter.text.widths import NO_WIDTH, in_one_width

LONGEST_TITLE_LINE = 60
"""Characters of a line that may be part of the title; a longer line before the first section is text."""

SHORTEST_TORN = 40
"""Characters that a line has at the least where its sentence goes on in the next; a shorter one is a heading."""

_ENDS = either_width(SENTENCE + COLON) + ELLIPSIS + CLOSING
_BEFORE_TEXT = _ENDS + WHITE + "*_"
_STRETCH = regex(rf"[^\s*{NO_WIDTH}]+")
_BETWEEN_WORDS = regex(r"[0-9A-Za-z]")


def prose_of(
    blocks: Sequence[Block],
    outline: Outline,
    title: Sequence[Text] = (),
    organisation: str = "",
    language: Language = SEARCHED,
) -> Prose:
    """The paragraphs of the report in order, tables, headings of sections and the menus of a page left out.

    `title` are the lines of the title, where they are known, and `organisation` is who signs.
    """
    paragraphs = _paragraphs(blocks, outline, title, organisation)
    return Prose(passage_of(section, text, language) for section, text in _torn_joined(paragraphs))


def passage_of(section: str, text: Text, language: Language = SEARCHED) -> Passage:
    """`text` as it is searched."""
    stretches: list[tuple[int, int]] = []
    plain = [""]
    length = end = 0
    searched = in_one_width(text.value)
    if language.spaces:
        searched = in_marks(searched, language)
    for match in _STRETCH.finditer(searched):
        start, words = match.start(), match[0]
        if language.spaces:
            keeps = parted(plain[-1][-1:], words[0]) and any(map(str.isspace, searched[end:start]))
        else:
            keeps = searched[start - 1] not in NO_WIDTH and _part_words(plain[-1][-1:], words[0])
        end = match.end()
        if keeps:
            words, start = " " + words, start - 1
        stretches.append((length, start))
        plain.append(words)
        length += len(words)
    return Passage(section, text, "".join(plain), tuple(stretches) or ((0, 0),), language.spaces)


def _part_words(before: str, after: str) -> bool:
    return _BETWEEN_WORDS.match(before) is not None and _BETWEEN_WORDS.match(after) is not None


def _paragraphs(
    blocks: Sequence[Block], outline: Outline, lines: Sequence[Text], organisation: str
) -> Iterator[tuple[str, Text]]:
    """Each paragraph that is not blank with its section, the lines of the title as one."""
    sections = outline.section_of_blocks()
    headings = outline.heading_blocks()
    headed = {section.first - 1: section for section in outline.sections}
    first = min(headings, default=len(blocks))
    own = [
        block for block in blocks[:first] if isinstance(block, Paragraph) and any(block.text is line for line in lines)
    ]
    title = own or _title(blocks[:first])
    if title:
        yield TITLE, join(block.text for block in title)
    titled = {id(block) for block in title}
    around = frame(blocks, outline, own, organisation)
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or index in around or not block.text.value.strip():
            continue
        if index in headings:
            section = headed[index]
            yield from ((section.spec.id, rest) for rest in _after_title(block.text, section.heading.value))
        elif index >= first:
            yield sections.get(index, OTHER), block.text
        elif id(block) not in titled:
            yield LEAD, block.text


def _after_title(text: Text, title: str) -> Iterator[Text]:
    """What a paragraph says after the title of its section, in the same line."""
    start = text.value.find(title) + len(title)
    start += len(text.value) - start - len(text.value[start:].lstrip(_BEFORE_TEXT))
    rest = text.strip(start)
    if rest.value.strip(_ENDS):
        yield rest


def _title(blocks: Sequence[Block]) -> list[Paragraph]:
    """The short lines at the head of the report, up to the first sentence."""
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.text.value.strip():
            text = block.text.value.strip()
            if len(text) > LONGEST_TITLE_LINE or text[-1] in END_OF_PARAGRAPH:
                break
            lines.append(block)
    return lines


def _torn_joined(paragraphs: Iterator[tuple[str, Text]]) -> Iterator[tuple[str, Text]]:
    """Neighbours of one section of which the first breaks off in a sentence and the second begins with no number."""
    before: tuple[str, Text] | None = None
    for section, text in paragraphs:
        if before is not None and before[0] == section and _goes_on(before[1].value, text.value):
            before = section, join((before[1], text), "\n" * is_words_of_sentence(before[1].value))
            continue
        if before is not None:
            yield before
        before = section, text
    if before is not None:
        yield before


def _goes_on(text: str, following: str) -> bool:
    text = text.strip()
    if len(text) < SHORTEST_TORN or text[-1] in _ENDS or printed_number(following):
        return False
    if is_words_of_sentence(text):
        return text[-1].islower() and following.lstrip()[:1].islower()
    return COMMA in text or FULL_STOPS[0] in text
