"""The number of items that a text announces, and the items that it lists behind: 三个方面：一是…二是…三是…."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.prose.enumerations import Marker, stands_otherwise
from linter.prose.figures import ProseFigure, figures

WINDOW = 30
"""Characters before the first item in which the number is looked for."""

LONGEST_ITEM = 1000
"""Characters behind the last item in which one that is numbered otherwise is looked for."""

FARTHEST = 15
"""Characters that may stand between the number and the first item."""


class CountedItems(NamedTuple):
    """A stated number that is not that of the items, and the last of these."""

    stated: ProseFigure
    last: Marker


def miscounted_items(found: Sequence[Marker], text: str, units: tuple[str, ...]) -> Iterator[CountedItems]:
    """The enumerations that have more or fewer items than are announced right before them."""
    for index, first in enumerate(found):
        if first.number != 1:
            continue
        stated = _stated(text, first, units)
        if stated is None:
            continue
        wrong = _wrong(found, index, int(stated.value), text)
        if wrong is not None:
            yield CountedItems(stated, wrong)


def _stated(text: str, first: Marker, units: tuple[str, ...]) -> ProseFigure | None:
    base = max(first.start - WINDOW, first.line)
    window = text[base : first.start]
    begin = max(window.rfind(mark) for mark in "。！？；") + 1
    counted = [figure for figure in figures(window[begin:], units) if figure.unit and not figure.vague]
    if not counted or len(window) - begin - counted[-1].end > FARTHEST or not 2 <= counted[-1].value <= 20:
        return None
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
    """Whether the item behind the last one is there with another sort of number."""
    return stands_otherwise(text[last.end : min(end, last.end + LONGEST_ITEM)], (last.number + 1,))
