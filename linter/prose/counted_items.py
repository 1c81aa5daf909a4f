"""The number of items that a text announces, and the items that it lists after it: 三个方面：一是…二是…三是…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.prose import Joined
from linter.model.records import Record
from linter.prose.enumerations import Marker, markers, stands_otherwise
from linter.text.figures import ProseFigure
from linter.text.grammar import grammar_of
from linter.text.numerals import CHARACTERS
from linter.text.punctuation import COLON, COMMA, SENTENCE
from linter.text.sentences import after_last

WINDOW = 30
"""Characters before the first item in which the number is looked for."""

LONGEST_ITEM = 1000
"""Characters after the last item in which one that is numbered otherwise is looked for."""

FARTHEST = 15
"""Characters that may stand between the number and the first item."""

_NUMERALS = frozenset(CHARACTERS + "0123456789")


class CountedItems(Record):
    """A stated number that is not that of the items, and the last of these."""

    stated: ProseFigure
    last: Marker


def miscounted_items(
    joined: Joined, forms: tuple[str, ...], idioms: tuple[str, ...], units: tuple[str, ...], language: str
) -> Iterator[CountedItems]:
    """The enumerations that have more or fewer items than are announced right before them.

    Markers are only read of a form whose first one stands after a number.
    """
    text = joined.text
    for form in forms:
        announced = {
            first: stated for first in _firsts(text, form) if (stated := _stated(text, first, units, language))
        }
        if not announced:
            continue
        found = markers(joined, (form,), False, idioms)
        for index, first in enumerate(found):
            stated = announced.get(first.start)
            wrong = _wrong(found, index, int(stated.value), text) if stated else None
            if stated and wrong is not None:
                yield CountedItems(stated, wrong)


def _firsts(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def _stated(text: str, first: int, units: tuple[str, ...], language: str) -> ProseFigure | None:
    """The number of items that is given right before the first: in its line, or at the end of the line before."""
    last = first - 1 if text[first - 1 : first] == "\n" and text[first - 2 : first - 1] == COLON else first
    base = max(first - WINDOW, 0)
    window = text[base:last]
    begin = after_last(window, (*SENTENCE, "\n"), 0, len(window))
    counted = [figure for figure in grammar_of(language).figures(window[begin:], units) if not figure.vague]
    if not counted or len(window) - begin - counted[-1].end > FARTHEST or not 2 <= counted[-1].value <= 20:
        return None
    between = window[begin + counted[-1].end :]
    if COMMA in between[:-1] or not _NUMERALS.isdisjoint(between):
        return None  # the number may be of something else, or another one stands between, or the first of outer items
    offset = base + begin
    return counted[-1]._replace(start=counted[-1].start + offset, end=counted[-1].end + offset)


def _wrong(found: Sequence[Marker], index: int, stated: int, text: str) -> Marker | None:
    """The last item, if the items that follow that at `index` are not `stated` beyond doubt."""
    first = found[index]
    last, end = first, len(text) if first.begins_paragraph else first.line_end
    around = found[index - 1] if index else None
    same = around is not None and (around.section, around.form) == (first.section, first.form)
    outer = around.number if around and same and (around.line == first.line or around.begins_paragraph) else 0
    for at in range(index + 1, len(found)):
        marker = found[at]
        if marker.start >= end or (marker.section, marker.form) != (first.section, first.form):
            break
        if marker.number == 1 and last.number < stated:
            return None  # an enumeration within an item, or the next one: the rest cannot be told apart
        if marker.number != last.number + 1:
            break
        if marker.number > stated and outer == last.number:
            return None  # the enumeration around goes on
        last = marker
    if last.number == stated or (last.number < stated and _goes_on(text, last, end)):
        return None
    return last


def _goes_on(text: str, last: Marker, end: int) -> bool:
    """Whether the item after the last one is there with another sort of number."""
    return stands_otherwise(text[last.end : min(end, last.end + LONGEST_ITEM)], (last.number + 1,))
