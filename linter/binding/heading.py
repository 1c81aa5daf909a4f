"""A paragraph read as a heading: its title and its number, in all the ways in which headings are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from linter.binding.label import LabelForm, form_of, printed_number
from linter.model.document import Paragraph
from linter.model.records import Record
from linter.text.numbering import CHAPTER, NAMED_CHAPTER, in_words
from linter.text.numerals import COUNTING, FORMAL, IN_PLAIN_NUMERALS, ORDINAL, roman, whole
from linter.text.punctuation import (
    CLOSING,
    CLOSING_BRACKETS,
    COLON,
    END_OF_PARAGRAPH,
    FULL_STOPS,
    ITEM,
    OPENING,
    OPENING_BRACKETS,
    POINTS,
    either_width,
)
from linter.text.regex import regex
from linter.text.widths import squeeze

LONGEST_TITLE = 45
"""Characters that a heading may have, where no title of the form is longer; a longer line is a sentence."""

MOST_SECTIONS = 20

LONGEST_NUMBER = 12
"""Characters of the longest number of a heading: 第二十个部分, or (xviii) with a mark after it."""

_END_OF_TITLE = FULL_STOPS[0] + either_width(COLON)
NOT_IN_TITLES = either_width(END_OF_PARAGRAPH)
_EMPHASIS = ("**", "__")
_SPACES = " \u3000"
_QUOTES = '"'
POINT = "."
HASH = "#"
"""Of a Markdown heading that was copied into another format."""

ORNAMENTS = ("So", "Sm", "Sk")
"""Unicode's categories of signs that stand before headings: ■, ▶, ※."""

_CHAPTER = regex(rf"{CHAPTER}[.{ITEM},:]?")
_NAMED_CHAPTER = regex(NAMED_CHAPTER)
_ROMAN_BEGINS = "(ivxIVX"
_ROMAN = regex(rf"\(?([ivx]{{1,5}})(?:\)[.{ITEM},:]?|[.{ITEM},:])", re.IGNORECASE)
_ROMANS = {roman(value): value for value in range(1, MOST_SECTIONS + 1)}
_SEVERAL = regex(
    r"(?:[IVXLC]{1,7}|[A-Z]|[0-9]{1,2})(?:\.\(?(?:[A-Z]|[0-9]{1,2}|[ivx]{1,5})\)?(?![A-Za-z0-9]))+"
    rf"[.{ITEM}:]?|[A-Z][.{ITEM})](?=\s)"
)
"""Numbers of several levels (V.B.(1)., 1.1) and letters: they are compared as they are printed."""

_AFTER_FIRST = f".{ITEM})"  # what stands after the first level, of seven letters at most
_APART = regex(rf"0?([0-9]{{1,2}}|[{COUNTING}]{{1,3}})(?=\s)")
_FORMAL = regex(rf"[{FORMAL}]{{1,2}}(?=\s*[{ITEM}{POINTS}])")
_BRACKETED = regex(
    rf"[{re.escape(OPENING_BRACKETS)}]\s*([0-9]{{1,2}}|[{COUNTING}]{{1,3}})\s*[{re.escape(CLOSING_BRACKETS)}]"
)


class Heading(Record):
    """`title` as printed, number included; the `number` as printed, or as the file makes it, and its value in `form`;
    whether the heading is all of its paragraph.
    """

    title: str
    number: str
    form: LabelForm
    is_line: bool
    own_number: str

    @property
    def words(self) -> str:
        """The title after its number, of which white space is not counted."""
        title = self.title.replace("**", "")
        left = len(self.own_number)
        for index, character in enumerate(title):
            if left <= 0 and not character.isspace():
                return title[index:].rstrip()
            left -= len(squeeze(character))
        return ""


def headings(paragraph: Paragraph, before: str = "", longest: int = LONGEST_TITLE) -> Iterator[Heading]:
    """What a paragraph may be as a heading: all of it where that has at most `longest` characters, and what its text
    begins with. `before` is the number in a line of its own above it.
    """
    bare = _without_frame(paragraph.text.value)
    for title in _titles(bare.strip(), longest):
        own, form = numbered(title)
        made = "" if own else printed_number(paragraph.label) or before
        if made:
            form = form._replace(number=numbered(made)[1].number)
        yield Heading(title, own or made, form, title == bare, own)


