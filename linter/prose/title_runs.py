"""Titles in 《》 that stand side by side, and the number of them that a text gives before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from linter.model.records import Record
from linter.prose.list_words import alternatives
from linter.text.figures import ProseFigure
from linter.text.grammar import grammar_of
from linter.text.languages import SEARCHED
from linter.text.numerals import RUN
from linter.text.punctuation import (
    AFTER_NUMBERS,
    BRACKETS,
    CLAUSE,
    COMMA,
    FULL_STOPS,
    ITEM,
    LIST,
    QUOTATION,
    SENTENCE,
    TITLES,
    YEAR_BRACKETS,
)
from linter.text.quotations import titles
from linter.text.regex import regex
from linter.text.sentences import to_next

WINDOW = 40
"""Characters before and after a run of titles in which its number is looked for."""

FAR = 200
"""Characters after a run of titles in which another title shows that the list goes on."""

FEWEST_BEFORE = 2
"""Titles before a number that counts them; after one alone stands what it is a number of copies of."""

NEAR = 2
"""By how many a number may miss the titles before it and still be theirs where it does not say of what it is."""

_ENDS = SENTENCE + COMMA + BRACKETS[1] + "\n"
_OPENING, _CLOSING = TITLES
_NOTES = "|".join(f"{opening}[^{opening}{closing}]{{0,40}}{closing}" for opening, closing in (BRACKETS, YEAR_BRACKETS))

_JOINTS = ("", *LIST, *"".join(SEARCHED.joining.and_))
_JOINT = regex(rf"(?:{_NOTES})?[{''.join(_JOINTS)}]{{0,3}}(?:[0-9]{{1,2}}[{AFTER_NUMBERS}])?")


class TitleWords(Record):
    """`units` are measure words of documents, `things` what documents are called after their number, `introduced_by`
    what stands between a number and all the titles it counts; `open_ended` that there are more than listed, and
    `total_behind` (共) stands before a number that counts the titles before it.
    """

    units: tuple[str, ...]
    things: tuple[str, ...] = ()
    introduced_by: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    total_behind: tuple[str, ...] = ()
    language: str = SEARCHED.id


class CountedTitles(Record):
    """A run of titles from `start` to `end`, how many there are, and the number that the text gives."""

    start: int
    end: int
    titles: int
    stated: ProseFigure


def miscounted_titles(text: str, words: TitleWords) -> Iterator[CountedTitles]:
    """The runs of titles that are not as many as the text says."""
    for run in _runs(text):
        found = _counted_before(text, run, words) or _counted_after(text, run, words)
        if found is not None:
            yield found


def _runs(text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    run: list[tuple[int, int]] = []
    for title in titles(text):
        if run and not _joins(text[run[-1][1] : title[0]]):
            yield tuple(run)
            run = []
        run.append(title)
    if run:
        yield tuple(run)


def _joins(between: str) -> bool:
    """Whether this may stand between two titles of a run: a mark or a word mostly, for which no pattern is needed."""
    return between in _JOINTS or _JOINT.fullmatch(between) is not None


@lru_cache(maxsize=16)
def _introduction(words: TitleWords) -> re.Pattern[str]:
    return re.compile(f"[^{CLAUSE}{ITEM}{QUOTATION}0-9]{{0,8}}(?:{alternatives(words.introduced_by)})")


@lru_cache(maxsize=16)
def _thing(words: TitleWords) -> re.Pattern[str]:
    return re.compile(alternatives(words.things))


def _counted_before(text: str, run: Sequence[tuple[int, int]], words: TitleWords) -> CountedTitles | None:
    """三项制度：《A》《B》."""
    start, end = run[0][0], run[-1][1]
    if not text[max(start - WINDOW, 0) : start].endswith(words.introduced_by):
        return None
    base = max(start - WINDOW, 0)
    base = max(base, text.rfind("\n", base, start) + 1)
    window = text[base:start]
    counted = [figure for figure in grammar_of(words.language).figures(window, words.units) if not figure.vague]
    if not counted or _introduction(words).fullmatch(window, counted[-1].end) is None:
        return None
    stated, number = counted[-1], len(run)
    rest = text[end : end + FAR].partition("\n")
    if rest[0].startswith(words.open_ended):
        wrong = number > stated.value
    else:
        sentence = rest[0][: to_next(rest[0], FULL_STOPS, 0, len(rest[0]))]
        ends = not rest[0] or rest[0][0] in _ENDS
        goes_on = _OPENING in sentence or (not rest[0] and _OPENING in rest[2][:4])
        wrong = number != stated.value and ends and not goes_on
    return CountedTitles(start, end, number, _moved(stated, base)) if wrong else None


def _counted_after(text: str, run: Sequence[tuple[int, int]], words: TitleWords) -> CountedTitles | None:
    """《A》《B》《C》三个文件, 《A》《B》等3项制度, 《A》《B》《C》共3份."""
    start, end, number = run[0][0], run[-1][1], len(run)
    window = text[end : end + WINDOW]
    opened = next((word for word in words.open_ended if window.startswith(word)), "")
    closing = next((word for word in words.total_behind if window.startswith(word, len(opened))), "")
    at = len(opened + closing)
    if number < FEWEST_BEFORE or RUN.match(window, at) is None:
        return None
    stated = next(grammar_of(words.language).figures(window, words.units), None)
    if stated is None or stated.start != at or stated.vague:
        return None
    if not _thing(words).match(window, stated.end) and not (closing and _counts_titles(window, stated, number)):
        return None
    wrong = number > stated.value if opened else number != stated.value
    return CountedTitles(start, end, number, _moved(stated, end)) if wrong else None


def _counts_titles(window: str, stated: ProseFigure, number: int) -> bool:
    """Whether a number after titles is of them, and not of copies: it is no other by far, and nothing follows it."""
    near = number > FEWEST_BEFORE and abs(stated.value - number) <= NEAR
    return near and (stated.end == len(window) or window[stated.end] in _ENDS)


def _moved(figure: ProseFigure, base: int) -> ProseFigure:
    return figure._replace(start=figure.start + base, end=figure.end + base)
