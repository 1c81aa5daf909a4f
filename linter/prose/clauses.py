"""Sentences cut into clauses, with the counts and percentages in each; what stands in brackets is cut by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from linter.model.records import Record
from linter.prose.list_words import ListWords, cuts, ends_with
from linter.text.dates import YEAR
from linter.text.figures import PERCENT, ProseFigure
from linter.text.grammar import grammar_of
from linter.text.numerals import RUN
from linter.text.punctuation import ITEM
from linter.text.quotations import brackets, hide, without_quotations

INTRODUCED = "introduced"
"""The opener of a clause after a word that introduces parts."""


class Clause(Record):
    """A stretch between two marks. `opener` is the mark before it, or `INTRODUCED`; `start` and `end` are offsets in
    the whole text; in `words`, what stands in quotation marks or brackets is made unreadable. `skipped` says that
    by its words it holds no part.
    """

    opener: str
    start: int
    end: int
    words: str
    counts: tuple[ProseFigure, ...] = ()
    percents: tuple[ProseFigure, ...] = ()
    skipped: bool = False

    def before(self, figure: ProseFigure) -> str:
        return self.words[: max(figure.start - self.start, 0)]

    def after(self, figure: ProseFigure) -> str:
        return self.words[figure.end - self.start :]


class Level(Record):
    """The clauses of a sentence outside of its brackets, or those inside of one, which opens at `opened` (else −1)."""

    clauses: tuple[Clause, ...]
    opened: int = -1


def levels(text: str, start: int, end: int, words: ListWords) -> Iterator[Level]:
    """The sentence `text[start:end]`, then each of its brackets in order; nothing where they are nested too deep."""
    sentence = without_quotations(text[start:end])
    pairs = brackets(sentence)
    if pairs is None:
        return
    inner: dict[int, list[tuple[int, int]]] = {}
    for opened, closed, parent in pairs:
        inner.setdefault(parent, []).append((opened, closed))
    yield Level(tuple(_clauses(hide(sentence, 0, len(sentence), inner.get(-1, [])), start, words)))
    for opened, closed, _ in pairs:
        own = hide(sentence, opened + 1, closed, inner.get(opened, []))
        if not RUN.search(own):
            continue
        yield Level(tuple(_clauses(own, start + opened + 1, words)), start + opened)


def _clauses(own: str, base: int, words: ListWords) -> Iterator[Clause]:
    found = iter(_figures(own, words))
    figure = next(found, None)
    skipping = tuple(word for word in words.passed_over if word in own)
    opener, at = "", 0
    for match in [*cuts(words).finditer(own), None]:
        if match is not None and match["no"]:
            continue
        end = match.start() if match else len(own)
        inside: list[ProseFigure] = []
        while figure is not None and figure.start < end:
            inside.append(figure)
            figure = next(found, None)
        for first, last, some in _joined(own, at, end, inside, words):
            if own[first:last] or opener == INTRODUCED:
                yield _clause(opener, own[first:last], base + first, some, base, skipping)
            opener = ITEM if opener in ("", INTRODUCED) else opener
        if match is not None:
            opener, at = INTRODUCED if match["introduced"] else match[0], match.end()


def _clause(
    opener: str, words: str, start: int, found: Sequence[ProseFigure], base: int, skipping: tuple[str, ...]
) -> Clause:
    counted = tuple(_moved(figure, base) for figure in found if figure.unit != PERCENT)
    percents = tuple(_moved(figure, base) for figure in found if figure.unit == PERCENT)
    skipped = bool(counted) and any(word in words for word in skipping)
    return Clause(opener, start, start + len(words), words, counted, percents, skipped)


def _joined(
    own: str, at: int, end: int, found: Sequence[ProseFigure], words: ListWords
) -> Iterator[tuple[int, int, Sequence[ProseFigure]]]:
    """The stretch `own[at:end]`, parted where a word joins two parts of a list: after a figure, or before one."""
    first, counted = 0, False
    last = max((index for index, figure in enumerate(found) if figure.unit != PERCENT), default=0)
    for index in range(1, last + 1):
        before, after = found[index - 1], found[index]
        counted = counted or before.unit != PERCENT
        if not counted:
            continue
        joint = next((word for word in words.joined_by if own.startswith(word, before.end)), "")
        if joint or ends_with(own[before.end : after.start], words.joined_by):
            cut = before.end if joint else after.start
            yield at, cut, found[first:index]
            first, at, counted = index, cut + len(joint), False
    yield at, end, found[first:]


def _figures(own: str, words: ListWords) -> Iterator[ProseFigure]:
    """The counts and percentages; a year is no count."""
    for figure in grammar_of(words.language).figures(own, _units(words)):
        if figure.unit or not YEAR.fullmatch(own, figure.start, figure.end):
            yield figure


@lru_cache(maxsize=16)
def _units(words: ListWords) -> tuple[str, ...]:
    return (*words.all_units, PERCENT, *[""] * words.spaced)


def _moved(figure: ProseFigure, base: int) -> ProseFigure:
    value, start, end, unit, places, vague, chinese = figure  # `_replace` takes four times as long
    return ProseFigure(value, start + base, end + base, unit, places, vague, chinese)
