"""How the elements of a page look, as far as it says whether their text is read: hidden, struck, raised, of no size.

Styles are those of elements and those that the page itself states for a class; style sheets beside it are not opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from linter.model.document import PICTURE, WHITE
from linter.model.records import Record
from linter.readers.html.elements import BLOCKS, CELLS
from linter.readers.html.nodes import Element, Run
from linter.text.marks import raised
from linter.text.regex import regex

STRUCK = frozenset(("del", "s", "strike"))
RAISING = frozenset(("sup", "sub"))


def _property(*wordings: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[;\s])(?:{'|'.join(wordings)})(?![\w.-])", re.IGNORECASE)


_HIDING = _property(
    r"display\s*:\s*none",
    r"mso-hide\s*:\s*all",
    r"mso-element\s*:\s*(?:header|footer|comment-list)",
)
_UNSEEN = _property(r"visibility\s*:\s*(?:hidden|collapse)")
_CONCEALING = _property(
    r"color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?\.?0+\s*\)|#[0-9a-f]{6}00)",
    r"opacity\s*:\s*0?\.?0+",
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)",
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%\s*\)",
    r"(?:left|top|right|bottom|text-indent|margin-left)\s*:\s*-\d{3,}(?:px|em|pt|rem|%)?",
)
_PREFORMATTING = _property(r"white-space\s*:\s*(?:pre(?:-wrap|-line)?|break-spaces)")
_LINE_THROUGH = _property(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_ABOVE = _property(
    r"vertical-align\s*:\s*(?:super|sub|text-top|\d*\.?\d+(?:px|pt|em|ex|rem|%))",
    r"font-variant-position\s*:\s*(?:super|sub)",
    r"position\s*:\s*relative\s*;[^\"]*?\btop\s*:\s*-\d*\.?\d+(?:px|pt|em|ex|rem)",
)
_WHITE = _property(r"color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))")
_GROUND = _property(r"background(?:-color|-image)?\s*:\s*(?!none|transparent|white|#fff)[^;]+")
_SIZE = regex(r"(?:^|[;\s])font(?:-size)?\s*:[^;]*?(?<![\d.#])(\d*\.?\d+)(px|pt|em|rem|%|(?=\s*(?:;|$|!)))")
_CLASSES = regex(
    r"sr-only|visually-?hidden|screen-reader(?:-text|-only)?|element-invisible|offscreen|a11y-hidden", re.IGNORECASE
)
LARGEST_UNSEEN = 1
"""Points or pixels of a letter that nobody sees."""

_NOT_SHOWN = frozenset({"d-none", "hidden", "hide", "invisible"})
_SHOWN_ELSEWHERE = regex(r"(?:d|visible|show)-.+|.+:.+")
"""Names by which what is not shown on one screen is on another: `d-none d-md-inline`, `hidden md:inline`."""

_RULE = regex(r"([^{}@;]*)\{([^{}]*)\}")
_BY_CLASS = regex(r"\s*[a-zA-Z0-9]*\.([\w-]+)\s*")
_FOR_OTHERS = regex(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/|<!--|-->", re.DOTALL)


class Look(Record):
    """What styles say of an element: `hides` takes it away, `conceals` leaves its place, `tiny` is None where they do
    not say a size.
    """

    hides: bool = False
    conceals: bool = False
    unseen: bool = False
    struck: bool = False
    preformats: bool = False
    raises: bool = False
    white: bool = False
    tiny: bool | None = None


PLAIN = Look()


class Looks:
    """Reads styles, and remembers them: a page repeats its styles."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Look] = {}
        self._classes: dict[str, str] = {}

    def add_sheet(self, sheet: str) -> None:
        """Take in what a `style` element says of classes; rules for paper or narrow screens do not count."""
        for selectors, style in _RULE.findall(_FOR_OTHERS.sub(" ", sheet)):
            for selector in selectors.split(","):
                if found := _BY_CLASS.fullmatch(selector):
                    self._classes[found[1]] = f"{self._classes.get(found[1], '')};{style}"
        self._known.clear()

    def of(self, style: str, names: str) -> Look:
        """What `style` and the classes in `names` say."""
        look = self._known.get((style, names))
        if look is None:
            look = self._known[style, names] = self._read(style, names)
        return look

    def _read(self, style: str, names: str) -> Look:
        stated = [self._classes[name] for name in names.split() if name in self._classes]
        whole = ";".join([*stated, style])
        sizes = _SIZE.findall(whole)
        return Look(
            _HIDING.search(style) is not None,
            _CONCEALING.search(whole) is not None
            or (stated != [] and _HIDING.search(whole) is not None)
            or any(map(_CLASSES.fullmatch, names.split()))
            or _is_not_shown(names.split()),
            _UNSEEN.search(style) is not None,
            _LINE_THROUGH.search(whole) is not None,
            _PREFORMATTING.search(style) is not None,
            _ABOVE.search(whole) is not None,
            _WHITE.search(whole) is not None and _GROUND.search(whole) is None,
            _is_tiny(*sizes[-1]) if sizes else None,
        )