def number_alone(text: str) -> str:
    """The number of a heading that is all of `text`; empty for any other."""
    if len(text) > LONGEST_TITLE:
        return ""
    squeezed = squeeze(text)
    return squeezed if 0 < len(squeezed) <= LONGEST_NUMBER and numbered(squeezed)[0] == squeezed else ""


def numbered(title: str) -> tuple[str, LabelForm]:
    """The number of a title as printed, compatibility forms folded, and the compared form without it."""
    title = _plainly_numbered(title)
    own = printed_number(title)
    if own:
        return _numbered_again(own, title)
    apart = _APART.match(title)
    if apart is not None:
        return apart[0], form_of(title[apart.end() :])._replace(number=whole(apart[1]), mark="")
    several = _SEVERAL.match(title) if any(mark in title[:8] for mark in _AFTER_FIRST) else None
    if several is not None:
        return several[0], form_of(title[several.end() :])._replace(number=None, mark=POINT)
    named = _NAMED_CHAPTER.match(title)
    if named is not None:
        number = in_words(named["named"]) or _ROMANS.get(named["named"].lower()) or whole(named["named"])
        return named[0].rstrip(), form_of(title[named.end() :])._replace(number=number, mark=POINT)
    squeezed = squeeze(title)
    chapter = _CHAPTER.match(squeezed) if squeezed.startswith(ORDINAL) else None
    letters = _ROMAN.match(squeezed) if squeezed[:1] in _ROMAN_BEGINS else None
    value = whole(chapter[1]) if chapter else _ROMANS.get(letters[1].lower()) if letters else None
    match = chapter or letters
    if match is None or value is None:
        return "", form_of(title)
    return match[0], form_of(squeezed[match.end() :])._replace(number=value, mark=match[0][-1])


def _numbered_again(own: str, title: str) -> tuple[str, LabelForm]:
    """The number `own` of a title, with the same number in another style after it (`1. 一、`), where there is one."""
    form, rest = form_of(title), squeeze(title)[len(own) :]
    again = printed_number(rest)
    if again and form_of(rest).number == form.number and form_of(rest).mark != form.mark:
        return own + again, form_of(rest)
    return own, form


def _plainly_numbered(title: str) -> str:
    """A title with its number as most write it: not in formal numerals (壹、), nor in brackets of another sort."""
    formal = _FORMAL.match(title) if title[:1] in FORMAL else None
    if formal is not None:
        return formal[0].translate(IN_PLAIN_NUMERALS) + title[formal.end() :]
    bracketed = _BRACKETED.match(title)
    return f"({bracketed[1]}){title[bracketed.end() :]}" if bracketed else title


def _without_frame(text: str) -> str:
    """A title without the brackets, quotation marks or signs of emphasis around it, or an ornament (■) before it; any
    other text as it is.
    """
    bare = text.strip()
    if bare and (bare[0] == HASH or category(bare[0]) in ORNAMENTS):
        bare = text = bare.lstrip(bare[0]).strip()
    for mark in _EMPHASIS:
        if bare.startswith(mark) and bare.endswith(mark) and len(bare) > 2 * len(mark):
            return bare[len(mark) : -len(mark)].strip()
    if len(bare) > 2 and (bare[0] == bare[-1] == _QUOTES or OPENING.find(bare[0]) == CLOSING.find(bare[-1]) >= 0):
        inner = bare[1:-1].strip()
        if not any(mark in inner for mark in bare[0] + bare[-1]):
            return inner
    return text


def _titles(text: str, longest: int) -> Iterator[str]:
    """The line, and the title that stands before a full stop, a colon or a space at the head of a paragraph."""
    if len(text) <= longest and not any(mark in text[:-1] for mark in NOT_IN_TITLES):
        whole_line = text.rstrip(_END_OF_TITLE)
        if whole_line:
            yield whole_line
    head = text[: longest + 1]
    ends = [head.find(mark) for mark in (*_END_OF_TITLE, *_SPACES) if head.find(mark) > 0]
    if ends and min(ends) < len(text) - 1:
        yield head[: min(ends)]
