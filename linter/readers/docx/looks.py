"""How the runs of a Word file look, as far as it says whether they are read: hidden, struck, above the line, unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lxml.etree import _Element

from linter.model.records import Record
from linter.readers.docx.xml import (
    COLOUR,
    DOUBLE_STRIKE,
    HIGHLIGHT,
    POSITION,
    RPR,
    RSTYLE,
    SHADING,
    SIZE,
    STRIKE,
    VAL,
    VANISH,
    VERTICAL,
    P,
    R,
    T,
    is_on,
    number,
)

SMALLEST = 4
"""Half points of print that can be seen: Word's least, one point, is two of them."""

_OFF_THE_LINE = ("superscript", "subscript")
_HIGH = 4  # half points above the line that raise a text clearly
_WHITE = "FFFFFF"
_SAY_SO = (RSTYLE, VANISH, STRIKE, DOUBLE_STRIKE, VERTICAL)
"""Properties that say so whatever their value is; of the others, some values do."""


class Look(Record):
    """What a run or a character style says of how it looks; None is for what it does not say."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    white: bool | None = None
    tiny: bool | None = None

    def over(self, base: Look) -> Look:
        """What is said here, and that of `base` for what it does not say."""
        return Look(*[below if own is None else own for own, below in zip(self, base, strict=True)])

    @property
    def left_out(self) -> bool:
        """Whether such text is not read, whatever stands beside it."""
        return bool(self.hidden or self.struck or self.tiny)


PLAIN = Look()


def states_looks(document: _Element) -> bool:
    """Whether anything in a document may look so that it is not read: looking at every run for it takes long."""
    if next(document.iter(*_SAY_SO), None) is not None:
        return True
    # One walk for all: a path for each of them takes twenty times as long.
    return any(map(_may_say_so, document.iter(POSITION, COLOUR, SIZE)))


def _may_say_so(prop: _Element) -> bool:
    tag, value = prop.tag, prop.get(VAL) or ""
    if tag == COLOUR:
        return value.upper() == _WHITE
    if tag == POSITION:
        return (number(value) or 0) > 0
    size = number(value)
    return size is not None and size < SMALLEST


def look_of(properties: _Element, style: Callable[[str], Look]) -> Look:
    """What the properties of a run say; `style` gives what a character style does."""
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    base = PLAIN
    for prop in properties:
        tag = prop.tag
        if tag == VANISH:
            hidden = is_on(prop)
        elif tag in (STRIKE, DOUBLE_STRIKE):
            struck = struck or is_on(prop)
        elif tag == VERTICAL:
            raised = prop.get(VAL) in _OFF_THE_LINE
        elif tag == POSITION:
            raised = raised or (number(prop.get(VAL)) or 0) >= _HIGH
        elif tag == COLOUR and white is None:
            white = (prop.get(VAL) or "").upper() == _WHITE
        elif tag in (SHADING, HIGHLIGHT):
            white = False
        elif tag == SIZE:
            tiny = 0 < (number(prop.get(VAL)) or SMALLEST) < SMALLEST
        elif tag == RSTYLE:
            base = style(prop.get(VAL, ""))
    return Look(hidden, struck, raised, white, tiny).over(base)


def looks_in(paragraph: _Element, style: Callable[[str], Look], own: Look) -> Mapping[_Element, Look]:
    """The looks of the runs of a paragraph whose style says `own`.

    What is raised or white is so only beside text that is not: a line that is all so was meant to be read.
    """
    looks: dict[_Element, Look] = {}
    for run in paragraph.iter(R):
        properties = next(run.iterchildren(RPR), None)
        looks[run] = own if properties is None else look_of(properties, style).over(own)
    shown = [look for run, look in looks.items() if not look.left_out and _has_text(run, paragraph)]
    if _all(shown, lambda look: look.raised):
        looks = {run: look._replace(raised=False) for run, look in looks.items()}
    if _all(shown, lambda look: look.white):
        looks = {run: look._replace(white=False) for run, look in looks.items()}
    return looks


def _all(looks: Sequence[Look], test: Callable[[Look], bool | None]) -> bool:
    return all(map(test, looks))


def _has_text(run: _Element, paragraph: _Element) -> bool:
    if next(run.iterancestors(P)) is not paragraph:
        return False
    return any((text.text or "").strip() for text in run.iterchildren(T))