def _is_not_shown(names: Sequence[str]) -> bool:
    """Whether classes that most style sheets know say that an element is shown on no screen."""
    others = [name for name in names if name not in _NOT_SHOWN]
    return len(others) < len(names) and not any(map(_SHOWN_ELSEWHERE.fullmatch, others))


def _is_tiny(size: str, unit: str) -> bool:
    """Whether text of a size cannot be read: no larger than a point."""
    return float(size) == 0 or (unit.lower() in ("px", "pt") and float(size) <= LARGEST_UNSEEN)


def raise_marks(elements: Collection[Element]) -> None:
    """Give the text of elements above the line as such, where text stands beside it that is not."""
    beside = [element for element in elements if _has_others(element, elements)]
    for element in beside:
        _change(element, lambda run: run._replace(value=raised(run.value)))


def take_out_white(elements: Collection[Element]) -> int:
    """Empty elements of white text beside other text, and give back how many. A line of white text alone is one on a
    dark ground.
    """
    taken = [element for element in elements if any(_runs(element, ())) and _has_others(element, elements)]
    for element in taken:
        element.children = []
    return len(taken)


def choose(select: Element) -> None:
    """Leave of the options of a control those that are chosen: the first where none is marked."""
    options = list(_options(select))
    chosen = [option for option in options if "selected" in option.attributes] or options[:1]
    select.children = [*chosen]


def _options(parent: Element) -> Iterator[Element]:
    for child in parent.children:
        if isinstance(child, Element):
            if child.tag == "option":
                yield child
            else:
                yield from _options(child)


def drop_beside_text(cell: Element) -> None:
    """Leave out the pictures of figures in a cell in which other text stands: it is what the cell says."""
    if any(text.strip(WHITE) not in ("", PICTURE) for text in _texts(cell)):
        _drop_pictures(cell)


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Run):
            yield child.value
        else:
            yield from _texts(child)


def _drop_pictures(parent: Element) -> None:
    parent.children = [child for child in parent.children if not (isinstance(child, Run) and child.value == PICTURE)]
    for child in parent.children:
        if isinstance(child, Element):
            _drop_pictures(child)


def _has_others(element: Element, alike: Collection[Element]) -> bool:
    """Whether text stands in the cell or block around an element that is in none of those `alike`."""
    around = element
    while around.parent is not None and around.tag not in CELLS:
        if around.tag in BLOCKS and not _in_cell(around):
            break
        around = around.parent
    return any(_runs(around, set(map(id, alike))))


def _in_cell(element: Element | None) -> bool:
    while element is not None and element.tag not in CELLS:
        element = element.parent
    return element is not None


def _runs(element: Element, without: Collection[int]) -> Iterator[bool]:
    """Whether each run of an element says anything, those of the elements `without` left out."""
    for child in element.children:
        if isinstance(child, Run):
            yield not child.value.isspace()
        elif id(child) not in without:
            yield from _runs(child, without)


def _change(element: Element, made: Callable[[Run], Run]) -> None:
    for index, child in enumerate(element.children):
        if isinstance(child, Run):
            element.children[index] = made(child)
        else:
            _change(child, made)
