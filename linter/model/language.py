"""What belongs to a language and to no kind of report: the data of `rules/language/`, explained in `docs/rules.md`."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised
from linter.model.records import Record

Words = tuple[str, ...]


class Marks(Record):
    """Marks of writing by what they do. Pairs are two characters, the opening one first; where a language has none of a
    sort, the text is empty.
    """

    full_stops: str
    semicolon: str
    comma: str
    item: str
    colon: str
    brackets: str
    quotes: str
    single_quotes: str
    titles: str
    inner_titles: Words
    year_brackets: str
    all_brackets: Words
    all_quotes: Words
    quotation: str
    note_brackets: Words
    note_signs: str
    text_signs: str
    typed_for: Mapping[str, str]
    other_items: str
    thousands: str
    points: str
    dashes: str
    range: str
    signs: str
    percent: str
    bars: str


class Numerals(Record):
    """Numbers in words or characters. `digits` are those from 1 on; `others` stand for a value of their own, `scales`
    multiply what stands before them. `ordinal_before` and `ordinal_after` make an ordinal of digits.
    """

    zeros: Words
    digits: Words
    others: Mapping[str, int]
    scales: Mapping[str, int]
    joined_by: Words
    formal: Words
    ordinals: Mapping[str, int]
    ordinal_before: Words
    ordinal_after: Words
    accounts: Words
    accounts_traditional: Words
    accounts_scales: Words
    stems: Words
    branches: Words


class FigureWords(Record):
    """Words around figures. `factors` stand after digits and give a power of ten; `vague_…` say that a figure is about
    so much; `no_numerals` are phrases in which a numeral is none; after `named_by` a number is a name (Section 3).
    """

    factors: Mapping[str, int]
    vague_before: Words
    vague_within: Words
    vague_after: Words
    vague_scales: Words
    range_words: Words
    range_pairs: Mapping[str, str]
    no_numerals: Words
    named_by: Words
    percent_before: Words
    percent_after: Words
    point: Words
    decimal_mark: str


class DateWords(Record):
    """The orders in which a day is written (`month day year`), and the names of months."""

    orders: Words
    months: Mapping[str, int]


class HeadingWords(Record):
    """What stands before and after the number of a heading, and names of Word's styles (in small letters) for headings
    and for entries of a table of contents.
    """

    before: Words
    after: Words
    styles: Words
    contents_styles: Words


class PageWords(Record):
    """What stands before and after the number of a page, and of that of all pages."""

    before: Words
    after: Words
    of_before: Words
    of_after: Words


class NoteWords(Record):
    """Words of notes beside figures: signs that need no space, words, what stands before these, and words of which a
    bracket is no note since they say how much, of which unit, of when or how exactly.
    """

    mark: Words
    words: Words
    see: Words
    are_none: Words


class OtherTables(Record):
    """Words above a table that say that it is not this report's own, and a pattern (RE2) of names of agencies."""

    words: Words
    agency: str


class Joining(Record):
    """Words between two things of which both, or one, is meant."""

    and_: Words
    or_: Words


class Radicals(Record):
    """Signs that print like characters, each before what is meant; `instead` goes before the forms of Unicode."""

    pairs: str
    instead: Mapping[str, str]


class Language(Record):
    """A language: its `id`, what it is called, whether spaces part its words, and all of the above."""

    id: str
    title: Localised
    spaces: bool
    marks: Marks
    abbreviations: Words
    numerals: Numerals
    figures: FigureWords
    dates: DateWords
    headings: HeadingWords
    pages: PageWords
    notes: NoteWords
    other_tables: OtherTables
    joining: Joining
    radicals: Radicals

    def __hash__(self) -> int:
        return hash(self.id)
